"""Sentences with two obligations: the second half gets its tests, and neither runs into the other."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def designed(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def titles(text: str) -> str:
    return " / ".join(test.title for test in designed(text))


def words(text: str) -> str:
    return " ".join(f"{step.action} {step.expected_result}" for test in designed(text) for step in test.steps)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "A run report shall be made within 3 minutes after the end of the run and be signed electronically by QA.",
            "The time for making the run report: within 3 minutes",
            "A wrong password signs nothing",
        ),
        (
            "The yield shall be calculated as m1/m0 and displayed with two decimal places.",
            "Worked cases of yield: m1 = 7, m0 = 5 gives 1.4",
            "The yield is displayed with two decimal places",
        ),
        (
            "The system shall exchange orders with the ERP (XML messages) and reject duplicates.",
            "Data arrive complete: exchange orders with the ERP (XML messages)",
            "The system rejects duplicates",
        ),
        (
            "Readings shall be taken every 5 seconds and stored for at least 8 years.",
            "The interval of taking the readings: 5 seconds",
            "The time for which the readings can be read: at least 8 years",
        ),
        (
            "Methods shall be versioned; only released versions can be run.",
            "Methods are versioned",
            "What is not named is refused: run the released versions",
        ),
    ],
)
def test_each_predicate_gets_its_own_tests(text: str, first: str, second: str) -> None:
    assert first in titles(text)
    assert second in titles(text)


def test_the_event_of_a_time_ends_before_the_second_predicate() -> None:
    said = words("The report shall be printed within 2 minutes after the end of the run and be signed by QA.")
    assert "this comes about: the end of the run." in said
    assert "run and be signed" not in said


def test_a_lock_is_released_by_whom_the_sentence_names() -> None:
    text = "Accounts shall be locked after 4 failed login attempts and may only be unlocked by an Administrator."
    assert "After release by an Administrator, enter the right password again." in words(text)
    assert "The role “Administrator” can unlock accounts" in titles(text)
    assert all("unlocked" not in one.name for test in designed(text) for one in test.inputs)


def test_a_permission_and_a_record_of_each_change_are_two_demands() -> None:
    text = (
        "Set points can only be changed by Planners and each change must be recorded with old value, user and reason."
    )
    assert "The role “Planners” can change set points" in titles(text)
    assert "holding old value, user and reason" in words(text)
    assert "Planners and each" not in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report shall show the values recorded and calculated with their units.",
        "The system shall not be stopped and restarted by operators.",
        "The list shall contain all records that were created by users and approved by QA.",
        "The system shall show the sample name and release date.",
    ],
)
def test_what_is_no_second_predicate_stays_together(text: str) -> None:
    assert len({test.steps[-1].source.quote for test in designed(text) if test.steps[-1].source.quote}) <= 1
    assert not [test for test in designed(text) if test.title.startswith(("Approve", "Release", "The system releases"))]
