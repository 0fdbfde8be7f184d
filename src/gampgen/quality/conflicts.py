"""RQ31 Conflicting limits between requirements.

Two requirements with the same words and another figure cannot both be met, or one of them lacks the words that tell
them
apart. Within one section it is an error; across sections, where the heading may make the difference, a warning.

Bad: URS-12: The session timeout shall be 10 min. URS-40: The session timeout shall be 15 min.
Good: The session timeout shall be 10 min.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.statement import Statement
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import figures_of, manual_rule
from gampgen.quality.similarity import Entry, same_words

RULE = manual_rule(__doc__, "INCOSE Guide to Writing Requirements C11 (consistent); ISO/IEC/IEEE 29148:2018 5.2.6")

_FEWEST_WORDS = 1

Limit = tuple[str, str, Decimal]
"""What is limited (dimension, or the thing counted), which end, and the value in the base unit."""


def conflict(one: Entry, other: Entry) -> Iterator[Finding]:
    """The finding on two statements that say the same of different figures."""
    if not same_words(one, other) or len(one.words) < _FEWEST_WORDS or one.statement.negated != other.statement.negated:
        return
    first, second = limits(one.statement), limits(other.statement)
    if not first or first == second or [(what, end) for what, end, _ in first] != [(w, e) for w, e, _ in second]:
        return
    same_section = one.requirement.section == other.requirement.section
    yield Finding(
        code=RULE.code,
        severity=FindingSeverity.ERROR if same_section else FindingSeverity.WARNING,
        requirement_uid=other.requirement.uid,
        location=other.requirement.location,
        message=(
            f"{other.requirement.id} and {one.requirement.id} say the same with different figures: "
            f'"{_figures(other.statement)}" and "{_figures(one.statement)}".'
        ),
        hint="Ask the author which one holds: keep <id>, and delete the other or say for what it holds.",
    )


def limits(statement: Statement) -> list[Limit]:
    """Every figure of a statement with what it limits, sorted, in base units: 10 mbar and 1 kPa are the same."""
    found: list[Limit] = [_limit(q.unit, q.counted, q.comparator.value, q.value) for q in statement.quantities]
    for interval in statement.intervals:
        if interval.lower is not None and interval.upper is not None:
            found.append(_limit(interval.unit, interval.counted, "lower", interval.lower))
            found.append(_limit(interval.unit, interval.counted, "upper", interval.upper))
    return sorted(found)


def _limit(spelling: str | None, counted: str | None, end: str, value: str) -> Limit:
    unit = unit_named(spelling) if spelling else None
    if unit is None:
        return (spelling or counted or "").lower(), end, Decimal(value)
    return unit.dimension, end, unit.to_base(Decimal(value))


def _figures(statement: Statement) -> str:
    return ", ".join(dict.fromkeys(" ".join(one.text.split()) for one in figures_of(statement)))
