"""Cause-effect logic: a read-once formula over causes, and the smallest table in which each cause decides alone.

The rows follow the unique-cause criterion of MC/DC (RTCA DO-178C; Chilenski & Miller 1994). In a formula in which each
cause stands once, N + 1 rows always suffice: the rows of a part are kept while the other parts hold the one value that
lets this part through (true under AND, false under OR).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """One cause, by its place in the list of causes."""

    cause: int


@dataclass(frozen=True, slots=True)
class Not:
    """The denial of a formula."""

    of: Formula


@dataclass(frozen=True, slots=True)
class Junction:
    """Several formulas joined by AND (`every`) or OR."""

    parts: tuple[Formula, ...]
    every: bool


Formula = Leaf | Not | Junction


def join(parts: Iterable[Formula], *, every: bool) -> Formula | None:
    """AND (`every`) or OR of some formulas; None of none, the formula itself of one."""
    found = tuple(parts)
    if len(found) <= 1:
        return found[0] if found else None
    return Junction(found, every)


def truth(formula: Formula, row: Mapping[int, bool]) -> bool:
    """The value of a formula where each cause has the value that `row` gives it."""
    if isinstance(formula, Leaf):
        return row[formula.cause]
    if isinstance(formula, Not):
        return not truth(formula.of, row)
    values = (truth(part, row) for part in formula.parts)
    return all(values) if formula.every else any(values)


Partial = dict[int, bool]


def _cases(formula: Formula) -> list[tuple[Partial, bool]]:
    """The N + 1 cases of a read-once formula, each with its value."""
    if isinstance(formula, Leaf):
        return [({formula.cause: True}, True), ({formula.cause: False}, False)]
    if isinstance(formula, Not):
        return [(case, not value) for case, value in _cases(formula.of)]
    tables = [_cases(part) for part in formula.parts]
    lets_through = [next(case for case, value in table if value is formula.every) for table in tables]
    out: list[tuple[Partial, bool]] = []
    base: Partial = {}
    for case in lets_through:
        base |= case
    for table, own in zip(tables, lets_through, strict=True):
        out += [(base | case, value) for case, value in table if case is not own]
    rest = (base, formula.every)
    return [rest, *out] if formula.every else _in_reading_order(out, rest)


def _in_reading_order(cases: list[tuple[Partial, bool]], rest: tuple[Partial, bool]) -> list[tuple[Partial, bool]]:
    """Of an OR: first the cases in which one alternative holds, then the one in which none does."""
    return [*(c for c in cases if c[1]), rest, *(c for c in cases if not c[1])]


def cases(formula: Formula) -> tuple[Partial, ...]:
    """The rows of the decision table: the truth of each cause by its place in the list of causes."""
    return tuple(case for case, _ in _cases(formula))
