"""RQ06 Boundary not stated.

"between 2 and 8" does not say whether 2 and 8 belong to it. Engineers read such a range as inclusive, and so do the
tests:
this is a note that says so.

Bad: The pressure shall be between 2 and 8 bar.
Good: The pressure shall be between 2 bar and 8 bar, both inclusive.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, whole_words, wording_rule

_STATED = whole_words("inclusive(?:ly)?", "exclusive(?:ly)?", "including", "excluding", "included", "excluded")
_RANGE_WORDS = whole_words("between", "from", "to")


def check(subject: Subject) -> tuple[str, ...]:
    """The ranges in words whose ends are not said to be in or out."""
    if _STATED.search(subject.masked):
        return ()
    return tuple(
        interval.text
        for interval in subject.intervals
        if interval.lower is not None
        and interval.upper not in {None, interval.lower}
        and _RANGE_WORDS.search(interval.text)
    )


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R33; gampgen",
    severity=FindingSeverity.INFO,
    message="{words} does not say whether its ends belong to it; the tests take both as inside.",
    hint='Add "inclusive" or "exclusive", or write ≥ <lower> and ≤ <upper>.',
)
