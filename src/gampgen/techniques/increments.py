"""Entries that go in steps: "from 20 rpm to 400 rpm in steps of 5 rpm".

A value on a step is taken; one between two steps is never set. Source: ISO/IEC/IEEE 29119-4:2021 §5.2.1 (equivalence
partitioning: the values on the grid and those beside it).
"""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import Interval, Quantity, boundary_step
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import LimitRole
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.limits import limits_of

_STEPS = re.compile(
    r"\b(?:steps|increments|intervals|gradations)\s+of\s+$|\b(?:step(?:s| size| width)?|increment)\s+$", re.IGNORECASE
)


def increments(target: Target) -> tuple[CoverageItem, ...]:
    """A value on the first step above the lower end, and one between two steps."""
    found = _grid(target)
    if found is None:
        return ()
    start, step, subject = found
    first = Decimal(start.lower or "0")
    on = first + Decimal(step.value)
    between = first + boundary_step(start.lower or "0")
    if between >= on:
        return ()  # the step is the last decimal written: nothing lies between
    quote = target.quote(target.statement.text[start.start : step.end], step.text)
    unit = step.unit or start.unit
    size = f"{step.value} {unit or ''}".strip()
    return tuple(
        target.item(
            Technique.EQUIVALENCE_PARTITIONING, "BVA", f"{aspect} {text_of(number)} {unit or ''}", polarity,
            Checklist(
                aspect=aspect, clause=main_clause(target), about=subject,
                details=(size, f"{start.lower} {unit or ''}".strip(), f"{text_of(number)} {unit or ''}".strip()),
                values=((subject, text_of(number), unit),),
            ),
            quote=quote,
        )
        for aspect, number, polarity in (("on-step", on, Polarity.POSITIVE), ("off-step", between, Polarity.NEGATIVE))
    )  # fmt: skip


def _grid(target: Target) -> tuple[Interval, Quantity, str] | None:
    """The range that is entered in steps, the step, and what is entered; None where the sentence has no steps."""
    text = target.statement.text
    step = next((one for one in target.statement.quantities if _STEPS.search(text[: one.start])), None)
    entries = [one for one in limits_of(target) if one.role is LimitRole.INPUT and one.interval.lower is not None]
    if step is None or not entries or step.number <= 0:
        return None
    limit = entries[0]
    return limit.interval, step, limit.subject or thing_of(main_clause(target))
