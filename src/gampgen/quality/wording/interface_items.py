"""RQ48 Interface without both ends.

A transfer is tested from sender to receiver, item by item, and when the other side is down.

Bad: The system shall have an interface to the ERP.
Good: When a lot status changes, the LIMS shall send lot ID and status to the ERP within 60 s; on failure it shall
retry 3 times and then raise an alert.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_TRANSFERS = re.compile(
    r"(?<!user )(?<!operator )(?<!machine )(?<!graphical )(?<!web )\binterfac(?:e|es|ed|ing)"
    r"\s+(?:(?:with|between)\b|to\s+(?=(?:the|an?|its|all|each"
    r"|every|other|external|existing|one|two|several)\b|(?-i:[A-Z])))|\bhave\s+an?\s+interface\b"
    r"|\b(?:data|records?|results?|files?|orders?|messages?)\b[^.;]{0,40}?\b(?:transferred|exchanged)\b"
    r"|\b(?:transfer|exchange|integrate)s?\b[^.;]{0,60}?\b(?:to|with|from)\s+(?:the\s+)?(?-i:[A-Z]{2,6})\b",
    re.IGNORECASE,
)
# As in "via the interface to the ERP": the way that something takes, no demand on an interface.
_BY_WAY_OF = re.compile(r"\b(?:via|through|over|using|across|by)\s+(?:[\w-]+\s+){0,6}\Z", re.IGNORECASE)
_ITEMS = {
    "data items": re.compile(
        r"\b(?:IDs?|status|fields?|items?|results?|records?|orders?|values?|lots?|messages?|quantit\w+|names?)\b",
        re.IGNORECASE,
    ),
    "trigger or frequency": re.compile(
        r"\b(?:when\w*|every|after|upon|once|daily|hourly|real[- ]time|on\s+\w+|schedul\w+|if|each)\b", re.IGNORECASE
    ),
    "behaviour on failure": re.compile(
        r"\b(?:fail\w*|error\w*|retr\w+|queue\w*|reject\w*|interrupt\w*|down|unavailable|lost|alert\w*)\b",
        re.IGNORECASE,
    ),
}


def check(subject: Subject) -> tuple[str, ...]:
    """The items of a transfer that are not mentioned."""
    text = subject.text
    demanded = any(not _BY_WAY_OF.search(text[max(0, m.start() - 60) : m.start()]) for m in _TRANSFERS.finditer(text))
    return missing(subject.context, _ITEMS) if demanded else ()


RULE = wording_rule(
    __doc__,
    check,
    source="EU GMP Annex 11 §5; gampgen",
    severity=FindingSeverity.INFO,
    message="The interface: not said are {words}.",
    hint="Complete it: <sender> sends <items> to <receiver> when <event>; on failure <n> retries, then <alert>.",
    scope=Scope.REQUIREMENT,
    quoting=False,
)
