"""RQ08 Ambiguous and/or.

"and/or" is three requirements at once: the first, the second, both.

Bad: QA and/or QC shall approve the batch record.
Good: One QA user and one QC user shall approve the batch record, in any order.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_AND_OR = re.compile(r"\b(?:and\s?/\s?or|either\s?/\s?or|or\s?/\s?and)\b", re.IGNORECASE)


def check(subject: Subject) -> tuple[str, ...]:
    """Each "and/or" of a statement."""
    return found(_AND_OR, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R15, R17",
    severity=FindingSeverity.WARNING,
    message="{words} leaves open whether one or both are needed.",
    hint='Write "<A> and <B>", or "<A> or <B>, not both", or "at least one of <A>, <B>".',
)
