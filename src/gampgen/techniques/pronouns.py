"""Pronouns in conditions and effects, named by what they stand for: a tester sets the conductivity, not "it"."""

from __future__ import annotations

import re
from typing import TypeVar

from gampgen.domain.statement import Cause, Effect, Statement
from gampgen.domain.verb import base_of, is_participle
from gampgen.techniques.clauses import clause
from gampgen.techniques.lexicon import VERBS

_Part = TypeVar("_Part", Cause, Effect)
_SINGULAR = frozenset({"it", "this", "that"})
_PLURAL = frozenset({"they", "these", "those"})
_NO_VALUE = re.compile(
    r"\b(?:alarms?|alerts?|warnings?|messages?|notifications?|e-?mails?|users?|operators?)$", re.IGNORECASE
)
# what is acknowledged, released or confirmed is the thing, never the system that shows it
_SUFFERS = re.compile(r"(?:is|are|was|were|has been|have been)\s+(?:not\s+)?\w+ed\b", re.IGNORECASE)
_ITSELF = re.compile(r"(?:the )?(?:system|software|application|program|instrument|controller)$", re.IGNORECASE)
_PLURAL_NOUN = re.compile(r"(?:[^s]s|\bdata|\bpersonnel|\bstaff|\bcriteria)$", re.IGNORECASE)


def with_names(statement: Statement) -> Statement:
    """A statement whose causes and effects name their subjects; where nothing before fits, the pronoun stays.

    A pronoun means the nearest subject before it; where a number is compared, the one that another number limits.
    """
    variables = (*(one.variable for one in statement.causes), *(one.variable for one in statement.effects))
    if not any(map(_points_back, variables)):
        return statement
    statement = _possible(statement)
    causes = tuple(_named(one, statement, prefer=statement.causes) for one in statement.causes)
    effects = tuple(_named(one, statement, prefer=statement.effects) for one in statement.effects)
    return statement.model_copy(update={"causes": causes, "effects": effects})


def _possible(statement: Statement) -> Statement:
    """As in "it shall be possible to close it": the second "it" is the thing that the condition speaks of."""
    thing = next((one.variable for one in statement.causes if one.variable and not _points_back(one.variable)), "")
    if not thing:
        return statement
    named = re.sub(r"^an?\s", "the ", thing, flags=re.IGNORECASE)
    effects = tuple(
        one.model_copy(update={"condition": _POSSIBLE.sub(rf"\g<front>{named}", one.condition)})
        if one.variable.lower() == "it" else one
        for one in statement.effects
    )  # fmt: skip
    return statement.model_copy(update={"effects": effects})


_POSSIBLE = re.compile(r"^(?P<front>(?:shall |must |will )?be possible to \w+ )it\b", re.IGNORECASE)


def with_whole_causes(statement: Statement) -> Statement:
    """A statement whose shortened conditions are whole: "is quarantined until released by QA" → "the lot is released".

    The thing meant is that of the last effect before it, as grammar has it.
    """
    causes = tuple(_whole(one, statement) for one in statement.causes)
    return statement if causes == statement.causes else statement.model_copy(update={"causes": causes})


def _whole(cause: Cause, statement: Statement) -> Cause:
    text = " ".join(statement.text.split())
    found = re.search(rf"\b(until|unless|once|when|if) {re.escape(cause.condition)}", text, re.IGNORECASE)
    first = cause.condition.partition(" ")[0].lower()
    bare = not cause.variable and found and is_participle(first) and (base_of(first, VERBS) or "") in VERBS
    if not bare or found is None or not (found[1].lower() == "until" or " by " in f"{cause.condition} "):
        return cause
    before = [one for one in statement.effects if one.variable and 0 <= text.find(one.variable) < found.start()]
    if not before:
        return cause
    thing = _inner(before[-1].variable)
    verb = "are" if _PLURAL_NOUN.search(thing) else "is"
    return cause.model_copy(update={"variable": thing, "condition": f"{verb} {cause.condition}"})


def _is_pronoun(variable: str) -> bool:
    return variable.lower() in _SINGULAR | _PLURAL


def _points_back(variable: str) -> bool:
    return _is_pronoun(variable) or bool(_POSSESSIVE.match(variable))


_POSSESSIVE = re.compile(r"(?P<whose>its|their)\s+(?P<what>\w.*)$", re.IGNORECASE)


def _named(part: _Part, statement: Statement, prefer: tuple[Cause, ...] | tuple[Effect, ...]) -> _Part:
    owned = _POSSESSIVE.match(part.variable)
    if owned:
        pronoun = part.model_copy(update={"variable": "it" if owned["whose"].lower() == "its" else "they"})
        at = _place(statement.text, part)
        owner = _owner(pronoun, statement, at)
        return part.model_copy(update={"variable": f"the {owned['what']} of {_inner(owner)}"}) if owner else part
    if not _is_pronoun(part.variable):
        return part
    text = statement.text
    at = _place(text, part)
    same: tuple[str, ...] = tuple(one.variable for one in prefer)
    everything: tuple[str, ...] = (
        *(one.variable for one in statement.effects),
        *(one.variable for one in statement.causes),
    )
    measured = any(sign.isdigit() for sign in part.condition)
    said_of_it = measured or (isinstance(part, Cause) and _SUFFERS.match(part.condition))
    objects: tuple[str, ...] = (
        tuple(clause(one.variable, one.condition).object for one in statement.effects) if said_of_it else ()
    )
    for those in (same if measured else (), (*everything, *objects), (statement.actor,)):
        before = [
            one
            for one in those
            if one
            and not _is_pronoun(one)
            and not (measured and _NO_VALUE.search(one))
            and not (any(objects) and _ITSELF.match(one))
            and 0 <= text.find(one) < at
            and _agrees(part, one)
        ]
        if before:
            return part.model_copy(update={"variable": max(before, key=text.find)})
    return part


def _owner(pronoun: Cause | Effect, statement: Statement, at: int) -> str:
    """The nearest subject before a place that a possessive can mean; "" where none fits."""
    everything = (*(one.variable for one in statement.effects), *(one.variable for one in statement.causes))
    before = [
        one for one in everything
        if one and not _points_back(one) and 0 <= statement.text.find(one) < at and _agrees(pronoun, one)
    ]  # fmt: skip
    return max(before, key=statement.text.find) if before else ""


def _inner(noun: str) -> str:
    """A noun phrase inside a sentence: the capital of its article goes."""
    return noun[:1].lower() + noun[1:] if re.match(r"(?:The|An?|Each|Every|All)\s", noun) else noun


def _place(text: str, part: Cause | Effect) -> int:
    """Where a part begins: that of as many of its first words as stand together (denials are read positively)."""
    words = f"{part.variable} {part.condition}".split()
    found = (text.find(" ".join(words[:size])) for size in range(len(words), 1, -1))
    return next((at for at in found if at >= 0), len(text))


def _agrees(part: Cause | Effect, noun: str) -> bool:
    return (part.variable.lower() in _PLURAL) is bool(_PLURAL_NOUN.search(noun))
