"""Which statements of a requirement are designed for, and what their main clauses are."""

from __future__ import annotations

import re

from gampgen.domain.coverage import Clause
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.statement import Statement
from gampgen.techniques.clauses import clause, clauses_of
from gampgen.techniques.interface import CRITERIA, Target
from gampgen.techniques.limits import LimitRole, limits_of
from gampgen.techniques.sentences import obligations

_FORCE = re.compile(
    r"^(?P<who>.+?)\s+(?P<what>(?:shall|must|should|will|may|can|needs? to|(?:is|are) (?:required )?to)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MODAL = re.compile(
    r"^(?:shall|must|should|will|may|can|could|cannot|needs? to|ha(?:s|ve) to|(?:is|are) (?:required )?to)\b",
    re.IGNORECASE,
)


def targets_of(planned: PlannedRequirement, roles: tuple[str, ...]) -> tuple[Target, ...]:
    """The lead statement (with the fragments that it introduces), each item that is a statement, and the criteria.

    The stated acceptance criteria are a target where they set a limit: what they say else becomes a criterion, not a
    test.
    """
    analysed = planned.analysed
    texts = analysed.requirement.items
    full = [index for index, item in enumerate(analysed.items, start=1) if item.is_requirement and item.action]
    fragments = tuple(text for index, text in enumerate(texts, start=1) if index not in full)
    found: list[Target] = []
    if not (full and not fragments and analysed.statement.text.rstrip().endswith(":")):
        found += _targets(planned, analysed.statement, 0, roles, fragments)
    for index in full:
        found += _targets(planned, analysed.items[index - 1], index, roles, ())
    lead = found[0]
    if analysed.criteria is not None:
        criteria = Target(
            planned=planned, statement=analysed.criteria, index=CRITERIA, clauses=lead.clauses, roles=roles
        )
        if any(limit.role is not LimitRole.CONDITION for limit in limits_of(criteria)):
            found.append(criteria)
    return tuple(found)


def _targets(
    planned: PlannedRequirement, statement: Statement, index: int, roles: tuple[str, ...], fragments: tuple[str, ...]
) -> list[Target]:
    """One target per obligation of the statement; the last one introduces the fragments."""
    parts = obligations(statement)
    return [
        Target(
            planned=planned,
            statement=part,
            index=index,
            clauses=main_clauses(part),
            roles=roles,
            items=fragments if number == len(parts) else (),
            part=number,
        )
        for number, part in enumerate(parts, start=1)
    ]


def main_clauses(statement: Statement) -> tuple[Clause, ...]:
    """The main clauses: from actor and action, else from the effects, else from the sentence's own modal verb."""
    text = statement.text.strip()
    if statement.action:
        forced = statement.action if _MODAL.match(statement.action) else f"shall {statement.action}"
        read = clauses_of(statement.actor, forced, negated=statement.negated)
    elif statement.effects:
        read = tuple(clause(effect.variable, effect.condition) for effect in statement.effects)
    elif found := _FORCE.match(" ".join(text.split()).rstrip(".")):
        read = clauses_of(found["who"], found["what"])
    else:
        read = (clause("", f"shall {text}"),) if statement.is_requirement else (Clause(subject=text),)
    return tuple(one.model_copy(update={"quote": text}) for one in read)
