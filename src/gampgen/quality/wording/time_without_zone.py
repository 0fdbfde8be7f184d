"""RQ47 Time without zone or clock.

A time stamp is judged against a clock: which one, in which zone, how fine?

Bad: Records shall carry a time stamp.
Good: Records shall carry the server time in UTC with a resolution of 1 s.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, found, wording_rule

_STAMP = re.compile(r"\btime[ -]?stamp(?:s|ed)?\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:server|NTP|UTC|zone|ISO\s*8601|synchroni\w+|resolution|local\s+time|format|GMT|offset)\b", re.IGNORECASE
)


def check(subject: Subject) -> tuple[str, ...]:
    """The time stamps without clock, zone or resolution."""
    return () if _SAID.search(subject.context) else found(_STAMP, subject.text)[:1]


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen; EU GMP Annex 11 §9",
    severity=FindingSeverity.INFO,
    message="{words}: clock, zone and resolution are not said.",
    hint='Say it: "<server> time in <UTC>, resolution <1> s, format <ISO 8601>".',
    scope=Scope.REQUIREMENT,
)
