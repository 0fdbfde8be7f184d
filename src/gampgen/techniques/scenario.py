"""Scenario testing (ISO/IEC/IEEE 29119-4:2021 §5.2.9): what nothing more special covers.

A main path built from the requirement's own actor, action and object, the alternative in which it must not happen and,
for high
priority, the interruption of an action that changes data (error guessing, §5.4).
"""

from __future__ import annotations

from gampgen.domain.coverage import ActionKind, Checklist, Clause, ClauseForm, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import listed, thing_of
from gampgen.techniques.interface import Target, slug

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


def _wants_alternative(target: Target, clause: Clause) -> bool:
    """Low priority: only where the behaviour is a refusal or a reaction. What has no kind: high priority only."""
    if clause.kind in _ALWAYS_BOTH or target.priority is Level.HIGH:
        return True
    return target.priority is Level.MEDIUM and (clause.kind is not ActionKind.OTHER or clause.negated)


def _items(target: Target, clause: Clause, suffix: str) -> list[CoverageItem]:
    details = target.items or listed(target.statement.text)
    wanted = [
        (
            "main",
            Technique.SCENARIO,
            "SCEN",
            Polarity.NEGATIVE if clause.negated or clause.kind is ActionKind.REFUSE else Polarity.POSITIVE,
        )
    ]
    opposite = Polarity.POSITIVE if wanted[0][3] is Polarity.NEGATIVE else Polarity.NEGATIVE
    if _wants_alternative(target, clause):
        wanted.append(("alternative", Technique.SCENARIO, "EG", opposite))
    if target.priority is Level.HIGH and clause.kind in _CHANGING:
        wanted.append(("interrupted", Technique.ERROR_GUESSING, "EG", Polarity.NEGATIVE))
    key = slug(" ".join([clause.verb or "", thing_of(clause)]), 4)
    return [
        target.item(
            technique, rule, f"{key} {aspect}{suffix}", polarity,
            Checklist(aspect=aspect, clause=clause, about=thing_of(clause), details=details), quote=clause.quote,
        )
        for aspect, technique, rule, polarity in wanted
    ]  # fmt: skip
