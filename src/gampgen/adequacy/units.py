"""The fault of a confused unit: the number is right, the unit is another one of the same kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gampgen.adequacy.faults import CriterionFault, Fault, LogicFault
from gampgen.adequacy.limits import Judged, Limit
from gampgen.adequacy.model import Change, Model
from gampgen.domain.unit import unit_named

# for each unit the one that it is most easily taken for
_TAKEN_FOR = {
    "s": "min", "min": "s", "h": "min", "d": "h", "day": "h", "week": "d", "month": "d", "year": "month", "ms": "s",
    "°C": "°F", "°F": "°C", "K": "°C", "bar": "mbar", "mbar": "bar", "Pa": "kPa", "kPa": "Pa", "mL": "L", "L": "mL",
    "μL": "mL", "mg": "g", "g": "mg", "kg": "g", "μg": "mg", "mm": "cm", "cm": "mm", "m": "mm", "μm": "mm",
    "μS/cm": "mS/cm", "mS/cm": "μS/cm", "ppb": "ppm", "ppm": "ppb", "rpm": "Hz", "Hz": "rpm",
}  # fmt: skip


def unit_faults(model: Model) -> Iterator[Fault]:
    """Each limit taken in another unit: "5 s" as "5 min", "8 °C" as "8 °F"; a judged limit needs its unit beside it."""
    for number, limit in enumerate(model.limits):
        other = _TAKEN_FOR.get(limit.unit)
        if other is None or (model.logic.mixed and model.owners[number]):
            continue
        said = f'"{limit.text}" taken in {other} instead of {limit.unit}'
        if limit.judged is Judged.CRITERION:
            yield CriterionFault("unit confused", said, limit, with_unit=True)
            continue
        faulty = _in_other_unit(limit, other)
        if faulty is not None:
            yield LogicFault("unit confused", said, model, Change(limits={number: faulty}, conditions={}))


def _in_other_unit(limit: Limit, other: str) -> Limit | None:
    """The limit as the faulty system has it, told in the right unit; None where the table does not hold both."""
    right, wrong = unit_named(limit.unit), unit_named(other)
    if right is None or wrong is None or right.dimension != wrong.dimension:
        return None

    def moved(end: Decimal | None) -> Decimal | None:
        return None if end is None else wrong.to_base(end) / Decimal(right.factor) - Decimal(right.offset)

    return limit._replace(lower=moved(limit.lower), upper=moved(limit.upper))


def names_unit(text: str, limit: Limit) -> bool:
    """Whether a text gives a number of the limit with its unit, in whatever spelling."""
    ends = {format(abs(end).normalize(), "f") for end in (limit.lower, limit.upper) if end is not None}
    for found in _WITH_UNIT.finditer(text):
        known = unit_named(found["unit"]) or unit_named(found["unit"].split()[0])
        number = format(Decimal(found["number"].replace(",", "")).normalize(), "f")
        if number in ends and known is not None and known.symbol == limit.unit:
            return True
    return False


_WITH_UNIT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[°µμ%A-Za-z][\w°µμ/%²³]*(?: per \w+)?)")
