"""Exact values at and beside a limit, and durations at and beside a demanded one.

Boundary values: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (two- and three-value boundary analysis). The step is one in the last
decimal written, an assumption that the test states.
"""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.limit_point import Hold, LimitPoint, Position
from gampgen.domain.quantity import Comparator, Interval, Quantity, boundary_step
from gampgen.domain.risk import Level
from gampgen.techniques.limit_model import Limit, holds, is_duration, is_length

_HOLD_FACTOR = 2


def points(limit: Limit, priority: Level) -> tuple[LimitPoint, ...]:
    """On-boundary and nearest value across, for each end; high priority adds the third value. Doubles left out."""
    found: dict[str, LimitPoint] = {}
    for interval in limit.intervals or (limit.interval,):
        for value, lower in ((interval.lower, True), (interval.upper, False)):
            for position in _positions(interval, lower=lower, priority=priority) if value is not None else ():
                if limit.counted and position is Position.JUST_ABOVE and lower and interval.lower_inclusive:
                    continue  # what n events bring about has come before another one can
                point = _point(limit, interval, value or "", position, lower=lower)
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


def _point(limit: Limit, interval: Interval, value: str, position: Position, *, lower: bool) -> LimitPoint | None:
    edge, step = Decimal(value), boundary_step(value)
    number = edge + {Position.JUST_BELOW: -step, Position.JUST_ABOVE: step}.get(position, Decimal(0))
    if number < 0 <= edge and (is_duration(interval.unit) or _countable(limit)):
        return None  # neither a length nor a time nor a count goes below zero
    inclusive = interval.lower_inclusive if lower else interval.upper_inclusive
    outward = -step if lower else step
    inside, outside = (edge, edge + outward) if inclusive else (edge - outward, edge)
    across = outside if holds(interval, number) else inside
    return LimitPoint(
        subject=limit.subject,
        value=text_of(number),
        unit=interval.unit,
        limit=value,
        lower=lower,
        inclusive=inclusive is not limit.inverted,
        position=position,
        within=limit.meets(number),
        other_side=text_of(across),
        step=text_of(step),
        quote=interval.text,
        denied=limit.denied,
        counted=limit.counted,
        valued=limit.valued,
    )


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


def window_of(interval: Interval, position: Position) -> Hold:
    """A time in which a change comes about, at, just below or just above the one that the sentence allows."""
    required = Decimal(interval.upper or "0")
    number = required + {
        Position.JUST_BELOW: -boundary_step(text_of(required)),
        Position.JUST_ABOVE: boundary_step(text_of(required)),
    }.get(position, Decimal(0))
    return Hold(
        value=text_of(number),
        required=text_of(required),
        unit=interval.unit or "",
        position=position,
        enough=holds(interval, number),
        window=True,
        quote=interval.text,
    )


def is_nearest(point: LimitPoint) -> bool:
    """Whether no value lies between the point and the limit: the limit itself, or its neighbour across."""
    return point.position is Position.ON_BOUNDARY or Decimal(point.other_side) == Decimal(point.limit)


def long_hold(quantity: Quantity) -> Hold:
    """Twice the duration that the sentence demands: long enough to be sure that nothing comes later."""
    return Hold(
        value=text_of(quantity.number * _HOLD_FACTOR),
        required=quantity.value,
        unit=quantity.unit or "",
        position=Position.INSIDE,
        enough=True,
    )


def just_enough(quantity: Quantity) -> Hold:
    """The shortest duration that meets what the sentence demands: the duration itself, or one step more."""
    return hold_of(quantity, Position.JUST_ABOVE if quantity.comparator is Comparator.MORE else Position.ON_BOUNDARY)


def _countable(limit: Limit) -> bool:
    return limit.interval.unit is None or is_length(limit)
