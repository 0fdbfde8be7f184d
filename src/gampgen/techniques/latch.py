"""States that hold on after their cause is gone: "shall close and remain closed until the alarm is acknowledged".

What is proved: the cause alone brings the state about; with the cause gone it holds; each part of the release
alone does not end it; all parts together do. A decision table cannot show that, since what counts is what came before.
Source: ISO/IEC/IEEE 29119-4:2021 §5.2.8 (state transition testing).
"""

from __future__ import annotations

import re
from dataclasses import replace

from gampgen.domain.coverage import ConditionState, CoverageItem, LatchCase
from gampgen.domain.limit_point import LimitPoint
from gampgen.domain.statement import Cause
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.clauses import clause
from gampgen.techniques.conditions import state_of
from gampgen.techniques.holding_on import Latch
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes
from gampgen.techniques.limit_values import nearest
from gampgen.techniques.limits import limits_of


def latched(target: Target) -> tuple[CoverageItem, ...]:
    """One item that walks through a latch: trigger, cause gone, each release alone, all of them."""
    latch = target.latch
    if latch is None:
        return ()
    whole = replace(target, statement=latch.whole)
    found = {one.cause: one for one in limits_of(whole) if one.role is LimitRole.CONDITION}
    limits = {one.id: found.get(place) for place, one in enumerate(deciding_causes(latch.whole))}
    part = LatchCase(
        effect=clause(latch.lasting.variable, latch.lasting.condition),
        triggers=_states(whole, latch, limits, latch.triggers, truth=True),
        gone=_states(whole, latch, limits, latch.triggers, truth=False),
        releases=_states(whole, latch, limits, latch.releases, truth=True),
        missing=_states(whole, latch, limits, latch.releases, truth=False),
    )
    quote = target.quote(latch.quote)
    return (target.item(Technique.STATE_TRANSITION, "STATE", "latch", Polarity.POSITIVE, part, quote=quote),)


def _states(
    target: Target, latch: Latch, limits: dict[str, Limit | None], causes: tuple[Cause, ...], *, truth: bool
) -> tuple[ConditionState, ...]:
    names = {limit.interval.unit: limit.subject for one in latch.triggers if (limit := limits[one.id])}
    return tuple(
        state_of(target, one, truth=truth, point=_point(limits[one.id], names, truth=truth), limit=limits[one.id])
        for one in causes
    )


def _point(limit: Limit | None, names: dict[str | None, str], *, truth: bool) -> LimitPoint | None:
    """The boundary value of a limit; "the pressure" takes the trigger's fuller name, "vessel pressure"."""
    point = nearest(limit, within=truth) if limit else None
    if point is None or limit is None:
        return None
    name = names.get(limit.interval.unit, "")
    same = name and name.lower().endswith(re.sub(r"^(?:the|its)\s+", "", point.subject.lower()))
    return point.model_copy(update={"subject": name}) if same else point
