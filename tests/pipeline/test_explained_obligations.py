"""Statements of several sentences or forces: each demand gets its tests, remarks get none."""

import pytest

from gampgen.pipeline.explain import explain

CASES = [
    (
        "A sample has the states Planned and Approved. Approved samples shall not be editable.",
        ["A sample has the states Planned and Approved", "Approved samples cannot be edited"],
    ),
    ("The current system is slow. The new system shall store results.", ["The new system stores results"]),
    (
        "The log-in page shows the version. It shall be visible on every page.",
        ["The log-in page shows the version", "The log-in page is visible on every page"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_each_demand_gets_a_test(text: str, titles: list[str]) -> None:
    assert [test.title.removesuffix(" (S)") for test in explain("S", text).tests] == titles


def test_a_second_force_with_the_same_subject_is_a_demand_of_its_own() -> None:
    told = explain("S", "The system clock shall follow the time server and must not deviate by more than 2 s.")
    judged = [test.acceptance_criterion for test in told.tests if "deviation" in test.title]
    assert judged
    assert all("system clock" in one and "at most 2 s; 3 s fails" in one for one in judged)


def test_a_remark_is_no_part_of_what_is_demanded() -> None:
    told = explain("S", "The system shall print labels. This is needed for traceability.")
    assert not [test.title for test in told.tests if "needed" in test.title]


@pytest.mark.parametrize("lack", ["delivers no value", "sends no signal"])
def test_a_lack_lasts_as_long_as_it_is_said_to(lack: str) -> None:
    told = explain("S", f"When a sensor {lack} for more than 5 minutes, the point shall be marked.")
    by_minutes = {one.value: test.polarity for test in told.tests for one in test.inputs if one.unit == "minutes"}
    assert by_minutes == {"5": "negative", "6": "positive"}


def test_an_effect_stays_with_its_condition() -> None:
    told = explain("S", "If the level exceeds 80 %, the pump shall stop and the valve shall be closed.")
    assert told.tests
    assert all("valve" in test.acceptance_criterion and "pump" in test.acceptance_criterion for test in told.tests)


def test_too_early_is_looked_at_for_every_effect_before_the_time_is_over() -> None:
    told = explain("S", "If the level exceeds 80 % for 5 s, the pump shall stop and the valve shall be closed.")
    times = [
        [int(step.action.split()[3]) for step in test.steps if step.action.startswith("At T0")] for test in told.tests
    ]
    assert [4, 4, 5, 5] in times
    assert all(one == sorted(one) for one in times)


def test_two_limits_of_one_thing_share_its_values() -> None:
    text = "An alert shall be issued if the conductivity exceeds 1.1 µS/cm and an alarm if it exceeds 1.3 µS/cm."
    text = text.replace("an alarm", "an alarm shall be issued")
    said = {
        one.value: test.title
        for test in explain("S", text).tests
        for one in test.inputs
        if one.name == "conductivity" and one.unit
    }
    assert set(said) >= {"1.1", "1.2", "1.3", "1.4"}
    assert "alert is not issued and an alarm is not issued" in said["1.1"]
    assert "alert is issued and an alarm is not issued" in said["1.3"]
    assert "alert is issued and an alarm is issued" in said["1.4"]


@pytest.mark.parametrize(
    ("text", "causes", "effects"),
    [
        (
            "If the alarm is active, the operator enters the cause, shift and result of the check.",
            ["the alarm is active"],
            ["the operator enters the cause, shift and result of the check"],
        ),
        (
            "Samples that have expired shall be shown in red and must not be released.",
            ["Samples have expired"],
            ["Samples shall be shown in red", "Samples must be released"],
        ),
        (
            "An alert shall be issued if the level exceeds 1.1 m, and an alarm if it exceeds 1.3 m.",
            ["the level exceeds 1.1 m", "it exceeds 1.3 m"],
            ["An alert shall be issued", "an alarm shall be issued"],
        ),
    ],
)
def test_each_effect_is_read_whole(text: str, causes: list[str], effects: list[str]) -> None:
    told = explain("S", text)
    assert [f"{one.variable} {one.condition}".strip() for one in told.causes] == causes
    assert [f"{one.variable} {one.condition}".strip() for one in told.effects] == effects


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The export shall be repeated up to three times when no answer is received.", "export"),
        ("If the transfer fails, the EMS shall repeat it up to 5 times and then raise an alarm.", "transfer"),
    ],
)
def test_what_is_repeated_is_named(text: str, thing: str) -> None:
    titles = [test.title for test in explain("S", text).tests]
    assert titles
    assert all(thing in title for title in titles)
    assert not [title for title in titles if "up to" in title]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The system shall support the recording of deviations.", "The tester can record deviations"),
        ("The system shall enable the comparison of two batches.", "The tester can compare two batches"),
        ("The software must support printing of audit trails.", "print audit trails"),
        ("The system shall provide for the calibration of sensors.", "The tester can calibrate sensors"),
        ("The system shall provide a function to reprint labels.", "The tester can reprint labels"),
    ],
)
def test_an_activity_that_is_supported_is_carried_out(text: str, act: str) -> None:
    tests = explain("S", text).tests
    assert act in tests[0].title
    said = " ".join(f"{step.action} {step.expected_result}" for test in tests for step in test.steps)
    assert "<menu or screen>" not in said
    assert "<expected result>" not in said


def test_what_names_no_activity_stays_a_thing_to_look_for() -> None:
    (test,) = explain("S", "The system shall provide an overview of all batches.").tests
    assert "The tester can" not in test.title
