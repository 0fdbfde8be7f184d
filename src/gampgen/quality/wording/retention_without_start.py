"""RQ29 Retention without start point.

"10 years" from when? From creation, from approval, from the expiry of the batch: each gives another date.

Bad: Batch records shall be retained for 10 years.
Good: Batch records shall be retained for 10 years after the expiry of the batch.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import Scope, Subject, whole_words, wording_rule

_KEEP = whole_words(
    "retain(?:s|ed|ing)?",
    "retention",
    "keep",
    "kept",
    "archiv(?:e|es|ed|ing)",
    "store",
    "stored",
    "preserved?",
    "saved",
    "available for",
)
_START = whole_words(
    "after",
    "from",
    "following",
    "since",
    "expiry",
    "expiration",
    "creation",
    "approval",
    "once",
    "beginning",
    "end of",
    "date of",
    "until",
)
_LONG = frozenset({"year", "month", "decade"})


def check(subject: Subject) -> tuple[str, ...]:
    """The retention periods that begin nowhere."""
    if not _KEEP.search(subject.masked) or _START.search(subject.masked):
        return ()
    return tuple(
        quantity.text
        for quantity in subject.quantities
        if quantity.unit and (unit := unit_named(quantity.unit)) is not None and unit.symbol in _LONG
    )


RULE = wording_rule(
    __doc__,
    check,
    source="21 CFR 211.180; EU GMP Chapter 4; gampgen",
    severity=FindingSeverity.WARNING,
    message="{words}: from when the period counts is not said.",
    hint='Add the start: "after <creation | approval | expiry of the batch>".',
    scope=Scope.REQUIREMENT,
)
