# ruff: noqa: E501 - a sentence stands on one line
"""Sentences and titles that the measure has to read right: joint subjects, "without", two choices with a condition each."""

from types import SimpleNamespace
from typing import cast

import pytest

from gampgen.adequacy.logic import sentences
from gampgen.adequacy.model import expected, models_of, outcome
from gampgen.domain.suite import OQTestCase, SuiteRequirement
from gampgen.pipeline.explain import explain


def read(text: str) -> list[tuple[bool | None, bool]]:
    """For each test of a sentence that settles it: what follows from its inputs, and what it expects."""
    found = explain("S", text)
    requirement = SimpleNamespace(text=text, items=(), intervals=found.intervals, quantities=found.quantities)
    tests: tuple[OQTestCase, ...] = found.tests
    models = models_of(cast("SuiteRequirement", requirement), tests)
    return [(outcome(model, test), expected(test, model)) for model in models for test in tests if test.inputs]


@pytest.mark.parametrize(
    "text",
    [
        "When a batch is certified or rejected, the application shall send batch number and decision to the ERP system.",
        "After a power failure the system shall start again without an operator and shall raise the alarms that are due.",
        "The result shall be shown in green when passed and in red when failed.",
    ],
)
def test_inputs_and_verdict_agree(text: str) -> None:
    told = read(text)
    assert told
    assert [right for right, _ in told if right is not None] == [wanted for right, wanted in told if right is not None]
    assert {right for right, _ in told} >= {True, False}


def test_a_second_choice_takes_over_the_rest_of_the_sentence() -> None:
    assert sentences("The result shall be shown in green when passed and in red when failed.") == (
        "The result shall be shown in green when passed",
        "The result shall be shown in red when failed.",
    )
