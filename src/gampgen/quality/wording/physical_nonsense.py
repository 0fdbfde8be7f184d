"""RQ43 Not feasible or physical nonsense.

No sensor reads 120 % relative humidity, and nothing is colder than 0 K.

Bad: A humidity alarm shall be raised above 120 %RH.
Good: A humidity alarm shall be raised above 60 %RH.
"""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import Subject, wording_rule

_BOUNDS = {
    "temperature": (Decimal(0), None),
    "relative humidity": (Decimal(0), Decimal(1)),
    "acidity": (Decimal(-1), Decimal(15)),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The values that cannot occur."""
    said = [(q.text, q.value, q.unit) for q in subject.quantities]
    said += [
        (i.text, end, i.unit)
        for i in subject.intervals
        for end in (i.lower, i.upper)
        if end is not None and "±" not in i.text
    ]
    return tuple(dict.fromkeys(text for text, value, unit in said if _impossible(value, unit)))


def _impossible(value: str, spelling: str | None) -> bool:
    unit = unit_named(spelling) if spelling else None
    if unit is None or unit.dimension not in _BOUNDS:
        return False
    lowest, highest = _BOUNDS[unit.dimension]
    base = unit.to_base(Decimal(value))
    return base < lowest or (highest is not None and base > highest)


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.5 (feasible)",
    severity=FindingSeverity.WARNING,
    message="{words} cannot occur.",
    hint='Ask the author for the right value: "<value> <unit>".',
)
