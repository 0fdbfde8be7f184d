"""Which limits a statement sets, on what, and the exact values at and beside them.

Boundary values: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (two- and three-value boundary analysis). The step is one in the last
decimal written, an assumption that the test states.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from gampgen.domain.coverage import ActionKind, Hold, LimitPoint, Position, ServiceNature
from gampgen.domain.quantity import Comparator, Interval, Quantity, boundary_step
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype, Cause, CauseKind, Statement
from gampgen.techniques.interface import Target

TIME_UNIT = re.compile(
    r"^(?:ms|s|sec|secs|seconds?|milliseconds?|min|mins|minutes?|h|hr|hrs|hours?|d|days?|weeks?|months?|years?|yrs?|working days?"
    r"|business days?|calendar days?)$",
    re.IGNORECASE,
)
_LONG_TIME = re.compile(r"^(?:weeks?|months?|years?|yrs?|(?:working |business |calendar )?days?)$", re.IGNORECASE)
_PHYSICAL = re.compile(
    r"\b(?:temperatures?|pressures?|humidity|speeds?|flow|flows|ph|levels?|weights?|mass|masses|conductivity|voltage|current|torque"
    r"|concentrations?|volumes?|turbidity|vacuum|dose|doses|particle counts?|oxygen|signal|rpm)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:characters?|chars?|digits?|letters?|symbols?|bytes?|long|length)\b", re.IGNORECASE)
_INPUT = re.compile(
    r"\b(?:accepts?|enter(?:ed|s|ing)?|inputs?|fields?|valid|invalid|allowed|permitted|permissible|set[ -]?points?|configurable|adjustable"
    r"|settable|selectable|parameters?|ranges?|length|characters|digits|passwords?|values?|reject(?:s|ed)?|refuse[sd]?|range|limits?"
    r"|scores?|percentage|quantity|quantities|number)\b",
    re.IGNORECASE,
)
_NATURES: tuple[tuple[ServiceNature, re.Pattern[str]], ...] = (
    (ServiceNature.RETENTION, re.compile(r"\b(?:retain\w*|retention|archiv\w*|kept|keep|preserv\w*|stored? for|maintained for)\b", re.IGNORECASE)),
    (ServiceNature.AVAILABILITY, re.compile(r"\b(?:availab\w+|uptime|up-time|downtime)\b", re.IGNORECASE)),
    (ServiceNature.ACCURACY, re.compile(r"\b(?:accura\w+|precis\w+|toleranc\w+|uncertaint\w+|resolution|repeatab\w+|drift|deviat\w+ (?:of|by)|error)\b|±|\+/-", re.IGNORECASE)),
    (ServiceNature.FREQUENCY, re.compile(r"\b(?:every|interval|intervals|frequenc\w+|sampling|once (?:per|a|an|every)|refresh\w*|poll\w*|cycle)\b", re.IGNORECASE)),
    (ServiceNature.CAPACITY, re.compile(r"\b(?:concurrent\w*|simultaneous\w*|capacity|throughput|users|records|transactions|samples|entries|per (?:hour|day|minute|second|shift|year)|scal\w+|volume|in parallel)\b", re.IGNORECASE)),
)  # fmt: skip
_CONTROLLED = frozenset({ActionKind.CONTROL, ActionKind.RETAIN})
_TAKING = frozenset(
    {ActionKind.ALLOW, ActionKind.REFUSE, ActionKind.CHECK, ActionKind.CONFIGURE, ActionKind.RECORD, ActionKind.CHANGE,
     ActionKind.REQUIRE, ActionKind.MONITOR}
)  # fmt: skip
_FOR = re.compile(
    r"\bfor\s+(?:at least\s+|more than\s+|longer than\s+|a period of\s+|over\s+|a minimum of\s+)*$", re.IGNORECASE
)
_TRAILING = re.compile(
    r"\s+(?:rises?|falls?|drops?|goes|go|gets?|becomes?|is|are|was|were|be|reach(?:es)?|stays?|remains?|lies|lie|exceeds?|increases?"
    r"|decreases?|has|have|of|by|to|with|at|for|not|a|an|the|measured|detected|recorded|climbs?|moves?|comes?|equals?)$",
    re.IGNORECASE,
)
_HOLD_FACTOR = 2


class LimitRole(StrEnum):
    """On what a limit is set: a condition, an input, or what the system does."""

    CONDITION = "condition"
    INPUT = "input"
    SERVICE = "service"


class Limit(NamedTuple):
    """An interval with the role it plays; `cause` is the index of the cause that holds it, `hold` its duration."""

    interval: Interval
    role: LimitRole
    subject: str
    cause: int | None = None
    hold: Quantity | None = None
    nature: ServiceNature = ServiceNature.OTHER


def deciding_causes(statement: Statement) -> tuple[Cause, ...]:
    """The causes of the decision table: conditions, or reasons where there is no condition."""
    conditions = tuple(one for one in statement.causes if one.kind is CauseKind.CONDITION)
    return conditions or tuple(one for one in statement.causes if one.kind is CauseKind.REASON)


def is_length(limit: Limit) -> bool:
    """Whether the number is the length of a text ("8 characters")."""
    unit = limit.interval.unit or limit.interval.text
    return bool(_LENGTH.search(unit) or re.search(r"\blength\b", limit.subject, re.IGNORECASE))


def is_duration(unit: str | None) -> bool:
    """Whether a unit is one of time."""
    return bool(unit and TIME_UNIT.match(unit.strip()))


def limits_of(target: Target) -> tuple[Limit, ...]:
    """Every limit of a statement with its role, in the sentence's order.

    A duration that says how long another limit of the same cause must last is that limit's `hold`, no limit of its own.
    """
    causes = deciding_causes(target.statement)
    found: list[Limit] = []
    for interval in target.statement.intervals:
        at = next((i for i, cause in enumerate(causes) if _fold(interval.text) in _fold(cause.words)), None)
        if at is None:
            found.append(_outside_causes(target, interval))
            continue
        subject = _subject(causes[at].words, interval.text, causes[at].variable)
        found.append(Limit(interval, LimitRole.CONDITION, subject, at, _hold(target.statement, causes[at], interval)))
    holds = {(one.cause, one.hold.start) for one in found if one.hold}
    return tuple(
        one for one in found
        if not (is_duration(one.interval.unit) and any(c == one.cause and _overlaps(one.interval, s) for c, s in holds))
    )  # fmt: skip


def points(limit: Limit, priority: Level) -> tuple[LimitPoint, ...]:
    """On-boundary and nearest value across, for each end; high priority adds the third value. Doubles left out."""
    found: dict[str, LimitPoint] = {}
    for value, lower in ((limit.interval.lower, True), (limit.interval.upper, False)):
        if value is None:
            continue
        for position in _positions(limit.interval, lower=lower, priority=priority):
            point = _point(limit, value, position, lower=lower)
            if point and point.value not in found:
                found[point.value] = point
    return tuple(found.values())


def nearest(limit: Limit, *, within: bool, last: bool = False) -> LimitPoint | None:
    """The value nearest to the limit (`last`: to its second end) that lies within the interval, or outside."""
    every = [point for point in points(limit, Level.HIGH) if point.within is within]
    if not every:
        return None
    ranked = sorted(every, key=lambda one: abs(Decimal(one.value) - Decimal(one.limit)))
    if last:
        ranked = [one for one in ranked if one.lower != ranked[0].lower] or ranked
    return ranked[0]


def text_of(number: Decimal) -> str:
    """A decimal as it is written, never in exponent form."""
    return format(number, "f")


def _positions(interval: Interval, *, lower: bool, priority: Level) -> tuple[Position, ...]:
    inclusive = interval.lower_inclusive if lower else interval.upper_inclusive
    outward = Position.JUST_BELOW if lower else Position.JUST_ABOVE
    inward = Position.JUST_ABOVE if lower else Position.JUST_BELOW
    across, third = (outward, inward) if inclusive else (inward, outward)
    if interval.lower == interval.upper:
        across = outward
        return (Position.ON_BOUNDARY, across)
    return (Position.ON_BOUNDARY, across, third) if priority is Level.HIGH else (Position.ON_BOUNDARY, across)


def _point(limit: Limit, value: str, position: Position, *, lower: bool) -> LimitPoint | None:
    interval, edge, step = limit.interval, Decimal(value), boundary_step(value)
    shift = {Position.ON_BOUNDARY: 0, Position.JUST_BELOW: -1, Position.JUST_ABOVE: 1}[position]
    number = edge + shift * step
    if number < 0 <= edge and (is_duration(interval.unit) or _countable(limit)):
        return None  # neither a length nor a time nor a count goes below zero
    inclusive = interval.lower_inclusive if lower else interval.upper_inclusive
    outward = -step if lower else step
    nearest_inside, nearest_outside = (edge, edge + outward) if inclusive else (edge - outward, edge)
    across = nearest_outside if holds(interval, number) else nearest_inside
    return LimitPoint(
        subject=limit.subject, value=text_of(number), unit=interval.unit, limit=value, lower=lower, inclusive=inclusive,
        position=position, within=holds(interval, number), other_side=text_of(across), step=text_of(step), quote=interval.text,
    )  # fmt: skip


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


def hold_of(quantity: Quantity, position: Position, *, restarts: bool = False) -> Hold:
    """A duration at, just below or just above the one that the sentence demands."""
    required, step = quantity.number, boundary_step(quantity.value)
    number = required + {Position.JUST_BELOW: -step, Position.JUST_ABOVE: step}.get(position, Decimal(0))
    enough = number > required or (number == required and quantity.comparator is not Comparator.MORE)
    return Hold(
        value=text_of(number), required=quantity.value, unit=quantity.unit or "", position=position, enough=enough and not restarts,
        restarts=restarts,
    )  # fmt: skip


def long_hold(quantity: Quantity) -> Hold:
    """Twice the duration that the sentence demands: long enough to be sure that nothing comes later."""
    return Hold(
        value=text_of(quantity.number * _HOLD_FACTOR),
        required=quantity.value,
        unit=quantity.unit or "",
        position=Position.INSIDE,
        enough=True,
    )


def _hold(statement: Statement, cause: Cause, interval: Interval) -> Quantity | None:
    if is_duration(interval.unit):
        return None
    for quantity in statement.quantities:
        before = statement.text[: quantity.start]
        leading = _FOR.search(before) or re.match(r"for\s", quantity.text, re.IGNORECASE)
        if (
            is_duration(quantity.unit)
            and leading
            and _fold(quantity.text) in _fold(cause.words)
            and quantity.number > 0
        ):
            return quantity
    return None


def _outside_causes(target: Target, interval: Interval) -> Limit:
    main = next((one for one in target.clauses), None)
    text = target.statement.text
    nature = _nature(target, interval)
    subject = _subject(text, interval.text, main.subject if main else "")
    role = LimitRole.SERVICE
    if nature is None:
        kind = main.kind if main else ActionKind.OTHER
        wanted = _INPUT.search(text) or kind in _TAKING or _LENGTH.search(interval.unit or interval.text)
        controlled = kind in _CONTROLLED or (
            kind not in _TAKING and _PHYSICAL.search(subject) and not _INPUT.search(subject)
        )
        if wanted and not (controlled and kind in _CONTROLLED):
            role = LimitRole.INPUT
        nature = ServiceNature.CONTROL if controlled else ServiceNature.OTHER
    return Limit(interval, role, subject, nature=nature)


def _nature(target: Target, interval: Interval) -> ServiceNature | None:
    """What a limit on the system's doing is about, or None where it may be an input's."""
    text = target.statement.text
    timed = is_duration(interval.unit)
    for nature, cue in _NATURES:
        if not cue.search(text):
            continue
        if nature is ServiceNature.RETENTION and not timed:
            continue
        if nature is ServiceNature.AVAILABILITY and (interval.unit or "") not in {"%", "percent", "per cent"}:
            continue
        if nature is ServiceNature.FREQUENCY and not timed:
            continue
        if nature is ServiceNature.CAPACITY and (
            timed or _LENGTH.search(interval.unit or interval.text) or _PHYSICAL.search(text)
        ):
            continue
        return nature
    configurable = re.search(
        r"\b(?:configurable|adjustable|settable|selectable|enter|set (?:the|a)|accept)\b", text, re.IGNORECASE
    )
    password = Archetype.PWD in target.kinds
    return ServiceNature.RESPONSE if timed and not configurable and not password else None


def _subject(words: str, quote: str, fallback: str) -> str:
    """The limited thing: the words before the limit, cut to the noun phrase; the fallback where that leaves nothing."""
    at = _fold(words).find(_fold(quote))
    before = _fold(words)[:at].strip() if at > 0 else ""
    if fallback and fallback.strip() and before.startswith(_fold(fallback)):
        rest = before[len(_fold(fallback)) :].split()
        if len(rest) <= 3:  # noqa: PLR2004 - "rises above", "is not above": a verb and little else
            return fallback
    while trimmed := _TRAILING.search(before):
        before = before[: trimmed.start()]
    named = re.search(
        r"(?:^|\b(?:accept|accepts|enter|set|allow|measure|of|where|reject|refuse|maintain|control|keep)\s+)((?:the |a |an )?[\w\- ]{3,50})$",
        before,
    )
    return (named[1] if named else fallback).strip() or fallback


def _countable(limit: Limit) -> bool:
    return limit.interval.unit is None or bool(_LENGTH.search(limit.interval.unit or limit.interval.text))


def _overlaps(interval: Interval, start: int) -> bool:
    return interval.start <= start < interval.end or abs(interval.start - start) <= 20  # noqa: PLR2004 - "for at least" may belong to either text


def _fold(text: str) -> str:
    return " ".join(text.split())
