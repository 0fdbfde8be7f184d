"""Predicates of one subject, each with a condition of its own: "shall be started only after A and ended only when B".

One table over both would ask for an end of what never began. Each predicate is a demand of its own under its condition.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import DecisionRow, Effect, Statement
from gampgen.techniques.excerpt import kept_of, projected
from gampgen.techniques.limit_model import deciding_causes

_JOINT = re.compile(r",?\s+(?:and|but)\s+(?:then\s+)?", re.IGNORECASE)
_SENTENCES = re.compile(r"[.;]\s+\S")


def with_own_conditions(statement: Statement) -> tuple[Statement, ...]:
    """The predicates of a statement with the condition of each; () where they share one, or limit the same value."""
    text = " ".join(statement.text.split())
    groups = _groups(statement)
    if len(groups) != len(statement.effects) or len(groups) == 1 or _SENTENCES.search(text):
        return ()
    if not statement.causes or len({one.variable for one in statement.effects}) != 1:
        return ()
    pieces = _pieces(statement, groups, text)
    return tuple(_cut(statement, group, piece) for group, piece in zip(groups, pieces, strict=True)) if pieces else ()


def _groups(statement: Statement) -> list[frozenset[str]]:
    """For each effect, in order, the names of the causes that decide it; [] where one cause decides two effects."""
    found = [_deciding(statement, effect) for effect in statement.effects]
    every = [name for names in found for name in names]
    whole = all(found) and len(every) == len(set(every)) == len(statement.causes)
    variables = [{one.variable.lower() for one in statement.causes if one.id in names} for names in found]
    shared = any(a & b for at, a in enumerate(variables) for b in variables[at + 1 :])
    return found if whole and not shared else []


def _deciding(statement: Statement, effect: Effect) -> frozenset[str]:
    causes = [one.id for one in deciding_causes(statement)]
    rows = statement.decision_table
    return frozenset(
        name for name in causes
        if any(
            a[effect.id] != b[effect.id] and _same_but(name, a, b, causes) and _follows(statement, name, effect)
            for a in rows for b in rows
        )
    )  # fmt: skip


def _same_but(name: str, a: DecisionRow, b: DecisionRow, causes: list[str]) -> bool:
    return all(a[other] == b[other] for other in causes if other != name)


def _follows(statement: Statement, name: str, effect: Effect) -> bool:
    """Whether a condition stands behind its effect, as a predicate's own condition does."""
    words = next(one.words for one in statement.causes if one.id == name)
    return 0 <= statement.text.find(effect.condition.split()[-1]) < statement.text.find(words)


def _pieces(statement: Statement, groups: list[frozenset[str]], text: str) -> list[tuple[str, str]]:
    """Each predicate as it stands, and the force it takes from the first ("shall be"); [] where none begins there."""
    found: list[tuple[str, str]] = []
    start, force = 0, ""
    for group, following in zip(groups, (*statement.effects[1:], None), strict=True):
        ends = max(text.find(one.words) + len(one.words) for one in statement.causes if one.id in group)
        joint = _JOINT.search(text, ends) if following else None
        if following is None:
            found.append((text[start:], force))
            break
        opens = text[joint.end() :].split(maxsplit=1)[0] if joint and joint.start() == ends else ""
        before, verb, _ = f" {following.condition} ".partition(f" {opens} ")
        if not opens or not verb or joint is None:
            return []
        found.append((text[start : joint.start()], force))
        start, force = joint.end(), before.strip()
    return found


def _cut(statement: Statement, group: frozenset[str], piece: tuple[str, str]) -> Statement:
    said, force = piece
    effect = next(one for one in statement.effects if _deciding(statement, one) == group)
    names = {*group, effect.id}
    text = f"{effect.variable} {force} {said}" if force else said
    return statement.model_copy(
        update={
            **kept_of(statement, said, text), "actor": effect.variable, "action": effect.condition,
            "causes": tuple(one for one in statement.causes if one.id in group), "effects": (effect,),
            "decision_table": projected(statement.decision_table, names),
        }
    )  # fmt: skip
