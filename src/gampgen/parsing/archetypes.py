"""Which kinds of requirement a statement is: the cues of test design, found in its own words."""

from __future__ import annotations

import re

from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.statement import Archetype, ArchetypeCue
from gampgen.domain.unit import unit_named
from gampgen.parsing.archetype_cues import cues_in
from gampgen.parsing.quantities import read_quantities

Reading = tuple[tuple[Quantity, ...], tuple[Interval, ...]]

_SHORT_TIMES = frozenset({"ns", "μs", "ms", "s", "min", "h"})
_CAPACITY = re.compile(
    r"\b(?:support|handle|accommodate|serve|allow|hold|store|manage|monitor|process)(?:s|ing)?\s+(?:for\s+|a\s+)?\Z",
    re.IGNORECASE,
)


def find_archetypes(text: str, read: Reading | None = None) -> tuple[ArchetypeCue, ...]:
    """The archetypes whose cues stand in a statement, in the order of the enumeration, one cue each.

    Numeric limits and timing are told by the quantities as well as by words: "above 2.50 bar" is A-NUM, "for 30
    seconds" is A-TIME unless the statement is about performance.

    Args:
        text: one statement, verbatim.
        read: its quantities and intervals where they have been read already.

    Returns:
        The cues; each `quote` is an exact substring of `text`.
    """
    quantities, intervals = read if read is not None else read_quantities(text)
    found = cues_in(text)
    capacity, limit = _capacity(text, intervals), _numeric_limit(text, intervals)
    if limit is not None:
        found[Archetype.NUM] = limit
    if capacity is not None:
        found.setdefault(Archetype.PERF, capacity)
    if Archetype.TIME not in found and (time := _timing(quantities, intervals, performance=Archetype.PERF in found)):
        found[Archetype.TIME] = time
    return tuple(ArchetypeCue(archetype=name, quote=found[name]) for name in Archetype if name in found)


def _is_capacity(text: str, interval: Interval) -> bool:
    """Whether it is a capacity: "up to 50 sensors" says how much the system bears, not which values it accepts."""
    return interval.unit is None and bool(_CAPACITY.search(text[: interval.start][-24:]))


def _capacity(text: str, intervals: tuple[Interval, ...]) -> str | None:
    return next((interval.text for interval in intervals if _is_capacity(text, interval)), None)


def _numeric_limit(text: str, intervals: tuple[Interval, ...]) -> str | None:
    """The first interval that limits a value: a physical quantity or a length, neither a time nor a capacity."""
    for interval in intervals:
        unit = unit_named(interval.unit) if interval.unit else None
        is_time = unit is not None and unit.dimension == "time"
        if not is_time and not _is_capacity(text, interval):
            return interval.text
    return None


def _timing(quantities: tuple[Quantity, ...], intervals: tuple[Interval, ...], *, performance: bool) -> str | None:
    """The first duration of hours or less; where the statement is about performance, an upper limit is its measure."""
    for quantity in quantities:
        unit = unit_named(quantity.unit) if quantity.unit else None
        if unit is None or unit.symbol not in _SHORT_TIMES:
            continue
        if performance and quantity.comparator in {Comparator.AT_MOST, Comparator.LESS}:
            continue
        return quantity.text
    for interval in intervals:
        unit = unit_named(interval.unit) if interval.unit else None
        if (
            unit is not None
            and unit.symbol in _SHORT_TIMES
            and interval.lower is not None
            and interval.upper is not None
        ):
            return interval.text
    return None
