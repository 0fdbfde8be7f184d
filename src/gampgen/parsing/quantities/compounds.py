"""Amounts in two units: "1 h 30 min", "5 ft 2 in" are one quantity each."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from gampgen.domain.quantity import Comparator
from gampgen.domain.unit import Unit, unit_named
from gampgen.parsing.quantities.measures import Measure
from gampgen.parsing.quantities.numbers import EXACT, in_decimals

_JOINT = re.compile(r"\s*(?:,?\s*and\s+)?\Z")
_INCHES = re.compile(r"\s?in(?:\b\.?|ch\b|ches\b)")
_DIMENSIONS = frozenset({"time", "length", "mass"})
_FIFTEEN_PLACES = Decimal("0.000000000000001")


def join_compounds(text: str, measures: list[Measure]) -> list[Measure]:
    """The measures of a text in order, amounts in two units joined into one.

    A time is said in its smaller unit ("1 h 30 min" is 90 min), so that its boundary step is the one that was written;
    lengths and masses in the larger one ("5 ft 2 in" is 5.166666666666667 ft, rounded to fifteen places).
    """
    out: list[Measure] = []
    for measure in measures:
        joined = _joined(text, out[-1], measure) if out else None
        if joined is None:
            out.append(measure)
        else:
            out[-1] = joined
    return out


def _joined(text: str, large: Measure, small: Measure) -> Measure | None:
    if large.unit is None or small.comparison is not None or not _JOINT.match(text[large.whole_end : small.start]):
        return None
    above, small = unit_named(large.unit), _with_inches(text, large, small)
    below = unit_named(small.unit) if small.unit else None
    if above is None or below is None or above.dimension != below.dimension or above.dimension not in _DIMENSIONS:
        return None
    ratio = EXACT.divide(Decimal(above.factor), Decimal(below.factor))
    whole = ratio == ratio.to_integral_value() and large.number.decimal == large.number.decimal.to_integral_value()
    if not whole or ratio <= 1 or not 0 < small.number.decimal < ratio:
        return None
    value, unit = _amount(large, small, ratio, above)
    number = replace(large.number, end=small.number.end, value=value)
    comparator = large.comparator if small.comparator is Comparator.EQUAL else small.comparator
    return replace(large, number=number, end=small.end, whole_end=small.whole_end, unit=unit, comparator=comparator)


def _with_inches(text: str, large: Measure, small: Measure) -> Measure:
    """Inches behind feet may be written "in"; anywhere else that is a preposition."""
    feet = unit_named(large.unit or "")
    match = _INCHES.match(text, small.number.end)
    if small.unit is not None or feet is None or feet.symbol != "ft" or match is None:
        return small
    return replace(small, unit="inch", end=match.end(), whole_end=match.end(), counted=None)


def _amount(large: Measure, small: Measure, ratio: Decimal, above: Unit) -> tuple[str, str | None]:
    if above.dimension == "time":
        total = EXACT.add(EXACT.multiply(large.number.decimal, ratio), small.number.decimal)
        return in_decimals(total, trim=False), small.unit
    part = EXACT.divide(small.number.decimal, ratio).quantize(_FIFTEEN_PLACES, context=EXACT)
    return in_decimals(EXACT.add(large.number.decimal, part), trim=True), large.unit
