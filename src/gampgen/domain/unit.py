"""Units of measurement: how they are spelt, what they measure, and how they convert.

Symbols follow ISO 80000-1 and the SI brochure; spellings are those of pharmaceutical documents. A unit that is not in
the table is unknown, never guessed. Converting is for comparing two requirements only: what a document says stays as
it says it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from gampgen.domain.base import Value
from gampgen.domain.unit_table import UNIT_ROWS


class Unit(Value):
    """A unit of measurement.

    `symbol` is the canonical symbol ("°C"), `dimension` what it measures ("temperature"; "mass/volume" for a
    quotient). A value v in this unit is `(v + offset) * factor` in the dimension's base unit; both are decimal strings.
    """

    symbol: str
    dimension: str
    factor: str
    offset: str = "0"

    def to_base(self, value: Decimal) -> Decimal:
        """The value in the dimension's base unit, for comparing only."""
        return (value + Decimal(self.offset)) * Decimal(self.factor)


def _spellings() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for symbol, dimension, factor, offset, spellings in UNIT_ROWS:
        unit = Unit(symbol=symbol, dimension=dimension, factor=factor, offset=offset)
        for spelling in (symbol, *spellings.split("|")):
            if spelling:
                table.setdefault(spelling, unit)
    return table


EXACT = _spellings()
"""Every spelling that counts as written: symbols keep their case (mPa is not MPa)."""

_PREFIX_BY_CASE = re.compile(r"[mM][A-Z]|M[a-z]|.{1,2}\Z")

FOLDED = {
    spelling.casefold(): unit for spelling, unit in reversed(EXACT.items()) if not _PREFIX_BY_CASE.match(spelling)
}
"""Spellings whose case carries no meaning ("RPM", "Minutes", "PSI"): not those with milli or mega, nor short ones."""

SPELLINGS_IN_PARTS = tuple(
    sorted((s for s in EXACT if not re.fullmatch(r"[^\W\d_]+|\W", s)), key=lambda s: (-len(s), s))
)
"""Spellings that are more than one word or one sign ("degrees Celsius", "%RH", "m³"), the longest first."""

_MOST_DIVISORS = 4
_MICRO = str.maketrans({"µ": "μ", "º": "°", "˚": "°", "−": "-"})


@lru_cache(maxsize=4096)
def unit_named(spelling: str) -> Unit | None:
    """The unit that a spelling names, or None.

    Args:
        spelling: as written: "mL", "degrees Celsius", "CFU/m³", "litres per minute".

    Returns:
        The unit; for a quotient of two known units one made of both.
    """
    plain = " ".join(spelling.translate(_MICRO).split())
    found = EXACT.get(plain) or FOLDED.get(plain.casefold())
    if found is not None:
        return found
    if plain.count("/") > _MOST_DIVISORS:
        return None
    if plain.startswith("/") and (below_one := unit_named(plain[1:])) is not None:
        return Unit(
            symbol=f"/{below_one.symbol}",
            dimension=f"1/{below_one.dimension}",
            factor=str(Decimal(1) / Decimal(below_one.factor)),
        )
    above, slash, below = plain.replace(" per ", "/").replace(" / ", "/").rpartition("/")
    upper, lower = (unit_named(above), unit_named(below)) if slash else (None, None)
    if upper is None or lower is None:
        return None
    return Unit(
        symbol=f"{upper.symbol}/{lower.symbol}",
        dimension=f"{upper.dimension}/{lower.dimension}",
        factor=str(Decimal(upper.factor) / Decimal(lower.factor)),
    )
