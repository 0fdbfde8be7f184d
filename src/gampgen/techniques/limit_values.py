"""Exact values at and beside a limit, and durations at and beside a demanded one.

Boundary values: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (two- and three-value boundary analysis). The step is one in the last
decimal written, an assumption that the test states.
"""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.coverage import Hold, LimitPoint, Position
from gampgen.domain.quantity import Comparator, Interval, Quantity, boundary_step
from gampgen.domain.risk import Level
from gampgen.techniques.limits import Limit, is_duration, is_length

_HOLD_FACTOR = 2


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
        subject=limit.subject,
        value=text_of(number),
        unit=interval.unit,
        limit=value,
        lower=lower,
        inclusive=inclusive,
        position=position,
        within=holds(interval, number),
        other_side=text_of(across),
        step=text_of(step),
        quote=interval.text,
    )


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
        value=text_of(number),
        required=quantity.value,
        unit=quantity.unit or "",
        position=position,
        enough=enough and not restarts,
        restarts=restarts,
    )


def long_hold(quantity: Quantity) -> Hold:
    """Twice the duration that the sentence demands: long enough to be sure that nothing comes later."""
    return Hold(
        value=text_of(quantity.number * _HOLD_FACTOR),
        required=quantity.value,
        unit=quantity.unit or "",
        position=Position.INSIDE,
        enough=True,
    )


def _countable(limit: Limit) -> bool:
    return limit.interval.unit is None or is_length(limit)
