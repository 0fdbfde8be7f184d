"""How far back a condition behind several predicates reaches.

Predicates that share their auxiliary ("shall be flagged and locked until …") share what stands behind them. Two cases
do not: an "until" says how long the last predicate holds where that one has a verb of its own ("shall get the status
Rejected and be blocked until …"), and a condition on the value that a first predicate makes cannot decide whether it
is made ("shall be calculated and rejected if it exceeds …").
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, ClauseForm
from gampgen.domain.statement import Cause, Effect, Statement
from gampgen.techniques.clauses import clause
from gampgen.techniques.excerpt import kept_of, projected
from gampgen.techniques.limit_model import deciding_causes

_LEADING = re.compile(r"^(?:the|an?|its|their|each|every|any|this|that|all)\s+", re.IGNORECASE)
_MAKING = frozenset({ActionKind.CALCULATE, ActionKind.CHECK, ActionKind.EVALUATE, ActionKind.MONITOR})
_MEASURING = frozenset(
    {"measure", "weigh", "determine", "count", "read", "compare", "test", "inspect", "sample", "scan", "analyse"}
)
_COMPARES = re.compile(
    r"\d|\b(?:limit|range|specification|threshold|tolerance|out of|outside|exceed|fails?)\b", re.IGNORECASE
)


def apart_by_scope(statement: Statement) -> tuple[Statement, ...]:
    """What is demanded at all times, and what its trailing condition reaches; () where the condition reaches all."""
    causes = deciding_causes(statement)
    if len(statement.effects) == 1 or not causes or not statement.decision_table:
        return ()
    *before, last = statement.effects
    text = " ".join(statement.text.split())
    if any(not _behind(one, last, text) for one in causes):
        return ()
    free = _until(causes, last, text) or all(_made_first(one, causes) for one in before)
    return _apart(statement, text, last) if free else ()


def _apart(statement: Statement, text: str, last: Effect) -> tuple[Statement, ...]:
    """The text cut before its last predicate, which takes the force of the one before it where it has none."""
    words = last.condition.split()
    for size in range(len(words)):
        said = " ".join(words[size:])
        found = re.search(
            rf",? (?:and|but) (?:then |also |automatically )?(?P<who>{re.escape(last.variable)} )?{re.escape(said)}",
            text,
        )
        if found:
            joint = re.match(r",? (?:and|but) (?:then )?", found[0])
            first, rest = text[: found.start()], text[found.start() + (len(joint[0]) if joint else 0) :]
            force = "" if found["who"] else f"{last.variable} {' '.join(words[:size])} ".replace("  ", " ")
            return _always(statement, first), _under_condition(statement, force, rest, last)
    return ()


def _always(statement: Statement, said: str) -> Statement:
    first = statement.effects[0]
    bare = {"causes": (), "effects": (), "decision_table": (), "conditional": False}
    return statement.model_copy(
        update={**bare, **kept_of(statement, said, said), "actor": first.variable, "action": first.condition}
    )


def _under_condition(statement: Statement, force: str, said: str, last: Effect) -> Statement:
    gone = {one.id for one in statement.effects if one is not last}
    names = {name for row in statement.decision_table for name, _ in row.truths} - gone
    table = projected(statement.decision_table, names)
    own = {"effects": (last,), "decision_table": table, "actor": last.variable, "action": last.condition}
    return statement.model_copy(update={**own, **kept_of(statement, said, force + said)})


def _behind(cause: Cause, last: Effect, text: str) -> bool:
    """Whether a condition stands behind the last predicate."""
    at = text.find(" ".join((cause.condition or cause.variable).split()))
    return at > text.find(last.condition.split()[-1]) >= 0


def _until(causes: tuple[Cause, ...], last: Effect, text: str) -> bool:
    """Whether the only condition is an "until" behind a last predicate with a verb of its own."""
    words = last.condition.split()
    own = words[1:] if words[0].lower() in {"shall", "must", "will", "should"} else words
    said = rf",? and (?:shall |must |then )*{re.escape(' '.join(own))} until\b"
    return len(causes) == 1 and bool(re.search(said, text, re.IGNORECASE))


def _made_first(effect: Effect, causes: tuple[Cause, ...]) -> bool:
    """Whether an effect makes the value that every condition is about, so that it comes before the comparison."""
    made = clause(effect.variable, effect.condition)
    if made.negated or not (made.kind in _MAKING or made.verb in _MEASURING):
        return False
    thing = _bare(made.subject if made.form is ClauseForm.PASSIVE else made.object)
    return all(_is_result(_bare(one.variable), thing, made.verb) and _COMPARES.search(one.condition) for one in causes)


def _is_result(noun: str, thing: str, verb: str) -> bool:
    """Whether a noun is the value that is made ("the weight" of "the fill weight"), or the making itself."""
    head, own = thing.partition(" of ")[0], noun.partition(" of ")[0]
    return bool(own) and (noun == thing or f" {head}".endswith(f" {own}") or own.startswith(verb))


def _bare(noun: str) -> str:
    return _LEADING.sub("", noun.strip()).lower()
