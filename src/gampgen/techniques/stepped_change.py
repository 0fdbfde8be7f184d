# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""A value that is raised or lowered in steps up to an end: "raised in steps of 10 rpm up to a maximum of 180 rpm".

The last step before the end reaches it; the step beyond it leaves it where it is. Source: ISO/IEC/IEEE 29119-4:2021
§5.2.3 (boundary values, the step being the stated one).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import boundary_step
from gampgen.domain.statement import Effect, Statement
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes
from gampgen.techniques.limit_values import text_of

_UP = frozenset(
    {"raise", "increase", "step up", "turn up", "adjust", "change", "set", "vary", "step", "ramp", "ramp up"}
)
_DOWN = frozenset({"lower", "decrease", "reduce", "step down", "turn down"})
_NUMBER = r"\d+(?:\.\d+)?"
_STEP = re.compile(
    rf"\bin\s+(?:steps|increments|decrements)\s+of\s+(?P<a>{_NUMBER})\s*(?P<ua>[^\s,.;\d]\S*)|\bin\s+(?P<b>{_NUMBER})\s*(?P<ub>[^\s,.;\d]\S*)\s+(?:steps|increments|decrements)\b",
    re.IGNORECASE,
)
_END = re.compile(
    rf"\b(?:up\s+|down\s+)?to\s+(?:(?:a|the)\s+)?(?:maximum|minimum|upper limit|lower limit|at most|at least|max\.?|min\.?)?\s*(?:of\s+|value of\s+)?(?P<end>{_NUMBER})\s*(?P<unit>[^\s,.;\d]\S*)",
    re.IGNORECASE,
)
_UNTIL_END = re.compile(r"\b(?:up to|down to|maximum|minimum|at most|at least|max|min|limit)\b", re.IGNORECASE)
_CUT = re.compile(r"\s+(?:in|by)\s+(?:steps|increments|decrements|\d).*$", re.IGNORECASE)


class Course(NamedTuple):
    """A value that is moved to an end: by which step (None where none is said), and the words that say so."""

    size: Decimal | None
    end: str
    unit: str
    down: bool
    thing: str
    words: str


def course_of(statement: Statement, clauses: tuple[Clause, ...]) -> Course | None:
    """The course of a value that a statement raises or lowers to an end; None where it does no such thing."""
    text = " ".join(statement.text.split())
    step = _STEP.search(text)
    effects = tuple(clause(one.variable, one.condition) for one in statement.effects)
    moving = next((one for one in (*effects, *clauses) if one.verb in _UP | _DOWN and not one.negated), None)
    end = _END.search(text, step.end() if step else 0)
    if moving is None or end is None or not _UNTIL_END.search(end[0]):
        return None
    unit = end["unit"].rstrip(".,;)")
    if step and (step["ua"] or step["ub"]).rstrip(".,;)") != unit:
        return None
    thing = moving.subject if moving.form is ClauseForm.PASSIVE else _CUT.sub("", moving.object)
    size = Decimal(step["a"] or step["b"]) if step else None
    words = text[(step or end).start() : end.end()].rstrip(".,;) ")
    return Course(size, end["end"], unit, moving.verb in _DOWN, thing, words)


def without_course(effect: Effect, statement: Statement, clauses: tuple[Clause, ...]) -> Effect:
    """An effect without the end to which it moves a value: it begins at once, and the end is reached in its time."""
    course = course_of(statement, clauses) if statement.causes else None
    if course is None or course.words not in effect.condition:
        return effect
    return effect.model_copy(update={"condition": effect.condition.replace(course.words, "").strip()})


def stepped_change(target: Target) -> tuple[CoverageItem, ...]:
    """Items for a value that somebody moves in steps to an end: the step that reaches it, and the one beyond."""
    course = None if deciding_causes(target.statement) else course_of(target.statement, target.clauses)
    if course is None or course.size is None:
        return ()
    last, way = Decimal(course.end), -course.size if course.down else course.size
    return tuple(
        _item(target, course, aspect, number, polarity, (course.size, last, last - way, last + way))
        for aspect, number, polarity in (
            ("step-last", last, Polarity.POSITIVE),
            ("step-over", last + way, Polarity.NEGATIVE),
        )
    )


def capped_change(target: Target) -> tuple[CoverageItem, ...]:
    """An item for a value that a condition moves to an end: it comes to the end and never passes it."""
    causes = deciding_causes(target.statement)
    course = course_of(target.statement, target.clauses) if causes else None
    if course is None:
        return ()
    last, step = Decimal(course.end), course.size or boundary_step(course.end)
    beyond = last - step if course.down else last + step
    kept = " and ".join(one.words for one in causes)
    said = f"in steps of {text_of(step)} {course.unit}, " if course.size else ""
    part = Checklist(
        aspect="capped", clause=_of(main_clause(target), course.thing), about=course.thing,
        details=(kept, f"{text_of(last)} {course.unit}", f"{text_of(beyond)} {course.unit}", said),
        values=((course.thing, text_of(last), course.unit),),
    )  # fmt: skip
    aspect = f"capped {text_of(last)} {course.unit}"
    quote = target.quote(course.words)
    return (target.item(Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", aspect, Polarity.POSITIVE, part, quote=quote),)


def _item(
    target: Target, course: Course, aspect: str, number: Decimal, polarity: Polarity, told: tuple[Decimal, ...]
) -> CoverageItem:
    part = Checklist(
        aspect=aspect, clause=_of(main_clause(target), course.thing), about=course.thing,
        details=tuple(f"{text_of(one)} {course.unit}" for one in told),
        values=((course.thing, text_of(number), course.unit),),
    )  # fmt: skip
    name = f"{aspect} {text_of(number)} {course.unit}"
    return target.item(Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", name, polarity, part, quote=target.quote(course.words))


def _of(main: Clause, thing: str) -> Clause:
    if main.form is ClauseForm.PASSIVE:
        return main.model_copy(update={"rest": ""})
    return main.model_copy(update={"object": thing, "rest": ""})
