"""RQ32 Duplicate requirement.

Two requirements that say the same in nearly the same words: same content words, at most one more in one of them,
same
figures. A test for one is a test for the other, and a change of one is forgotten in the other. (Two requirements
with
exactly the same text are reported by REC10.)

Bad: URS-05: The system shall print the batch label. URS-31: The batch label shall be printed by the system.
Good: The system shall print the batch label.
"""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.quality.conflicts import limits
from gampgen.quality.interface import manual_rule
from gampgen.quality.similarity import Entry, same_words

RULE = manual_rule(__doc__, "INCOSE Guide to Writing Requirements R30")

_FEWEST_WORDS = 3


def duplicate(one: Entry, other: Entry) -> Iterator[Finding]:
    """The finding on two statements that say the same."""
    if one.statement.text.split() == other.statement.text.split() or len(one.words) < _FEWEST_WORDS:
        return
    if not same_words(one, other):
        return
    if one.statement.negated != other.statement.negated or limits(one.statement) != limits(other.statement):
        return
    yield Finding(
        code=RULE.code,
        severity=FindingSeverity.WARNING,
        requirement_uid=other.requirement.uid,
        location=other.requirement.location,
        message=f'{other.requirement.id} says the same as {one.requirement.id}: "{_short(one.statement.text)}".',
        hint="Delete one id and trace the tests to <the one that stays>, or say what tells them apart: <…>.",
    )


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")  # noqa: PLR2004 - as many as fit a line
