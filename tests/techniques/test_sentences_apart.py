"""Several sentences in one requirement: none of their demands is lost because another one hangs on a condition."""

import pytest

from gampgen.parsing.apart import sentences_apart
from gampgen.parsing.statement import read_statement
from gampgen.pipeline.explain import explain


def _apart(text: str) -> list[str]:
    return [one.text for one in sentences_apart(text, read_statement(text))]


def test_each_sentence_is_read_by_itself() -> None:
    text = "The list shall hold the open orders. If no plant is chosen, orders of all plants are shown."
    assert _apart(text) == [
        "The list shall hold the open orders.",
        "If no plant is chosen, orders of all plants are shown.",
    ]


@pytest.mark.parametrize(
    "second", ["Otherwise it is closed.", "It shall then be closed.", "In this case a message is shown."]
)
def test_what_goes_on_from_a_sentence_stays_with_it(second: str) -> None:
    assert _apart(f"If the level exceeds 80 %, the valve shall be opened. {second}") == []


def test_nothing_is_read_twice_where_nothing_depends_on_anything() -> None:
    assert _apart("The list shall hold the open orders. The list shall be sorted by date.") == []


TWO_CONDITIONS = (
    "If a plant is chosen, only orders of that plant shall be shown. "
    "If a plant is chosen and a week is entered, orders of other weeks shall be hidden."
)
CONDITION_LAST = (
    "The result list shall hold the batches with the chosen status. The lot number shall consist of a plant code and a "
    "counter. If a time zone is not entered, times are shown in UTC."
)
COURSE_OF_EVENTS = (
    "Values shall be transferred to the historian by OPC UA. If the connection is interrupted, values shall be "
    "buffered locally and forwarded once the connection is restored."
)
NO_FULL_STOP = "The screen shall show the order number The screen shall show the batch number"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TWO_CONDITIONS, ("only orders of that plant", "orders of other weeks")),
        (CONDITION_LAST, ("batches with the chosen status", "plant code", "UTC")),
        (COURSE_OF_EVENTS, ("OPC UA", "interrupt")),
        (NO_FULL_STOP, ("the order number", "the batch number")),
    ],
)
def test_each_sentence_has_its_test(text: str, wanted: tuple[str, ...]) -> None:
    said = [
        " ".join([one.title, *one.preconditions, *(f"{step.action} {step.expected_result}" for step in one.steps)])
        for one in explain("S", text).tests
    ]
    for words in wanted:
        assert any(words in one for one in said), words


def test_a_choice_in_brackets_is_not_cut() -> None:
    text = "The system shall send the report by [choose: e-mail; fax; post]. The report shall hold the batch number."
    titles = [one.title for one in explain("S", text).tests]
    assert "The system sends the report by [choose: e-mail; fax; post] (S)" in titles
    assert not any("fax" in one and "e-mail" not in one for one in titles)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "The level alarm shall be raised when the level exceeds 80 % and shall be reset automatically below 75 %.",
            ["is not raised with the level at 80 %", "is raised with the level at 81 %",
             "is not reset automatically with the level at 75 %", "is reset automatically with the level at 74 %"],
        ),
        (
            "The heater is switched on when the temperature falls below 20.0 °C and is switched off above 22.5 °C.",
            ["is not switched on with the temperature at 20.0 °C", "is switched on with the temperature at 19.9 °C",
             "is not switched off with the temperature at 22.5 °C", "is switched off with the temperature at 22.6 °C"],
        ),
    ],
)  # fmt: skip
def test_what_goes_back_at_another_value_has_both_limits(text: str, titles: list[str]) -> None:
    tests = explain("S", text).tests
    found = [one.title for one in tests]
    assert [any(title in one for one in found) for title in titles] == [True] * len(titles)
    assert len(found) == len(titles)
    assert all(step.source.quote is None or step.source.quote in text for one in tests for step in one.steps)
