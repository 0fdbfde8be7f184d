"""Numbers with their units, and the intervals that they bound. Exact decimals as text; never floats."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from gampgen.domain.base import Value


class Comparator(StrEnum):
    """How a value limits what it speaks of. `~` is "about"."""

    EQUAL = "="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    ABOUT = "~"


class Quantity(Value):
    """A number as the sentence gives it.

    `text` is the exact substring ("at least 8.0 °C"), `value` the number as said, scale words multiplied out, as a
    decimal
    string ("8.0", "2500000"), `unit` as written or None for a bare count. `start`, `end` are offsets into the
    statement. `counted` is what a count counts, as written ("failed attempts", "characters"), or None.
    """

    text: str
    value: str
    unit: str | None
    comparator: Comparator = Comparator.EQUAL
    start: int
    end: int
    counted: str | None = None

    @property
    def number(self) -> Decimal:
        """The value as an exact decimal."""
        return Decimal(self.value)


class Interval(Value):
    """A range of values. A missing end is open (None); `unit` as written, None for counts.

    "between 2 and 8 °C" is closed at both ends, as engineers read it; "above 8 °C" is (8, None) and not inclusive.
    "30 kPa ± 2 kPa" is [28, 32]; "± 0.5 °C" alone is the deviation [-0.5, 0.5]. An end is never converted.
    `counted` is what a count counts, as written ("characters"), or None.
    """

    text: str
    lower: str | None
    upper: str | None
    lower_inclusive: bool
    upper_inclusive: bool
    unit: str | None
    start: int
    end: int
    counted: str | None = None


def boundary_step(value: str) -> Decimal:
    """The step of one in the last decimal written: "8" → 1, "8.0" → 0.1 (the contract's rule for boundary values)."""
    exponent = Decimal(value).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
