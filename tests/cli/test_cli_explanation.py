"""The terminal view of a reading: names under words, number lines, what rows show."""

from __future__ import annotations

import pytest

from gampgen.cli.explanation import show
from gampgen.cli.labelled_sentence import Part, labelled
from gampgen.cli.number_line import DRAWN, number_line
from gampgen.domain.quantity import Interval
from gampgen.parsing.quantities import read_quantities
from gampgen.pipeline.explain import explain


def _lines(sentence: str, *parts: Part, width: int = 80, plain: bool = False) -> list[str]:
    return [line.plain for line in labelled(sentence, parts, width, plain=plain)]


def test_each_part_is_named_under_its_own_words() -> None:
    cause = Part("C1", ("the lid is open",), "bold")
    effect = Part("E1", ("the pump", "shall stop"), "bold")
    assert _lines("If the lid is open, the pump shall stop.", cause, effect) == [
        "If the lid is open, the pump shall stop.",
        "   ╰──────C1─────╯  ╰────────E1───────╯",
    ]


def test_a_part_that_runs_over_a_line_end_is_named_on_both_lines() -> None:
    cause = Part("C1", ("the lid of the vessel is open",), "")
    assert _lines("If the lid of the vessel is open, the pump stops.", cause, width=24) == [
        "If the lid of the vessel",
        "   ╰─────────C1────────╯",
        "is open, the pump stops.",
        "╰──C1─╯",
    ]


def test_brackets_are_typed_where_lines_cannot_be_drawn() -> None:
    assert _lines("The pump stops.", Part("E1", ("The pump stops",), ""), plain=True)[1] == "`-----E1-----'"


def test_a_subject_that_two_causes_share_is_marked_once() -> None:
    sentence = "If the door is open or unlocked, it stops."
    parts = (Part("C1", ("the door is open",), ""), Part("C2", ("the door", "is unlocked"), ""))
    assert _lines(sentence, *parts)[1].count("C1") == 1


def _drawn(text: str, width: int = 80) -> list[str]:
    _, intervals = read_quantities(text)
    return [line.plain.rstrip() for line in number_line(intervals, width, DRAWN)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("above 120 rpm", ["   119   120   121", "  ──○─────○━━━━━●━━━  rpm"]),
        ("at most 8.0 °C", ["   7.9   8.0   8.1", "  ━━●━━━━━●─────○───  °C"]),
        (
            "between 2 and 8 °C",
            ["   1   2   3      7   8   9", "  ─○───●━━━●━━ … ━●━━━●───○──  °C"],
        ),
        (
            "outside 35 % to 55 %",
            ["    34   35   36      54   55   56", "  ━━●━━━━○────○── … ──○────○━━━━●━━  %"],
        ),
    ],
)
def test_a_number_line_shows_on_which_side_each_value_falls(text: str, lines: list[str]) -> None:
    assert _drawn(text) == lines


def test_a_narrow_screen_shows_the_ends_one_below_the_other() -> None:
    assert len(_drawn("between 2 and 8 °C", width=30)) == 4


def test_ends_that_touch_share_one_stretch() -> None:
    interval = Interval(
        text="4 to 5", lower="4", upper="5", lower_inclusive=True, upper_inclusive=True, unit=None, start=0, end=6
    )
    assert next(line.plain.split() for line in number_line((interval,), 80, DRAWN)) == ["3", "4", "5", "6"]


def test_the_view_says_all_without_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    show(explain("1", "If the lid is open, the pump shall stop within 2 s."))
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "─C1─" in said
    assert "C1 against 2" in said
    assert "1 s" not in said.splitlines()[1]


def test_verbose_shows_every_step(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    explanation = explain("1", "If the lid is open, the system shall stop dosing.")
    show(explanation)
    short = capsys.readouterr().out
    show(explanation, verbose=True)
    full = capsys.readouterr().out
    assert all(f"{step.number}. {step.action}"[:40] in full for test in explanation.tests for step in test.steps)
    assert len(full.splitlines()) > len(short.splitlines())
    assert "--verbose" in short
    assert "--verbose" not in full


def test_control_characters_of_a_statement_are_shown_as_codes(capsys: pytest.CaptureFixture[str]) -> None:
    show(explain("1", "The system shall \x1b[31m stop."))
    assert "\x1b[31m" not in capsys.readouterr().out
