"""RQ33 Mixed units for a quantity.

Temperatures in °C and °F, or pressures in mbar and Pa, in one document: sooner or later a value is entered in the
wrong one.

Bad: URS-07: The pressure shall be below 10 mbar. URS-19: The pressure shall be below 1.2 kPa.
Good: The pressure shall be below 1.0 kPa.
"""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import figures_of, manual_rule

RULE = manual_rule(__doc__, "INCOSE Guide to Writing Requirements R36")

_MIXABLE = ("temperature", "pressure")
_DIFFERENCES = frozenset({"K"})  # a difference in kelvin beside temperatures in °C is right


def mixed_units(requirements: tuple[AnalysedRequirement, ...]) -> Iterator[Finding]:
    """One finding for each quantity that the document gives in more than one unit."""
    first: dict[str, dict[str, str]] = {dimension: {} for dimension in _MIXABLE}
    for one in requirements:
        for statement in one.statements:
            for said in figures_of(statement):
                unit = unit_named(said.unit) if said.unit else None
                if unit is not None and unit.dimension in first and unit.symbol not in _DIFFERENCES:
                    first[unit.dimension].setdefault(_without_prefix(unit.symbol), one.requirement.id)
    for dimension, units in first.items():
        if len(units) > 1:
            listed = ", ".join(f"{symbol} ({where})" for symbol, where in units.items())
            yield Finding(
                code=RULE.code,
                severity=FindingSeverity.INFO,
                message=f"The document gives {dimension} in more than one unit: {listed}.",
                hint="Use one unit throughout: <unit>; convert the other values and check whether both are meant.",
            )


def _without_prefix(symbol: str) -> str:
    """Mbar and bar are one unit at two scales, and so are Pa, hPa and kPa."""
    return next((unit for unit in ("bar", "Pa") if symbol.endswith(unit)), symbol)
