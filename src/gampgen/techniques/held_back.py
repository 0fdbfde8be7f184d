# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""What is held back until, unless or while something: the deed to try is the one held back, never the holding back.

"The system shall block the start of an order until all have been rejected" is tried by starting an order: it shall not
be started until then.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.domain.verb import base_of, past_participle
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.phrases import is_person
from gampgen.techniques.verb_words import ACTS

_HOLDS_BACK = re.compile(
    r"^(?:(?:shall|must|should|will)\s+)?(?:automatically\s+)?(?:block|prevent|inhibit|withhold|deny|refuse|prohibit|forbid|disallow|hold back|disable)s?\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_ALLOWS = re.compile(r"^(?:(?:shall|must|should|will)\s+)?(?:allow|permit)s?\s+(?P<what>.+)$", re.IGNORECASE)
_HELD_BACK = re.compile(
    r"^(?:(?:shall|must|should|will)\s+be|is|are)\s+(?:automatically\s+)?(?:blocked|prevented|inhibited|withheld|denied|refused|prohibited|forbidden|disallowed|held back|disabled)$",
    re.IGNORECASE,
)
_DETERMINER = r"(?:the |any |each |every |an? )?(?:further |next |another |new |renewed )?"
_DEEDS = ACTS | {
    "start": "start",
    "restart": "restart",
    "stop": "stop",
    "transfer": "transfer",
    "shipment": "ship",
    "use": "use",
    "execution": "execute",
    "change": "change",
    "removal": "remove",
    "transmission": "transmit",
    "dispatch": "dispatch",
    "calculation": "calculate",
    "access": "access",
    "reset": "reset",
    "unloading": "unload",
}
_DEED_OF = re.compile(
    rf"^{_DETERMINER}(?P<deed>{'|'.join(_DEEDS)}|\w+ing)s?\s+(?:of|to)\s+(?P<thing>.+)$", re.IGNORECASE
)
_DEED = re.compile(rf"^{_DETERMINER}(?P<deed>{'|'.join(_DEEDS)})$", re.IGNORECASE)
_FROM_BEING = re.compile(r"^(?P<thing>.+?)\s+from being\s+(?P<participle>\w+)(?P<rest>\s.*)?$", re.IGNORECASE)
_FROM_DOING = re.compile(r"^(?P<who>.+?)\s+from\s+(?P<doing>\w+ing)\s+(?P<thing>.+)$", re.IGNORECASE)
_DOING = re.compile(
    r"^(?P<doing>\w+ing)\s+(?P<thing>(?:the|an?|any|each|every|all|further|new)\s.+|[a-z]+s\b.*)$", re.IGNORECASE
)
_ACTIVITY = re.compile(
    rf"^{_DETERMINER}(?:[\w-]+\s+)?(?!over|mis|leak|flood|spill|freez|cross|tamper)\w+ing$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|unless|till|while|as long as|if|when)\b", re.IGNORECASE)


def with_held_back(statement: Statement, whole: str) -> Statement:
    """A statement that holds a deed back under conditions, told of the deed: "… shall not be started until …".

    Args:
        statement: one obligation.
        whole: the text of the requirement, in which a deed without its object ("the start") may stand with it.
    """
    text = " ".join(statement.text.split())
    if len(statement.effects) != 1 or not statement.causes:
        return statement
    effect = statement.effects[0]
    if muted := _muted(statement, effect, text):
        return muted
    if not _UNTIL.search(text):
        return statement
    allows = _ALLOWS.match(effect.condition) if statement.negated else None
    active, passive = allows or _HOLDS_BACK.match(effect.condition), _HELD_BACK.match(effect.condition)
    if not active and not passive:
        return statement
    told = _told(active["what"] if active else effect.variable, " ".join(whole.split()))
    words = rf"{effect.variable} {effect.condition}".split()
    said = re.search(r"\s+(?:not\s+)?".join(re.escape(one) for one in words), text, re.IGNORECASE)
    if told is None or said is None or (active and is_person(effect.variable)):
        return statement
    return _restated(statement, text, said, told, denied=allows is not None)


def _restated(
    statement: Statement, text: str, said: re.Match[str], told: tuple[str, str], *, denied: bool = False
) -> Statement:
    """The statement told of the deed; `denied`: the table denies it already ("shall not allow")."""
    thing, participle = told
    effect = statement.effects[0]
    deed = Effect(id=effect.id, variable=thing, condition=f"shall be {participle}")
    rows = tuple(
        DecisionRow(truths=tuple((name, truth is not (name == effect.id)) for name, truth in row.truths))
        for row in statement.decision_table
    )
    rows = statement.decision_table if denied else rows
    tail = text[said.end() :]
    causes = tuple(_of_the_thing(one, statement.effects[0], thing) for one in statement.causes)
    for old, new in zip(statement.causes, causes, strict=True):
        tail = tail.replace(old.variable, new.variable) if old.variable else tail
    restated = f"{text[: said.start()]}{thing} shall not be {participle}{tail}"
    return statement.model_copy(
        update={
            "text": restated[:1].upper() + restated[1:], "passage": statement.passage or statement.text,
            "actor": thing, "action": f"be {participle}", "negated": True, "causes": causes, "effects": (deed,), "decision_table": rows,
            "permissions": (),
        }
    )  # fmt: skip


def _of_the_thing(cause: Cause, effect: Effect, thing: str) -> Cause:
    """A condition on the deed that is held back, read of its thing: "the use of a recipe … until it has been approved"."""
    held = cause.variable.strip().lower()
    named = held and effect.condition.lower().endswith(held) and held != thing.lower()
    definite = re.sub(r"^(?:an?|any|each|every)\s+", "the ", thing, flags=re.IGNORECASE)
    return cause.model_copy(update={"variable": definite}) if named and _DEED_OF.match(cause.variable) else cause


def _muted(statement: Statement, effect: Effect, text: str) -> Statement | None:
    """An alarm or a message that is suppressed, as one that is not raised or sent; None for anything else."""
    active, passive = _SUPPRESSES.match(effect.condition), _SUPPRESSED.match(effect.condition)
    noun = active["what"] if active else effect.variable
    sign = _SIGNAL.search(noun)
    if sign is None or not (active or passive) or _BY_HAND.search(text):
        return None
    lasting = passive["lasting"] if passive else ""
    told = (noun, "sent" if sign["sent"] else "shown" if sign["shown"] else "raised")
    words = effect.condition.removesuffix(lasting or "").strip()
    said = re.search(re.escape(f"{effect.variable} {words}"), text, re.IGNORECASE)
    return _restated(statement, text, said, told) if said else None


# "may be disabled only in test mode" is what somebody may do, no reaction
_BY_HAND = re.compile(r"\bonly\b|\b(?:can|may) be\b|\bable to\b", re.IGNORECASE)
_SUPPRESSES = re.compile(
    r"^(?:(?:shall|must|should|will)\s+)?(?:automatically\s+)?(?:suppress|mute|inhibit|mask|shelve)(?:e?s)?\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_SUPPRESSED = re.compile(
    r"^(?:(?:shall|must|should|will)\s+be|is|are)\s+(?:automatically\s+)?(?:suppressed|muted|inhibited|masked|shelved)(?P<lasting>\s+for\s+.+)?$",
    re.IGNORECASE,
)
_SIGNAL = re.compile(
    r"^(?:the |an? |any |each |every |all |no |further )?(?:[\w/-]+ ){0,3}?(?:alarms?|alerts?|(?P<shown>warnings?)|(?P<sent>notifications?|messages?|e-?mails?|reminders?))(?: (?:of|for|from) .+)?$",
    re.IGNORECASE,
)


def _told(what: str, whole: str) -> tuple[str, str] | None:
    """The thing and the participle of what is done with it: "the release of a batch" → "a batch", "released"."""
    if found := _FROM_BEING.match(what):
        return found["thing"], f"{found['participle']}{found['rest'] or ''}"
    if found := _FROM_DOING.match(what) or _DOING.match(what):
        verb = base_of(found["doing"], VERBS)
        return (found["thing"], past_participle(verb)) if verb else None
    if found := _DEED_OF.match(what):
        verb = _DEEDS.get(found["deed"].lower()) or base_of(found["deed"], VERBS)
        return (found["thing"], past_participle(verb)) if verb else None
    if found := _DEED.match(what):
        if found["deed"].lower() in {"access", "use", "entry"}:
            return None  # what is denied access is a person: nothing is done to the access
        named = re.search(rf"\b{found['deed']} of (?P<thing>(?:an?|the|each|every) [\w-]+)", whole, re.IGNORECASE)
        return (named["thing"], past_participle(_DEEDS[found["deed"].lower()])) if named else (what, "carried out")
    return (what, "started") if _ACTIVITY.match(what) else None
