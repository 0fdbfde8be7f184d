"""RQ27 Alarm items missing.

An alarm is tested at its limit, with its delay, its acknowledgement and its return to normal.

Bad: The system shall raise a high temperature alarm.
Good: The system shall raise an alarm when the temperature is above 8.0 °C for 300 s, keep it until a Supervisor
acknowledges it with a comment, log it, and clear it below 7.8 °C.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_RAISES = re.compile(
    r"\b(?:raise|generate|trigger|issue|give|activate|sound|produce|initiate"
    r"|create)[sd]?\b[^.;]{0,40}?\b(?:alarms?|alerts?)\b"
    r"|\b(?:alarms?|alerts?)\s+(?:shall|must)\s+be\s+(?:raised|generated|triggered|issued|given|activated)"
    r"|\A\W*(?:\w+\s+){0,3}alarm\W*\Z",
    re.IGNORECASE,
)
_ITEMS = {
    "delay (or none)": re.compile(
        r"\b(?:delay\w*|immediate\w*|for\s+(?:more\s+than\s+|at\s+least\s+)?[<0-9]|after\s+[<0-9]|within"
        r"|without\s+delay)",
        re.IGNORECASE,
    ),
    "acknowledgement": re.compile(r"\backnowledg\w*|\bconfirm\w*|\baccept\w*", re.IGNORECASE),
    "record in the log": re.compile(r"\b(?:log\w*|record\w*|audit|histor\w+|stor\w+|list\w*)\b", re.IGNORECASE),
    "when it clears": re.compile(
        r"\b(?:clear\w*|reset\w*|hysteresis|latch\w*|return\w*|until|dead\s?band)\b", re.IGNORECASE
    ),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The items of an alarm that are not mentioned, the limit among them."""
    if not _RAISES.search(subject.text):
        return ()
    limit = () if any(i.unit for i in subject.intervals) or "limit" in subject.text.lower() else ("limit with unit",)
    return (*limit, *missing(subject.context, _ITEMS))


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen; EU GMP Annex 11 §4.7",
    severity=FindingSeverity.INFO,
    message="The alarm: not said are {words}.",
    hint=(
        "Complete it: limit <value> <unit>, delay <n> s or none, acknowledged by <role>, logged with "
        "<items>, clears at <value> <unit>."
    ),
    scope=Scope.REQUIREMENT,
    quoting=False,
)
