"""RQ05 Missing tolerance or resolution.

A value that a machine is to hold or deliver is never met exactly. Without a tolerance no result can be judged.

Bad: The system shall dispense 10 mL.
Good: The system shall dispense 10.0 mL ± 0.2 mL, displayed with a resolution of 0.1 mL.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.quantity import Comparator
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import Subject, whole_words, wording_rule

_HOLDS = whole_words(
    "(?:be|is|are) (?:kept|maintained|controlled|held|set) (?:at|to)",
    "maintains?",
    "controls?",
    "dispenses?",
    "delivers?",
    "doses?",
    "fills?",
    "heats?",
    "cools?",
    "holds?",
    "weighs? out",
)
_TOLERATED = whole_words("tolerances?", "accuracy", "accurate", "resolution", "precision", "nominal", "limits?")
_NOT_PHYSICAL = frozenset({"time", "data", "data/time", "pixels", "ratio"})


def check(subject: Subject) -> tuple[str, ...]:
    """The set values that stand alone where the statement gives no limit, range or tolerance."""
    if subject.intervals or _TOLERATED.search(subject.masked) or not _HOLDS.search(subject.masked):
        return ()
    values = []
    for quantity in subject.quantities:
        unit = unit_named(quantity.unit) if quantity.unit else None
        if unit is not None and unit.dimension not in _NOT_PHYSICAL and quantity.comparator is Comparator.EQUAL:
            values.append(quantity.text)
    return tuple(values)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R33",
    severity=FindingSeverity.WARNING,
    message="{words} has no tolerance and no resolution.",
    hint='Add them: "<value> <unit> ± <tolerance> <unit>, shown with a resolution of <step> <unit>".',
)
