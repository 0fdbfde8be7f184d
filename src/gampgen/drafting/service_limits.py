# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of limits on what the system does."""

from __future__ import annotations

import re

from gampgen.domain.coverage import (
    Clause,
    ClauseForm,
    CoverageItem,
    ServiceCase,
    ServiceNature,
)
from gampgen.drafting.english import capital, doing, infinitive, inner, sentence, the
from gampgen.drafting.measuring import PROCEDURES, Measuring, Procedure, available
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import Wording, amount, minutes

_REFERENCE = "record of the reference reading"


def word_service(item: CoverageItem, part: ServiceCase) -> Wording:
    """The words of a test that measures what the system does and judges it by the stated limit."""
    judged = judgement(part)
    noun = measured(part)
    setting, steps = _measuring(item, part, noun, judged)
    return Wording(
        title=f"{capital(noun)}: {part.text}",
        objective=sentence(f"Show by measurement that {noun} keeps the limit “{part.text}”"),
        preconditions=setting,
        inputs=(),
        steps=tuple(steps),
        criterion=sentence(f"{capital(noun)}, measured as described, is {judged}"),
        rationale="The limit is on what the system does: it is measured, and the limit is what the tester judges by.",
        waits=minutes(part.upper or part.lower or "0", part.unit) if part.nature in {ServiceNature.RESPONSE, ServiceNature.FREQUENCY} else 0,
    )  # fmt: skip


def judgement(part: ServiceCase) -> str:
    """The limit as a verdict: "at most 2 s (2 s passes, 3 s fails)"."""
    unit = part.unit or _counted(part.text)
    fails = " and ".join(amount(value, unit) for value in part.first_failing)
    tail = f"; {fails} {'fail' if ' and ' in fails else 'fails'}" if fails else ""
    if part.lower is not None and part.upper is not None:
        return f"between {part.lower} and {amount(part.upper, unit)}{tail}"
    if part.upper is not None:
        return f"{'at most' if part.upper_inclusive else 'less than'} {amount(part.upper, unit)}{tail}"
    return f"{'at least' if part.lower_inclusive else 'more than'} {amount(part.lower or '', unit)}{tail}"


def _counted(text: str) -> str | None:
    """What a bare number counts: "at least 50 concurrent users" → "concurrent users"."""
    found = _AFTER_NUMBER.search(text)
    return found[1].strip() if found else None


_AFTER_NUMBER = re.compile(r"\d\s+([A-Za-z][\w -]*)$")


def measured(part: ServiceCase) -> str:
    """What is measured, as a noun phrase in the requirement's words."""
    clause = part.clause
    what = _act(clause, part.text)
    names = {
        ServiceNature.RESPONSE: _time_of(clause, part.text),
        ServiceNature.FREQUENCY: f"the interval of {what}",
        ServiceNature.RETENTION: f"the time for which {the(thing(clause))} can be read",
        ServiceNature.ACCURACY: f"the deviation in {what}",
        ServiceNature.CAPACITY: f"the load carried in {what}",
        ServiceNature.AVAILABILITY: f"the availability of {available(clause)}",
        ServiceNature.CONTROL: f"the actual value of {the(thing(clause))}",
        ServiceNature.OTHER: f"the value reached in {what}",
    }
    return names[part.nature]


def _trimmed(clause: Clause, limit: str) -> Clause:
    """The clause without the words of its limit."""
    return clause.model_copy(update={"rest": _cut(clause.rest, limit), "object": _cut(clause.object, limit)})


def _act(clause: Clause, limit: str) -> str:
    """What the system does, as a noun phrase: "displaying search results", "the analysis"."""
    trimmed = _trimmed(clause, limit)
    if trimmed.form is ClauseForm.PASSIVE or (trimmed.verb not in {"", "be", "have"} and trimmed.object):
        return doing(trimmed)
    return the(trimmed.subject or thing(trimmed)) or "this function"


def _time_of(clause: Clause, limit: str) -> str:
    """The time that something takes: "the time for displaying search results", "the time for the analysis to complete"."""
    trimmed = _trimmed(clause, limit)
    act = _act(clause, limit)
    if trimmed.form is ClauseForm.ACTIVE and trimmed.verb not in {"", "be", "have"} and not trimmed.object:
        return f"the time for {act} to {infinitive(trimmed)}"
    return f"the time for {act}"


def _cut(text: str, limit: str) -> str:
    """A text without the limit and what led up to it."""
    at = text.find(limit)
    if at < 0:
        return text
    words = text[:at].split()
    while words and words[-1].lower() in {
        "within",
        "in",
        "for",
        "of",
        "at",
        "to",
        "by",
        "with",
        "every",
        "than",
        "least",
        "most",
        "an",
        "a",
        "the",
        "is",
        "under",
        "and",
    }:
        words.pop()
    return " ".join(words)


def _measuring(item: CoverageItem, part: ServiceCase, noun: str, judged: str) -> Procedure:
    act = _act(part.clause, part.text)
    begin = f"{inner(part.trigger)} comes about" if part.trigger else f"{act} is started"
    limit = amount(part.upper or part.lower or "", part.unit or _counted(part.text))
    given = Measuring(part.clause, act, noun, begin, limit, judged, item.quote, item.rule)
    return PROCEDURES[part.nature](given)
