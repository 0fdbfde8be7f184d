"""Pairs of numbers that bound one range, tolerances, and the one-sided limits: from measures to intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.unit import unit_named
from gampgen.parsing.quantities.measures import Measure, same_unit
from gampgen.parsing.quantities.outside import beyond, turned_out
from gampgen.parsing.quantities.sizes import is_factor, is_size_class
from gampgen.parsing.quantities.tolerances import PLUS_MINUS, deviation, tolerance, uneven_tolerance
from gampgen.parsing.quantities.units import measured

LOWER = frozenset({Comparator.AT_LEAST, Comparator.MORE})
UPPER = frozenset({Comparator.AT_MOST, Comparator.LESS})

_BETWEEN = re.compile(r"\bbetween\s+(?:(?:the|approximately|about|pH|a|an)\s+)*\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?P<word>from|range(?:\s+of|\s+from)?)\s+(?:(?:the|approximately|about|pH)\s+)*\Z", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:chang|increas|decreas|ris|rose|fall|fell|rais|lower|reduc|drop|grow|grew|declin|slow|switch|upgrad|updat"
    r"|migrat|convert|mov|edit|modif|correct|improv|shift|ramp|went|go)\w*\s+(?:\w+\s+){0,4}from\s+\Z",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:-|–|—|−|‑|~|∼|\.{2,3}|…|÷)\s*\Z")
_TO = re.compile(
    r"\s*(?:up\s+)?(?:to|through|thru|until|till)\s+(?:(?:the|about|approximately|pH)\s+)*\Z", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:and|to|&|-|–)\s*(?:(?:the|about|approximately|pH)\s+)*\Z", re.IGNORECASE)
_BOTH = re.compile(
    r"\s*(?:,?\s*(?:and|but)(?:\s+an?)?|,|;|/|,?\s*(?:and|but)\s+(?:shall|must|is|be|also|it\s+(?:shall|must)))?\s*\Z",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:\b(?:interval|range)\s+|∈\s*)?(?P<bracket>[\[(])\s*\Z", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?P<bracket>[\])])")
_COMMA = re.compile(r"\s*[,;]\s*\Z")
_SANDWICH = re.compile(r"\s*(?P<sign>≤|<=|<|≥|>=|>)\s*[A-Za-z][\w ]{0,30}?\s*\Z")

_EMPTY_WORDS_WORDS = """
a an the of to by at is be are shall must than only about approximately or equal ph : =
"""
_EMPTY_WORDS = frozenset(_EMPTY_WORDS_WORDS.split())

Reading = tuple[tuple[Quantity, ...], tuple[Interval, ...]]


def combine(text: str, measures: list[Measure]) -> Reading:
    """Quantities and intervals of one statement, in the order in which they stand.

    The two ends of a range become one interval and no quantity; a one-sided limit becomes both.
    """
    quantities: list[Quantity] = []
    intervals: list[Interval] = []
    place = 0
    while place < len(measures):
        here = measures[place]
        following = measures[place + 1] if place + 1 < len(measures) else None
        if (both := uneven_tolerance(text, measures[place : place + 3])) is not None:
            quantities.append(both[0])
            intervals.append(both[1])
            place += 3
            continue
        pair = turned_out(text, _pair(text, here, following)) if following else None
        if pair is not None:
            for made in pair:
                (quantities if isinstance(made, Quantity) else intervals).append(made)  # type: ignore[arg-type]
            place += 2
            continue
        for made in _single(text, here):
            (quantities if isinstance(made, Quantity) else intervals).append(made)  # type: ignore[arg-type]
        place += 1
    return tuple(quantities), tuple(intervals)


def _pair(text: str, low: Measure, high: Measure) -> list[Quantity | Interval] | None:
    between = text[low.end : high.start]
    if PLUS_MINUS.match(between):
        return tolerance(text, low, high)
    bounded = _sandwich(text, low, high) or _bracketed(text, low, high)
    if bounded is not None:
        return bounded
    if _limits_both_sides(text, low, high):
        return _two_limits(text, low, high)
    start = _range_start(text, low, high)
    return None if start is None else _range(text, low, high, start)


def _range_start(text: str, low: Measure, high: Measure) -> int | None:
    """Where the words of a range begin ("between", "from", or the number itself); None where the pair is no range."""
    gap = text[low.end : high.start]
    before = text[max(0, low.start - 60) : low.start]
    offset = low.start - len(before)
    if (match := _BETWEEN.search(before)) and _AND.match(gap):
        return offset + match.start()
    tilde = high.comparison is not None and high.comparison.words in {"~", "∼"}
    if high.comparison is not None and high.comparison.start >= low.end and not tilde:
        return None
    dash_read_as_sign = gap != "" and gap.isspace() and text[high.number.start] in "-–−"
    if _DASH.match(gap) or dash_read_as_sign:
        return _from_word(before, offset, low)
    is_change = _falls(low, high) or _CHANGE.search(before) is not None
    return None if is_change or not _TO.match(gap) else _from_word(before, offset, low)


def _falls(low: Measure, high: Measure) -> bool:
    """Whether the second value is the smaller one, in whatever units: a change, and no range."""
    one, other = (unit_named(measure.unit) if measure.unit else None for measure in (low, high))
    if one is None or other is None or one.dimension != other.dimension:
        return low.number.decimal > high.number.decimal
    return one.to_base(low.number.decimal) > other.to_base(high.number.decimal)


def _from_word(before: str, offset: int, low: Measure) -> int:
    match = _FROM.search(before)
    return offset + match.start() if match else low.start


def _range(text: str, low: Measure, high: Measure, start: int) -> list[Quantity | Interval] | None:
    lower, upper = low.value, high.value
    gap = text[low.end : high.number.start]
    if gap.strip() == "" and upper.startswith("-"):
        upper = upper[1:]
    is_code = text[start : low.end].isdigit() and gap == "-" and high.unit is None
    if is_code and low.number.decimal > high.number.decimal:
        return []  # "11488-4" is a code: nobody writes a range of counts backwards
    if low.unit is None or high.unit is None or low.unit == high.unit or same_unit(low.unit, high.unit):
        if low.counted is not None and high.unit is not None:
            return None
        unit = high.unit if high.unit is not None else low.unit
        end = high.whole_end
        return [
            Interval(
                text=text[start:end], lower=lower, upper=upper, lower_inclusive=True, upper_inclusive=True,
                unit=unit, start=start, end=end, counted=high.counted or low.counted,
            )
        ]  # fmt: skip
    if not _comparable(low.unit, high.unit):
        return None
    # "1 second to 1 hour": one interval has one unit and nothing is converted, so each end is a limit of its own.
    return [
        *_limit(text, low, Comparator.AT_LEAST, low.start, low.end),
        *_limit(text, high, Comparator.AT_MOST, high.start, high.end),
    ]


def _comparable(one: str, other: str) -> bool:
    first, second = unit_named(one), unit_named(other)
    return first is not None and second is not None and first.dimension == second.dimension


def _limits_both_sides(text: str, low: Measure, high: Measure) -> bool:
    opposite = (low.comparator in LOWER and high.comparator in UPPER) or (
        low.comparator in UPPER and high.comparator in LOWER
    )
    if not opposite or not _BOTH.match(text[low.whole_end : high.whole_start]):
        return False
    if low.counted and high.counted and low.counted != high.counted:
        return False
    if _named(text, low) != _named(text, high):
        return False
    if low.unit and high.unit and not same_unit(low.unit, high.unit) and low.unit != high.unit:
        return False
    lower, upper = (low, high) if low.comparator in LOWER else (high, low)
    return lower.number.decimal < upper.number.decimal


def _named(text: str, measure: Measure) -> list[str]:
    """The words that a maximum or minimum speaks of: "maximum [number of users is] 50"."""
    if measure.comparison is None or measure.comparison.end > measure.start:
        return []
    words = text[measure.comparison.end : measure.start].lower().split()
    return [word for word in words if word not in _EMPTY_WORDS]


def _two_limits(text: str, first: Measure, second: Measure) -> list[Quantity | Interval]:
    lower, upper = (first, second) if first.comparator in LOWER else (second, first)
    start, end = first.whole_start, second.whole_end
    return [
        Interval(
            text=text[start:end], lower=lower.value, upper=upper.value,
            lower_inclusive=lower.comparator is Comparator.AT_LEAST,
            upper_inclusive=upper.comparator is Comparator.AT_MOST,
            unit=second.unit or first.unit, start=start, end=end, counted=second.counted or first.counted,
        )
    ]  # fmt: skip


def _sandwich(text: str, low: Measure, high: Measure) -> list[Quantity | Interval] | None:
    """A name between two limits: "2 °C ≤ T ≤ 8 °C"."""
    if high.comparison is None or not high.comparison.is_sign or high.comparator not in LOWER | UPPER:
        return None
    match = _SANDWICH.match(text[low.end : high.comparison.start])
    if match is None or low.comparison is not None:
        return None
    rising = match["sign"][0] in "≤<"
    if rising != (high.comparator in UPPER):
        return None
    near, far = (
        "=" in match["sign"] or match["sign"] in "≤≥",
        high.comparator in {Comparator.AT_LEAST, Comparator.AT_MOST},
    )
    start, end = low.start, high.end
    lower, upper = (low, high) if rising else (high, low)
    return [
        Interval(
            text=text[start:end], lower=lower.value, upper=upper.value, lower_inclusive=near if rising else far,
            upper_inclusive=far if rising else near, unit=high.unit or low.unit, start=start, end=end,
            counted=high.counted or low.counted,
        )
    ]  # fmt: skip


def _bracketed(text: str, low: Measure, high: Measure) -> list[Quantity | Interval] | None:
    """Brackets as in mathematics: "[2, 8] °C", "the interval (0, 1]". A citation "[2, 8]" has no unit and no name."""
    opening = _OPENING.search(text, max(0, low.start - 14), low.start)
    closing = _CLOSING.match(text, high.number.end)
    if opening is None or closing is None or not _COMMA.match(text[low.number.end : high.number.start]):
        return None
    behind = measured(text, closing.end(), closing.end())
    named = opening[0][0] not in "[("
    if behind.unit is None and not named:
        return None
    start = opening.start("bracket")
    return [
        Interval(
            text=text[start : behind.end], lower=low.value, upper=high.value,
            lower_inclusive=opening["bracket"] == "[", upper_inclusive=closing["bracket"] == "]",
            unit=behind.unit, start=start, end=behind.end, counted=behind.counted,
        )
    ]  # fmt: skip


def _single(text: str, measure: Measure) -> Iterator[Quantity | Interval]:
    if (alone := deviation(text, measure)) is not None:
        yield from beyond(text, alone)
        return
    yield from _limit(text, measure, measure.comparator, measure.whole_start, measure.whole_end)


def _limit(text: str, measure: Measure, comparator: Comparator, start: int, end: int) -> Iterator[Quantity | Interval]:
    yield Quantity(
        text=text[start:end], value=measure.value, unit=measure.unit, comparator=comparator, start=start, end=end,
        counted=measure.counted,
    )  # fmt: skip
    if is_size_class(text, measure) or is_factor(text, measure):
        return
    stated_equal = comparator is Comparator.EQUAL and measure.comparison is not None
    if comparator is Comparator.ABOUT or (comparator is Comparator.EQUAL and not stated_equal):
        return
    yield Interval(
        text=text[start:end],
        lower=None if comparator in UPPER else measure.value,
        upper=None if comparator in LOWER else measure.value,
        lower_inclusive=comparator in {Comparator.AT_LEAST, Comparator.EQUAL},
        upper_inclusive=comparator in {Comparator.AT_MOST, Comparator.EQUAL},
        unit=measure.unit, start=start, end=end, counted=measure.counted,
    )  # fmt: skip
