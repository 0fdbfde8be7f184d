"""Limits that stand outside the conditions: what they are about, and whether they bind an input or the system."""

from __future__ import annotations

import re

from gampgen.domain.coverage import ActionKind, Clause, ClauseForm, ServiceNature
from gampgen.domain.quantity import Comparator, Interval
from gampgen.domain.statement import Archetype, Cause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import (
    BETWEEN_NOUNS,
    CONTROLLED,
    DECIMALS,
    INPUT,
    KIND_OF_CHARACTER,
    LENGTH,
    NATURES,
    OUTSIDE,
    PERIOD_OF,
    PHYSICAL,
    RECOVERY,
    TAKING,
    TRAILING,
)
from gampgen.techniques.limit_model import Limit, LimitRole, is_duration

_FEW_WORDS = 36  # characters


def fold(text: str) -> str:
    """A text with white space folded."""
    return " ".join(text.split())


def stated_levels(target: Target, causes: tuple[Cause, ...], intervals: list[Interval]) -> list[Limit]:
    """Levels given as a plain number: "99.5 % availability", "50 concurrent users", "every 15 minutes"."""
    found: list[Limit] = []
    main = target.clauses[0] if target.clauses else None
    for quantity in target.statement.quantities:
        taken = any(one.start <= quantity.start < one.end for one in intervals)
        in_cause = any(fold(quantity.text) in fold(cause.words) for cause in causes)
        if taken or in_cause or quantity.comparator is not Comparator.EQUAL:
            continue
        upper = Interval(
            text=quantity.text,
            lower=None,
            upper=quantity.value,
            lower_inclusive=False,
            upper_inclusive=True,
            unit=quantity.unit,
            start=quantity.start,
            end=quantity.end,
        )
        recovery = RECOVERY.search(target.statement.text[: quantity.start])
        nature = ServiceNature.RESPONSE if recovery and is_duration(quantity.unit) else _nature(target, upper)
        if nature in {ServiceNature.AVAILABILITY, ServiceNature.CAPACITY, ServiceNature.RETENTION}:
            upper = upper.model_copy(
                update={"lower": quantity.value, "upper": None, "lower_inclusive": True, "upper_inclusive": False}
            )
        elif nature is not ServiceNature.FREQUENCY and not recovery:
            continue
        subject = main.subject if main else ""
        found.append(Limit(upper, LimitRole.SERVICE, subject, nature=nature or ServiceNature.OTHER))
    return found


def outside_causes(target: Target, interval: Interval) -> Limit:
    """A limit outside the conditions, with the role it plays and what it is about."""
    main = next((one for one in target.clauses), None)
    text = target.statement.text
    nature = _nature(target, interval)
    subject = _limited(main, interval) if main else ""
    role = LimitRole.SERVICE
    if nature is None:
        kind = main.kind if main else ActionKind.OTHER
        wanted = INPUT.search(text) or kind in TAKING or LENGTH.search(interval.unit or interval.text)
        controlled = kind in CONTROLLED or (
            kind not in TAKING and PHYSICAL.search(subject) and not INPUT.search(subject)
        )
        if wanted and not (controlled and kind in CONTROLLED):
            role = LimitRole.INPUT
        nature = ServiceNature.CONTROL if controlled else ServiceNature.OTHER
    before = text[max(0, interval.start - _FEW_WORDS) : interval.start]
    inverted = role is LimitRole.INPUT and bool(OUTSIDE.search(before))
    return Limit(interval, role, subject, nature=nature, intervals=(interval,), inverted=inverted)


def _limited(main: Clause, interval: Interval) -> str:
    """What a limit outside the conditions is about: an active clause's object up to the limit, else the subject."""
    quote = fold(interval.text)
    if main.form is ClauseForm.ACTIVE and main.object:
        before = fold(main.object).partition(quote)[0]
        while trimmed := TRAILING.search(f" {before}"):
            before = f" {before}"[: trimmed.start()].strip()
        if before and not any(char.isdigit() for char in before):
            return before
    if quote in fold(main.rest):
        before = fold(main.rest).partition(quote)[0]
        while trimmed := TRAILING.search(f" {before}"):
            before = f" {before}"[: trimmed.start()].strip()
        last = BETWEEN_NOUNS.split(f" {before}")[-1].strip()
        if last and not any(char.isdigit() for char in last):
            return last
    return main.subject.partition(quote)[0].strip() or main.subject


def _nature(target: Target, interval: Interval) -> ServiceNature | None:
    """What a limit on the system's doing is about, or None where it may be an input's."""
    text = target.statement.text
    timed = is_duration(interval.unit)
    if PERIOD_OF.search(text[: interval.start]):
        return None  # a period to be chosen, no time that something takes
    for nature, cue in NATURES:
        if not cue.search(_around(text, interval) if nature is ServiceNature.ACCURACY else text):
            continue
        if nature is ServiceNature.RETENTION and not timed:
            continue
        if nature is ServiceNature.AVAILABILITY and (interval.unit or "") not in {"%", "percent", "per cent"}:
            continue
        if nature is ServiceNature.FREQUENCY and not timed:
            continue
        if nature is ServiceNature.CAPACITY and (
            timed or LENGTH.search(interval.unit or interval.text) or PHYSICAL.search(text)
        ):
            continue
        return nature
    configurable = re.search(
        r"\b(?:configurable|adjustable|settable|selectable|enter|set (?:the|a)|accept)\b", text, re.IGNORECASE
    )
    password = Archetype.PWD in target.kinds
    return ServiceNature.RESPONSE if timed and not configurable and not password else None


def _around(text: str, interval: Interval) -> str:
    """The limit with the few words before it that say what it is: "an accuracy of ±0.2 mg"."""
    return text[max(0, interval.start - _FEW_WORDS) : interval.end + _FEW_WORDS // 2]


def is_detail(target: Target, interval: Interval) -> bool:
    """Numbers that limit no value: decimals of a rounding, and the least counts of a password's kinds of characters."""
    if DECIMALS.match(target.statement.text[interval.end :]):
        return True
    return Archetype.PWD in target.kinds and bool(interval.counted and KIND_OF_CHARACTER.search(interval.counted))
