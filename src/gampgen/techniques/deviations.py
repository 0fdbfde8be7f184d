"""Conditions on how far one value lies from another: "deviates from the set point by more than 2 °C".

Such a distance is a value with two sides: too high and too low are tried, since a comparison that forgets its absolute
value notices one of them only. Source: ISO/IEC/IEEE 29119-4:2021 §5.2.3.
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Interval

_APART = re.compile(
    r"^(?P<what>.+?)\s+(?P<verb>deviates?|deviated|differs?|departs?)\s+(?:from\s+(?P<aim>.+?)\s+)?by$", re.IGNORECASE
)


def apart(before: str) -> str:
    """The distance that the words before a number name ("deviation of the temperature from the set point"), or ""."""
    found = _APART.match(before.strip())
    if found is None:
        return ""
    what, aim = found["what"], found["aim"]
    if found["verb"].lower().startswith("differ") and aim:
        return f"difference between {what} and {aim}"
    return f"deviation of {what}" + (f" from {aim}" if aim else "")


def both_sides(interval: Interval) -> tuple[Interval, ...]:
    """A distance "more than 2 °C" as what lies above it and what lies below its negative."""
    if interval.lower is None or interval.upper is not None or interval.lower.startswith("-"):
        return (interval,)
    below = interval.model_copy(
        update={
            "lower": None,
            "upper": f"-{interval.lower}",
            "lower_inclusive": False,
            "upper_inclusive": interval.lower_inclusive,
        }
    )
    return (interval, below)
