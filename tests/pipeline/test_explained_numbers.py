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


@pytest.mark.parametrize(
    ("text", "worked"),
    [
        ("The F0 value shall be calculated as F0 = dt * 10^((T - 121.1)/10).", "dt = 122, T = 125 gives 299.474 (to 6 significant digits"),
        ("The system shall calculate the log reduction as log10(N0/N).", "N0 = 2, N = 0.5 gives 0.602060 (to 6 significant digits"),
        ("The system shall calculate the half-life as t = ln(2) / k.", "k = 2 gives 0.346574 (to 6 significant digits"),
        ("The concentration shall be calculated as C = C0 × exp(-k × t) and rounded to two decimal places.", "C0 = 2, k = 0.5, t = 3 gives 0.45 and"),
        ("The resultant shall be computed as sqrt(a^2 + b²).", "a = 2, b = 0.5 gives 2.06155 (to 6 significant digits"),
        ("The oxygen uptake rate shall be calculated as OUR = kLa × (C* - C).", "kLa = 7, C* = 48, C = 12 gives 252"),
        ("The power is calculated as a^b^c.", "a = 2, b = 0.5, c = 3 gives 1.09051 (to 6"),
        ("The yield shall be calculated as actual yield / theoretical yield * 100 and rounded to 1 decimal place.", "actual yield = 7, theoretical yield = 48 gives 14.6"),
    ],
)  # fmt: skip
def test_a_formula_is_worked_out_with_its_precision_named(text: str, worked: str) -> None:
    assert worked in suite(text)[0].title
    assert "<input values>" not in words_of(suite(text))


def test_a_result_without_stated_rounding_is_a_finding_too() -> None:
    assert [one.code for one in explain("S", "The half-life shall be calculated as ln(2) / k.").findings].count(
        "RQ46"
    ) == 1


def test_what_is_no_logarithm_for_certain_is_not_worked_out() -> None:
    assert "Worked cases" not in " ".join(one.title for one in suite("The index shall be calculated as log(a/b)."))


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The system must process 300 cartons per minute over 8 hours without loss of data.", "300 cartons per minute over 8 hours or more"),
        ("The feed shall be accurate: deviation not more than 2 % over 1 h.", "at most 2 % over 1 h; 3 % fails"),
        ("The server shall handle 50 requests per second over 2 hours.", "over 2 hours or more"),
    ],
)  # fmt: skip
def test_a_time_over_which_something_is_carried_or_measured_is_no_limit(text: str, judged: str) -> None:
    tests = suite(text)
    assert judged in words_of(tests)
    assert "more than" not in words_of(tests)
    assert "as the requirement says" not in words_of(tests).replace("time as the requirement says", "")


@pytest.mark.parametrize(
    ("text", "name", "tried"),
    [
        ("At a reject rate of more than 3.0 % a warning is shown.", "reject rate", {"3.0": "negative", "3.1": "positive"}),
        ("With a filling level below 20 % the pump is stopped.", "filling level", {"20": "negative", "19": "positive"}),
        ("The reject rate is calculated as rejected / total × 100. At a reject rate of more than 3.0 % a warning is shown.", "reject rate", {"3.0": "negative", "3.1": "positive"}),
    ],
)  # fmt: skip
def test_a_level_in_front_is_a_condition(text: str, name: str, tried: dict[str, str]) -> None:
    found = {str(one.value): str(test.polarity) for test in suite(text) for one in test.inputs if one.name == name}
    assert {value: found[value] for value in tried} == tried
    assert "Enter 3.1" not in words_of(suite(text))


def test_what_people_do_otherwise_is_not_refused_where_the_condition_holds() -> None:
    said = words_of(
        suite(
            "The order can only be closed if the balance is zero; otherwise a deviation number must be entered by QA."
        )
    )
    assert "A deviation number is entered: the attempt is accepted" in said
    assert "No deviation number is entered: the attempt is refused" not in said


def test_it_means_the_thing_of_the_condition() -> None:
    (test,) = suite("If a bundle is incomplete, it shall be possible to close it as a partial bundle.")[:1]
    assert "close the bundle as a partial bundle" in words_of((test,))
