"""Tolerances: a nominal value with its band ("30 kPa ± 2 kPa"), and a deviation that stands alone ("± 0.5 °C")."""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.unit import unit_named
from gampgen.parsing.quantities.measures import Measure, same_unit
from gampgen.parsing.quantities.numbers import EXACT, in_decimals

PLUS_MINUS = re.compile(r"\s*\(?(?:±|\+\s?/\s?[-−–]|\+[-−–]|plus\s*(?:or|/)\s*minus)\s*\Z", re.IGNORECASE)
"""What stands between a nominal value and its tolerance."""

_PLUS_MINUS_BEFORE = re.compile(r"(?:±|\+\s?/\s?[-−–]|\+[-−–]|\bplus\s*(?:or|/)\s*minus)\s*\Z", re.IGNORECASE)
_UNEVEN = re.compile(
    r"\s*\(?,?\s*(?:with\s+)?(?:an?\s+|the\s+)?(?:(?:limits?|tolerances?|deviations?)\s+of\s+)?(?P<one>[-+−–])\s?[0-9]+(?:[.,][0-9]+)?\s?[^\s/()0-9]{0,6}\s?/\s?(?P<other>[-+−–])\s?[0-9]+"
)
_SHARES = frozenset({"%", "percent", "per cent"})


def tolerance(text: str, nominal: Measure, band: Measure) -> list[Quantity | Interval] | None:
    """The nominal value and the interval of "30 kPa ± 2 kPa", "30 ± 2 kPa", "25.00 kg ± 1 %" (of the nominal value).

    None where the two units do not go together.
    """
    width, unit = abs(band.number.decimal), nominal.unit or band.unit
    if nominal.unit and band.unit and not same_unit(nominal.unit, band.unit):
        named = unit_named(band.unit)
        if nominal.unit in _SHARES and named is not None and named.dimension == "relative humidity":
            unit = band.unit  # "45 % ± 5 % RH"
        elif band.unit in _SHARES:
            width = EXACT.divide(EXACT.multiply(abs(nominal.number.decimal), width), Decimal(100))
        else:
            return None
    end = _bracket_closed(text, nominal, band)
    return [_nominal(text, nominal, unit), _band(text, nominal, unit, (width, width), end)]


def uneven_tolerance(text: str, three: list[Measure]) -> tuple[Quantity, Interval] | None:
    """The nominal value and the interval of "121 °C (−0/+3 °C)" or "25 °C +2/-1 °C"; None where there is none."""
    if len(three) < 3 or three[0].unit is None:  # noqa: PLR2004 - nominal value, tolerance, tolerance
        return None
    nominal, first, second = three
    match = _UNEVEN.match(text, nominal.end)
    if match is None or (match["one"] == "+") == (match["other"] == "+") or second.end < match.end():
        return None
    if second.unit is not None and not same_unit(nominal.unit or "", second.unit):
        return None
    up, down = (first, second) if match["one"] == "+" else (second, first)
    widths = (abs(down.number.decimal), abs(up.number.decimal))
    end = _bracket_closed(text, nominal, second)
    return _nominal(text, nominal, nominal.unit), _band(text, nominal, nominal.unit, widths, end)


def deviation(text: str, measure: Measure) -> Interval | None:
    """The interval of a ± that stands alone ("an accuracy of ± 0.5 °C"); None where no such sign stands before."""
    sign = _PLUS_MINUS_BEFORE.search(text, max(0, measure.start - 14), measure.start)
    if sign is None:
        return None
    value = in_decimals(abs(measure.number.decimal), trim=False)
    return Interval(
        text=text[sign.start() : measure.end],
        lower=f"-{value}",
        upper=value,
        lower_inclusive=True,
        upper_inclusive=True,
        unit=measure.unit,
        start=sign.start(),
        end=measure.end,
        counted=measure.counted,
    )


def _nominal(text: str, nominal: Measure, unit: str | None) -> Quantity:
    start, end = nominal.start, nominal.end
    return Quantity(text=text[start:end], value=nominal.value, unit=unit, start=start, end=end, counted=nominal.counted)


def _band(text: str, nominal: Measure, unit: str | None, widths: tuple[Decimal, Decimal], end: int) -> Interval:
    middle = nominal.number.decimal
    return Interval(
        text=text[nominal.start : end],
        lower=_end(EXACT.subtract(middle, widths[0]), nominal),
        upper=_end(EXACT.add(middle, widths[1]), nominal),
        lower_inclusive=True,
        upper_inclusive=True,
        unit=unit,
        start=nominal.start,
        end=end,
        counted=nominal.counted,
    )


def _bracket_closed(text: str, nominal: Measure, last: Measure) -> int:
    """The end of the last measure, with the bracket that closes "20 °C (±2 °C)"."""
    opened = "(" in text[nominal.end : last.start]
    return last.end + 1 if opened and text[last.end : last.end + 1] == ")" else last.end


def _end(value: Decimal, nominal: Measure) -> str:
    """An end of the band with as many decimals as it needs, and no fewer than the nominal value has."""
    text = in_decimals(value, trim=True)
    absent = len(nominal.value.partition(".")[2]) - len(text.partition(".")[2])
    if absent <= 0:
        return text
    return f"{text}{'' if '.' in text else '.'}{'0' * absent}"
