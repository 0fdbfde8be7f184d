"""RQ13 Unclear pronoun.

"it shall be locked" may be the record, the session or the user. Repeat the noun.

Bad: When the record is signed it shall be locked.
Good: When the reviewer signs the record, the system shall lock the record.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_PRONOUN = re.compile(
    r"(?:\A\s*|[.;:]\s+|,\s*|\b(?:and|then|that|or|but|signed|closed|saved|open|active|done|complete)\s+)"
    r"(?P<pronoun>(?:it|they|this|these|those)\s+(?:shall|must|should|will|can|may))\b"
    r"(?!\s+(?:not\s+)?be\s+(?:im)?possible)"
    r"|\A\s*(?P<first>(?:it|they|this|these|those)\s+(?:is|are))\b"
    r"(?!\s+(?:also\s+|not\s+)?(?:important|necessary|essential|required|recommended|mandatory|desirable|advisable"
    r"|assumed|expected|permitted|allowed|(?:im)?possible)\b)",
    re.IGNORECASE,
)


def check(subject: Subject) -> tuple[str, ...]:
    """The pronouns that are the subject of a clause."""
    return tuple(match["pronoun"] or match["first"] for match in _PRONOUN.finditer(subject.masked))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R24",
    severity=FindingSeverity.INFO,
    message="{words}: what the pronoun stands for is not certain.",
    hint='Repeat the noun: "the <noun> shall …".',
)
