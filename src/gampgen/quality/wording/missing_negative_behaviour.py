"""RQ50 Missing negative behaviour.

What the system does with a wrong entry is half of the requirement.

Bad: The user shall enter the pH value.
Good: The user shall enter the pH value; an entry outside 0 to 14 shall be rejected and the old value kept.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, found, wording_rule

_ENTERS = re.compile(
    r"\b(?:users?|operators?|analysts?)\s+(?:shall|must)\s+(?:be\s+able\s+to\s+)?(?:enter|type|input|key\s+in|scan)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:invalid|reject\w*|refus\w*|range|error|warn\w*|outside|only\s+accept\w*|prevent\w*|format|mandatory)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The entries whose refusal is not described."""
    return () if _SAID.search(subject.context) else found(_ENTERS, subject.text)


RULE = wording_rule(
    __doc__,
    check,
    source="EU GMP Annex 11 §4.7; gampgen",
    severity=FindingSeverity.INFO,
    message="{words}: what happens with an invalid entry is not said.",
    hint='Add: "if <the entry is invalid>, the system shall refuse it, show <message> and keep the old value".',
    scope=Scope.REQUIREMENT,
)
