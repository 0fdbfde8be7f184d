"""Clock times and periods: a run every night at 02:00, a report from the first to the last day of a month.

Boundary values on the clock and in the calendar (ISO/IEC/IEEE 29119-4:2021 §5.2.3): the step is one minute for a time
written as hours and minutes, one second at the ends of a period of days.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target

_AT_CLOCK = re.compile(
    r"\b(?:every|each|daily|nightly|weekly|once a)\b[^.;]{0,40}?\bat\s+(?P<clock>\d{1,2}:\d{2})\b"
    r"|\bat\s+(?P<first>\d{1,2}:\d{2})\b[^.;]{0,25}?\b(?:every|each)\b|\bdaily at (?P<plain>\d{1,2}:\d{2})\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\bfrom the first to the last day of (?:the|a|each|every|this|that) (?P<calendar>month|quarter|year)\b",
    re.IGNORECASE,
)
_DAYS = {  # the day before, the first, the last, the day after: calendars of 2026
    "month": ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"),
    "quarter": ("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"),
    "year": ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"),
}


def schedule(target: Target) -> tuple[CoverageItem, ...]:
    """Items for a clock time that something repeats at, and for a period of the calendar."""
    text = " ".join(target.statement.text.split())
    if found := _AT_CLOCK.search(text):
        clock = found["clock"] or found["first"] or found["plain"]
        return _at_clock(target, clock)
    if found := _PERIOD.search(text):
        return _in_period(target, found["calendar"].lower(), found[0])
    return ()


def _at_clock(target: Target, clock: str) -> tuple[CoverageItem, ...]:
    hours, minutes = (int(part) for part in clock.split(":"))
    before = (hours * 60 + minutes - 1) % (24 * 60)
    early = f"{before // 60:02d}:{before % 60:02d}"
    return (
        _item(target, "clock-at", Polarity.POSITIVE, (clock,), (("time of day", clock, None),), clock),
        _item(target, "clock-early", Polarity.NEGATIVE, (clock, early), (("time of day", early, None),), clock),
    )


def _in_period(target: Target, calendar: str, quote: str) -> tuple[CoverageItem, ...]:
    before, first, last, after = _DAYS[calendar]
    inside = (f"{first} 00:00:00", f"{last} 23:59:59")
    outside = (f"{before} 23:59:59", f"{after} 00:00:00")
    return tuple(
        _item(
            target, aspect, polarity, (*times, f"{first} to {last}"),
            tuple((f"time of record {number}", one, None) for number, one in enumerate(times, start=1)), quote,
        )
        for aspect, polarity, times in (
            ("period-in", Polarity.POSITIVE, inside), ("period-out", Polarity.NEGATIVE, outside),
        )
    )  # fmt: skip


def _item(
    target: Target, aspect: str, polarity: Polarity, details: tuple[str, ...],
    values: tuple[tuple[str, str, str | None], ...], quote: str,
) -> CoverageItem:  # fmt: skip
    main = main_clause(target)
    part = Checklist(aspect=aspect, clause=main, about=thing_of(main), details=details, values=values)
    return target.item(Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", aspect, polarity, part, quote=quote)
