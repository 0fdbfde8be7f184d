"""RQ21 Superfluous verb.

"support", "handle" or "manage" hide what is to be done: create, edit, sign, print, archive are five requirements.

Bad: The system shall support batch records.
Good: A user with the role <role> shall be able to create, edit and print a batch record.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_EMPTY = re.compile(
    r"\b(?:shall|must|should|will)\s+(?:also\s+|fully\s+)?(?P<verb>support|handle|process|manage|facilitate"
    r"|deal\s+with|be\s+capable\s+of"
    r"|be\s+designed\s+to|provide\s+(?:the\s+)?(?:ability|capability|possibility)\s+(?:to|for))\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The verbs that say little, where no figure makes them testable."""
    if subject.quantities or subject.intervals:
        return ()
    return tuple(match["verb"] for match in _EMPTY.finditer(subject.masked))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R10",
    severity=FindingSeverity.INFO,
    message="{words} does not say what can be done.",
    hint="Name the actions: <create>, <edit>, <sign>, <print>, <archive>.",
)
