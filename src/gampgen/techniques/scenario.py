"""Scenario testing (ISO/IEC/IEEE 29119-4:2021 §5.2.9): what nothing more special covers.

A main path built from the requirement's own actor, action and object, the alternative in which it must not happen and,
for high
priority, the interruption of an action that changes data (error guessing, §5.4).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import enumerated, listed, thing_of
from gampgen.techniques.interface import Target, slug
from gampgen.techniques.lexicon import measured

_CHANGING = frozenset(
    {
        ActionKind.RECORD,
        ActionKind.CREATE,
        ActionKind.CHANGE,
        ActionKind.DELETE,
        ActionKind.TRANSFER,
        ActionKind.CONFIGURE,
        ActionKind.SIGN,
    }
)
_ALWAYS_BOTH = frozenset(
    {
        ActionKind.REFUSE,
        ActionKind.CHECK,
        ActionKind.EVALUATE,
        ActionKind.DETECT,
        ActionKind.PROTECT,
        ActionKind.AUTHENTICATE,
        ActionKind.REQUIRE,
        ActionKind.ALARM,
        ActionKind.NOTIFY,
    }
)


def scenarios(target: Target) -> tuple[CoverageItem, ...]:
    """Main path and alternative of each main clause."""
    found: list[CoverageItem] = []
    for number, clause in enumerate(
        target.clauses or (Clause(subject=target.statement.text, form=ClauseForm.NOMINAL),)
    ):
        found += _items(target, clause, "" if number == 0 else f" {number + 1}")
    return tuple(found)


# kinds whose main path is an attempt that must not go through: without what is asked for, with faulty data
_REFUSED_FIRST = frozenset({ActionKind.REFUSE, ActionKind.REQUIRE, ActionKind.CHECK})
# kinds whose other side follows from what they are: a message without its event, a calculation without an input, …
_TWO_SIDED = _ALWAYS_BOTH | {
    ActionKind.CALCULATE,
    ActionKind.TRANSFER,
    ActionKind.SEARCH,
    ActionKind.RESPOND,
    ActionKind.RESTORE,
    ActionKind.LOCK,
    ActionKind.SIGN,
    ActionKind.CONTROL,
    ActionKind.RETAIN,
    ActionKind.START,
    ActionKind.STOP,
}
_CANCELLED = frozenset(
    {ActionKind.RECORD, ActionKind.CREATE, ActionKind.CHANGE, ActionKind.DELETE, ActionKind.CONFIGURE}
)
_WITH_OR_WITHOUT = re.compile(r"^with(?:out)?\s", re.IGNORECASE)


def _wants_alternative(target: Target, clause: Clause) -> bool:
    """Where the kind of action has another side that can be said; below high priority only refusals and reactions.

    What somebody enters can be cancelled; what is refused has a counterpart where the sentence says "with" or
    "without". Where no other side follows from the words, none is made up: the author is asked.
    """
    if clause.negated:
        return False
    if clause.kind is ActionKind.REFUSE:
        return bool(clause.object and _WITH_OR_WITHOUT.match(clause.rest))
    if _is_marking(clause):
        return target.priority is not Level.LOW
    if clause.kind is ActionKind.MONITOR:
        sided = measured(f"{clause.subject} {clause.object}")
    else:
        by_hand = clause.by_person or clause.ability
        sided = clause.kind in _TWO_SIDED or (by_hand and clause.kind in _CANCELLED)
    return sided and (target.priority is not Level.LOW or clause.kind in _ALWAYS_BOTH)


def _is_marking(clause: Clause) -> bool:
    """Whether things of one class get a mark ("a reprint is marked …"): the others must not carry it."""
    marks = clause.form is ClauseForm.PASSIVE and clause.verb in {"mark", "flag", "highlight", "label", "stamp"}
    return marks and bool(_A_CLASS.match(clause.subject))


_A_CLASS = re.compile(r"(?:an?|each|every|all|any)\s+\w", re.IGNORECASE)


def _items(target: Target, clause: Clause, suffix: str) -> list[CoverageItem]:
    details = target.items or (() if clause.kind is ActionKind.REFUSE else listed(target.statement.text))
    if not details and clause.kind is ActionKind.PROVIDE:
        details = enumerated(clause.object)
    wanted = [
        (
            "main",
            Technique.SCENARIO,
            "SCEN",
            Polarity.NEGATIVE if clause.negated or clause.kind in _REFUSED_FIRST else Polarity.POSITIVE,
        )
    ]
    opposite = Polarity.POSITIVE if wanted[0][3] is Polarity.NEGATIVE else Polarity.NEGATIVE
    if _wants_alternative(target, clause):
        wanted.append(("alternative", Technique.SCENARIO, "EG", opposite))
    if target.priority is Level.HIGH and clause.kind in _CHANGING and not clause.negated:
        wanted.append(("interrupted", Technique.ERROR_GUESSING, "EG", Polarity.NEGATIVE))
    key = slug(" ".join([clause.verb or "", thing_of(clause)]), 4)
    return [
        target.item(
            technique, rule, f"{key} {aspect}{suffix}", polarity,
            Checklist(aspect=aspect, clause=clause, about=thing_of(clause), details=details), quote=clause.quote,
        )
        for aspect, technique, rule, polarity in wanted
    ]  # fmt: skip
