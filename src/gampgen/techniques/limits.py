"""Which limits a statement sets, on what, and the exact values at and beside them.

Boundary values: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (two- and three-value boundary analysis). The step is one in the last
decimal written, an assumption that the test states.
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.statement import Cause, Statement
from gampgen.techniques.deviations import apart, both_sides
from gampgen.techniques.interface import Target, once_per_target
from gampgen.techniques.limit_cues import ATTRIBUTE, CHANGING, FOR, LASTING, LONGER, OUTSIDE, TRAILING, WINDOW
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes, is_duration
from gampgen.techniques.plain_levels import at_least, denied_in_text, is_beside, plain_level, property_of
from gampgen.techniques.stated_limits import fold, is_detail, outside_causes, stated_levels
from gampgen.techniques.working_range import over_range

_OR = re.compile(r"^\s*(?:or|and|/|,|and/or)\s*(?:if )?(?:it is )?$", re.IGNORECASE)
_VERB_AND_LITTLE_ELSE = 3  # "rises above", "is not above"


@once_per_target
def limits_of(target: Target) -> tuple[Limit, ...]:
    """Every limit of a statement with its role, those of the conditions first.

    A duration that says how long another limit of the same cause must last, or within which time a change must come
    about,
    belongs to that limit and is none of its own.
    """
    causes = deciding_causes(target.statement)
    found: list[Limit] = []
    taken: list[Interval] = []
    for at, cause in enumerate(causes):
        own = [one for one in target.statement.intervals if fold(one.text) in fold(cause.words) and one not in taken]
        taken += own
        found += _in_cause(target, at, cause, own)
    found = _sharing_holds(found)
    outside = [one for one in target.statement.intervals if one not in taken and not is_detail(target, one)]
    over = {one: over_range(target.statement.text, tuple(outside), one) for one in outside}
    own = [one for one in outside if one not in over.values()]
    found += _sharing_subjects(target, [outside_causes(target, one)._replace(over=over[one]) for one in own])
    return (*found, *stated_levels(target, causes, [*taken, *outside]))


def _sharing_subjects(target: Target, limits: list[Limit]) -> list[Limit]:
    """A second limit of the same thing takes over its subject: "less than 1 kg or more than 50 kg"."""
    found: list[Limit] = []
    text = target.statement.text
    for limit in limits:
        before = found[-1] if found else None
        between = text[before.interval.end : limit.interval.start] if before else ""
        if before and _OR.match(between) and before.interval.unit == limit.interval.unit:
            limit = limit._replace(subject=before.subject, about=before.about)  # noqa: PLW2901 - the limit, completed
        found.append(limit)
    return found


def _sharing_holds(limits: list[Limit]) -> list[Limit]:
    """A duration at the end counts for all alternatives: "below 2 °C or above 8 °C for 10 minutes"."""
    held = {one.subject.lower(): one.hold for one in limits if one.hold}
    return [one if one.hold else one._replace(hold=held.get(one.subject.lower())) for one in limits]


def _in_cause(target: Target, at: int, cause: Cause, intervals: list[Interval]) -> list[Limit]:
    """The limits of one cause: one per unit, the durations last and only where nothing else is limited."""
    durations = [one for one in intervals if is_duration(one.unit)]
    others = [one for one in intervals if not is_duration(one.unit)]
    limiting = [one for one in others if not ATTRIBUTE.search(fold(cause.words).partition(fold(one.text))[0])]
    others = limiting or others
    found: list[Limit] = []
    for unit in dict.fromkeys(one.unit for one in others):
        same = tuple(one for one in others if one.unit == unit)
        window = next((one for one in durations if WINDOW.match(one.text)), None)
        before = fold(cause.words).partition(fold(same[0].text))[0]
        distance = "" if window else apart(before)
        found.append(
            Limit(
                same[0],
                LimitRole.CONDITION,
                distance or _subject(cause.words, same[0].text, cause.variable),
                at,
                None if window else _hold(target.statement, cause, durations),
                intervals=both_sides(same[0]) if distance and len(same) == 1 else same,
                inverted=bool(OUTSIDE.search(before)),
                window=window,
                changing=not distance and (bool(CHANGING.search(before)) or window is not None),
            )
        )
    found = found or [one for one in (plain_level(target.statement, cause, at),) if one]
    if not found:
        lasting = durations[0] if durations else _equal_duration(target.statement, cause)
        if lasting is not None:
            owned = property_of(cause, lasting)
            denied = not owned and not WINDOW.match(lasting.text) and denied_in_text(target.statement, cause, lasting)
            found.append(
                Limit(
                    lasting,
                    LimitRole.CONDITION,
                    owned or cause.variable,
                    at,
                    intervals=(lasting,),
                    inverted=denied,
                    denied=denied,
                    valued=bool(owned),
                )
            )
    return found


def _equal_duration(statement: Statement, cause: Cause) -> Interval | None:
    """A plain duration in a cause ("no value for 3 minutes", "15 minutes without input") is a least one."""
    for quantity in statement.quantities:
        inside = fold(quantity.text) in fold(cause.words) and not is_beside(cause, quantity)
        if inside and is_duration(quantity.unit) and quantity.comparator is Comparator.EQUAL and quantity.number > 0:
            return at_least(quantity)
    return None


def _hold(statement: Statement, cause: Cause, durations: list[Interval]) -> Quantity | None:
    """The duration that a limit of this cause must last: "… for 30 seconds", "… for more than 30 seconds"."""
    for quantity in statement.quantities:
        before = statement.text[: quantity.start]
        leading = FOR.search(before) or LASTING.search(before) or LONGER.match(quantity.text)
        inside = fold(quantity.text) in fold(cause.words) or any(_overlaps(one, quantity.start) for one in durations)
        if is_duration(quantity.unit) and leading and inside and quantity.number > 0:
            return quantity
    return None


def _subject(words: str, quote: str, fallback: str) -> str:
    """The limited thing of a cause: the words before the limit, cut to the noun phrase; else the cause's variable."""
    folded, variable = fold(words), fold(fallback)
    at = folded.find(fold(quote))
    before = folded[:at].strip() if at > 0 else ""
    rest = before[len(variable) :].split() if variable and before.startswith(variable) else None
    if rest is not None and len(rest) <= _VERB_AND_LITTLE_ELSE:
        return fallback
    while trimmed := TRAILING.search(before):
        before = before[: trimmed.start()]
    return before or fallback


def _overlaps(interval: Interval, start: int) -> bool:
    return interval.start <= start < interval.end or abs(interval.start - start) <= 20  # noqa: PLR2004 - "for at least" may belong to either text
