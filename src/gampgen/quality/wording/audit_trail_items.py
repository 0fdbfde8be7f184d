"""RQ25 Audit trail items missing.

An audit trail entry is judged item by item: who, when, which record or field, old value, new value, reason.

Bad: An audit trail shall be available.
Good: For each creation, change and deletion of a record the audit trail shall hold user ID, date and time, field,
old value, new value and reason.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, whole_words, wording_rule

_KEEPS = re.compile(
    r"\baudit[ -]?trails?\b[^.;]{0,60}?\b(?:available|hold|contain|include|record|capture|log|track|maintain"
    r"|exist|present|provided|kept)"
    r"|\b(?:maintain|record|keep|provide|have|include|generate|log|capture|contain|offer|create"
    r"|implement)\w*\b[^.;]{0,40}?\baudit[ -]?trail",
    re.IGNORECASE,
)
_OTHER_MATTER = whole_words(
    "print\\w*",
    "export\\w*",
    "review\\w*",
    "search\\w*",
    "filter\\w*",
    "edit",
    "modif\\w+",
    "disabl\\w+",
    "protect\\w*",
    "retain\\w*",
    "archiv\\w+",
    "display\\w*",
    "sort\\w*",
    "switch\\w* off",
    "readable",
    "backup",
    "recorded in the audit trail",
)
_ITEMS = {
    "who (user)": re.compile(r"\b(?:who|users?|operator|person|name|identity)\b", re.IGNORECASE),
    "when (date and time)": re.compile(r"\b(?:when|date|time|time-?stamp\w*)\b", re.IGNORECASE),
    "which record or field": re.compile(r"\b(?:records?|fields?|object|item|data\s+element|what)\b", re.IGNORECASE),
    "old value": re.compile(r"\b(?:old|previous|original|before|prior|former)\b", re.IGNORECASE),
    "new value": re.compile(r"\b(?:new|changed|after|current)\b", re.IGNORECASE),
    "reason": re.compile(r"\b(?:reason|why|justification|comment)", re.IGNORECASE),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The items of an audit trail entry that are not mentioned, where the requirement is about what the trail holds."""
    if not _KEEPS.search(subject.text) or _OTHER_MATTER.search(subject.text):
        return ()
    return missing(subject.context, _ITEMS)


RULE = wording_rule(
    __doc__,
    check,
    source="21 CFR 11.10(e); EU GMP Annex 11 §9",
    severity=FindingSeverity.WARNING,
    message="The audit trail: not said are {words}.",
    hint=(
        "List what each entry holds: user ID, server date and time with zone, <record and field>, old "
        "value, new value, reason."
    ),
    scope=Scope.REQUIREMENT,
    quoting=False,
)
