"""Limits on what the system does: response time, frequency, retention, accuracy, capacity, availability, control.

Such a limit is measured, never entered: it stands in the expected result that the tester judges by. The nearest failing
values (one step beyond, by the decimals written) are named so that the verdict at the limit is not left to taste.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import CoverageItem, ServiceCase, ServiceNature
from gampgen.domain.quantity import Interval, boundary_step
from gampgen.domain.statement import Effect
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import CRITERIA, Target
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.limits import limits_of
from gampgen.techniques.stepped_change import course_of


def service_limits(target: Target) -> tuple[CoverageItem, ...]:
    """One item per limit on the system's own doing."""
    causes = deciding_causes(target.statement)
    trigger = (" or " if _each_alone(target) else " and ").join(cause.words for cause in causes)
    course = course_of(target.statement, target.clauses)
    moved = course.words if course else ""  # the end to which a value is moved is tried as such
    return tuple(
        _item(target, limit, trigger, held_by)
        for limit in limits_of(target)
        if limit.role is LimitRole.SERVICE
        and not (limit.nature is ServiceNature.QUOTED and limit.interval.text in moved)
        for held_by in _holding(target, limit)
    )


def _each_alone(target: Target) -> bool:
    """Whether each of several conditions brings the effect about by itself: "certified or rejected"."""
    causes, effects = deciding_causes(target.statement), target.statement.effects
    alone = {
        one.id for row in target.statement.decision_table for one in causes
        if row[one.id] and not any(row[other.id] for other in causes if other is not one)
        and any(row[effect.id] for effect in effects)
    }  # fmt: skip
    return len(causes) > 1 and len(alone) == len(causes)


def _item(target: Target, limit: Limit, trigger: str, held_by: Clause) -> CoverageItem:
    interval = limit.interval
    part = ServiceCase(
        nature=limit.nature, clause=held_by, text=interval.text, lower=interval.lower, upper=interval.upper,
        lower_inclusive=interval.lower_inclusive, upper_inclusive=interval.upper_inclusive, unit=interval.unit,
        first_failing=_first_failing(interval), trigger=trigger, about=limit.about, event=limit.event,
        share=limit.share, load=limit.load, unsure=limit.unsure,
        over=_ends(interval if limit.nature is ServiceNature.RANGE else limit.over),
    )  # fmt: skip
    technique = Technique.TIMING if limit.nature.value in {"response", "frequency"} else Technique.SCENARIO
    prefix = "stated " if target.index == CRITERIA else ""
    return target.item(
        technique, "PERF", f"{prefix}{limit.nature} {interval.text}", Polarity.POSITIVE, part, quote=interval.text
    )


def _holding(target: Target, limit: Limit) -> tuple[Clause, ...]:
    """What the limit is said of: the main clause that holds it, and of several effects those that share it."""
    text = limit.interval.text
    effects = target.statement.effects if limit.nature is ServiceNature.RESPONSE else ()
    near = next((at for at, one in enumerate(effects) if text in one.condition), None)
    if near is not None and len(effects) > 1:
        return tuple(_timed(one, text) for one in effects[_first_sharing(target, near) : near + 1])
    if near is None and len(effects) > 1 and _in_front(target, limit):
        return tuple(_timed(one, text) for one in effects)
    holding = (one for one in target.clauses if text in f"{one.object} {one.rest}")
    return (next(holding, main_clause(target)),)


def _first_sharing(target: Target, near: int) -> int:
    """The first of the effects that share their auxiliary with this one: "shall be closed and locked within 2 s"."""
    effects, text = target.statement.effects, " ".join(target.statement.text.split())
    while near and effects[near].variable == effects[near - 1].variable:
        verb = clause(effects[near].variable, effects[near].condition).participle
        if not verb or not re.search(rf"\band {re.escape(verb)}\b", text):
            break
        near -= 1
    return near


def _in_front(target: Target, limit: Limit) -> bool:
    """Whether the time stands in front of every effect, so that it holds for each: "Within 5 s A shall … and B …"."""
    text = target.statement.text
    at = text.find(limit.interval.text)
    starts = [text.find(one.variable) for one in target.statement.effects if one.variable]
    return bool(starts) and 0 <= at < min(starts)


def _timed(effect: Effect, text: str) -> Clause:
    """An effect without the words of its time."""
    return clause(effect.variable, " ".join(effect.condition.replace(text, " ").split()))


def _ends(over: Interval | None) -> tuple[str, ...]:
    """The ends of a working range, with its unit; () where there is none."""
    if over is None:
        return ()
    return tuple(f"{end} {over.unit or ''}".strip() for end in (over.lower, over.upper) if end is not None)


def _first_failing(interval: Interval) -> tuple[str, ...]:
    found: list[str] = []
    if interval.lower is not None:
        low = Decimal(interval.lower)
        number = low - boundary_step(interval.lower) if interval.lower_inclusive else low
        if number >= 0 or low < 0:
            found.append(text_of(number))
    if interval.upper is not None:
        high = Decimal(interval.upper)
        found.append(text_of(high + boundary_step(interval.upper) if interval.upper_inclusive else high))
    return tuple(found)
