"""What lies outside a range: "outside 35 % to 55 %" is below the one end or above the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gampgen.domain.quantity import Comparator, Interval, Quantity

_OUTSIDE = re.compile(
    r"(?P<not>\b(?:(?:shall|must|may|should|will|can)\s?not|never)\s+(?:\w+\s+){0,2})?"
    r"\b(?:outside(?:\s+of)?|out\s+of)\s+(?:(?:the|a|an|its|their|this)\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:(?:of|from)\s+)?\Z",
    re.IGNORECASE,
)
_REACH = 70


def turned_out(text: str, made: Sequence[Quantity | Interval] | None) -> list[Quantity | Interval] | None:
    """The readings of a range, with a closed interval behind "outside" turned into the two limits around it.

    "must not be outside 2 °C to 8 °C" stays the range itself; its text then holds the words that say so.
    """
    if made is None:
        return None
    out: list[Quantity | Interval] = []
    for one in made:
        before = text[max(0, one.start - _REACH) : one.start]
        said = _OUTSIDE.search(before) if isinstance(one, Interval) and one.lower and one.upper else None
        if said is None or not isinstance(one, Interval):
            out.append(one)
            continue
        start = one.start - len(before) + said.start()
        whole = one.model_copy(update={"text": text[start : one.end], "start": start})
        out += [whole] if said["not"] else _around(whole)
    return out


_BEYOND = re.compile(
    r"(?P<not>\b(?:not|never|no|cannot)\s+(?:[\w-]+\s+){0,3})?"
    r"\b(?:(?:more|greater|larger|higher)\s+than|exceed(?:s|ed|ing)?|above|beyond|over|outside(?:\s+of)?)\s*\Z",
    re.IGNORECASE,
)


def beyond(text: str, band: Interval) -> list[Quantity | Interval]:
    """The band of a ± that stands alone, turned out where it is exceeded: "deviates by more than ± 2 %".

    "outside the tolerance of ± 2 %" is the same; read as the band itself it would have good values refused.
    """
    before = text[max(0, band.start - _REACH) : band.start]
    said = _BEYOND.search(before) or _OUTSIDE.search(before)
    if said is None or said["not"]:
        return [band]
    start = band.start - len(said[0])
    return _around(band.model_copy(update={"text": text[start : band.end], "start": start}))


def _around(inside: Interval) -> list[Quantity | Interval]:
    """The two limits, each as a quantity and as an interval that leaves its end out."""
    found: list[Quantity | Interval] = []
    for value, comparator in ((inside.lower, Comparator.LESS), (inside.upper, Comparator.MORE)):
        below = comparator is Comparator.LESS
        found += [
            Quantity(
                text=inside.text, value=value or "", unit=inside.unit, comparator=comparator, start=inside.start,
                end=inside.end, counted=inside.counted,
            ),
            Interval(
                text=inside.text, lower=None if below else value, upper=value if below else None,
                lower_inclusive=False, upper_inclusive=False, unit=inside.unit, start=inside.start, end=inside.end,
                counted=inside.counted,
            ),
        ]  # fmt: skip
    return found
