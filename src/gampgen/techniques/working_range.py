"""The range over which a deviation has to be kept: "± 0.5 °C in the range of 20 °C to 40 °C".

Such a range limits no value of its own. It says where the deviation is measured: at both of its ends and between them.
Source: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (values at the ends of a range).
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Interval
from gampgen.domain.unit import unit_named
from gampgen.techniques.limit_model import is_duration
from gampgen.techniques.limit_nature import place_of

_LEADS = re.compile(
    r"\b(?:in|over|within|across|throughout|for|of)\s+(?:the |a |an |its |their )?"
    r"(?:(?!(?:the|a|an|and|or|is|be)\b)[\w-]+ ){0,3}?(?:range(?:s)?\s*)?(?:of\s*|from\s*|between\s*)?$",
    re.IGNORECASE,
)
_RANGE_TEXT = re.compile(r"(?:range\b|from\b|between\b)", re.IGNORECASE)


def over_range(text: str, intervals: tuple[Interval, ...], deviation: Interval) -> Interval | None:
    """The working range of a deviation that stands behind it in the same sentence; None where there is none."""
    if not is_deviation(deviation):
        return None
    return next((one for one in intervals if _spans(text, one, deviation)), None)


def is_deviation(interval: Interval) -> bool:
    """Whether an interval is a deviation from something: from minus to plus."""
    return bool(interval.lower and interval.upper and interval.lower.startswith("-") and _SIGN.search(interval.text))


_SIGN = re.compile(r"±|\+\s?/\s?[-−–]|\+[-−–]|plus\s*(?:or|/)\s*minus", re.IGNORECASE)


def _spans(text: str, one: Interval, deviation: Interval) -> bool:
    start, end = place_of(text, one), place_of(text, deviation)
    if one is deviation or is_deviation(one) or one.lower is None or one.upper is None or is_duration(one.unit):
        return False
    behind = start > end
    between = text[end + len(deviation.text) : start] if behind else text[start + len(one.text) : end]
    if ";" in between or _FULL_STOP.search(between) or not _same_dimension(one.unit, deviation.unit):
        return False
    if not behind:
        return bool(_WITH.match(between))
    return bool(_RANGE_TEXT.match(one.text) or _LEADS.search(between))


_FULL_STOP = re.compile(r"\.\s")
# "in the range of 20 °C to 40 °C with a tolerance of ± 0.3 °C"
_WITH = re.compile(r"^\s*,?\s*(?:with|to|at)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}(?:of\s+|within\s+)?$", re.IGNORECASE)


def _same_dimension(one: str | None, other: str | None) -> bool:
    if one is None or other is None or other in {"%", "percent"} or one == other:
        return one is not None
    first, second = unit_named(one), unit_named(other)
    return first is not None and second is not None and first.dimension == second.dimension
