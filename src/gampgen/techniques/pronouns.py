"""Pronouns in conditions and effects, named by what they stand for: a tester sets the conductivity, not "it"."""

from __future__ import annotations

import re
from typing import TypeVar

from gampgen.domain.statement import Cause, Effect, Statement

_Part = TypeVar("_Part", Cause, Effect)
_SINGULAR = frozenset({"it", "this", "that"})
_PLURAL = frozenset({"they", "these", "those"})
_NO_VALUE = re.compile(
    r"\b(?:alarms?|alerts?|warnings?|messages?|notifications?|e-?mails?|users?|operators?)$", re.IGNORECASE
)
_PLURAL_NOUN = re.compile(r"(?:[^s]s|\bdata|\bpersonnel|\bstaff|\bcriteria)$", re.IGNORECASE)


def with_names(statement: Statement) -> Statement:
    """A statement whose causes and effects name their subjects; where nothing before fits, the pronoun stays.

    A pronoun means the nearest subject before it; where a number is compared, the one that another number limits.
    """
    variables = (*(one.variable for one in statement.causes), *(one.variable for one in statement.effects))
    if not any(map(_points_back, variables)):
        return statement
    causes = tuple(_named(one, statement, prefer=statement.causes) for one in statement.causes)
    effects = tuple(_named(one, statement, prefer=statement.effects) for one in statement.effects)
    return statement.model_copy(update={"causes": causes, "effects": effects})


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
    everything = (*(one.variable for one in statement.effects), *(one.variable for one in statement.causes))
    measured = any(sign.isdigit() for sign in part.condition)
    for those in (same if measured else (), everything, (statement.actor,)):
        before = [
            one
            for one in those
            if one
            and not _is_pronoun(one)
            and not (measured and _NO_VALUE.search(one))
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
