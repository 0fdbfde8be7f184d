"""RQ14 Missing condition or trigger.

"The system shall notify QA" does not say when. A test must know what sets it off, and what must not.

Bad: The system shall notify QA.
Good: When the status of a batch changes to Rejected, the system shall notify QA within <5> min.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, whole_words, wording_rule

_ACTS = re.compile(
    r"\b(?:shall|must)\s+(?:automatically\s+|also\s+)?(?P<verb>alert|notify|warn|lock"
    r"|log\s+(?:the\s+users?\s+)?out|reject|abort"
    r"|send|raise|trigger|e-?mail|shut\s+down)\b",
    re.IGNORECASE,
)
_CONDITION = whole_words(
    "when(?:ever)?",
    "if",
    "while",
    "where",
    "after",
    "before",
    "upon",
    "once",
    "within",
    "on",
    "in case",
    "during",
    "every",
    "for (?:each|every|any|all)",
    "unless",
    "until",
    "at",
    "as soon as",
    "without",
    "any",
    "daily",
    "weekly",
    "hourly",
    "out[- ]of[- ]\\w+",
    "above",
    "below",
    "exceed\\w*",
    "invalid",
    "unauthori[sz]ed",
    "failed",
    "of (?:each|any|all)",
    "about",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The verb that nothing sets off."""
    match = _ACTS.search(subject.masked)
    return () if match is None or _CONDITION.search(subject.masked) else (match[0],)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R27; EARS (Mavin et al., RE 2009)",
    severity=FindingSeverity.WARNING,
    message="{words}: what sets it off is not said.",
    hint='Begin with the trigger: "When <event or limit>, the system shall …".',
)
