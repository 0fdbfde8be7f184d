"""RQ45 Test or proof wording in a requirement.

"shall be validated" demands a proof, not a behaviour.

Bad: Calculations shall be validated.
Good: The yield in % shall be actual / theoretical × 100, rounded half up to one decimal.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_PROOF = re.compile(
    r"\b(?:shall|must)\s+be\s+(?:\w+\s+)?(?:tested|validated|qualified|demonstrated|proven)\b", re.IGNORECASE
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words that demand a proof."""
    return found(_PROOF, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen",
    severity=FindingSeverity.INFO,
    message="{words} demands a proof and says nothing of the behaviour.",
    hint="State what the system does: <formula>, <input>, <result>; the test follows from the plan.",
)
