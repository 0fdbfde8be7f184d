"""RQ18 Placeholder or TBD.

What is still to be decided cannot be tested. The requirement is not ready.

Bad: The retention time is TBD.
Good: The system shall keep batch records for 10 years after the expiry of the batch.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:(?-i:TBD|TBC|TBA|TBR|T\.B\.D\.)|to\s+be\s+(?:defined|determined|confirmed|decided|specified"
    r"|agreed|announced"
    r"|clarified)(?!\s+(?:by|in|as|for|when|within|at|per|on|during|from)\b)|\?\?+|(?-i:XXX+|xxx+)|lorem\s+ipsum)(?![\w-])"
    r"|<\s*(?:tbd|insert|value|date|name|x+|n)\s*>",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The placeholders of a statement."""
    return found(_PLACEHOLDER, subject.text)


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.5 (complete)",
    severity=FindingSeverity.ERROR,
    message="{words}: the requirement is not decided yet and cannot be tested.",
    hint='Put the decision in its place: "<value> <unit>", "<role>", "<document>".',
)
