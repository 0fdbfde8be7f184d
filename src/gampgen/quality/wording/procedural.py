"""RQ44 Procedural, not a system requirement.

What people are to do is shown by a procedure and its records, not by operating the system.

Bad: Users shall be trained before they get access.
Good: The system shall give no access to a user whose training record is not marked as complete.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_PROCEDURAL = re.compile(
    r"(?<!by )(?<!by the )\b(?:SOPs?|procedures?|polic(?:y|ies)|(?:the\s+)?company|(?:the\s+)?"
    r"(?:supplier|vendor))\s+(?:shall"
    r"|must)\b|\b(?:shall|must)\s+be\s+trained\b"
    r"|\b(?:an?|written|documented)\s+(?:SOP|procedure)\s+(?:shall|must)\b|\btraining\s+(?:shall"
    r"|must)\s+be\s+(?:provided|given|performed|documented)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words that demand something of people or firms."""
    return found(_PROCEDURAL, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen",
    severity=FindingSeverity.INFO,
    message="{words}: this is met by a procedure, not by the system.",
    hint='Keep it, with the verification "review of <procedure>"; it gets no OQ test.',
)
