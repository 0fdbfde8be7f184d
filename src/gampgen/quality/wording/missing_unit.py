"""RQ04 Missing unit.

A physical value without its unit can be met and missed at the same time. Counts, ids and dates need none.

Bad: The temperature shall be kept between 2 and 8.
Good: The temperature shall be kept between 2.0 °C and 8.0 °C inclusive.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, whole_words, wording_rule

_MEASURED = whole_words(
    "temperatures?",
    "pressures?",
    "humidity",
    "weights?",
    "mass",
    "volumes?",
    "flow(?: rate)?",
    "speed",
    "conductivity",
    "voltage",
    "current",
    "concentrations?",
    "durations?",
    "delay",
    "time-?out",
    "response time",
    "period",
    "force",
    "torque",
    "heating",
    "cooling",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The values that stand without a unit in a statement about a physical quantity."""
    if not _MEASURED.search(subject.masked):
        return ()
    bare = [q.text for q in subject.quantities if q.unit is None and q.counted is None]
    bare += [i.text for i in subject.intervals if i.unit is None and i.counted is None]
    return tuple(dict.fromkeys(text for text in bare if text in subject.masked))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R6",
    severity=FindingSeverity.WARNING,
    message="{words} has no unit.",
    hint='Write the value with its unit: "<value> <unit>".',
)
