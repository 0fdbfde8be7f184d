"""RQ11 Absolute or totality.

"always" and "100 %" can be refuted and never shown. A prohibition for all roles ("no user shall be able to disable
the audit
trail") is fine: it is tested with each role.

Bad: The system shall always be available.
Good: The availability shall be at least 99.5 % per calendar month, planned maintenance excluded.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_ABSOLUTE = whole_words(
    "always",
    "never(?! (?:exceed|be (?:less|more|greater|below|above)|less|more|expire))",
    "completely",
    "fully",
    "totally",
    "zero defects?",
    "at all times",
    "no downtime",
    "unlimited",
    "under all circumstances",
    "(?:all|any|every) possible",
    "error[- ]free",
    "at any time",
    "24/7",
    "entirely",
)
_HUNDRED = re.compile(
    r"\b100(?:\.0+)?\s?%(?=\s+(?:available|availability|accura\w+|uptime|secure|compliant|reliab\w+|correct))",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The absolutes of a statement."""
    return (*found(_ABSOLUTE, subject.masked), *found(_HUNDRED, subject.masked))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R26, R32",
    severity=FindingSeverity.INFO,
    message="{words} can be refuted by a test, never shown.",
    hint=(
        'Give a share, a period and what is excluded: "at least <99.5> % per <month>, <planned maintenance> excluded".'
    ),
)
