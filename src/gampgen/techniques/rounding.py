"""Rounding that the sentence states: worked examples at, below and above the half (archetype A-CALC).

The examples follow from the stated rule alone: the last kept digit is given by the decimals or the increment, the
values lie at the half between two of its steps and one digit beside it. A half whose direction is not stated is left
to the reader as a blank.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.number_words import COUNTS
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.stated_limits import EQUATION

_ROUND = re.compile(r"\bround(?:ed|ing|s)?\b", re.IGNORECASE)
_MODES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (ROUND_HALF_UP, re.compile(r"\bhalf[ -]up\b|\bcommercial(?:ly)?\b|\bhalf away from zero\b", re.IGNORECASE)),
    (ROUND_HALF_EVEN, re.compile(r"\bhalf[ -](?:to[ -])?even\b|\bbanker", re.IGNORECASE)),
    (ROUND_HALF_DOWN, re.compile(r"\bhalf[ -]down\b", re.IGNORECASE)),
    (ROUND_CEILING, re.compile(r"\bround(?:ed|s|ing)? up\b", re.IGNORECASE)),
    (ROUND_FLOOR, re.compile(r"\bround(?:ed|s|ing)? down\b|\btruncat\w*", re.IGNORECASE)),
)
_NUMBERS = {**COUNTS, "zero": 0, "no": 0}
_DECIMALS = re.compile(r"\b(?P<count>\d|[a-z]+) (?:decimal (?:places?|digits?)|decimals?)\b", re.IGNORECASE)
_NEAREST = re.compile(
    r"\b(?:nearest|multiples? of|steps of|round(?:ed|ing)?(?: off)? to)\s+(?P<step>\d+(?:\.\d+)?)"
    r"(?![\d.]*\s*(?:decimals?|significant|digits?|places?)\b)(?!\d)\s*(?P<unit>[A-Za-zµ%°][\w/°]*)?",
    re.IGNORECASE,
)
_MOST_DECIMALS = 6


class Rounding(NamedTuple):
    """A stated rounding: the increment of the result, its mode ("" where the half is not settled), unit and passage."""

    step: Decimal
    mode: str
    unit: str | None
    quote: str


def rounding_of(text: str, *, shown: bool = False) -> Rounding | None:
    """The rounding that a text states; None where it names neither decimals nor an increment.

    `shown`: decimals that a result is shown with count too ("with one decimal place").
    """
    if not _ROUND.search(text) and not (shown and _DECIMALS.search(text)):
        return None
    mode = next((name for name, pattern in _MODES if pattern.search(text)), "")
    nearest, decimals = _NEAREST.search(text), _DECIMALS.search(text)
    if nearest and Decimal(nearest["step"]) > 0:
        return Rounding(Decimal(nearest["step"]), mode, nearest["unit"], nearest[0].strip())
    if decimals:
        said = decimals["count"].lower()
        count = int(said) if said.isdigit() else _NUMBERS.get(said, -1)
        if 0 <= count <= _MOST_DECIMALS:
            return Rounding(Decimal(1).scaleb(-count), mode, None, decimals[0])
    return None


def rounding(target: Target) -> tuple[CoverageItem, ...]:
    """One item with worked examples where the sentence states how it rounds."""
    stated = rounding_of(target.statement.text)
    if stated is None:
        return ()
    main = main_clause(target)
    equation = EQUATION.match(target.statement.text)
    values = examples(stated)
    part = Checklist(
        aspect="rounded",
        clause=main,
        about=equation["name"].strip() if equation else thing_of(main),
        details=tuple(f"{raw} gives {shown}" for raw, shown in values),
        values=tuple(("unrounded result", raw, stated.unit) for raw, _ in values),
    )
    aspect = f"rounded {stated.quote}"
    return (target.item(Technique.SCENARIO, "CALC", aspect, Polarity.POSITIVE, part, quote=stated.quote),)


def examples(stated: Rounding) -> tuple[tuple[str, str], ...]:
    """Unrounded values with their rounded results: just below the half, at two halves, just above the half."""
    half, digit = stated.step / 2, stated.step / 10
    halves = (stated.step + half, stated.step * 2 + half) if stated.mode else (stated.step + half,)
    raws = (stated.step + half - digit, *halves, stated.step * 2 + half + digit)
    return tuple((text_of(_plain(raw)), _rounded(raw, stated)) for raw in raws)


def _rounded(raw: Decimal, stated: Rounding) -> str:
    if not stated.mode and (raw / stated.step) % 1 == Decimal("0.5"):
        return "<result at the half>"
    steps = (raw / stated.step).to_integral_value(rounding=stated.mode or ROUND_HALF_UP)
    return text_of(steps * stated.step)


def _plain(number: Decimal) -> Decimal:
    """The number without zeros that say nothing."""
    return number.normalize() if number != number.to_integral_value() else number.to_integral_value()
