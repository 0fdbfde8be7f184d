"""Electronic signature: it shows who, when and what for; wrong components are refused; a later change shows.

Source: 21 CFR 11.50, 11.70, 11.200; EU Annex 11 §14.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause, only_mentions, thing_of
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target

_ASPECTS = (
    Aspect("signed", Polarity.POSITIVE),
    Aspect("wrong-component", Polarity.NEGATIVE),
    Aspect("changed-after", Polarity.NEGATIVE, Level.MEDIUM),
    Aspect("not-transferable", Polarity.NEGATIVE, Level.HIGH),
)
_OTHERS = frozenset(
    {
        ActionKind.CHECK,
        ActionKind.PROTECT,
        ActionKind.TRANSFER,
        ActionKind.OUTPUT,
        ActionKind.SEARCH,
        ActionKind.NOTIFY,
        ActionKind.ALARM,
        ActionKind.RETAIN,
        ActionKind.MONITOR,
    }
)


_MAKING = frozenset({ActionKind.CREATE, ActionKind.OUTPUT, ActionKind.DISPLAY, ActionKind.INCLUDE})


# what is given to sign is not what a signature shows: 21 CFR 11.200(a)(1) beside 11.50(a)
_COMPONENT = re.compile(
    r"\b(?:passwords?|passphrase|pin|user ?-?ids?|user ?names?|log-?in|credentials?|tokens?|smart ?cards?|badges?"
    r"|biometrics?|fingerprints?|components?|identification codes?)\b",
    re.IGNORECASE,
)


def signed_by_each(target: Target) -> tuple[CoverageItem, ...]:
    """Who has to sign, where the sentence names the roles: each of them, and no other in their place."""
    signs = next((one for one in target.statement.permissions if one.action.startswith("sign ")), None)
    if signs is None or not signs.allowed or signs.exclusive or has_table(target) or not target.cue(Archetype.SIG):
        return ()
    roles = tuple(f"“{role}”" for role in signs.roles if role[:1].isupper())
    if not roles:
        return ()
    aspect = "by-each" if len(roles) > 1 else "by-role"
    return items_of(
        target, Technique.ELECTRONIC_SIGNATURE, "SIG", (Aspect(aspect, Polarity.POSITIVE),),
        about=thing_of(main_clause(target)), details=roles, quote=signs.quote,
    )  # fmt: skip


def electronic_signature(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence demands an electronic signature."""
    cue = target.cue(Archetype.SIG)
    main = main_clause(target)
    if not cue or has_table(target) or main.kind in _OTHERS or only_mentions(main):
        return ()
    parts = listed(target.statement.text)
    if main.kind in _MAKING and any(cue.lower() in one.lower() for one in parts):
        return ()  # a report that lists signatures among its contents is no signing
    details = tuple(one for one in parts or target.items if not _COMPONENT.search(one))
    about = main.subject if cue.lower() in main.subject.lower() else thing_of(main)
    return items_of(target, Technique.ELECTRONIC_SIGNATURE, "SIG", _ASPECTS, about=about, details=details, quote=cue)
