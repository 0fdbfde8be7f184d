"""RQ26 Signature items missing.

A signature shows the printed name, date and time, and its meaning; it is given with a password or another second
component,
and it stays linked to the record.

Bad: Batch records shall be signed electronically.
Good: Signing shall require user ID and password and show full name, date and time and the meaning <approval>; a
later change of the record shall make the signature invalid.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_SIGNS = re.compile(
    r"\b(?:electronic\s+signatures?|e-?signatures?|digital\s+signatures?|electronically\s+sign\w*|sign(?:ed"
    r"|ing)?\s+electronically|e-?sign(?:ed|ing)?"
    r"|signatures?\s+(?:shall|must)\s+(?:show|contain|include|consist|require)|(?:shall|must)\s+(?:be\s+able\s+to\s+)?(?:be\s+)?sign(?:ed)?(?!\s+(?:in|on"
    r"|up|out|off)\b))",
    re.IGNORECASE,
)
_ITEMS = {
    "meaning": re.compile(r"\bmeanings?\b|\b(?:reason|purpose)\s+(?:of|for)\s+(?:the\s+)?sign", re.IGNORECASE),
    "printed name": re.compile(r"\b(?:names?|signer|signatory)\b", re.IGNORECASE),
    "date and time": re.compile(r"\b(?:date|time|time-?stamp\w*)\b", re.IGNORECASE),
    "password or re-authentication": re.compile(
        r"\b(?:passwords?|credentials?|re-?authenticat\w+|biometr\w+|user\s*ID|two|PIN)\b", re.IGNORECASE
    ),
    "link to the record": re.compile(
        r"\b(?:link\w*|bound|invalid\w*|copied|transferr?ed|attached|permanently|excised|void\w*)\b", re.IGNORECASE
    ),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The items of a signature that are not mentioned."""
    absent = missing(subject.context, _ITEMS) if _SIGNS.search(subject.text) else ()
    return absent if len(absent) > 1 else ()  # one item alone stands most often in the next requirement


RULE = wording_rule(
    __doc__,
    check,
    source="21 CFR 11.50, 11.70, 11.200; EU GMP Annex 11 §14",
    severity=FindingSeverity.WARNING,
    message="The signature: not said are {words}.",
    hint=(
        "Say what signing needs and shows: user ID and <password>, full name, date and time with zone, "
        "meaning <approval>, effect of a later change."
    ),
    scope=Scope.REQUIREMENT,
    quoting=False,
)
