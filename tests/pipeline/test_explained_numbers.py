# ruff: noqa: E501 - a sentence stands on one line
"""Numbers of things that are chosen, and values that are moved in steps or to an end."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def suite(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def words_of(tests: tuple[OQTestCase, ...]) -> str:
    return " ".join(f"{step.action} {step.expected_result}" for test in tests for step in test.steps)


@pytest.mark.parametrize(
    ("text", "things", "most"),
    [
        ("The system shall display up to 8 curves in one chart.", "curves", 8),
        ("The user shall be able to compare up to 5 batches.", "batches", 5),
        ("Up to 20 samples can be placed in one tray.", "samples", 20),
        ("A worksheet shall hold up to 96 samples.", "samples", 96),
        ("A chart may contain at most six parameters.", "parameters", 6),
    ],
)
def test_what_is_chosen_has_a_most(text: str, things: str, most: int) -> None:
    last, over = suite(text)
    assert [(one.inputs[0].name, one.inputs[0].value, one.polarity) for one in (last, over)] == [
        (f"number of {things}", str(most), "positive"),
        (f"number of {things}", str(most + 1), "negative"),
    ]
    assert "<refused or asked back>" in words_of((over,))
    assert "or more" not in words_of((last, over))


@pytest.mark.parametrize(
    "text",
    [
        "The system shall support up to 50 concurrent users.",
        "The system shall manage up to 200 instruments.",
        "The database shall hold up to 500 recipes.",
    ],
)
def test_what_a_system_carries_has_a_least(text: str) -> None:
    (load,) = suite(text)
    assert "or more; fewer than" in words_of((load,))


@pytest.mark.parametrize(
    ("text", "start", "end", "beyond"),
    [
        ("The speed can be raised in steps of 10 rpm up to a maximum of 180 rpm.", "170 rpm", "180 rpm", "190 rpm"),
        ("The operator shall be able to increase the temperature in 0.5 °C steps up to 121.0 °C.", "120.5 °C", "121.0 °C", "121.5 °C"),
        ("The pressure shall be lowered in steps of 0.1 bar down to a minimum of 0.3 bar.", "0.4 bar", "0.3 bar", "0.2 bar"),
        ("The dose can be increased by the operator in steps of 2 mg to at most 40 mg.", "38 mg", "40 mg", "42 mg"),
    ],
)  # fmt: skip
def test_a_value_goes_in_steps_to_its_end_and_no_further(text: str, start: str, end: str, beyond: str) -> None:
    last, over = suite(text)
    assert f"shown as {start}" in last.steps[0].expected_result
    assert f"shown as {end}" in last.steps[1].expected_result
    assert over.polarity == "negative"
    assert f"{beyond} is recorded nowhere" in over.steps[-1].expected_result
    assert "as the requirement says" not in words_of((last, over))


def test_what_a_condition_moves_comes_to_its_end_and_stays_there() -> None:
    tests = suite(
        "If DO falls below 30 %, the controller shall raise the agitator speed in steps of 10 rpm up to a maximum of 180 rpm."
    )
    (walk,) = [one for one in tests if "no further" in one.title]
    assert "in steps of 10 rpm, until it is 180 rpm" in walk.steps[0].expected_result
    assert "190 rpm is recorded nowhere" in walk.steps[-1].expected_result
    assert "180" not in words_of(tuple(one for one in tests if one is not walk))


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("If DO falls below 30 %, the system shall first raise the agitator speed up to a maximum of 180 rpm and only then open the oxygen valve.", "raise the agitator speed", "opens the oxygen valve"),
        ("When the door is opened, the controller shall first stop the fan and only then release the lock.", "stop the fan", "releases the lock"),
    ],
)  # fmt: skip
def test_what_comes_only_then_is_watched_from_the_first_on(text: str, first: str, then: str) -> None:
    (walk,) = [one for one in suite(text) if one.technique == "state_transition"]
    assert first in walk.steps[1].action
    assert f"{then}, and not before T1" in walk.steps[2].expected_result
    assert "only then" not in words_of(suite(text))
