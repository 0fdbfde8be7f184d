"""RQ23 Blanket regulation.

"21 CFR Part 11 compliant" is some thirty requirements in one. A test needs the clause and what the system is to do.

Bad: The system shall be 21 CFR Part 11 compliant.
Good: The audit trail shall record who changed what, when and why (21 CFR 11.10(e)).
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_REGULATION = re.compile(
    r"\b(?:21\s?CFR(?:\s+Part)?(?:\s+\d+)?|Part\s+11|Annex\s+\d+|c?GMP|GxP|GLP|GCP|FDA|EMA|MHRA|GAMP(?:\s?5)?"
    r"|ALCOA\+*|HIPAA|GDPR|data\s+integrity)(?!\w)",
    re.IGNORECASE,
)
_COMPLY = whole_words(
    "compl(?:y|ies|iant|iance|ying)",
    "conform(?:s|ant|ance|ing)?",
    "meets?",
    "satisf(?:y|ies)",
    "adheres?",
    "in accordance with",
)
_CLAUSE = re.compile(r"\b11\.\d|\b211\.\d|\b820\.\d|\b(?:clause|section|paragraph|chapter)s?\b|§", re.IGNORECASE)
_CONTENT = whole_words(
    "audit[ -]trails?", "signatures?", "passwords?", "backups?", "access control", "retention", "records? (?:who|what)"
)


def check(subject: Subject) -> tuple[str, ...]:
    """The regulations named as a whole, without clause and without saying what the system does."""
    if _CLAUSE.search(subject.text) or _CONTENT.search(subject.text) or not _COMPLY.search(subject.text):
        return ()
    return found(_REGULATION, subject.text)


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen; 21 CFR Part 11; EU GMP Annex 11",
    severity=FindingSeverity.WARNING,
    message="{words} as a whole is many requirements: which clause, and what does the system do?",
    hint=(
        "Write one requirement per clause that applies: audit trail <clause>, access <clause>, "
        "signature <clause>, copies <clause>."
    ),
)
