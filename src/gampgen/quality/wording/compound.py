"""RQ07 Compound requirement.

Two obligations under one id need two verdicts. When one passes and the other fails, the id has no verdict.

Bad: The system shall record the weight and print a label and notify QA.
Good: The system shall record the weight.
Not meant: a list of data items ("user, date and time") and a condition of several parts.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_VERB = (
    "record|print|send|display|show|store|save|calculate|notify|alert|allow|create|generate|export|import|"
    "lock|unlock|log|reject|approve|review|sign|archive|delete|update|release|block|stop|start|open|close|"
    "verify|check|validate|transfer|assign|prevent|provide|maintain|raise|write|back up|restore|encrypt|"
    "synchronise|synchronize|monitor|report|keep|retain"
)
_TWO_VERBS = re.compile(
    rf"\b(?:shall|must)\s+(?:\w+ly\s+)?(?P<first>{_VERB})\b[^.;]{{0,120}}?\b(?:and|then|as\s+well\s+as|but)\s+"
    r"(?:also\s+|then\s+)?"
    rf"(?:shall\s+|must\s+)?(?P<second>{_VERB})\s+(?:a|an|the|all|each|every|its|it|their|any|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_TWO_MODALS = re.compile(
    r"\b(?:shall|must)\b[^.;]{1,200}[,;]?\s(?:and|but|or)\b[^.;]{0,80}?\b(?:shall|must)\b", re.IGNORECASE
)
_ALTERNATIVE_VERB = re.compile(
    rf"\b(?:shall|must)\s+(?P<first>{_VERB})\s+(?:and|or)\s+(?P<second>{_VERB})\b", re.IGNORECASE
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words that join two obligations."""
    if match := _TWO_VERBS.search(subject.masked) or _ALTERNATIVE_VERB.search(subject.masked):
        return (match["first"], match["second"])
    match = _TWO_MODALS.search(subject.masked)
    return (match[0],) if match else ()


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R18, R19; ISO/IEC/IEEE 29148:2018 5.2.5 (singular)",
    severity=FindingSeverity.INFO,
    message="More than one obligation under one id: {words}.",
    hint="Give each obligation its own id: <id>a, <id>b. The tests judge each one.",
)
