"""Sizes by which things are sorted into classes: "particles ≥ 0.5 µm" names what is counted and limits nothing."""

from __future__ import annotations

import re

from gampgen.domain.quantity import Comparator
from gampgen.domain.unit import unit_named
from gampgen.parsing.quantities.measures import Measure

_SORTED_THINGS = re.compile(
    r"\b(?:particles?|particle\s+counts?|counts?|droplets?|fib(?:re|er)s?|spheres?|beads?)\s+(?:of\s+|with\s+)?(?:a\s+)?"
    r"(?:sizes?\s+|diameters?\s+)?(?:of\s+)?\Z",
    re.IGNORECASE,
)
_REACH = 40
_SMALL_UNITS = frozenset({"μm", "nm", "mm"})


_FACTOR_AFTER = re.compile(r"\s?(?:[x×]|times)\s+(?:the|its|that|their)\b", re.IGNORECASE)


def is_factor(text: str, measure: Measure) -> bool:
    """Whether a number only multiplies something else: "longer than 2 x the logging interval"."""
    bare = measure.unit is None or measure.counted == "times"
    return bare and bool(_FACTOR_AFTER.match(text, measure.number.end))


def is_size_class(text: str, measure: Measure) -> bool:
    """Whether a limit sorts what is counted (ISO 14644-1: "particles equal to or larger than 0.5 µm")."""
    if measure.comparator in {Comparator.EQUAL, Comparator.ABOUT} or measure.unit is None:
        return False
    unit = unit_named(measure.unit)
    if unit is None or unit.symbol not in _SMALL_UNITS:
        return False
    return bool(_SORTED_THINGS.search(text[max(0, measure.whole_start - _REACH) : measure.whole_start]))
