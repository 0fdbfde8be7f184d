"""RQ24 Role missing.

"authorised users" cannot be tested for access: the tester needs the roles that may, and one that may not.

Bad: Authorised users can change limits.
Good: Only users with the role <Process Engineer> shall be able to change alarm limits.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_NOBODY = re.compile(
    r"\b(?:authori[sz]ed|appropriate|relevant|designated|qualified|competent|responsible|trained|certain"
    r"|privileged|selected)\s+"
    r"(?:users?|personnel|persons?|people|staff|individuals?|operators?)\b"
    r"|\b(?:notify|alert|inform|warn|e-?mail)\w*\s+(?:the\s+|all\s+)?(?:users?|personnel|staff|persons?)\b"
    r"|\b(?:someone|somebody)\b",
    re.IGNORECASE,
)
_ROLE_NAMED = whole_words("roles?", "permissions? matrix", "user groups?", "access matrix")


def check(subject: Subject) -> tuple[str, ...]:
    """The words for people that name no role."""
    if _ROLE_NAMED.search(subject.masked):
        return ()
    return tuple(words for words in found(_NOBODY, subject.masked) if not words.startswith("Qualified Person"))


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen; 21 CFR 11.10(d), (g); EU GMP Annex 11 §12",
    severity=FindingSeverity.WARNING,
    message="{words} names no role.",
    hint='Name the roles: "only users with the role <role 1> or <role 2>".',
)
