"""Quantities and intervals of one statement: a hand-written grammar, linear in the length of the text.

numbers (`numbers`, `number_words`) → what is no quantity (`traps`) → unit or counted things (`units`) → comparison
(`comparators`) → measure (`measures`) → ranges, tolerances, limits (`ranges`).
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Interval, Quantity
from gampgen.parsing.quantities.compounds import join_compounds
from gampgen.parsing.quantities.measures import find_measures
from gampgen.parsing.quantities.number_words import may_hold
from gampgen.parsing.quantities.ranges import combine

_HAS_DIGIT = re.compile(r"[0-9½¼¾⅛⅜⅝⅞]")


def read_quantities(text: str) -> tuple[tuple[Quantity, ...], tuple[Interval, ...]]:
    """Read every number of a statement that says how much, how many or how long.

    Values stay as said (scale words multiplied out, decimal comma turned into a point, never converted). The two ends
    of a range stand in the interval only; a one-sided limit stands in both; a tolerance gives its nominal value as a
    quantity and the band as an interval. Clause numbers, standards, ids, dates, versions, addresses and names are no
    quantities.

    Args:
        text: one statement, verbatim.

    Returns:
        Quantities and intervals in the order in which they stand; `text[start:end]` is each one's own text.
    """
    if not _HAS_DIGIT.search(text) and not may_hold(text):
        return (), ()
    return combine(text, join_compounds(text, find_measures(text)))
