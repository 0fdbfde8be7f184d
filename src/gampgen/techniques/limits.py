"""Which limits a statement sets, on what, and the exact values at and beside them.

Boundary values: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (two- and three-value boundary analysis). The step is one in the last
decimal written, an assumption that the test states.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from gampgen.domain.coverage import ActionKind, Clause, ClauseForm, ServiceNature
from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.statement import Archetype, Cause, CauseKind, Statement
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import (
    CHANGING,
    CONTROLLED,
    FOR,
    INPUT,
    LENGTH,
    NATURES,
    OUTSIDE,
    PHYSICAL,
    TAKING,
    TIME_UNIT,
    TRAILING,
    WINDOW,
)

_FEW_WORDS = 36  # characters
_VERB_AND_LITTLE_ELSE = 3  # "rises above", "is not above"


class LimitRole(StrEnum):
    """On what a limit is set: a condition, an input, or what the system does."""

    CONDITION = "condition"
    INPUT = "input"
    SERVICE = "service"


class Limit(NamedTuple):
    """A limit with the role it plays.

    `intervals` are all ranges of the same thing in the same condition ("below 2.0 °C or above 8.0 °C"), `interval` the
    first
    of them; `inverted` is true where the sentence speaks of what lies outside ("is outside 35 to 55 %"). `cause` is the
    index of
    the cause that holds the limit, `hold` the duration that it must last, `window` the time in which a change must
    come about
    ("drops by more than 200 mbar within 5 seconds"), `changing` whether the number is the size of a change.
    """

    interval: Interval
    role: LimitRole
    subject: str
    cause: int | None = None
    hold: Quantity | None = None
    nature: ServiceNature = ServiceNature.OTHER
    intervals: tuple[Interval, ...] = ()
    inverted: bool = False
    window: Interval | None = None
    changing: bool = False

    def meets(self, number: Decimal) -> bool:
        """Whether a number meets what the sentence says of it."""
        return any(holds(one, number) for one in self.intervals or (self.interval,)) is not self.inverted


def holds(interval: Interval, number: Decimal) -> bool:
    """Whether a number lies in an interval."""
    if interval.lower is not None:
        low = Decimal(interval.lower)
        if number < low or (number == low and not interval.lower_inclusive):
            return False
    if interval.upper is not None:
        high = Decimal(interval.upper)
        if number > high or (number == high and not interval.upper_inclusive):
            return False
    return True


def deciding_causes(statement: Statement) -> tuple[Cause, ...]:
    """The causes of the decision table: conditions, or reasons where there is no condition."""
    conditions = tuple(one for one in statement.causes if one.kind is CauseKind.CONDITION)
    return conditions or tuple(one for one in statement.causes if one.kind is CauseKind.REASON)


def is_length(limit: Limit) -> bool:
    """Whether the number is the length of a text ("8 characters")."""
    unit = limit.interval.counted or limit.interval.unit or limit.interval.text
    return bool(LENGTH.search(unit) or re.search(r"\blength\b", limit.subject, re.IGNORECASE))


def is_duration(unit: str | None) -> bool:
    """Whether a unit is one of time."""
    return bool(unit and TIME_UNIT.match(unit.strip()))


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
        own = [one for one in target.statement.intervals if _fold(one.text) in _fold(cause.words) and one not in taken]
        taken += own
        found += _in_cause(target, at, cause, own)
    found = _sharing_holds(found)
    outside = [one for one in target.statement.intervals if one not in taken]
    found += [_outside_causes(target, one) for one in outside]
    return (*found, *_stated_levels(target, causes, [*taken, *outside]))


def _sharing_holds(limits: list[Limit]) -> list[Limit]:
    """A duration at the end counts for all alternatives: "below 2 °C or above 8 °C for 10 minutes"."""
    held = {one.subject.lower(): one.hold for one in limits if one.hold}
    return [one if one.hold else one._replace(hold=held.get(one.subject.lower())) for one in limits]


def _in_cause(target: Target, at: int, cause: Cause, intervals: list[Interval]) -> list[Limit]:
    """The limits of one cause: one per unit, the durations last and only where nothing else is limited."""
    durations = [one for one in intervals if is_duration(one.unit)]
    others = [one for one in intervals if not is_duration(one.unit)]
    found: list[Limit] = []
    for unit in dict.fromkeys(one.unit for one in others):
        same = tuple(one for one in others if one.unit == unit)
        window = next((one for one in durations if WINDOW.match(one.text)), None)
        before = _fold(cause.words).partition(_fold(same[0].text))[0]
        found.append(
            Limit(
                same[0],
                LimitRole.CONDITION,
                _subject(cause.words, same[0].text, cause.variable),
                at,
                None if window else _hold(target.statement, cause, durations),
                intervals=same,
                inverted=bool(OUTSIDE.search(before)),
                window=window,
                changing=bool(CHANGING.search(before)) or window is not None,
            )
        )
    if not found:
        lasting = durations[0] if durations else _equal_duration(target.statement, cause)
        if lasting is not None:
            found.append(Limit(lasting, LimitRole.CONDITION, cause.variable, at, intervals=(lasting,)))
    return found


def _equal_duration(statement: Statement, cause: Cause) -> Interval | None:
    """A plain duration in a cause ("no value for 3 minutes", "15 minutes without input") is a least one."""
    for quantity in statement.quantities:
        inside = _fold(quantity.text) in _fold(cause.words)
        if inside and is_duration(quantity.unit) and quantity.comparator is Comparator.EQUAL and quantity.number > 0:
            return Interval(
                text=quantity.text,
                lower=quantity.value,
                upper=None,
                lower_inclusive=True,
                upper_inclusive=False,
                unit=quantity.unit,
                start=quantity.start,
                end=quantity.end,
            )
    return None


def _stated_levels(target: Target, causes: tuple[Cause, ...], intervals: list[Interval]) -> list[Limit]:
    """Levels given as a plain number: "99.5 % availability", "50 concurrent users", "every 15 minutes"."""
    found: list[Limit] = []
    main = target.clauses[0] if target.clauses else None
    for quantity in target.statement.quantities:
        taken = any(one.start <= quantity.start < one.end for one in intervals)
        in_cause = any(_fold(quantity.text) in _fold(cause.words) for cause in causes)
        if taken or in_cause or quantity.comparator is not Comparator.EQUAL:
            continue
        upper = Interval(
            text=quantity.text,
            lower=None,
            upper=quantity.value,
            lower_inclusive=False,
            upper_inclusive=True,
            unit=quantity.unit,
            start=quantity.start,
            end=quantity.end,
        )
        nature = _nature(target, upper)
        if nature in {ServiceNature.AVAILABILITY, ServiceNature.CAPACITY, ServiceNature.RETENTION}:
            upper = upper.model_copy(
                update={"lower": quantity.value, "upper": None, "lower_inclusive": True, "upper_inclusive": False}
            )
        elif nature is not ServiceNature.FREQUENCY:
            continue
        found.append(Limit(upper, LimitRole.SERVICE, main.subject if main else "", nature=nature))
    return found


def _hold(statement: Statement, cause: Cause, durations: list[Interval]) -> Quantity | None:
    """The duration that a limit of this cause must last: "… for 30 seconds", "… for more than 30 seconds"."""
    for quantity in statement.quantities:
        leading = FOR.search(statement.text[: quantity.start]) or re.match(r"for\s", quantity.text, re.IGNORECASE)
        inside = _fold(quantity.text) in _fold(cause.words) or any(_overlaps(one, quantity.start) for one in durations)
        if is_duration(quantity.unit) and leading and inside and quantity.number > 0:
            return quantity
    return None


def _outside_causes(target: Target, interval: Interval) -> Limit:
    main = next((one for one in target.clauses), None)
    text = target.statement.text
    nature = _nature(target, interval)
    subject = _limited(main, interval) if main else ""
    role = LimitRole.SERVICE
    if nature is None:
        kind = main.kind if main else ActionKind.OTHER
        wanted = INPUT.search(text) or kind in TAKING or LENGTH.search(interval.unit or interval.text)
        controlled = kind in CONTROLLED or (
            kind not in TAKING and PHYSICAL.search(subject) and not INPUT.search(subject)
        )
        if wanted and not (controlled and kind in CONTROLLED):
            role = LimitRole.INPUT
        nature = ServiceNature.CONTROL if controlled else ServiceNature.OTHER
    before = text[max(0, interval.start - _FEW_WORDS) : interval.start]
    inverted = role is LimitRole.INPUT and bool(OUTSIDE.search(before))
    return Limit(interval, role, subject, nature=nature, intervals=(interval,), inverted=inverted)


def _around(text: str, interval: Interval) -> str:
    """The limit with the few words before it that say what it is: "an accuracy of ±0.2 mg"."""
    return text[max(0, interval.start - _FEW_WORDS) : interval.end + _FEW_WORDS // 2]


def _limited(main: Clause, interval: Interval) -> str:
    """What a limit outside the conditions is about: an active clause's object up to the limit, else the subject."""
    quote = _fold(interval.text)
    if main.form is ClauseForm.ACTIVE and main.object:
        before = _fold(main.object).partition(quote)[0]
        while trimmed := TRAILING.search(f" {before}"):
            before = f" {before}"[: trimmed.start()].strip()
        if before and not any(char.isdigit() for char in before):
            return before
    return main.subject.partition(quote)[0].strip() or main.subject


def _nature(target: Target, interval: Interval) -> ServiceNature | None:
    """What a limit on the system's doing is about, or None where it may be an input's."""
    text = target.statement.text
    timed = is_duration(interval.unit)
    for nature, cue in NATURES:
        if not cue.search(_around(text, interval) if nature is ServiceNature.ACCURACY else text):
            continue
        if nature is ServiceNature.RETENTION and not timed:
            continue
        if nature is ServiceNature.AVAILABILITY and (interval.unit or "") not in {"%", "percent", "per cent"}:
            continue
        if nature is ServiceNature.FREQUENCY and not timed:
            continue
        if nature is ServiceNature.CAPACITY and (
            timed or LENGTH.search(interval.unit or interval.text) or PHYSICAL.search(text)
        ):
            continue
        return nature
    configurable = re.search(
        r"\b(?:configurable|adjustable|settable|selectable|enter|set (?:the|a)|accept)\b", text, re.IGNORECASE
    )
    password = Archetype.PWD in target.kinds
    return ServiceNature.RESPONSE if timed and not configurable and not password else None


def _subject(words: str, quote: str, fallback: str) -> str:
    """The limited thing of a cause: the words before the limit, cut to the noun phrase; else the cause's variable."""
    folded, variable = _fold(words), _fold(fallback)
    at = folded.find(_fold(quote))
    before = folded[:at].strip() if at > 0 else ""
    rest = before[len(variable) :].split() if variable and before.startswith(variable) else None
    if rest is not None and len(rest) <= _VERB_AND_LITTLE_ELSE:
        return fallback
    while trimmed := TRAILING.search(before):
        before = before[: trimmed.start()]
    return before or fallback


def _overlaps(interval: Interval, start: int) -> bool:
    return interval.start <= start < interval.end or abs(interval.start - start) <= 20  # noqa: PLR2004 - "for at least" may belong to either text


def _fold(text: str) -> str:
    return " ".join(text.split())
