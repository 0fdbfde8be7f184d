"""Filling a frame's slots with the words of a clause."""

from __future__ import annotations

import re
from collections.abc import Callable

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.drafting.english import (
    attempt,
    bare,
    capital,
    doing,
    indicative,
    infinitive,
    inner,
    is_plural,
    joined,
    no,
    passive,
    sentence,
    the,
)
from gampgen.drafting.frame import Frame
from gampgen.drafting.frames import FRAMES
from gampgen.drafting.special_frames import (
    AVAILABLE,
    GOING_ON,
    IDENTIFIED,
    LOGGED,
    POSITION,
    RECORDED_BY_ITSELF,
    REQUIRED,
    SHIFTED,
    SORTED_OUT,
    TRACED,
    VIEWED,
)


def frame_of(clause: Clause) -> Frame:
    """The frame of the clause's verb where it has one of its own, else that of its kind of action."""
    return (
        next((frame for holds, frame in _own_frames(clause) if holds), None) or _of_form(clause) or FRAMES[clause.kind]
    )


def _own_frames(clause: Clause) -> tuple[tuple[bool, Frame], ...]:
    told_apart = clause.verb in _IDENTIFYING and clause.form is ClauseForm.PASSIVE
    refuses = clause.kind is ActionKind.REFUSE and not clause.negated
    return (
        (refuses and clause.verb in _SORTING_OUT, SORTED_OUT),  # what is sorted out has been presented: no attempt
        (clause.verb in _VIEWING and (clause.ability or clause.by_person), VIEWED),
        (clause.verb == "trace" and clause.ability, TRACED),
        (_logs(clause), LOGGED),
        (_moves(clause), POSITION),
        (clause.kind is ActionKind.RECORD and _by_itself(clause), RECORDED_BY_ITSELF),
        (clause.verb in _SHIFTING and bool(_PHYSICAL.search(thing(clause))), SHIFTED),
        (clause.verb == "continue" and not clause.by_person, GOING_ON),
        (told_apart and clause.kind is ActionKind.SEARCH, IDENTIFIED),
        (clause.kind is ActionKind.REQUIRE and not clause.by_person and is_act(clause.subject), REQUIRED),
    )


def _logs(clause: Clause) -> bool:
    """Whether a system records measured values by itself: nobody enters them."""
    by_itself = clause.kind is ActionKind.RECORD and not clause.by_person and not clause.ability
    noun = _HEAD.split(thing(clause))[0]
    return by_itself and clause.verb in _LOGGING and bool(_MEASURED.search(noun)) and not _ENTERED.search(thing(clause))


_LOGGING = frozenset({"record", "log", "store", "save", "capture"})
_MEASURED = re.compile(
    r"\b(?:values?|readings?|measurements?|signals?|trends?|temperatures?|pressures?|humidity|measured \w+)$",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"\b(?:old|new|previous|former|entered|changed|manual|both|set|limit|audit)\b", re.IGNORECASE)


def _by_itself(clause: Clause) -> bool:
    """Whether measured values, alarms or messages are stored: nobody enters them, no account stands beside them."""
    return not (clause.by_person or clause.ability) and bool(_OF_ITSELF.search(thing(clause)))


_OF_ITSELF = re.compile(
    r"\b(?:alarms?|warnings?|messages?|events?|measured values|measurements?|readings?|values?|trends?|temperatures?"
    r"|pressures?|defects?|rejects?|counts?|counters?|signals?|states?|status)\b",
    re.IGNORECASE,
)


def _moves(clause: Clause) -> bool:
    """Whether a part of the plant opens or closes, or stays open or closed."""
    part = _PARTS.search(_HEAD.split(thing(clause))[0])
    states = clause.verb in {"remain", "stay"} and _POSITIONS.search(f"{clause.object} {clause.rest}")
    return bool(part and (clause.verb in {"open", "close", "shut", "lock", "unlock"} or states))


_SHIFTING = frozenset({"raise", "lower", "increase", "decrease", "reduce"})
_PHYSICAL = re.compile(
    r"\b(?:speeds?|temperatures?|pressures?|flows?|flow rates?|humidity|levels?|torque|voltage|current|power|pH|vacuum"
    r"|concentrations?|set ?points?|rates?|volumes?|brightness|intensity)$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:valves?|doors?|dampers?|gates?|lids?|hatch(?:es)?|flaps?|shutters?|clamps?|contactors?|relays?|breakers?|locks?|guards?)$",
    re.IGNORECASE,
)
_POSITIONS = re.compile(r"\b(?:open|closed?|shut|locked|unlocked)\b", re.IGNORECASE)


def _of_form(clause: Clause) -> Frame | None:
    """The frame of "available as PDF/A"; None for any other clause."""
    form = _AVAILABLE.match(clause.object) if clause.form is ClauseForm.COPULA else None
    return AVAILABLE._replace(do=AVAILABLE.do.replace("{rest}", form["how"])) if form else None


_VIEWING = frozenset(
    {"zoom", "scroll", "pan", "resize", "expand", "collapse", "magnify", "sort", "order", "filter", "group"}
)
_IDENTIFYING = frozenset({"identify", "distinguish", "recognise", "recognize"})
_AVAILABLE = re.compile(r"available (?P<how>(?:as|in) (?:an? )?[A-Z].*)$")
_SORTING_OUT = frozenset(
    {"reject", "eject", "discard", "divert", "separate", "sort out", "push out", "blow out", "remove", "withdraw"}
)


def thing(clause: Clause) -> str:
    """What a clause is about, in its own words: subject of a passive or a state, else the object, else the subject."""
    turned = clause.form in {ClauseForm.PASSIVE, ClauseForm.COPULA, ClauseForm.NOMINAL, ClauseForm.PERFECT}
    given = clause.kind is ActionKind.STATE and bool(clause.object)  # "gets the status Draft" is said of its subject
    if turned or given or clause.verb in {"become", "remain", "stay"}:
        return clause.subject or clause.object or clause.rest
    if clause.object and clause.object[0].isdigit() and clause.subject:
        return clause.subject
    if not clause.object and clause.rest.startswith("for "):
        return _AFTER_FOR.split(clause.rest[len("for ") :])[0]
    return clause.object or clause.subject


def fill(template: str, clause: Clause, about: str = "") -> str:
    """A frame's text with the clause's words, as a sentence."""
    return sentence(phrase(template, clause, about))


def phrase(template: str, clause: Clause, about: str = "") -> str:
    """A frame's text with the clause's words, as it stands: for titles and parts of sentences."""
    noun = about or thing(clause) or "result"
    filled = template
    for slot, said in _SLOTS:
        if slot in filled:
            filled = filled.replace(slot, said(clause, noun))
    return capital(inner_start(filled))


def _tried(clause: Clause) -> str:
    """What is attempted, as an infinitive."""
    plain = infinitive(clause) if clause.negated or clause.ability else _object_attempt(clause)
    return attempt(clause) or plain


# what stands for each slot, from the clause and the noun that it is about; worked out only where the slot occurs
_SLOTS: tuple[tuple[str, Callable[[Clause, str], str]], ...] = (
    ("{E}", lambda clause, _: capital(indicative(clause))),
    ("{e}", lambda clause, _: indicative(clause)),
    ("{n}", lambda clause, _: indicative(clause, truth=False)),
    ("{N}", lambda clause, _: capital(indicative(clause, truth=False))),
    ("{P}", lambda clause, _: capital(passive(clause))),
    ("{NP}", lambda clause, _: capital(passive(clause, truth=False))),
    ("{is}", lambda _, noun: "are" if is_plural(noun) else "is"),
    ("{refuses}", lambda _, noun: "refuse" if is_plural(noun) else "refuses"),
    ("{goes}", lambda _, noun: "go" if is_plural(noun) else "goes"),
    ("{stays}", lambda _, noun: "stay" if is_plural(noun) else "stays"),
    ("{The_s}", lambda clause, noun: capital(the(clause.subject or noun))),
    ("{the_s}", lambda clause, noun: the(clause.subject or noun)),
    ("{The_o}", lambda _, noun: capital(the(noun))),
    ("{the_o}", lambda _, noun: the(noun)),
    ("{bare_s}", lambda clause, noun: bare(clause.subject or noun)),
    ("{No_o}", lambda _, noun: capital(no(noun))),
    ("{no_o}", lambda _, noun: no(noun)),
    ("{bare_o}", lambda _, noun: bare(noun)),
    ("{rest}", lambda clause, _: clause.rest),
    ("{doing}", lambda clause, _: doing(clause)),
    ("{do_or_o}", lambda clause, _: action_of(clause) if clause.by_person or clause.ability else indicative(clause)),
    ("{do}", lambda clause, _: action_of(clause)),
    ("{try_}", lambda clause, _: _tried(clause)),
    ("<recipient>", lambda clause, _: recipient(clause)),
)


_OFFERED = frozenset(
    {"provide", "support", "include", "offer", "have", "feature", "use", "deliver", "contain", "enable", "incorporate"}
)


_TO_WHOM = re.compile(
    r"\bto\s+(?P<who>(?:the|an?|all|each)\s+[\w -]{2,40}?)"
    r"(?=\s+(?:by|via|when|if|with|in|as|within|after|on)\b|[,.;]|$)"
)


def recipient(clause: Clause) -> str:
    """Who gets a message, where the clause says it; else the blank."""
    found = _TO_WHOM.search(clause.rest)
    if found:
        return the(found["who"])
    if clause.verb in {"notify", "inform", "alert", "warn", "remind"} and clause.object:
        return the(clause.object)
    if clause.verb in {"notify", "inform", "alert", "warn", "remind"} and clause.form is ClauseForm.PASSIVE:
        return the(clause.subject)
    return "<recipient>"


def action_of(clause: Clause) -> str:
    """What the tester does: the action itself, or the use of the thing that the system provides."""
    if clause.verb in _OFFERED and clause.object and not clause.by_person and not clause.ability:
        return f"use {the(clause.object)} {clause.rest}".strip()
    return infinitive(clause)


def inner_start(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def _object_attempt(clause: Clause) -> str:
    """What is tried where a clause refuses something named by a noun: "rejects duplicate entries" → "make …"."""
    if clause.form is ClauseForm.PASSIVE:
        noun = the(clause.subject)
        if named := _NAMED_ACT.match(noun):
            verbs = [_ACTS[one.lower()] for one in _BETWEEN.split(named["acts"])]
            way = _EXCEPT.match(clause.rest)
            beside = f"otherwise than {way['way']}" if way else clause.rest
            return f"{joined(verbs, 'or')} {named['what']} {beside}".strip()
        done = f"bring about {noun}" if is_act(noun) else f"have {noun} taken over"
        return done if clause.rest.startswith(("for at", "for up to")) else f"{done} {clause.rest}".strip()
    return f"bring about {inner(clause.object)} {clause.rest}".strip() if clause.object else infinitive(clause)


def is_act(noun: str) -> bool:
    """Whether a noun phrase names an act or an event ("deletion of records"), not a thing ("group accounts")."""
    return bool(_IS_ACT.search(_HEAD.split(noun)[0]))


# an act by its name as the verb that it is: "deletion or purge of records" is to delete or purge records
_ACTS = {
    "deletion": "delete", "purge": "purge", "purging": "purge", "removal": "remove", "modification": "modify",
    "editing": "edit", "overwriting": "overwrite", "printing": "print", "copying": "copy", "export": "export",
    "import": "import", "creation": "create", "approval": "approve", "entry": "enter",
}  # fmt: skip
_BETWEEN = re.compile(r"\s+(?:or|and)\s+|,\s*")
_NAMED_ACT = re.compile(
    rf"^(?:the |any )?(?P<acts>(?:{'|'.join(_ACTS)})(?:(?:,| or| and) (?:{'|'.join(_ACTS)}))*) of (?P<what>.+)$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"^except (?P<way>(?:through|by|via|with|under|in|for)\b.+)$", re.IGNORECASE)
_IS_ACT = re.compile(
    r"(?:tion|sion|ment|ing|al|ance|access|attempt|alarm|alert|warning|signal|message|change|entry|entries|use|log-?in)s?$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s+(?:of|with|in|for|that|which|whose|to|from|without)\s+")
_AFTER_FOR = re.compile(r"\s+(?:by|with|in|on|from|using|via|according|within)\s+")
