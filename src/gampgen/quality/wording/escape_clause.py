"""RQ02 Escape clause.

"where possible", "if necessary" or "as appropriate" leave it to the reader whether the requirement holds at all.

Bad: Data shall be encrypted where possible.
Good: The system shall encrypt all GxP records at rest with AES-256; exceptions are listed in table <x>.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_ESCAPE = whole_words(
    "(?:if|where|when|wherever|whenever|as far as|as much as|as) (?:it is )?(?:reasonably )?"
    "(?:possible|practical|practicable|feasible|appropriate|applicable|necessary|needed|required|relevant|desired)"
    "(?! (?:by|to|for|from|in)\\b)",
    "to the extent (?:possible|necessary|practicable)",
    "unless otherwise (?:agreed|specified|stated)",
    "preferably",
    "ideally",
    "best[- ]efforts?",
    "so far as",
    "may be required",
    "should the need arise",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The escape clauses of a statement."""
    return found(_ESCAPE, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R8; ISO/IEC/IEEE 29148:2018 5.2.7",
    severity=FindingSeverity.WARNING,
    message="{words} leaves open whether the requirement applies.",
    hint='Name the cases: "for <list of cases>", or delete the words; list exceptions in table <x>.',
)
