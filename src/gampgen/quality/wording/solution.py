"""RQ19 Solution instead of need.

A requirement that says how ("with a button in the lower right corner") forbids every other answer to the need.

Off by default: in a URS for a configured product naming the means is often right.

Bad: Approval shall be done with a button in the lower right corner.
Good: The system shall let a user with the role <QA Releaser> approve a batch.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_MEANS = whole_words(
    "by means of",
    "implemented (?:with|in|using)",
    "via a (?:drop-?down|button|menu)",
    "with a button",
    "stored procedure",
    "\\w+ table",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words that prescribe the means."""
    return found(_MEANS, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R31",
    severity=FindingSeverity.INFO,
    message="{words} prescribes the means, not the need.",
    hint="Say what must be possible for <role>; keep the means only where it is a real constraint.",
    by_default=False,
)
