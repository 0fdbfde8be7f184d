# ruff: noqa: E501 - a sentence stands on one line
"""Limits that a sentence sets in passing, from the sentence to what the tester judges by."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def suite(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def words_of(tests: tuple[OQTestCase, ...]) -> str:
    return " ".join(f"{step.action} {step.expected_result}" for test in tests for step in test.steps)


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The system shall support 25 users without the response time exceeding 3 s.", "at most 3 s; 4 s fails"),
        ("The pump shall run without the pressure falling below 2.0 bar.", "at least 2.0 bar; 1.9 bar fails"),
    ],
)
def test_what_is_denied_by_without_is_the_limit_kept(text: str, judged: str) -> None:
    assert judged in words_of(suite(text))
    assert "more than 3 s" not in words_of(suite(text))


def test_a_deviation_is_measured_over_its_stated_range_and_the_range_is_no_limit_of_its_own() -> None:
    (test,) = suite(
        "The temperature of the vessel shall be controlled at the set point ± 0.5 °C in the range of 20 °C to 40 °C."
    )
    assert "the temperature of the vessel to 20 °C" in test.steps[0].action
    assert "at 40 °C" in test.steps[2].action
    assert "between -0.5 and 0.5 °C" in test.steps[1].expected_result


def test_a_distance_is_tried_on_both_sides() -> None:
    tests = suite("If the temperature deviates from the set point by more than 2 °C, an alarm shall be raised.")
    tried = {(one.name, one.value): test.polarity for test in tests for one in test.inputs if one.unit == "°C"}
    name = "deviation of the temperature from the set point"
    assert {value: tried[name, value] for value in ("2", "3", "-2", "-3")} == {
        "2": "negative", "3": "positive", "-2": "negative", "-3": "positive",
    }  # fmt: skip


def test_a_length_in_brackets_limits_what_is_entered_and_not_the_occasion() -> None:
    tests = suite("The operator shall enter a reason when aborting a batch (minimum 10, maximum 250 characters).")
    lengths = {one.value for test in tests for one in test.inputs if one.name == "length of reason"}
    assert lengths == {"9", "10", "250", "251"}
    assert "abort a batch" in words_of(tests)
    assert "(" not in " ".join(one.name for test in tests for one in test.inputs)


@pytest.mark.parametrize(
    "text",
    [
        "A reason shall be entered when a result is changed.",
        "The system shall require a reason whenever a result is changed.",
        "The user must give a reason before changing a result.",
    ],
)
def test_a_reason_demanded_with_an_act_is_left_out_and_given(text: str) -> None:
    given, missing = suite(text)
    assert (given.polarity, missing.polarity) == ("positive", "negative")
    assert "leave the reason empty" in missing.steps[0].action
    assert all("result" in one.title for one in (given, missing))


def test_what_a_gerund_says_is_done_by_the_tester() -> None:
    tests = suite("Pressing the emergency stop shall stop all motors.")
    assert [test.steps[0].action.split(";")[0] for test in tests] == [
        "Press the emergency stop", "Do not press the emergency stop",
    ]  # fmt: skip


def test_a_state_that_holds_on_is_walked_from_its_trigger_to_its_whole_release() -> None:
    tests = suite(
        "When the vessel pressure exceeds 0.050 bar, the gas valves shall close within 2 s and remain closed until the"
        " pressure is below 0.030 bar and an operator has acknowledged the interlock."
    )
    (walk,) = [one for one in tests if one.technique == "state_transition"]
    pressures = [one.value for one in walk.inputs if one.name == "vessel pressure"]
    assert pressures == ["0.051", "0.050", "0.030", "0.029"]
    held = ["remain closed: both readings" in one.expected_result for one in walk.steps if "position" in one.action]
    assert held == [True, True, True, True, False]
    others = [one for one in tests if one is not walk]
    assert not [one for one in others if "0.030" in f"{one.inputs}"]
    assert [one.technique for one in others] == ["boundary_value_analysis"] * 3 + ["timing"]


def test_a_count_belongs_to_the_attempts_it_stands_beside() -> None:
    tests = suite(
        "Access requires a password of min. 10 characters. After 5 failed attempts the account is locked until it is"
        " released by the Administrator."
    )
    counts = {one.value for test in tests for one in test.inputs if one.name == "failed attempts"}
    assert counts == {"4", "5"}


@pytest.mark.parametrize(
    "text",
    [
        "The clock shall be synchronised with the time server; a deviation of more than 2 s raises an alarm.",
        "The clock shall be synchronised with the time server. A deviation of more than 2 s triggers an alarm.",
    ],
)
def test_a_reaction_in_the_indicative_is_a_demand(text: str) -> None:
    tried = {one.value: test.polarity for test in suite(text) for one in test.inputs if one.name == "deviation"}
    assert tried["2"] == "negative"
    assert tried["3"] == "positive"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("When a channel is in service mode, the system shall record its values and shall not raise alarms, unless the service mode lasts longer than 8 hours.", "values are not recorded"),
        ("When a signed report is re-printed, the earlier signature shall not be carried over.", "signature is carried over"),
        ("Source data shall remain protected until the migration is approved.", "do not remain protected"),
    ],
)  # fmt: skip
def test_the_failure_of_what_is_on_at_all_times_is_never_expected(text: str, never: str) -> None:
    assert suite(text)
    assert never not in words_of(suite(text))


def test_a_condition_at_the_head_holds_behind_a_semicolon() -> None:
    tests = suite(
        "On emergency stop, all pumps stop; the agitator continues at 40 rpm unless the drive reports a fault."
    )
    agitator = {
        tuple((one.name, one.value) for one in test.inputs): test.polarity for test in tests if "agitator" in test.title
    }
    assert agitator == {
        (("emergency stop", True), ("the drive reports a fault", True)): "negative",
        (("emergency stop", True), ("the drive reports a fault", False)): "positive",
    }


def test_a_longer_failure_is_measured_by_the_one_before() -> None:
    tests = suite(
        "After a power failure of up to 10 minutes the batch shall continue; after a longer failure, the system restarts"
        " in Hold."
    )
    restarts = {
        one.value: test.polarity for test in tests for one in test.inputs if one.unit and "restart" in test.title
    }
    assert restarts == {"10": "negative", "11": "positive"}


def test_a_span_of_time_is_chosen_and_not_timed() -> None:
    tests = suite("The user shall be able to display curves for a time span from 1 minute to 60 days.")
    spans = {(one.value, one.unit) for test in tests for one in test.inputs if one.name == "time span"}
    assert spans == {("1", "minute"), ("0", "minute"), ("60", "days"), ("61", "days")}
    assert not [test for test in tests if test.technique == "timing"]


def test_who_alone_may_do_something_is_tried_beside_what_follows_it() -> None:
    tests = suite("Interlocks may only be bypassed by the Supervisor; each bypass shall be recorded.")
    assert len([test for test in tests if test.technique == "role_permission"]) == 3


def test_an_entry_in_steps_is_tried_on_a_step_and_between_two() -> None:
    tests = suite("The stirrer speed shall be adjustable from 20 rpm to 400 rpm in steps of 5 rpm.")
    tried = {one.value: test.polarity for test in tests for one in test.inputs if "tirrer speed" in one.name}
    assert (tried["25"], tried["21"]) == ("positive", "negative")
    assert "5 rpm" in words_of(tests)


@pytest.mark.parametrize("cap", ["at most 6 times per hour", "up to six times in one hour"])
def test_what_is_capped_in_number_stays_away_beyond_it(cap: str) -> None:
    last, over = suite(f"Foam shall trigger a dose of 5 mL, {cap}.")
    assert [(one.inputs[0].value, one.polarity) for one in (last, over)] == [("6", "positive"), ("7", "negative")]
    assert "6 times within one hour" in over.steps[0].action
    assert "without effect" in over.steps[1].expected_result


def test_a_range_before_its_tolerance_says_where_the_tolerance_is_measured() -> None:
    (test,) = suite(
        "The system shall control the temperature in the range of 20.0 °C to 40.0 °C with a tolerance of ± 0.3 °C."
    )
    assert "20.0 °C" in test.steps[0].action
    assert "40.0 °C" in test.steps[2].action


def test_what_a_machine_works_over_is_covered_at_both_ends() -> None:
    (test,) = suite("The feed pump shall deliver 0.10 to 5.00 L/h.")
    assert [step.action for step in test.steps[:2]] == [
        "Bring what the feed pump delivers to 0.10 L/h and wait until it is stable.",
        "Bring what the feed pump delivers to 5.00 L/h and wait until it is stable.",
    ]


def test_a_modal_said_once_holds_for_each_of_the_joined_clauses() -> None:
    first = suite(
        'Upon pressing the stop button, the cycle shall be aborted, the load be marked as "Not sterile" and the event be'
        " recorded in the audit trail."
    )[0]
    assert [
        part in words_of((first,)) for part in ("The cycle is aborted:", "The load is marked", "The event is recorded")
    ] == [True] * 3


def test_what_is_under_way_is_never_expected_to_suffer() -> None:
    tests = suite(
        "If communication is lost for more than 30 s, the operator shall be informed and the running cycle shall be completed."
    )
    assert "is not completed" not in words_of(tests)


def test_a_value_that_is_raised_is_read_before_and_after() -> None:
    tests = suite("If DO falls below 30 %, the controller shall first raise the agitator speed.")
    said = words_of(tests)
    assert "Read the agitator speed again" in said
    assert "firsts" not in said


@pytest.mark.parametrize(
    ("text", "title", "load", "judged"),
    [
        ("A search for one lot among 50 million records returns the result within 5 seconds.", "The time for the search for one lot among 50 million records", "50 million records", "at most 5 seconds"),
        ("The search shall return results within 3 seconds for a database of 500,000 samples.", "The time for the search", "500,000 samples", "at most 3 seconds"),
        ("The export of one year of data shall not take longer than 10 minutes.", "The time for the export of one year of data", "", "at most 10 minutes"),
        ("Saving shall not require more than 2 s.", "The time for saving", "", "at most 2 s"),
        ("A batch report takes at most 60 s.", "The time for the batch report", "", "at most 60 s"),
    ],
)  # fmt: skip
def test_what_an_act_takes_is_timed_by_its_name_under_its_load(text: str, title: str, load: str, judged: str) -> None:
    (test,) = explain("S", text).tests
    assert test.title.startswith(f"{title}: ")
    assert load in " ".join(test.preconditions)
    assert judged in test.steps[2].expected_result
