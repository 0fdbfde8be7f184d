"""RQ03 Open-ended list.

"etc.", "such as" or "including but not limited to" end no list: nobody knows when the last item has been tested.

Bad: The audit trail shall record user, date, etc.
Good: The audit trail shall record user ID, role, date and time with zone, record ID, old value, new value and
reason.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_OPEN = re.compile(
    r"(?<!\w)(?:etc(?:\.|\b)|et\s+cetera|and\s+so\s+(?:on|forth)|and\s+others|such\s+as"
    r"|including,?\s+but\s+not\s+limited\s+to"
    r"|at\s+a\s+minimum(?!\s+of)|for\s+example|e\.g\.|among\s+others|and\s+the\s+like|or\s+similar"
    r"|or\s+equivalent|\.\.\.(?=\s*$))",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The words that leave a list open."""
    return found(_OPEN, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R9; ISO/IEC/IEEE 29148:2018 5.2.7",
    severity=FindingSeverity.WARNING,
    message="{words} leaves the list open: it cannot be tested to its end.",
    hint="List every item: <item 1>, <item 2>, …, or refer to table <x>; put examples in a note.",
)
