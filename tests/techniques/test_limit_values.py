"""Durations and windows at and beside what a sentence demands: each value, unit and verdict."""

from __future__ import annotations

import pytest

from gampgen.domain.limit_point import Position
from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.techniques.limit_values import hold_of, just_enough, long_hold, window_of

HALF_MINUTE = Quantity(text="for 30 s", start=0, end=8, value="30", unit="s", comparator=Comparator.EQUAL)
MORE = HALF_MINUTE.model_copy(update={"comparator": Comparator.MORE})
WINDOW = Interval(
    text="within 2.5 min",
    start=0,
    end=14,
    lower=None,
    upper="2.5",
    lower_inclusive=False,
    upper_inclusive=True,
    unit="min",
)


@pytest.mark.parametrize(
    ("quantity", "position", "value", "enough"),
    [
        (HALF_MINUTE, Position.JUST_BELOW, "29", False),
        (HALF_MINUTE, Position.ON_BOUNDARY, "30", True),
        (HALF_MINUTE, Position.JUST_ABOVE, "31", True),
        (MORE, Position.ON_BOUNDARY, "30", False),
        (MORE, Position.JUST_ABOVE, "31", True),
    ],
)
def test_a_duration_beside_the_demanded_one(quantity: Quantity, position: Position, value: str, enough: bool) -> None:  # noqa: FBT001 - a row of the table
    hold = hold_of(quantity, position)
    assert (hold.value, hold.required, hold.unit, hold.position, hold.enough) == (value, "30", "s", position, enough)
    assert not hold.restarts


def test_a_duration_that_is_cut_and_begins_again_is_never_enough() -> None:
    hold = hold_of(HALF_MINUTE, Position.JUST_ABOVE, restarts=True)
    assert hold.restarts
    assert not hold.enough


@pytest.mark.parametrize(
    ("position", "value", "enough"),
    [(Position.JUST_BELOW, "2.4", True), (Position.ON_BOUNDARY, "2.5", True), (Position.JUST_ABOVE, "2.6", False)],
)
def test_a_change_within_a_time(position: Position, value: str, enough: bool) -> None:  # noqa: FBT001 - a row of the table
    hold = window_of(WINDOW, position)
    assert (hold.value, hold.required, hold.unit, hold.position) == (value, "2.5", "min", position)
    assert (hold.enough, hold.window, hold.quote) == (enough, True, "within 2.5 min")


def test_a_time_without_a_unit_has_none() -> None:
    bare = {"unit": None}
    assert window_of(WINDOW.model_copy(update=bare), Position.ON_BOUNDARY).unit == ""
    assert hold_of(HALF_MINUTE.model_copy(update=bare), Position.ON_BOUNDARY).unit == ""
    assert long_hold(HALF_MINUTE.model_copy(update=bare)).unit == ""


def test_twice_the_duration_is_long_enough() -> None:
    hold = long_hold(HALF_MINUTE)
    assert (hold.value, hold.required, hold.unit, hold.position, hold.enough) == (
        "60",
        "30",
        "s",
        Position.INSIDE,
        True,
    )


def test_the_shortest_duration_that_is_enough() -> None:
    assert just_enough(HALF_MINUTE) == hold_of(HALF_MINUTE, Position.ON_BOUNDARY)
    assert just_enough(MORE) == hold_of(MORE, Position.JUST_ABOVE)
    assert just_enough(MORE).enough
