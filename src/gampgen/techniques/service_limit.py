"""Limits on what the system does: response time, frequency, retention, accuracy, capacity, availability, control.

Such a limit is measured, never entered: it stands in the expected result that the tester judges by. The nearest failing
values (one step beyond, by the decimals written) are named so that the verdict at the limit is not left to taste.
"""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import CoverageItem, ServiceCase, ServiceNature
from gampgen.domain.quantity import Interval, boundary_step
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import CRITERIA, Target
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.limits import limits_of


def service_limits(target: Target) -> tuple[CoverageItem, ...]:
    """One item per limit on the system's own doing."""
    trigger = " and ".join(cause.words for cause in deciding_causes(target.statement))
    return tuple(_item(target, limit, trigger) for limit in limits_of(target) if limit.role is LimitRole.SERVICE)


def _item(target: Target, limit: Limit, trigger: str) -> CoverageItem:
    interval = limit.interval
    held_by = _holding(target, interval)
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


def _holding(target: Target, interval: Interval) -> Clause:
    """The main clause that the limit stands in: "… and record it every 5 minutes"; else the first one."""
    holding = (one for one in target.clauses if interval.text in f"{one.object} {one.rest}")
    return next(holding, main_clause(target))


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
