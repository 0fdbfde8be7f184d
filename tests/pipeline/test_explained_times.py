# ruff: noqa: E501 - a sentence stands on one line
"""Times in sentences: deadlines that are met or missed, acts that are barred, what goes on meanwhile."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def suite(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def words_of(tests: tuple[OQTestCase, ...]) -> str:
    return " ".join(f"{step.action} {step.expected_result}" for test in tests for step in test.steps)


@pytest.mark.parametrize(
    ("text", "begun", "done", "late"),
    [
        ("Alarms not acknowledged within 5 minutes shall be escalated to the supervisor.", "Bring the alarms about anew", "Acknowledge the alarms directly before T0 + 5 minutes", "6 minutes"),
        ("If an alarm is not acknowledged within 10 min, the system shall notify the shift leader.", "Bring the alarm about anew", "Acknowledge the alarm directly before T0 + 10 min", "11 min"),
        ("When a task is not completed within 2 days, a reminder is sent to the owner.", "Bring the task about anew", "Complete the task directly before T0 + 2 days", "3 days"),
        ("Critical alarms which have not been acknowledged within 3 minutes are forwarded to the control room.", "Bring the critical alarms about anew", "Acknowledge the critical alarms directly before T0 + 3 minutes", "4 minutes"),
    ],
)  # fmt: skip
def test_a_deadline_begins_with_its_event_and_is_met_or_missed(text: str, begun: str, done: str, late: str) -> None:
    met, missed = suite(text)[:2]
    assert (met.polarity, missed.polarity) == ("negative", "positive")
    assert begun in met.steps[0].action
    assert begun in missed.steps[0].action
    assert done in met.steps[1].action
    assert f"Leave it so until T0 + {late}" in missed.steps[1].action
    assert "is over by one reading interval" in met.steps[2].action
    assert "comes about after" not in met.title + missed.title


@pytest.mark.parametrize(
    ("text", "act", "time", "over"),
    [
        ("An SSCC must not be used again within 12 months.", "use the SSCC again", "12 months", "13 months"),
        ("A password cannot be changed within 24 hours of the last change.", "change the password", "24 hours", "25 hours"),
        ("The compressor shall not be restarted for 5 minutes after a stop.", "restart the compressor", "5 minutes", "6 minutes"),
        ("Records must not be deleted for 10 years after the release of the batch.", "delete the records", "10 years", "11 years"),
    ],
)  # fmt: skip
def test_what_is_barred_for_a_time_is_tried_at_its_end_and_beyond(text: str, act: str, time: str, over: str) -> None:
    barred, free = suite(text)
    assert (barred.polarity, free.polarity) == ("negative", "positive")
    assert f"At T0 + {time}, try to {act}" in barred.steps[1].action
    assert f"At T0 + {over}, try to {act}" in free.steps[1].action
    assert "refused" in barred.steps[1].expected_result
    assert "fails" not in words_of((barred, free))


def test_a_limit_under_a_negation_is_no_bar() -> None:
    assert "barred" not in words_of(suite("The response time shall not exceed 2 s for 5 minutes."))


def test_what_goes_on_is_looked_at_beside_the_end_of_a_session() -> None:
    tests = suite("After 10 minutes without operation the user is logged off automatically, the line keeps running.")
    beside = [one for one in tests if "line" in one.title]
    assert [one.title for one in beside] == ["The line continues running at 10 minutes without activity (S)"]
    assert "does not" not in words_of(tuple(beside))
    ended = next(one for one in tests if "ended or locked" in one.title)
    assert "The user is logged off automatically" in ended.steps[2].expected_result


@pytest.mark.parametrize(
    ("text", "held", "goes_on"),
    [
        ("When the connection to the SSM is interrupted, the line continues to run and data are buffered for at least 72 hours.", "the data", "The line continues to run"),
        ("If the network fails, the pumps go on and the measured values are stored locally for 24 hours.", "the measured values", "The pumps go on"),
        ("During loss of communication the controller shall keep controlling and buffer the values for at least 8 hours.", "the values", "The controller continues controlling"),
    ],
)  # fmt: skip
def test_in_a_break_the_data_are_held_and_the_rest_goes_on(text: str, held: str, goes_on: str) -> None:
    tests = suite(text)
    assert f"ten cases of {held} arise" in words_of(tests)
    assert [one for one in tests if one.title.startswith(f"{goes_on} during a break")]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("If the line controller loses power while an order is Running, the order is in state Paused after restart and no serial number is used twice.", ["the order", "serial number"]),
        ("After 30 s without a signal the pump is stopped and an alarm is raised.", ["the pump", "an alarm"]),
        ("If the door is opened, the conveyor is stopped, the fan keeps running.", ["the conveyor", "the fan"]),
        ("When a reading fails, the value is shown in red after restart and the operator is informed.", ["the value", "the operator"]),
    ],
)  # fmt: skip
def test_a_clause_behind_a_phrase_of_time_is_an_effect(text: str, effects: list[str]) -> None:
    assert [one.variable for one in explain("S", text).effects] == effects


def test_each_of_two_events_starts_the_time() -> None:
    said = words_of(
        suite("When a batch is certified or rejected, the system shall send the decision within 60 seconds.")
    )
    assert "its time T0: a batch is certified or a batch is rejected" in said
