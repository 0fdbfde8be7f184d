"""What has to happen beyond the limits of a table, as the sentences beside it say.

"On a violation of the stop limit the line is stopped" gives an effect to each limit of that kind; "the parameters
shall be kept within these ranges" a duty to each range. Where no sentence says either, nothing is made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CLAUSE_END: Final = re.compile(r"(?<=[a-z)\d%])\s*;\s+|(?<=[.!])\s+(?=[A-Z])")
_LIMIT: Final = r"(?:limits?|thresholds?|levels?|ranges?|values? (?:of|in) (?:the )?table(?: \w+)?)"
_KIND: Final = r"(?:(?P<kind>[a-z]+)[ -])?"
_DETERMINED: Final = r"(?:a|an|any|the|one of the|each|its|their|these|this|either|one)"
_BROKEN: Final = (
    r"(?:violated|exceeded|reached|left|crossed|breached|broken|passed|over-?run|undershot|exceeded or undershot)"
)
_WHERE: Final = (
    r"(?: (?:of|in|from) (?:the )?(?:following )?table(?: [\w.]+)?(?: below| above)?"
    r"| (?:given|listed|stated|shown) (?:below|above|in [\w .]+))?"
)
_VIOLATION: Final = (
    r"(?:violations?|exceedances?|exceeding|excursions?|breach|crossing|overrun|reaching|leaving|infringement)"
)
_ON: Final = rf"(?:on|at|upon|in case of|in the event of|after|for|following) (?:{_DETERMINED} )?{_VIOLATION}"
_CASES: Final = (
    rf"{_ON} (?:of )?(?:{_DETERMINED} )?{_KIND}{_LIMIT}{_WHERE}",
    rf"(?:on|at|upon|in case of|in the event of) (?:{_DETERMINED} )?{_KIND}{_LIMIT} {_VIOLATION}{_WHERE}",
    (
        rf"(?:if|when|whenever|once|as soon as) (?:{_DETERMINED} )?{_KIND}{_LIMIT}{_WHERE} "
        rf"(?:is|are|has been|have been|gets) {_BROKEN}"
    ),
    (
        rf"(?:if|when|whenever|once|as soon as) (?:{_DETERMINED} )?(?:\w+ ){{0,3}}?(?:value|parameter|quantity|reading|"
        rf"measurement|channel|temperature|pressure)s? "
        rf"(?:leaves?|exceeds?|violates?|"
        rf"(?:is|are|lies?|gets?|goes?|moves?|falls?|runs?|drifts?) (?:outside|beyond|out)(?: of)?)"
        rf" (?:{_DETERMINED} )?{_KIND}{_LIMIT}{_WHERE}"
    ),
    rf"(?:outside|beyond) (?:{_DETERMINED} )?{_KIND}{_LIMIT}{_WHERE}",
)
_FIRST: Final = tuple(re.compile(rf"^{case},?\s+(?:then\s+)?(?P<effect>.+)$", re.IGNORECASE) for case in _CASES)
_LAST: Final = tuple(re.compile(rf"^(?P<effect>.+?),?\s+{case}$", re.IGNORECASE) for case in _CASES)
_OF_VALUES: Final = re.compile(
    rf"^(?:all |any )?(?:values?|entries|inputs?|readings?|results?|parameters?|measurements?) "
    rf"(?:outside|beyond)(?: of)? (?:{_DETERMINED} )?{_KIND}{_LIMIT}{_WHERE}\s+"
    r"(?P<predicate>(?:shall|must|will|are|is)\b.+)$",
    re.IGNORECASE,
)
_FORCE: Final = re.compile(r"\b(?:shall|must|will|is|are|has to|have to|[a-z]{3,}s)\b", re.IGNORECASE)
_REACTION: Final = re.compile(r"\b(alarm|warning|alert)s?\b", re.IGNORECASE)
_KEEP: Final = re.compile(
    r"\b(?:control(?:led|s)?|regulat\w+|ke(?:pt|ep)|maintain\w*|h[eo]ld|stay|remain|operated?)\b", re.IGNORECASE
)
_TAKE: Final = re.compile(
    r"\b(?:adjustable|settable|(?:be|can) set|setting ranges?|enter(?:ed|able)?|entry|entries|inputs?|accept\w*"
    r"|configur\w+)\b",
    re.IGNORECASE,
)
_MEASURE: Final = re.compile(r"\b(?:measur\w+|indicat\w+)\b", re.IGNORECASE)
_SAME: Final = {"warn": "warning", "stopping": "stop", "rejection": "reject"}
_NO_KIND: Final = frozenset({"", "upper", "lower", "high", "low", "these", "given", "listed", "stated", "specified"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What a sentence says happens beyond a limit of a kind ("" for every kind).

    `main` is a clause of its own ("the line is stopped"), or `predicate` what becomes of the value ("shall be
    refused").
    """

    kind: str
    sentence: str
    main: str = ""
    predicate: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words beside a table say of its limits.

    `reaction` is what is raised ("alarm") where only the heading or the sentence above says it, `duty` what is done
    with values inside ("kept", "taken", "measured"). `further` are sentences that say something else.
    """

    effects: tuple[Effect, ...]
    reaction: str
    duty: str
    further: tuple[str, ...]

    def of(self, kind: str) -> tuple[Effect, ...]:
        """The effects beyond a limit of this kind."""
        own = tuple(one for one in self.effects if one.kind == kind)
        return own or tuple(one for one in self.effects if not one.kind)


def meaning_of(text: str, about: str = "") -> Meaning:
    """What a text says of the limits of a table; `about` is more text beside it (heading, caption) for the duty."""
    effects: list[Effect] = []
    further: list[str] = []
    clauses = [part.strip().rstrip(".;:") for part in _CLAUSE_END.split(text) if part.strip()]
    for clause in clauses:
        found = _effect(clause)
        if found is not None:
            effects.append(found)
        else:
            further.append(clause)
    duties = " ".join((*further, about))
    reaction = _REACTION.search(duties)
    return Meaning(tuple(effects), reaction[1].lower() if reaction else "", _duty(duties), tuple(further))


def _effect(clause: str) -> Effect | None:
    for pattern in (*_FIRST, *_LAST):
        found = pattern.match(clause)
        if found and _FORCE.search(found["effect"]):
            return Effect(_kind(found), clause, main=_inside(found["effect"].strip(" ,")))
    of_values = _OF_VALUES.match(clause)
    return Effect(_kind(of_values), clause, predicate=of_values["predicate"]) if of_values else None


def _inside(clause: str) -> str:
    """A clause without the capital that only begins a sentence."""
    first = clause.partition(" ")[0]
    return clause[:1].lower() + clause[1:] if first in {"A", "An", "The"} or first[1:].islower() else clause


def _kind(found: re.Match[str]) -> str:
    kind = (found["kind"] or "").lower()
    return "" if kind in _NO_KIND else _SAME.get(kind, kind)


def _duty(text: str) -> str:
    return next(
        (duty for duty, words in (("kept", _KEEP), ("taken", _TAKE), ("measured", _MEASURE)) if words.search(text)), ""
    )
