"""RQ28 Password rule items missing.

"strong passwords" is no rule: length, character classes, history and lock-out are figures.

Bad: The system shall enforce strong passwords.
Good: Passwords shall have at least 12 characters, and 5 failed attempts shall lock the account.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_RULE = re.compile(
    r"\b(?:strong|complex|secure|safe)\s+passwords?\b|\bpasswords?\s+(?:polic(?:y|ies)|rules?|complexity"
    r"|strength|security|requirements?|protection)\b"
    r"|\bpasswords?\s+(?:shall|must)\s+be\s+(?:strong|complex|secure)",
    re.IGNORECASE,
)
_ITEMS = {
    "minimum length": re.compile(r"\b(?:length|characters?|digits)\b", re.IGNORECASE),
    "composition (or none)": re.compile(
        r"\b(?:upper|lower|case|special|class(?:es)?|numeric|composition|alphanumeric|symbols?)\b", re.IGNORECASE
    ),
    "history": re.compile(r"\b(?:history|re-?use\w*|previous|last)\b", re.IGNORECASE),
    "age (or none)": re.compile(r"\b(?:age|ageing|aging|expir\w+|days|months)\b", re.IGNORECASE),
    "lock-out": re.compile(r"\b(?:lock\w*|attempts?|failed|block\w*)\b", re.IGNORECASE),
    "change at first login": re.compile(r"\b(?:first|initial)\b", re.IGNORECASE),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The items of a password policy that are not mentioned, where the requirement states the policy."""
    return missing(subject.context, _ITEMS) if _RULE.search(subject.text) else ()


RULE = wording_rule(
    __doc__,
    check,
    source="21 CFR 11.300; gampgen",
    severity=FindingSeverity.WARNING,
    message="The password rules: not said are {words}.",
    hint=(
        "Give the figures: at least <12> characters, <3> of 4 classes, not one of the last <5>, lock "
        "after <5> failed attempts, change at first login."
    ),
    scope=Scope.REQUIREMENT,
    quoting=False,
)
