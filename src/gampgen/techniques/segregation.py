"""Segregation of duties: two acts that one person must not both carry out, and administration apart from the data.

"The author of a record cannot approve it": one person does the first act and tries the second, which is refused;
another person goes through with it. Source: 21 CFR 11.10(d), (g); EU GMP Annex 11 §12; PIC/S PI 041 §9.3
(administrator rights).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.domain.verb import base_of
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target
from gampgen.techniques.lexicon import VERBS

_NOT: Final = (
    r"(?:(?:shall|must|should|may|can) ?not|cannot)(?: be (?:able|allowed|permitted|authori[sz]ed|in a position) to)?"
)
_PERSON: Final = r"(?:person|user|individual|employee|account|analyst|operator|one|login|user account)"
_MADE_BY: Final = {
    "author": "create", "creator": "create", "originator": "create", "initiator": "initiate", "requester": "request",
    "requestor": "request", "editor": "edit", "submitter": "submit", "executor": "execute", "sampler": "sample",
}  # fmt: skip
_MAKER: Final = "|".join(_MADE_BY)
_OBJECT: Final = r"(?P<object>it\b|them\b|[^,.;]{3,60})"
_SAME_BOTH: Final = re.compile(
    rf"\bthe same {_PERSON} {_NOT} (?:both )?(?P<first>\w+)(?: (?P<own>(?:an?|the) [^,.;]{{2,40}}?))? "
    rf"(?:and|or|and also|and then) (?P<second>\w+) {_OBJECT}",
    re.IGNORECASE,
)
_NO_ONE: Final = re.compile(
    rf"\bno (?:single )?{_PERSON} (?:shall|must|may|can)(?: be (?:able|allowed|permitted) to)? both (?P<first>\w+)"
    rf"(?: (?P<own>(?:an?|the) [^,.;]{{2,40}}?))? and (?P<second>\w+) {_OBJECT}",
    re.IGNORECASE,
)
_MAKER_NOT: Final = re.compile(
    rf"\b(?:the|an?) (?P<maker>{_MAKER}) of (?P<thing>(?:the|an?|any|each) [^,.;]{{2,40}}?) {_NOT} (?P<second>\w+) "
    rf"(?P<object>it\b|them\b|[^,.;]{{3,60}})",
    re.IGNORECASE,
)
_WHO_NOT: Final = re.compile(
    rf"\b(?:the|an?|any) {_PERSON} (?:who|that|which) (?:has |have )?(?P<done>\w+) (?P<thing>(?:the|an?|any|each) "
    rf"[^,.;]{{2,40}}?) {_NOT} (?P<second>\w+) (?P<object>it\b|them\b|[^,.;]{{3,60}})",
    re.IGNORECASE,
)
_BY_MAKER: Final = (
    rf"(?:(?:the same |the )?{_PERSON} (?:who|that) (?:has |have )?(?P<done>\w+) (?:it|them|the [\w -]{{2,30}}?)|"
    rf"(?:its|their|the|his or her) (?P<maker>{_MAKER})s?)(?=[.,;]|$)"
)
_NOT_BY: Final = re.compile(
    rf"(?P<thing>(?:the|an?|any|each|all) [^,.;]{{2,50}}?) (?:(?:shall|must|should|may|can) ?not|cannot) be "
    rf"(?P<seconded>\w+) by {_BY_MAKER}",
    re.IGNORECASE,
)
_BY_OTHER: Final = re.compile(
    rf"(?P<thing>(?:the|an?|any|each|all) [^,.;]{{2,50}}?) (?:shall|must|should|may only|can only) be "
    rf"(?P<seconded>\w+) by (?:an?|another|a different) {_PERSON} "
    rf"(?:other than|different from|who is not|not being) {_BY_MAKER}",
    re.IGNORECASE,
)
_RIGHTS: Final = (
    r"(?:(?:system )?administrat(?:ion|ive|or)s?'?|(?:system )?admin)(?: (?:rights?|privileges?|roles?|accounts?|"
    r"access|functions?|permissions?))"
)
_USERS: Final = (
    r"(?:(?:direct )?(?:users?|owners?|people|persons?|personnel|staff|those|individuals?|employees?|anyone|operators?|"
    r"analysts?)\b[^.;]{0,80}?\b(?:data|records?|results?|process|interest)\b[^.;]{0,40})"
)
_APART: Final = (
    re.compile(
        rf"\b{_RIGHTS} (?:shall|must|should|are to|have to) (?:be (?:held |assigned )?)?"
        rf"(?:independent(?:ly)? (?:of|from)|separated? from|segregated from|"
        rf"not be (?:given|assigned|granted|available|held|combined)\w* (?:to|by|with))"
        rf"\s+(?:the )?(?P<users>{_USERS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<users>\b{_USERS}) {_NOT} (?:have|hold|be given|get|receive|use) (?:any )?{_RIGHTS}", re.IGNORECASE
    ),
)


@dataclass(frozen=True, slots=True)
class Duties:
    """Two acts that must not be one person's, each as a verb phrase, and the thing that both are about."""

    first: str
    second: str
    thing: str
    quote: str


def segregation(target: Target) -> tuple[CoverageItem, ...]:
    """Items where one person must not do both acts, or administration is kept apart from the users of the data."""
    text = " ".join(target.statement.text.split())
    duties = duties_in(text)
    if duties is not None:
        details = (duties.first, duties.second, duties.thing)
        aspects = (("both-by-one", Polarity.NEGATIVE), ("one-each", Polarity.POSITIVE))
        return _items(target, aspects, duties.thing, details, duties.quote)
    apart = next((found for pattern in _APART if (found := pattern.search(text))), None)
    if apart is None:
        return ()
    users = apart["users"].strip()
    return _items(target, _KEPT_APART, users, (users,), apart[0])


_KEPT_APART = (
    ("administrator-no-data", Polarity.NEGATIVE),
    ("user-no-administration", Polarity.NEGATIVE),
    ("each-own", Polarity.POSITIVE),
)


def _items(
    target: Target, aspects: tuple[tuple[str, Polarity], ...], about: str, details: tuple[str, ...], quote: str
) -> tuple[CoverageItem, ...]:
    main = main_clause(target)
    return tuple(
        target.item(
            Technique.ROLE_PERMISSION, "SOD", aspect, polarity,
            Checklist(aspect=aspect, clause=main, about=about, details=details), quote=quote,
        )
        for aspect, polarity in aspects
    )  # fmt: skip


def duties_in(text: str) -> Duties | None:
    """The two acts that a sentence keeps apart; None where it keeps none apart."""
    for pattern in (_SAME_BOTH, _NO_ONE):
        if (found := pattern.search(text)) and _verb(found["first"]) and _verb(found["second"]):
            named, own = found["object"].strip(), found["own"]
            thing = own if own and named.lower() in {"it", "them"} else named
            first, second = (_verb(found[one]) for one in ("first", "second"))
            return Duties(f"{first} {_small(own or thing)}", f"{second} {_one(thing)}", _one(thing), found[0])
    for pattern in (_MAKER_NOT, _WHO_NOT, _NOT_BY, _BY_OTHER):
        if (found := pattern.search(text)) and (made := _made(found)) is not None:
            return made
    return None


def _made(found: re.Match[str]) -> Duties | None:
    """The acts of a sentence that names who did the first by what was done ("who entered it", "its author")."""
    groups = found.groupdict()
    thing = groups["thing"].strip()
    maker = groups.get("maker")
    first = _MADE_BY[maker.lower()] if maker else _verb(groups.get("done") or "")
    second = _verb(groups.get("second") or groups.get("seconded") or "")
    if not first or not second:
        return None
    named = (groups.get("object") or "it").strip()
    later = _one(thing) if named.lower() in {"it", "them"} else named
    return Duties(f"{first} {_small(thing)}", f"{second} {later}", _one(thing), found[0])


def _verb(word: str) -> str:
    low = word.lower()
    return low if low in VERBS else (base_of(low, VERBS) or "")


def _small(thing: str) -> str:
    """A thing without the capital of the article that begins the sentence."""
    return re.sub(r"^(?:The|An?|Any|Each|All)\b", lambda found: found[0].lower(), thing)


def _one(thing: str) -> str:
    """The thing by its name, definite: "a record" → "the record"."""
    return "the " + re.sub(r"^(?:the|an?|any|each|all)\s+", "", thing, flags=re.IGNORECASE)
