"""RQ15 Missing time limit.

"regularly", "periodically" or "real time" name no interval.

Bad: Data shall be backed up regularly.
Good: The system shall back up all GxP data every 24 h ± 1 h.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_INDEFINITE = whole_words(
    "eventually",
    "(?<!no )(?<!or )later(?! than)",
    "periodic(?:ally)?",
    "regular(?:ly)?(?! expressions?)",
    "from time to time",
    "continuously",
    "(?:near[- ])?real[- ]time(?! clock)",
    "instantly",
    "instantaneous(?:ly)?",
    "on a regular basis",
    "at regular intervals",
    "frequently",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words for a time that name none, where the statement gives no interval of its own."""
    if any(
        q.unit is not None and (unit := unit_named(q.unit)) is not None and unit.dimension == "time"
        for q in subject.quantities
    ):
        return ()
    return found(_INDEFINITE, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R35",
    severity=FindingSeverity.WARNING,
    message="{words} names no interval and no limit.",
    hint='Give it: "every <n> <unit>", "within <n> <unit>".',
)
