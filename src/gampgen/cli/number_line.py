"""The values at and beside the ends of a range on a small number line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rich.text import Text

from gampgen.domain.quantity import Interval, boundary_step

INSIDE, OUTSIDE = "green", "red"
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a number line: a value inside, one outside, and the stretches between."""

    inside: str
    outside: str
    heavy: str
    light: str
    gap: str


DRAWN = Signs("●", "○", "━", "─", _GAP)
TYPED = Signs("*", "o", "=", "-", " . ")


def number_line(intervals: tuple[Interval, ...], width: int, signs: Signs) -> Iterator[Text]:
    """The lines of one range; several intervals ("outside 35 % to 55 %") share a line.

    Args:
        intervals: what one phrase of the sentence limits; at least one.
        width: cells of a line; a range that needs more is shown end by end.
        signs: what to draw with.
    """
    groups = _groups(intervals)
    cell = max(len(f"{value:f}") for group in groups for value in group) + 3
    whole = [groups] if cell * sum(map(len, groups)) + len(_GAP) * len(groups) + 8 <= width else [[g] for g in groups]
    for some in whole:
        yield from _lines(some, cell, intervals, signs)


def _groups(intervals: tuple[Interval, ...]) -> list[list[Decimal]]:
    """The values around each end in rising order; ends whose neighbourhoods touch stand in one group."""
    values = sorted({
        Decimal(end) + boundary_step(end) * offset
        for interval in intervals
        for end in (interval.lower, interval.upper)
        if end is not None
        for offset in (-1, 0, 1)
    })  # fmt: skip
    steps = [boundary_step(end) for one in intervals for end in (one.lower, one.upper) if end is not None]
    groups: list[list[Decimal]] = [[values[0]]]
    for before, value in pairwise(values):
        if value - before > max(steps):
            groups.append([])
        groups[-1].append(value)
    return groups


def _holds(intervals: tuple[Interval, ...], value: Decimal) -> bool:
    return any(_in(one, value) for one in intervals)


def _in(interval: Interval, value: Decimal) -> bool:
    if interval.lower is not None:
        low = Decimal(interval.lower)
        if value < low or (value == low and not interval.lower_inclusive):
            return False
    if interval.upper is not None:
        high = Decimal(interval.upper)
        if value > high or (value == high and not interval.upper_inclusive):
            return False
    return True


def _lines(groups: list[list[Decimal]], cell: int, intervals: tuple[Interval, ...], signs: Signs) -> Iterator[Text]:
    values, line = Text("  "), Text("  ")
    for number, group in enumerate(groups):
        if number:
            values.append(" " * len(signs.gap))
            line.append(signs.gap, style=_style(_holds(intervals, (groups[number - 1][-1] + group[0]) / 2)))
        for at, value in enumerate(group):
            within = _holds(intervals, value)
            before = _holds(intervals, (group[at - 1] + value) / 2) if at else _beyond(groups, number, intervals)
            left = (cell - 1) // 2
            line.append((signs.heavy if before else signs.light) * left, style=_style(before))
            line.append(signs.inside if within else signs.outside, style=_style(within))
            after = _after(group, at, groups, number, intervals)
            line.append((signs.heavy if after else signs.light) * (cell - 1 - left), style=_style(after))
            values.append(f"{value:f}".center(cell), style=_style(within))
    unit = intervals[0].unit or intervals[0].counted or ""
    yield values
    line.append(f"  {unit}")
    yield line


def _style(within: bool) -> str:  # noqa: FBT001 - the one thing the style depends on
    return INSIDE if within else OUTSIDE


def _beyond(groups: list[list[Decimal]], number: int, intervals: tuple[Interval, ...]) -> bool:
    """Is what lies before the first value of a group inside?"""
    if number:
        return _holds(intervals, (groups[number - 1][-1] + groups[number][0]) / 2)
    return _holds(intervals, groups[0][0] - 1)


def _after(
    group: list[Decimal], at: int, groups: list[list[Decimal]], number: int, intervals: tuple[Interval, ...]
) -> bool:
    if at + 1 < len(group):
        return _holds(intervals, (group[at] + group[at + 1]) / 2)
    if number + 1 < len(groups):
        return _beyond(groups, number + 1, intervals)
    return _holds(intervals, group[at] + 1)
