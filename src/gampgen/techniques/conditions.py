"""Conditions and effects of a statement as states to set and to see."""

from __future__ import annotations

import re

from gampgen.domain.coverage import ActionKind, ConditionCase, ConditionState, EffectState, LimitPoint
from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target, speaks_of_requests
from gampgen.techniques.limit_values import long_hold, nearest
from gampgen.techniques.limits import Limit, deciding_causes

_VISIBLE_IN_RESPONSE = frozenset({ActionKind.OTHER, ActionKind.STATE, ActionKind.INCLUDE, ActionKind.PROVIDE})
_FORCE = re.compile(r"^(?:shall|must|should|will|may|can)\s+(?:not\s+)?", re.IGNORECASE)


def state_of(target: Target, cause: Cause, *, truth: bool, point: LimitPoint | None = None) -> ConditionState:
    """A cause in the wanted state."""
    quote = target.quote(cause.words, cause.condition, cause.variable)
    return ConditionState(
        words=cause.words, clause=clause(cause.variable, cause.condition), truth=truth, point=point, quote=quote
    )


def effect_of(target: Target, effect: Effect, *, truth: bool) -> EffectState:
    """An effect and whether it has to happen."""
    quote = target.quote(effect.words, effect.condition, _FORCE.sub("", effect.condition), effect.variable)
    parsed = clause(effect.variable, effect.condition)
    if parsed.kind in _VISIBLE_IN_RESPONSE and speaks_of_requests(target):
        parsed = parsed.model_copy(update={"kind": ActionKind.RESPOND})
    return EffectState(words=effect.words, clause=parsed, truth=truth, quote=quote)


def decides(statement: Statement, row: DecisionRow, cause: Cause) -> bool:
    """Whether a cause decides in a row: there is a row that differs in it alone among the causes, and in an effect."""
    others = [one.id for one in deciding_causes(statement) if one.id != cause.id]
    return any(
        other[cause.id] != row[cause.id]
        and all(other[name] == row[name] for name in others)
        and any(other[effect.id] != row[effect.id] for effect in statement.effects)
        for other in statement.decision_table
    )


def default_point(limit: Limit, *, truth: bool, last: bool = False) -> LimitPoint | None:
    """The boundary value with which a numeric condition is put into a state, with its duration where it has one."""
    point = nearest(limit, within=truth, last=last)
    if point is None or limit.hold is None:
        return point
    return point.model_copy(update={"hold": long_hold(limit.hold)})


def case_of(
    target: Target,
    row: DecisionRow,
    limits: dict[int, Limit],
    override: tuple[int, LimitPoint] | None = None,
    *,
    last: bool = False,
) -> ConditionCase:
    """A row of the decision table with exact values; `override` gives one cause another value than its default.

    The truth of a cause that gets another value follows from that value, and so do the effects: the row has to fit.
    """
    causes, effects = deciding_causes(target.statement), target.statement.effects
    states: list[ConditionState] = []
    for at, cause in enumerate(causes):
        truth = row[cause.id]
        point = default_point(limits[at], truth=truth, last=last) if at in limits else None
        if override and override[0] == at:
            point = override[1]
        states.append(state_of(target, cause, truth=truth, point=point))
    alone = (at for at, cause in enumerate(causes) if decides(target.statement, row, cause))
    deciding = override[0] if override else next(alone, 0)
    return ConditionCase(
        states=tuple(states),
        effects=tuple(effect_of(target, one, truth=row[one.id]) for one in effects),
        deciding=deciding,
    )
