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
            "Worked cases of yield: m1 = 7, m0 = 48 gives 0.15",
            "The yield is shown with two decimal places",
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
    assert "The role “Planner” can change set points" in titles(text)
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


def test_each_who_has_to_sign_signs() -> None:
    said = titles("The dossier shall be completed within 2 days and be signed electronically by the Planner and QA.")
    assert "Signed by “Planner” and “QA”, each with an account of their own (dossier)" in said


def test_an_identifier_is_looked_at_part_by_part() -> None:
    text = "The lot ID shall be unique and consist of the letter L, the two-digit month and a four-digit serial number."
    assert "“L”, 2 digits (month) and 4 digits (serial number)" in words(text)
    tried = {one.name: one.value for test in designed(text) for one in test.inputs}
    assert tried["lot ID, “L” left out"] == "121234"
    assert tried["lot ID, one of the digits of the serial number too few"] == "L12123"
    assert "The same lot ID is not taken twice" in titles(text)


def test_states_that_are_passed_through_have_an_order() -> None:
    said = words("A form passes through the states Draft, In Check and Released. A released form cannot be changed.")
    assert "from “Draft” to “In Check”" in said
    assert "With the record in the state “Draft”, try to change its state to “Released”." in said
    assert "Try to change the released form." in said


def test_each_class_is_looked_at() -> None:
    text = "Deviations shall be classified as critical, major and minor."
    assert "Each class is given: “critical”, “major” and “minor” (deviations)" in titles(text)


def test_each_part_of_a_label_and_its_grade() -> None:
    text = (
        "Labels printed for vials shall carry vial ID, date and a Data Matrix code that reaches a grade of at least B."
    )
    said = words(text)
    assert all(f"Look for this part: {part}." in said for part in ("vial ID", "date", "Data Matrix code"))
    assert "Each has the grade B or a better one; C fails." in said


def test_each_state_behind_a_colon_is_seen() -> None:
    said = words("On loss of air the system shall go to a safe state: all valves closed, mixer off.")
    assert "All valves are “closed”" in said
    assert "The mixer is “off”" in said
    assert "Let <normal operation> go on for <observation time> without this: loss of air." in said


def test_what_is_left_undone_is_the_event_of_a_time() -> None:
    text = "Unread messages shall be escalated by SMS to the shift leader after 20 minutes."
    said = words(text)
    assert "Bring the start of messages that stay unread about" in said
    assert "At T0 + 19 minutes: read the messages." in said
    assert "<event" not in said


def test_an_act_by_its_noun_is_done_by_whom_the_sentence_names() -> None:
    said = titles("Critical deviations require approval by the reviewer with comment.")
    assert "Not without a comment: approve critical deviations with comment" in said


def test_a_bracket_or_another_verb_is_no_part_to_repeat() -> None:
    said = words("The system shall exchange orders with the ERP (XML messages) and reject duplicates.")
    assert "XML messages) " not in said.replace("ERP (XML messages)", "")
    assert "as was expected in the steps before" not in said


def test_commas_before_the_last_predicate_part_predicates_too() -> None:
    said = titles(
        "The report shall be made as PDF, contain a header in the form of the site and show the name of the lab."
    )
    assert "The report contains a header in the form of the site" in said
    assert "The report shows the name of the lab" in said


def test_what_goes_on_always_does_not_hang_on_the_condition_behind() -> None:
    told = designed(
        "The flow of the pump shall be monitored continuously and an alarm shall be raised if it exceeds 40 bar."
    )
    by_value = {one.value: test.title for test in told for one in test.inputs if one.unit == "bar"}
    assert set(by_value) == {"40", "41"}
    assert all("flow of the pump at" in title and "monitored" not in title for title in by_value.values())


def test_an_exception_behind_a_time_is_a_demand_of_its_own() -> None:
    said = titles(
        "The screen shall be locked after 8 minutes of inactivity, but a running analysis shall not be stopped."
    )
    assert "A running analysis is not stopped" in said
    assert "Session ended or locked after 8 minutes without activity" in said


def test_a_bare_verb_behind_a_condition_is_an_effect() -> None:
    said = titles("The system shall keep all results when data are reprocessed and display the latest result.")
    assert "All results are kept and the latest result is displayed when data are reprocessed" in said


def test_what_is_given_is_no_part_of_the_role() -> None:
    said = titles(
        "Signed results shall be locked and may only be unlocked by an Administrator with a documented reason."
    )
    assert "The role “Administrator” can unlock signed results" in said
    assert "Not without a documented reason: unlock signed results" in said
