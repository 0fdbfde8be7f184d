"""Boundary value analysis of limits on conditions and inputs (ISO/IEC/IEEE 29119-4:2021 §5.2.3).

Each limit gets the value on the boundary and the nearest value across it; high priority adds the third value. A
duration that a condition must last is a second dimension: one step too short, exactly long enough and, with high
priority, one step
longer and the restart of the time.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause
from gampgen.domain.coverage import CoverageItem, InputCase
from gampgen.domain.limit_point import LimitPoint, Position
from gampgen.domain.quantity import Comparator, Interval
from gampgen.domain.risk import Level
from gampgen.domain.statement import DecisionRow
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.conditions import case_of, decides, polarity_of
from gampgen.techniques.decision_table import cause_limits, further_rows, has_table, table_cases
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import LIMITING, alphabet_of
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes, is_length
from gampgen.techniques.limit_values import hold_of, is_nearest, just_enough, long_hold, points, window_of
from gampgen.techniques.limits import limits_of
from gampgen.techniques.stated_limits import clause_of


def boundary_values(target: Target) -> tuple[CoverageItem, ...]:
    """Items for every limit that the statement sets on a condition or an input."""
    found: list[CoverageItem] = []
    limits = cause_limits(target)
    if has_table(target):
        for at, limit in limits.items():
            found += _condition_items(target, limits, at, limit)
    for limit in limits_of(target):
        if limit.role is LimitRole.INPUT:
            found += _input_items(target, limit)
    return tuple(found)


# ------------------------------------------------------------------ a limit in a condition
def _condition_items(target: Target, limits: dict[int, Limit], at: int, limit: Limit) -> list[CoverageItem]:
    alone = len(deciding_causes(target.statement)) == 1
    used = set() if alone else _values_in_rows(target, limits, at)
    found: list[CoverageItem] = []
    for point in points(limit, target.priority):
        first = at == min(limits) and point.limit == (limit.interval.lower or limit.interval.upper)
        for value in _with_durations(point, limit, target.priority, first=first):
            if _key(value) in used:
                continue
            holds = value.within and (value.hold is None or value.hold.enough)
            made = (_condition_item(target, limits, row, at, value) for row in _rows(target, at, truth=holds))
            found += [item for item in made if item is not None][:1]
    if limit.counted and (spread := _spread(target, limit, at)):
        made = (_condition_item(target, limits, row, at, spread) for row in _rows(target, at, truth=False))
        found += [item for item in made if item is not None][:1]
    return found


_SAME = re.compile(
    r"\b(?:at|on|in|of|from|by|for) the same (?!time\b|moment\b|instant\b|kind\b|way\b)(?P<what>[a-z]+(?: [a-z]+)?)\b",
    re.IGNORECASE,
)


def _spread(target: Target, limit: Limit, at: int) -> LimitPoint | None:
    """As many events as are counted, not all of the same: "five rejects at the same station" on two stations."""
    same = _SAME.search(deciding_causes(target.statement)[at].words)
    point = next((one for one in points(limit, target.priority) if one.within), None)
    if same is None or point is None:
        return None
    apart = f", not all {same[0]}"
    return point.model_copy(
        update={"counted": f"{point.counted}{apart}", "subject": f"{point.subject}{apart}", "within": False}
    )


def _condition_item(
    target: Target, limits: dict[int, Limit], row: DecisionRow, at: int, value: LimitPoint
) -> CoverageItem | None:
    case = case_of(target, row, limits, (at, value))
    if case is None:
        return None
    return target.item(
        Technique.BOUNDARY_VALUE_ANALYSIS,
        "BVA",
        _aspect(value),
        polarity_of(case),
        case,
        quote=value.quote,
    )


def _values_in_rows(target: Target, limits: dict[int, Limit], at: int) -> set[tuple[str, str]]:
    """Values (with their durations) that the decision table's tests already try while this cause decides."""
    cause = deciding_causes(target.statement)[at]
    used: set[tuple[str, str]] = set()
    for row, case in table_cases(target, limits):
        point = case.states[at].point
        if point and decides(target.statement, row, cause):
            used.add(_key(point))
    return used


def _key(point: LimitPoint) -> tuple[str, str]:
    """A value with its duration, as text."""
    return point.value, point.hold.value if point.hold else ""


def _rows(target: Target, at: int, *, truth: bool) -> list[DecisionRow]:
    """The rows in which the cause has this truth: those in which it decides first, those beside the table last."""
    cause = deciding_causes(target.statement)[at]
    rows = [row for row in target.statement.decision_table if row[cause.id] is truth]
    beside = [row for row in further_rows(target.statement) if row[cause.id] is truth]
    return [*(row for row in rows if decides(target.statement, row, cause)), *rows, *beside]


def _with_durations(point: LimitPoint, limit: Limit, priority: Level, *, first: bool) -> list[LimitPoint]:
    """The point held for the durations that matter: twice the demanded one where nothing may happen, else n-1, n, ….

    The longer time and the restart are tried at the `first` end of the limit only: they are about the clock.
    """
    hold = limit.hold
    if limit.window is not None:
        return _in_windows(point, limit.window, priority)
    if hold is None:
        return [point]
    if not point.within:
        return [point.model_copy(update={"hold": long_hold(hold)})]
    if not is_nearest(point):
        return [point.model_copy(update={"hold": just_enough(hold)})]
    kinds = [Position.ON_BOUNDARY, Position.JUST_ABOVE if hold.comparator is Comparator.MORE else Position.JUST_BELOW]
    if priority is Level.HIGH and first:
        kinds.append(Position.JUST_BELOW if hold.comparator is Comparator.MORE else Position.JUST_ABOVE)
    held = [point.model_copy(update={"hold": hold_of(hold, kind)}) for kind in kinds]
    if priority is not Level.LOW and hold.number > 1 and first:
        held.append(point.model_copy(update={"hold": hold_of(hold, Position.JUST_BELOW, restarts=True)}))
    return held


def _in_windows(point: LimitPoint, window: Interval, priority: Level) -> list[LimitPoint]:
    """A change within exactly the time allowed and, where it is large enough, one step slower (high: faster too)."""
    kinds = [Position.ON_BOUNDARY]
    if point.within and is_nearest(point):
        kinds.append(Position.JUST_ABOVE)
        if priority is Level.HIGH:
            kinds.append(Position.JUST_BELOW)
    return [point.model_copy(update={"hold": window_of(window, kind)}) for kind in kinds]


# ------------------------------------------------------------------ a limit on an input
def _input_items(target: Target, limit: Limit) -> list[CoverageItem]:
    """One item per boundary value; with high priority the inner neighbours together in one more."""
    main = clause_of(target, limit.interval.text) or Clause(subject="")
    turned = _refuses(main, limit)
    found: list[CoverageItem] = []
    inner: list[LimitPoint] = []
    for point in points(limit, target.priority):
        if not is_nearest(point):
            inner.append(point)
            continue
        found.append(_input_item(target, main, limit, (point,), accepted=point.within is not turned))
    if inner:
        found.append(_input_item(target, main, limit, tuple(inner), accepted=inner[0].within is not turned))
    return found


def _refuses(main: Clause, limit: Limit) -> bool:
    """Whether the sentence speaks of the values that it refuses ("refuse … below 1 kg", "shall not accept …").

    A limit that is itself a denial ("shall not exceed 5", "limited to 5") already names the accepted values.
    """
    if LIMITING.search(limit.interval.text) or main.verb in {"limit", "restrict", "cap", "exceed", "fall"}:
        return False
    return (main.kind is ActionKind.REFUSE) is not main.negated


def _input_item(
    target: Target, main: Clause, limit: Limit, values: tuple[LimitPoint, ...], *, accepted: bool
) -> CoverageItem:
    case = InputCase(
        clause=main, points=values, accepted=accepted, length=is_length(limit), flagged=limit.flagged,
        unsure=limit.unsure,
        alphabet=alphabet_of(target.statement.text),
    )  # fmt: skip
    polarity = Polarity.POSITIVE if accepted else Polarity.NEGATIVE
    aspect = "-".join(_aspect(one) for one in values)
    return target.item(Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", aspect, polarity, case, quote=values[0].quote)


def _aspect(point: LimitPoint) -> str:
    where = {
        Position.ON_BOUNDARY: "at",
        Position.JUST_BELOW: "below",
        Position.JUST_ABOVE: "above",
        Position.INSIDE: "inside",
    }
    held = ""
    if point.hold:
        held = (
            f" restart {point.hold.value} {point.hold.unit}"
            if point.hold.restarts
            else f" for {point.hold.value} {point.hold.unit}"
        )
    spread = " spread" if ", not all" in point.counted else ""
    return f"{where[point.position]} {point.value} {point.unit or ''}{held}{spread}"
