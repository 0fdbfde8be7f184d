"""RQ09 Passive without actor.

"shall be approved" does not say who does it: a role, the system, another system. The test needs somebody to do it.
What only a system does (stored, displayed, calculated, locked, sent, …) needs no actor and is not noted.

Bad: The batch shall be approved.
Good: A user with the role <QA Releaser> shall be able to approve the batch.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_PASSIVE = re.compile(
    r"\b(?:shall|must)\s+(?:not\s+|also\s+|only\s+|always\s+)?be\s+(?:\w+ly\s+)?(?P<verb>\w+ed|written|shown"
    r"|kept|sent|taken|given"
    r"|drawn|chosen|held|made|built|set|read|put|done|seen)\b(?!\s+to\s+be\s+able)",
    re.IGNORECASE,
)
_ACTOR = re.compile(r"\b(?:by|via|through)\b", re.IGNORECASE)
_ADJECTIVE = frozenset(
    [
        "required",
        "needed",
        "based",
        "located",
        "allowed",
        "supposed",
        "limited",
        "related",
        "connected",
        "authorised",
        "authorized",
    ]
)


def check(subject: Subject) -> tuple[str, ...]:
    """The passive verbs of a statement that names nobody who acts."""
    if _ACTOR.search(subject.masked):
        return ()
    return tuple(m[0] for m in _PASSIVE.finditer(subject.masked) if m["verb"].lower() not in _ADJECTIVE | _BY_SYSTEM)


_BY_SYSTEM = frozenset(
    {
        "stored", "saved", "displayed", "shown", "calculated", "computed", "logged", "printed", "generated", "archived",
        "retained", "synchronised", "synchronized", "exported", "imported", "transferred", "transmitted", "sent",
        "locked", "encrypted", "marked", "flagged", "highlighted", "rejected", "refused", "prevented", "blocked",
        "buffered", "listed", "sorted", "rounded", "masked", "raised", "triggered", "issued", "reported", "indicated",
        "notified", "informed", "updated", "recorded", "stamped", "assigned", "disabled", "suppressed", "detected",
    }
)  # fmt: skip


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R2, R3",
    severity=FindingSeverity.INFO,
    message="{words} does not say who or what does it.",
    hint='Name the actor: "the system shall <verb>" or "a user with the role <role> shall be able to <verb>".',
)
