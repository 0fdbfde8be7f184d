"""Segregation of duties, and formats with uniqueness: what a sentence's tests have to hold."""

from __future__ import annotations

import pytest
from tests.parsing.written import p
from tests.pipeline.test_from_tables import made

from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.techniques.segregation import Duties, duties_in


def designed(text: str) -> list[OQTestCase]:
    return made(p(f"R-1: {text}")).of("R-1")


@pytest.mark.parametrize(
    ("text", "first", "second", "thing"),
    [
        ("The same person shall not enter and approve a result.", "enter a result", "approve the result", "the result"),
        ("The author of a record cannot approve it.", "create a record", "approve the record", "the record"),
        (
            "No user shall be able to both create a recipe and release it.",
            "create a recipe", "release the recipe", "the recipe",
        ),
        (
            "A result must be reviewed by a person other than the one who entered it.",
            "enter a result", "review the result", "the result",
        ),
        (
            "A deviation shall not be closed by the person who opened it.",
            "open a deviation", "close the deviation", "the deviation",
        ),
        ("A memo must not be approved by its author.", "create a memo", "approve the memo", "the memo"),
        (
            "The person who weighed a component must not verify the weighing.",
            "weigh a component", "verify the weighing", "the component",
        ),
    ],
)  # fmt: skip
def test_two_acts_that_one_person_must_not_do(text: str, first: str, second: str, thing: str) -> None:
    found = duties_in(text)
    assert found is not None
    assert (found.first, found.second, found.thing) == (first, second, thing)


@pytest.mark.parametrize(
    "text",
    [
        "The author of a record is shown in the list.",
        "The same person shall sign both pages.",
        "A result must be reviewed by a Supervisor.",
        "The same user name must not be used again.",
    ],
)
def test_other_sentences_keep_no_acts_apart(text: str) -> None:
    assert duties_in(text) is None


def test_one_person_is_refused_and_another_goes_through() -> None:
    refused, granted = designed("The author of a protocol shall not be able to approve it.")
    assert (refused.polarity, granted.polarity) == (Polarity.NEGATIVE, Polarity.POSITIVE)
    assert refused.steps[1].action == "With the same account, try to approve the protocol (<record>)."
    assert granted.steps[1].action == "Log in as <user B> and approve the protocol (<record>)."
    assert "role" not in " ".join(one.name for test in (refused, granted) for one in test.inputs)


@pytest.mark.parametrize(
    "text",
    [
        "Administration rights shall be independent of the users of the data.",
        "Users with a direct interest in the data shall not have administrator rights.",
        "System administrator privileges must be separated from persons who create or review the records.",
    ],
)
def test_administration_and_data_are_tried_from_both_sides(text: str) -> None:
    tests = designed(text)
    assert [test.polarity for test in tests] == [Polarity.NEGATIVE, Polarity.NEGATIVE, Polarity.POSITIVE]
    assert "Log in as <administrator> and try to approve <record>." in [step.action for step in tests[0].steps]
    assert "Log in as <data user> and try to create a user account." in [step.action for step in tests[1].steps]


def test_what_a_role_may_only_do_is_no_right_of_its_own() -> None:
    tests = designed("The Operator may only filter by tag or by time.")
    assert not any("cannot filter" in test.title for test in tests)


def test_a_prohibition_for_several_of_a_role_names_the_role_once() -> None:
    tests = designed("Administrators shall not be able to approve batch data.")
    assert {str(one.value) for test in tests for one in test.inputs if one.name == "role"} == {"Administrator"}


@pytest.mark.parametrize(
    "text",
    [
        "The lot number shall be alphanumeric, 3 to 20 characters, and unique.",
        "The lot number shall be unique and have 3 to 20 alphanumeric characters.",
    ],
)
def test_a_format_has_its_lengths_its_signs_and_its_uniqueness(text: str) -> None:
    tests = designed(text)
    tried = {
        (str(one.value), test.polarity) for test in tests for one in test.inputs if one.name == "length of lot number"
    }
    assert tried >= {
        ("3", Polarity.POSITIVE), ("2", Polarity.NEGATIVE), ("20", Polarity.POSITIVE), ("21", Polarity.NEGATIVE),
    }  # fmt: skip
    steps = " ".join(step.action for test in tests for step in test.steps)
    assert "“AA!” (a sign that is neither letter nor digit)" in steps
    assert "Enter a second record with <existing value> for the lot number" in steps


def test_a_duty_is_a_plain_value() -> None:
    assert duties_in("A memo must not be signed by its author.") == Duties(
        "create a memo", "sign the memo", "the memo", "A memo must not be signed by its author"
    )
