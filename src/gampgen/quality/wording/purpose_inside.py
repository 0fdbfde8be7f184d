"""RQ20 Purpose phrase inside.

A purpose explains; it cannot be tested. Inside the requirement it blurs what is demanded.

Bad: The system shall log users out in order to protect the data.
Good: The system shall log a user out after <15> min without input.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_PURPOSE = whole_words("in order to", "so that", "for the purpose of", "to ensure that", "with the aim of")


def check(subject: Subject) -> tuple[str, ...]:
    """The purpose phrases of a statement."""
    return found(_PURPOSE, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R20",
    severity=FindingSeverity.INFO,
    message="{words} brings a purpose into the requirement; it is not tested.",
    hint="Move the purpose to the rationale and state the value or behaviour that serves it: <value> <unit>.",
)
