# ruff: noqa: E501 - a sentence stands on one line
"""How far a condition reaches: over which predicate of a sentence, and until when."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def suite(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def titles(text: str) -> str:
    return " / ".join(test.title for test in suite(text))


def words_of(tests: tuple[OQTestCase, ...]) -> str:
    return " ".join(f"{step.action} {step.expected_result}" for test in tests for step in test.steps)


def conditions_of(test: OQTestCase) -> dict[str, object]:
    return {one.name: one.value for one in test.inputs}


@pytest.mark.parametrize(
    ("text", "first", "state", "event"),
    [
        ("The batch record shall receive the status Rejected and be blocked until QA has reviewed it.", "receives the status Rejected", "The batch record is blocked", "QA has reviewed it"),
        ("The lot shall get the status On Hold and be locked until the quality unit has released it.", "gets the status On Hold", "The lot is locked", "the quality unit has released it"),
        ("The system shall send a message and block the account until the Administrator has unlocked it.", "sends a message", "The account is blocked", "the Administrator has unlocked it"),
    ],
)  # fmt: skip
def test_until_says_how_long_the_last_predicate_holds(text: str, first: str, state: str, event: str) -> None:
    said = titles(text)
    assert first in said
    held = next(one for one in suite(text) if conditions_of(one) == {event: False})
    ended = next(one for one in suite(text) if conditions_of(one) == {event: True})
    assert held.title.startswith(f"{state} while")
    assert (held.polarity, ended.polarity) == ("positive", "negative")
    assert "refused" in words_of((held,))
    assert "any more" in ended.steps[-1].expected_result
    assert "received are" not in said
    assert f"Try to {state.rsplit(maxsplit=1)[-1]}" not in words_of((held, ended))


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("A received lot is quarantined until released by QA.", "As QA, release a received lot"),
        ("Returned goods are quarantined until released by QA.", "As QA, release returned goods"),
        ("The system shall display the alarm until it is acknowledged.", "Acknowledge the alarm"),
    ],
)
def test_a_shortened_release_is_said_of_the_thing(text: str, done: str) -> None:
    held, ended = suite(text)
    assert done in words_of((ended,))
    assert "the tester" not in words_of((held, ended))


@pytest.mark.parametrize(
    "text",
    [
        "If the test fails, the device shall be stopped and be locked until the Supervisor has confirmed the repair.",
        "When the test fails, the device shall be stopped and shall remain locked until the Supervisor has confirmed the repair.",
    ],
)
def test_a_state_with_a_trigger_is_walked_to_its_release(text: str) -> None:
    (walk,) = [one for one in suite(text) if one.technique == "state_transition"]
    assert [one.name for one in walk.inputs] == ["the test fails", "the Supervisor has confirmed the repair"]
    assert "As the Supervisor, confirm the repair" in walk.steps[-2].action
    assert [one for one in suite(text) if one.title.startswith("The device is stopped when the test fails")]


@pytest.mark.parametrize(
    ("text", "made", "limited"),
    [
        ("The yield shall be calculated as actual quantity divided by planned quantity and rejected if it exceeds 105 %.", "Worked cases of yield", ("the yield exceeds 105 %", {"105", "106"})),
        ("The system shall calculate the assay and flag the assay if it is below 95.0 %.", "independent calculation (assay)", ("the assay is below 95.0 %", {"95.0", "94.9"})),
        ("The mean particle count must be determined and highlighted in red when it is above 3520.", "The mean particle count is determined", ("the mean particle count is above 3520", {"3520", "3521"})),
        ("Each container shall be weighed and discarded if its weight is below 9.5 kg.", "Each container is weighed", ("the weight of each container is below 9.5 kg", {"9.5", "9.4"})),
    ],
)  # fmt: skip
def test_a_value_is_made_before_it_is_compared(text: str, made: str, limited: tuple[str, set[str]]) -> None:
    tests = suite(text)
    assert [one for one in tests if made in one.title and limited[0] not in conditions_of(one)]
    under = [one for one in tests if limited[0] in conditions_of(one)]
    assert {str(value) for one in under for value in conditions_of(one).values()} >= limited[1]
    assert "calculated" not in words_of(tuple(under))
    assert "not determined" not in words_of(tests)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The cleaning shall be started only after the door is closed and ended only when the conductivity is below 5 µS/cm.", "The cleaning is not started while the door is not closed", "The cleaning is not ended with the conductivity at 5 µS/cm"),
        ("The transfer may be started only if the line is released and finished only after the operator has confirmed the weight.", "The transfer is not started when the line is not released", "The transfer is not finished when the operator has not confirmed the weight"),
        ("The agitator shall be switched on when the level exceeds 20 % and switched off if the lid is opened.", "The agitator is not switched on with the level at 20 %", "The agitator is switched off when the lid is opened"),
        ("The batch is opened only after line clearance is confirmed and closed only when all deviations are closed.", "The batch is not opened while line clearance is not confirmed", "The batch is not closed when not all deviations are closed"),
        ("The pump shall start only after the valve is open and stop only when the level is below 10 %.", "The pump does not start while the valve is not open", "The pump stops with the level at 9 %"),
    ],
)  # fmt: skip
def test_two_guards_stand_each_before_its_own_effect(text: str, first: str, second: str) -> None:
    assert first in titles(text)
    assert second in titles(text)
    names = [{name for name, value in conditions_of(one).items() if isinstance(value, bool)} for one in suite(text)]
    assert all(len(one) == 1 for one in names)


def test_a_participle_within_a_condition_stays_there() -> None:
    (alarm, *_) = suite("An alarm shall be raised when the door is open and unlocked for more than 30 s.")
    assert {name for name, value in conditions_of(alarm).items() if isinstance(value, bool)} == {
        "the door is open", "the door is unlocked for more than 30 s",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "done", "seen"),
    [
        ("A changed recipe gets the status Draft.", "Change the recipe", "The recipe gets the status Draft"),
        ("Rejected deviations shall be set to the status Open.", "Reject the deviations", "The deviations are set to the status Open"),
        ("Each imported sample is assigned the state “Received”.", "Import the sample", "The sample is assigned the state “Received”"),
        ("If a method is edited, it receives the status In Work.", "Edit the method", "A method receives the status In Work"),
    ],
)  # fmt: skip
def test_a_status_follows_what_was_done(text: str, done: str, seen: str) -> None:
    first = suite(text)[0]
    assert done in words_of((first,))
    assert seen in first.steps[-1].expected_result
    assert "<prepared data>" not in words_of((first,))


def test_a_thing_told_apart_by_its_status_is_no_event() -> None:
    assert "Release the" not in words_of(suite("Released recipes can be used by operators."))


@pytest.mark.parametrize(
    ("text", "timed", "untimed"),
    [
        ("On power failure the process shall be paused and the operator informed within 1 minute.", ["informing the operator"], "pausing"),
        ("If the door opens, the alarm shall sound and the light be switched on within 2 s.", ["switching on the light"], "alarm"),
        ("When the limit is exceeded, the system shall stop the feed within 3 seconds and notify the supervisor.", ["stopping the feed"], "notifying"),
        ("The system shall close the valve and stop the pump within 2 s when the level exceeds 90 %.", ["stopping the pump"], "closing"),
        ("The valve shall be closed and locked within 2 s when the level exceeds 90 %.", ["closing the valve", "locking the valve"], "level"),
    ],
)  # fmt: skip
def test_a_time_belongs_to_the_effect_that_it_stands_with(text: str, timed: list[str], untimed: str) -> None:
    times = [one.title for one in suite(text) if one.technique == "timing"]
    assert [one.removeprefix("The time for ").partition(":")[0] for one in times] == timed
    assert untimed not in " ".join(times)


def test_a_reaction_is_measured_from_its_event_to_what_is_seen() -> None:
    (timing,) = [
        one
        for one in suite("On power failure the process shall be paused and the operator informed within 1 minute.")
        if one.technique == "timing"
    ]
    assert timing.steps[1].action == "Bring this about and note its time T0: power failure."
    assert "the operator is informed" in timing.steps[2].action


def test_the_event_of_a_time_in_front_ends_where_the_main_clause_begins() -> None:
    said = words_of(suite("Within 5 s after a pressure drop the valve shall be closed."))
    assert "its time T0: a pressure drop." in said
