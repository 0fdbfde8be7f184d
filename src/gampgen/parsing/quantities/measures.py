"""A number with all that belongs to it: unit or counted things, and the comparison that makes it a limit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gampgen.domain.quantity import Comparator
from gampgen.domain.unit import unit_named
from gampgen.parsing.quantities.comparators import (
    Comparison,
    comparison_after,
    comparison_before,
    find_comparisons,
)
from gampgen.parsing.quantities.numbers import Number, find_numbers
from gampgen.parsing.quantities.traps import Traps
from gampgen.parsing.quantities.units import Measured, acidity_before, measured


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a statement, read.

    `start` to `end` is the number with its unit, `whole_start` to `whole_end` that with its comparison too.
    `number_start` is where the digits or words begin (a currency sign stands before them).
    """

    number: Number
    start: int
    end: int
    whole_start: int
    whole_end: int
    unit: str | None
    counted: str | None
    comparator: Comparator
    comparison: Comparison | None

    @property
    def value(self) -> str:
        """The value as a decimal string."""
        return self.number.value


def find_measures(text: str) -> list[Measure]:
    """Every quantity of the text in order, each on its own: pairs are made in `ranges`."""
    numbers = find_numbers(text)
    if not numbers:
        return []
    comparisons = find_comparisons(text)
    traps = Traps(text)
    found: list[Measure] = []
    floor = 0
    for place, number in enumerate(numbers):
        following = numbers[place + 1].start if place + 1 < len(numbers) else None
        if number.start < floor:
            continue  # part of the unit before it: "10 CFU/100 mL"
        measure = _read(text, number, comparisons, floor, following)
        compared = measure.comparison is not None
        stands = Measured(measure.start, measure.end, unit=measure.unit, counted=measure.counted)
        if traps.holds(number, stands, compared=compared, previous_end=found[-1].end if found else 0):
            floor = number.end
            continue
        found.append(measure)
        floor = measure.end
    return _share_units(text, found)


def _read(text: str, number: Number, comparisons: list[Comparison], floor: int, following: int | None) -> Measure:
    stands = _what_stands(text, number, number.end, following)
    before = comparison_before(text, comparisons, stands.start, floor)
    comparator = before.comparator if before else Comparator.EQUAL
    whole_end = stands.end
    if comparator in {Comparator.ABOUT, Comparator.EQUAL} and (
        after := comparison_after(text, stands.end, following, is_high_share=_is_high_share(number, stands))
    ):
        comparator, whole_end = after
        if stands.unit is None and stands.counted is None:  # "one or more reviewers"
            later = _what_stands(text, number, whole_end, following)
            stands = replace(stands, unit=later.unit, counted=later.counted)
            whole_end = later.end
    if before and before.words.startswith(("max", "min")) and (happens := _REACHED.match(text, stands.end)):
        comparator = _when_reached(before.words, happens["verb"])
    if before and before.words == "better than" and _is_high_share(number, stands):
        comparator = Comparator.MORE
    return Measure(
        number=number,
        start=stands.start,
        end=stands.end,
        whole_start=before.start if before else stands.start,
        whole_end=whole_end,
        unit=stands.unit or ("pH" if stands.counted is None and acidity_before(text, number.start) else None),
        counted=stands.counted,
        comparator=comparator,
        comparison=before,
    )


_REACHED = re.compile(
    r"\s+(?:is|are|was|has\s+been|have\s+been|will\s+be|gets)\s+(?P<verb>reached|attained|exceeded|undershot)\b",
    re.IGNORECASE,
)


_PART_OF = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)  # "half an hour", "a quarter of a litre"


def _when_reached(words: str, verb: str) -> Comparator:
    """As in "when the maximum of 250 rpm is reached": the event begins at the limit, on its far side."""
    beyond = verb.lower() in {"exceeded", "undershot"}
    if words.startswith("max"):
        return Comparator.MORE if beyond else Comparator.AT_LEAST
    return Comparator.LESS if beyond else Comparator.AT_MOST


def _what_stands(text: str, number: Number, end: int, following: int | None) -> Measured:
    """Unit or counted things after `end`, unless they reach into the next number."""
    part = _PART_OF.match(text, end) if number.decimal < 1 else None
    stands = measured(text, number.start, part.end() if part else end)
    if part and stands.unit is None:
        stands = Measured(number.start, end)
    reaches_over = following is not None and stands.end > following and "/" not in text[end:following]
    return Measured(number.start, end) if reaches_over else stands


def _is_high_share(number: Number, stands: Measured) -> bool:
    """Whether a share is high: "better than 99 %" asks for more; "better than 0.5 °C" (an accuracy) for less."""
    return stands.unit is not None and stands.unit.startswith(("%", "percent", "per cent")) and number.decimal > 50  # noqa: PLR2004 - half


# "falls below pH 4.5 or rises above 7.5"; "pH values outside 6.8 to 7.2 …, values outside 6.6 to 7.4 …"
_AGAIN = re.compile(
    r"(?:and|or)\s+[a-z]+s|[^;.]{0,80}\bvalues?(?:\s+(?:outside|of|above|below|over|under|between|from))?"
)
_LIST_JOINTS = frozenset({",", "and", "or", "/", ", and", ", or", "to", "-", "–", "—"})


def _share_units(text: str, measures: list[Measure]) -> list[Measure]:
    """Share the unit of a list ("5, 10 and 15 mL"): a unit at the end of a list belongs to each number of it."""
    shared = list(measures)
    for place in range(1, len(shared)):
        here, before = shared[place], shared[place - 1]
        joint = text[before.whole_end : here.whole_start].strip().lower()
        listed = joint in _LIST_JOINTS or _AGAIN.fullmatch(joint)
        if here.unit is None and here.counted is None and before.unit == "pH" and listed:
            shared[place] = replace(here, unit="pH")
    for place in range(len(shared) - 2, -1, -1):
        here, following = shared[place], shared[place + 1]
        if here.unit is not None or here.counted is not None or following.unit is None:
            continue
        joint = text[here.whole_end : following.whole_start].strip().lower()
        if joint in _LIST_JOINTS and unit_named(following.unit) is not None:
            shared[place] = replace(here, unit=following.unit)
    return shared


def same_unit(one: str, other: str) -> bool:
    """Whether two spellings name the same unit ("min" and "minutes")."""
    first, second = unit_named(one), unit_named(other)
    return first is not None and second is not None and first.symbol == second.symbol
