"""G4: numbers, units and comparators come from the requirement or from what the rules computed; never from the model.

Two nets: every token with a digit, and every word for a number, must stand in the sources (so that what the grammar of
quantities takes for an id or a date is caught too); and every quantity must be one of theirs with the same unit, and
with the same comparator where it has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from gampgen.domain.quantity import Comparator
from gampgen.domain.unit import unit_named
from gampgen.parsing.quantities import read_quantities

_DIGITS = re.compile(r"[^\W\d_]*\d(?:[\d.,:/]*\d)?[^\W\d_]*")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen"
    r"|twice|thrice|double|triple|hourly|daily|weekly|monthly|yearly|annually)s?\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[<>≤≥≦≧]=?|±|%|°")

_SINGLE = re.compile(r"(?:the )?(?:one|first)(?: [a-z-]+){0,4}", re.IGNORECASE)  # a pronoun or an order, no amount

Measure = tuple[str, str, str]


def value_problems(texts: Iterable[str], sources: Iterable[str]) -> tuple[str, ...]:
    """Numbers, units and comparators of `texts` that no source holds."""
    said, held = " ".join(texts), tuple(sources)
    known_tokens = {token for source in held for token in _tokens(source)}
    strange = [token for token in dict.fromkeys(_tokens(said)) if token not in known_tokens]
    if strange:
        return (f"a number or sign is neither the requirement's nor computed from it: {', '.join(strange[:5])}",)
    known = {measure for source in held for measure in _measures(source)}
    plain = {(value, unit) for value, unit, _ in known}
    foreign = [
        measure
        for measure in dict.fromkeys(_measures(said))
        if measure[:2] not in plain or (measure[2] != Comparator.EQUAL and measure not in known)
    ]
    return (f"a value, its unit or its comparator is changed: {_shown(foreign[0])}",) if foreign else ()


def same_values(text: str, original: str) -> tuple[str, ...]:
    """What differs in numbers, units and comparators between a text and the one that it rewords."""
    if Counter(_tokens(text)) != Counter(_tokens(original)):
        return ("the numbers and signs are not those of the original, each as often",)
    if Counter(_measures(text)) != Counter(_measures(original)):
        return ("a value, its unit or its comparator is not that of the original",)
    return ()


def _tokens(text: str) -> list[str]:
    words = [hit[0].lower() for hit in _NUMBER_WORD.finditer(text)]
    return [*(hit[0] for hit in _DIGITS.finditer(text)), *words, *(hit[0] for hit in _SIGN.finditer(text))]


def _measures(text: str) -> list[Measure]:
    quantities, intervals = read_quantities(text)
    found = [
        (one.value, _unit(one.unit), one.comparator.value) for one in quantities if not _SINGLE.fullmatch(one.text)
    ]
    for one in intervals:
        lower = Comparator.AT_LEAST if one.lower_inclusive else Comparator.MORE
        upper = Comparator.AT_MOST if one.upper_inclusive else Comparator.LESS
        found += [(one.lower, _unit(one.unit), lower.value)] if one.lower is not None else []
        found += [(one.upper, _unit(one.unit), upper.value)] if one.upper is not None else []
    return found


def _unit(unit: str | None) -> str:
    known = unit_named(unit) if unit else None
    return known.symbol if known else (unit or "")


def _shown(measure: Measure) -> str:
    value, unit, comparator = measure
    return f"{'' if comparator == Comparator.EQUAL else comparator + ' '}{value} {unit}".strip()
