"""Electronic signature: it shows who, when and what for; wrong components are refused; a later change shows.

Source: 21 CFR 11.50, 11.70, 11.200; EU Annex 11 §14.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, every_list, items_of, main_clause, only_mentions, thing_of
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.needed import is_act_name
from gampgen.techniques.phrases import is_document

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
    if not cue or has_table(target) or main.kind in _OTHERS or only_mentions(main) or _only_holds(target, cue):
        return ()
    details = _shown(target)
    needs = main.kind is ActionKind.REQUIRE and bool(main.subject) and not main.by_person
    about = main.subject if needs or cue.lower() in main.subject.lower() else thing_of(main)
    aspects = (_ASPECTS[0], *((_NOT_WITHOUT,) if needs and is_act_name(main.subject) else ()), *_ASPECTS[1:])
    if loses := _LOSES.search(" ".join(target.requirement.text.split())):
        aspects = tuple(_LOST if one.name == "changed-after" else one for one in aspects)
    items = items_of(target, Technique.ELECTRONIC_SIGNATURE, "SIG", aspects, about=about, details=details, quote=cue)
    return tuple(_told(target, one, loses["what"].strip()) if loses else one for one in items)


def _shown(target: Target) -> tuple[str, ...]:
    """What a signature has to show, from the sentence, its list entries, or another sentence of the requirement."""
    text = " ".join(target.requirement.text.split())
    said = (
        every_list(target.statement.text),
        (target.items,),
        *(every_list(one[0]) for one in _IT_SHOWS.finditer(text)),
    )
    for lists in said:
        if found := tuple(one for some in lists for one in some if not _COMPONENT.search(one)):
            return found
    return ()


_IT_SHOWS = re.compile(
    r"\bsignatures? (?:(?:shall|must) )?(?:shows?|includes?|contains?|holds?|states?|bears?|lists?)\b[^.;]+",
    re.IGNORECASE,
)


def _told(target: Target, item: CoverageItem, consequence: str) -> CoverageItem:
    """The item of a later change with the consequence that the requirement states; others as they are."""
    if not isinstance(item.part, Checklist) or item.part.aspect != _LOST.name:
        return item
    part = item.part.model_copy(update={"details": (f"“{consequence}”",)})
    return item.model_copy(update={"part": part, "quote": target.quote(consequence)})


def _only_holds(target: Target, cue: str) -> bool:
    """Whether signatures are only among what a document holds: "the report contains the data and the signatures".

    Where the signature itself is what shows something, or somebody signs, it is a signing.
    """
    text = " ".join(target.statement.text.split())
    holds = next((one for one in _HOLDS.finditer(text) if cue.lower() in one["what"].lower()), None)
    if holds is None or _SIGNS.search(text[: holds.start("what")]):
        return False
    return is_document(holds["who"]) or len(_COMMA.split(holds["what"])) > 1


_NOT_WITHOUT = Aspect("not-without", Polarity.NEGATIVE)
_LOST = Aspect("signed-state-lost", Polarity.NEGATIVE)
_COMMA = re.compile(r",|\band\b")
_SIGNS = re.compile(r"\b(?:signatures?|e-?sign\w*|sign(?:s|ed|ing)?|signator\w+|countersign\w*)\b", re.IGNORECASE)
# what holds something, and what it holds: "the report is available as PDF and contains the data and the signatures"
_HOLDS = re.compile(
    r"(?P<who>[^.;:,]{2,80}?),?\s+(?:(?:is|are) [^.;:]{2,60}? and\s+)?(?:(?:shall|must|should|will)\s+)?(?:also\s+)?"
    r"(?:contains?|holds?|includes?|lists?|shows?|displays?|prints?|states?|comprises?|consists? of|gives?|names?"
    r"|bears?|carry|carries|containing|holding|including|listing|showing|comprising|consisting of)\s+(?P<what>[^.;]+)",
    re.IGNORECASE,
)
# "a signed report that is changed afterwards loses the status Signed"
_LOSES = re.compile(
    r"\b(?:chang|modif|edit|alter|amend|correct|manipulat)\w*\b[^.;]{0,60}?\b"
    r"(?P<what>(?:los(?:e|es)|shall lose|must lose"
    r"|(?:shall |must |is |are )?(?:be )?(?:invalidat|void|revok|withdraw)\w*"
    r"|(?:shall |must )?become[s]? (?:invalid|void|unsigned))\b[^.;]*)",
    re.IGNORECASE,
)
