"""A calculation whose formula the sentence states, worked out with exact decimals (archetype A-CALC).

The input values are representatives chosen by this rule, not facts of the document: distinct numbers under which a
swapped operand, another sign or a missing factor gives another result. Source: 21 CFR 211.68(b); ISO/IEC/IEEE
29119-4:2021 §5.2.1 (equivalence partitioning).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.formula import Formula, formula_in
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.rounding import Rounding, rounding_of

CASES = 2
_POOL = tuple(Decimal(value) for value in (7, 48, 12, 30, 5, 9))
_MOST_DECIMALS = 4
_PERCENT = Decimal(100)


def worked_calculation(target: Target) -> tuple[CoverageItem, ...]:
    """Worked cases, each input left out in turn, and a divisor of zero, where the sentence states a formula."""
    text = " ".join((target.statement.text, *target.items))
    formula = formula_in(text)
    if formula is None or len(formula.operands) > len(_POOL):
        return ()
    stated = next((one for said in (text, target.requirement.text) if (one := rounding_of(said, shown=True))), None)
    cases = tuple(_cases(formula, stated))
    if len(cases) < CASES:
        return ()
    found = [_item(target, formula, "worked", Polarity.POSITIVE, tuple(_told(*case) for case in cases), _inputs(cases))]
    found.append(_item(target, formula, "one-missing", Polarity.NEGATIVE, formula.operands, ()))
    found += [
        _item(target, formula, f"zero {divisor}", Polarity.NEGATIVE, (divisor,), ((divisor, "0", None),), "zero")
        for divisor in formula.divisors
    ]
    return tuple(found)


def _item(
    target: Target,
    formula: Formula,
    key: str,
    polarity: Polarity,
    details: tuple[str, ...],
    values: tuple[tuple[str, str, str | None], ...],
    aspect: str = "",
) -> CoverageItem:
    part = Checklist(
        aspect=aspect or key, clause=main_clause(target), about=formula.name, details=details, values=values
    )
    quote = formula.quote if formula.quote in target.statement.text else target.statement.text.strip()
    return target.item(Technique.SCENARIO, "CALC", f"formula {key}", polarity, part, quote=quote)


_Case = tuple[dict[str, Decimal], str]


def _cases(formula: Formula, stated: Rounding | None) -> Iterator[_Case]:
    """The first assignments of the pool that give different, plausible results which can be shown exactly."""
    shown: set[str] = set()
    for chosen in permutations(_pool(formula), len(formula.operands)):
        given = dict(zip(formula.operands, chosen, strict=True))
        value = formula.value(given)
        usable = value is not None and value > 0 and not (formula.inexact and not _LEAST < value < _GREATEST)
        if value is None or not usable:
            continue
        if formula.inexact and stated is None:
            result: str | None = _to_digits(value)
        else:
            result = _shown(value, stated, scaled=_PERCENT in _numbers(formula))
        if result is None or result in shown:
            continue
        shown.add(result)
        yield given, result
        if len(shown) == CASES:
            return


def _pool(formula: Formula) -> tuple[Decimal, ...]:
    """The values to try; for functions and powers small ones too, and some beside the formula's own constants."""
    if not formula.inexact:
        return _POOL
    beside = tuple(one.to_integral_value() + way for one in _numbers(formula) if one > _BIG for way in (1, 4))
    return tuple(dict.fromkeys((*beside, *_SMALL, *_POOL)))[: max(_MOST_TRIED, len(formula.operands))]


_SMALL = tuple(Decimal(value) for value in ("2", "0.5", "3", "0.2"))
_BIG, _MOST_TRIED = Decimal(20), 8
_FEWEST_STEPS = 10  # a result of few steps would hide what is wrong in it
_LEAST, _GREATEST = Decimal("0.001"), Decimal(1000000)
_DIGITS = 6


def _to_digits(value: Decimal) -> str:
    """A result without end, to six significant digits, where the sentence does not say how it is rounded."""
    exponent = value.adjusted() - _DIGITS + 1
    exact = (
        value.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP)
        if exponent < 0
        else value.to_integral_value()
    )
    return f"{text_of(exact)} (to {_DIGITS} significant digits: the rounding is not said)"


def _numbers(formula: Formula) -> tuple[Decimal, ...]:
    return tuple(Decimal(token) for token in formula.postfix if token[0].isdigit())


def _shown(value: Decimal, stated: Rounding | None, *, scaled: bool) -> str | None:
    """The result as it has to be shown; None where it cannot be shown exactly, or lies at a half whose way is open."""
    percent = stated is not None and stated.unit == "%"
    if percent and not scaled:
        value *= _PERCENT
    unit = " %" if percent else ""
    if stated is None:
        exact = value.normalize() if value != value.to_integral_value() else value.to_integral_value()
        exponent = exact.as_tuple().exponent
        return text_of(exact) if isinstance(exponent, int) and -exponent <= _MOST_DECIMALS else None
    steps = value / stated.step
    if steps < _FEWEST_STEPS or steps % 1 in {Decimal("0.5"), Decimal(0)}:
        return None  # a value that need not be rounded shows no rounding; a half has a test of its own
    return text_of(steps.to_integral_value(rounding=stated.mode or ROUND_HALF_UP) * stated.step) + unit


def _told(given: dict[str, Decimal], result: str) -> str:
    inputs = ", ".join(f"{name} = {text_of(value)}" for name, value in given.items())
    return f"{inputs} gives {result}"


def _inputs(cases: tuple[_Case, ...]) -> tuple[tuple[str, str, str | None], ...]:
    return tuple(
        (f"{name}, case {number}", text_of(value), None)
        for number, (given, _) in enumerate(cases, start=1)
        for name, value in given.items()
    )
