# ruff: noqa: E501 - a sentence stands on one line
"""What a document demands in the present tense: each predicate is a demand of its own, in the document's own words."""

import pytest

from gampgen.pipeline.explain import explain
from gampgen.techniques.indicative import told_as_demand


def titles(text: str) -> list[str]:
    return [one.title.removesuffix(" (S)") for one in explain("S", text).tests]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The cycle report is printed at the end of each cycle and contains the cycle number.",
            "The cycle report shall be printed at the end of each cycle and shall contain the cycle number.",
        ),
        (
            "Values are recorded every 10 seconds and are shown in a trend.",
            "Values shall be recorded every 10 seconds and shall be shown in a trend.",
        ),
        ("All changes are logged and shown to the user who asks.", "All changes shall be logged and shown to the user who asks."),
        ("The report shall be printed and contains the cycle number.", None),
        ("If the door is opened, the cycle is stopped.", None),
        ("The present system is described in chapter 2.", None),
        ("The data that are stored are old.", None),
        ("The plant is located in two buildings.", None),
        ("It is stored.", None),
        ("A lot number consists of the year and a counter.", "A lot number shall consist of the year and a counter."),
        (
            "The system stores the last 1000 cycles and shows each in a list.",
            "The system shall store the last 1000 cycles and shall show each in a list.",
        ),
        ("Recipes that are not released are not shown.", "Recipes that are not released shall not be shown."),
        ("The operator selects the recipe from a list.", "The operator shall select the recipe from a list."),
        ("Data are backed up daily and archived.", "Data shall be backed up daily and archived."),
        ("A restore is possible within 4 hours.", "A restore shall be possible within 4 hours."),
        ("The controller reports the state of each valve.", "The controller shall report the state of each valve."),
        ("The records changes of limits.", None),
        ("Each user who exports the data is trained.", None),
    ],
)  # fmt: skip
def test_the_present_tense_is_put_as_a_demand_where_it_tells_an_act(text: str, said: str | None) -> None:
    assert told_as_demand(text) == said


def test_each_predicate_has_its_own_test() -> None:
    found = titles("The cycle report is printed at the end of each cycle and contains the cycle number and all alarms.")
    assert "The cycle report contains the cycle number and all alarms" in found
    assert any("print the cycle report at the end of each cycle" in one for one in found)


def test_a_sentence_in_the_present_tense_beside_a_demand_is_not_lost() -> None:
    text = "The chamber must hold 121.1 °C for at least 15 minutes; the F0 value is calculated every second and displayed with one decimal."
    found = titles(text)
    assert "The F0 value is shown with one decimal" in found
    assert not any("chamber is shown" in one for one in found)
    assert any("lasts" in one and "15 minutes" in one for one in found)


def test_every_step_quotes_the_document() -> None:
    text = "Values are recorded every 10 seconds and are shown in a trend."
    for test in explain("S", text).tests:
        for step in test.steps:
            assert step.source.quote is None or step.source.quote in text


def test_a_number_in_a_sentence_that_demands_nothing_keeps_the_sentences_together() -> None:
    text = "The user shall be logged off when there is no input. The time is 15 minutes."
    assert any("15 minutes" in one or "14 minutes" in one for one in titles(text))


def test_what_is_barred_behind_a_semicolon_is_tried() -> None:
    found = titles("The operator selects the recipe from a list; recipes that are not released are not shown.")
    assert any("ecipes that are not released" in one for one in found)
    assert any("selects the recipe" in one for one in found)
