# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of limits on what the system does."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import CoverageItem, ServiceCase, ServiceNature
from gampgen.domain.verb import past_participle
from gampgen.drafting.english import capital, doing, infinitive, inner, passive, sentence, the
from gampgen.drafting.measures import PROCEDURES
from gampgen.drafting.measuring import Measuring, Procedure, available
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import Wording, amount, minutes

_REFERENCE = "record of the reference reading"


def word_service(item: CoverageItem, part: ServiceCase) -> Wording:
    """The words of a test that measures what the system does and judges it by the stated limit."""
    judged = judgement(part)
    noun = measured(part)
    setting, steps = _measuring(item, part, noun, judged)
    waited = part.nature in {ServiceNature.RESPONSE, ServiceNature.DURATION, ServiceNature.DELAY}
    return Wording(
        title=f"{capital(noun)}: {part.text}",
        objective=sentence(f"Show {'' if part.nature is ServiceNature.QUOTED else 'by measurement '}that {noun} keeps the limit “{part.text}”"),
        preconditions=(*setting, *_meanwhile(part)),
        inputs=(),
        steps=tuple(steps),
        criterion=sentence(f"{capital(noun)}, {_METHOD.get(part.nature, 'measured as described')}, is {judged}"),
        rationale=_UNSURE if part.unsure else "The limit is on what the system does: it is measured, and the limit is what the tester judges by.",
        waits=minutes(part.upper or part.lower or "0", part.unit) if waited else 0,
    )  # fmt: skip


_METHOD = {ServiceNature.QUOTED: "looked at as described", ServiceNature.CAPACITY: "counted as described"}
_UNSURE = (
    "The requirement does not say whether the limited value is entered, set or measured: it is judged by the requirement's own words, and"
    " the question is a finding."
)


def _meanwhile(part: ServiceCase) -> tuple[str, ...]:
    """The load under which a time is measured."""
    timed = part.nature is ServiceNature.RESPONSE and part.load
    return (
        (f"This is so during the measurement, by prepared data or a load tool (`<load tool>`): {part.load}.",)
        if timed
        else ()
    )


def judgement(part: ServiceCase) -> str:
    """The limit as a verdict: "at most 2 s; 3 s fails"; a quoted limit in the requirement's words only."""
    unit = part.unit or _counted(part.text)
    if part.nature is ServiceNature.QUOTED:
        return f"as the requirement says: “{part.text}”"
    if part.nature is ServiceNature.CAPACITY:
        said = f"{amount(part.lower if part.lower is not None else part.upper or '', unit)} {part.load}".strip()
        return f"{said} or more; {'fewer' if part.unit is None else 'less'} than {said} fails"
    if part.nature is ServiceNature.RANGE and part.lower is not None and part.upper is not None:
        return f"covered from {part.lower} to {amount(part.upper, unit)}, both ends included"
    fails = " and ".join(amount(value, unit) for value in part.first_failing)
    tail = f" in at least {part.share} of the measurements" if part.share else ""
    tail += f" {part.load}" if part.nature is ServiceNature.ACCURACY and part.load else ""
    tail += f"; {fails} {'fail' if ' and ' in fails else 'fails'}" if fails else ""
    worked = f" (“{part.text}”)" if _WORKED.search(part.text) else ""
    return _ends(part, unit) + worked + tail


# a tolerance of a target: its ends are worked out, its own numbers stand beside them
_WORKED = re.compile(r"%\s+of\b.*\d")


def _ends(part: ServiceCase, unit: str | None) -> str:
    """The ends of a limit in words."""
    if part.lower is not None and part.lower == part.upper:
        return amount(part.lower, unit)
    if part.lower is not None and part.upper is not None:
        return f"between {part.lower} and {amount(part.upper, unit)}"
    if part.upper is not None:
        return f"{'at most' if part.upper_inclusive else 'less than'} {amount(part.upper, unit)}"
    return f"{'at least' if part.lower_inclusive else 'more than'} {amount(part.lower or '', unit)}"


def _counted(text: str) -> str | None:
    """What a bare number counts: "at least 50 concurrent users" → "concurrent users"."""
    found = _AFTER_NUMBER.search(text)
    return found[1].strip() if found else None


_AFTER_NUMBER = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve))\s+([A-Za-z][\w /-]*)$", re.IGNORECASE
)


def measured(part: ServiceCase) -> str:
    """What is measured, as a noun phrase in the requirement's words."""
    if by_name := _act_by_name(part):
        return f"the time for {by_name}"
    if part.about and part.nature not in {ServiceNature.RETENTION, ServiceNature.DURATION}:
        return _named(part)
    clause = part.clause
    what = _act(clause, part.text)
    names = {
        ServiceNature.RESPONSE: _time_of(clause, part.text),
        ServiceNature.FREQUENCY: f"the interval of {what}",
        ServiceNature.RETENTION: f"the time for which {the(thing(_trimmed(clause, part.text)))} can be read",
        ServiceNature.ACCURACY: _deviation(clause, part.text, what),
        ServiceNature.CAPACITY: _carried(clause, part),
        ServiceNature.AVAILABILITY: f"the {_share_word(clause)} of {available(clause)}",
        ServiceNature.CONTROL: f"the measured value of {the(thing(_trimmed(clause, part.text)))}",
        ServiceNature.DURATION: f"the time for which this lasts ({lasting(clause, part.text)})",
        ServiceNature.DELAY: f"the delay of {the(thing(_trimmed(clause, part.text)))}",
        ServiceNature.RANGE: f"the range of {the(thing(_trimmed(clause, part.text)))}",
        ServiceNature.QUOTED: f"what “{part.text}” limits",
        ServiceNature.OTHER: f"the value reached in {what}",
    }
    return names[part.nature]


def _deviation(clause: Clause, limit: str, what: str) -> str:
    """What a deviation is one of: of the value that is held, from its set point, where the sentence says so."""
    if clause.verb not in _HOLDING:
        return f"the deviation in {what}"
    held = _trimmed(clause, limit)
    aim = _AIM.search(f"{held.object} {held.rest}")
    return f"the deviation of {the(thing(held))}" + (f" from {aim[0]}" if aim else "")


_HOLDING = frozenset({"control", "maintain", "keep", "hold", "regulate", "stabilise", "stabilize", "adjust", "set"})
_AIM = re.compile(
    r"\b(?:the|its|their|a)\s+(?:(?!at\b|to\b)[\w-]+ )?(?:set[ -]?points?|setpoints?|target(?: value)?|nominal value)\b",
    re.IGNORECASE,
)


def _share_word(clause: Clause) -> str:
    """The requirement's own word for the share of the time: "uptime" or "availability"."""
    found = re.search(r"\b(?:uptime|up-time)\b", f"{clause.subject} {clause.object} {clause.rest}", re.IGNORECASE)
    return found[0].lower() if found else "availability"


def _named(part: ServiceCase) -> str:
    """The measured thing by the name that the limit's own words give it."""
    name = the(part.about)
    if part.nature is ServiceNature.CONTROL and not _VALUE.search(name):
        return f"the measured value of {name}"
    if part.nature is ServiceNature.ACCURACY and not _ACCURACY.search(name):
        return f"the deviation of {name}"
    if part.nature is ServiceNature.CAPACITY:
        return f"the number carried by {name}"
    if part.nature is ServiceNature.RESPONSE and not _TIME.search(name):
        return f"the time for {name}"
    return name


def _carried(clause: Clause, part: ServiceCase) -> str:
    """What a capacity counts: "the number of test results stored"."""
    counted = _counted(part.text) or (inner(thing(_trimmed(clause, part.text))) if part.unit is None else part.unit)
    done = past_participle(clause.verb.split()[0]) if clause.verb else "carried"
    return f"the number of {counted} {done}"


_TIME = re.compile(r"\b(?:times?|latency|delay|RPO|RTO|objective)\b", re.IGNORECASE)


_VALUE = re.compile(r"\b(?:values?|readings?|any )", re.IGNORECASE)
_ACCURACY = re.compile(
    r"\b(?:accurac\w+|precision|toleranc\w+|uncertaint\w+|resolution|repeatability|drift|deviations?|errors?)\b",
    re.IGNORECASE,
)


def lasting(clause: Clause, limit: str) -> str:
    """The state that lasts: "the pump is locked", "the alarm is not raised although its cause is there"."""
    trimmed = _trimmed(clause, limit)
    if trimmed.negated and trimmed.kind in {ActionKind.ALARM, ActionKind.NOTIFY}:
        return f"{passive(trimmed)} although its cause is there"
    return passive(trimmed.model_copy(update={"negated": False}))


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
    act = _timed_act(part) or _act(part.clause, part.text)
    begin = _begin(part, act)
    limit = amount(part.upper or part.lower or "", part.unit or _counted(part.text))
    state = lasting(part.clause, part.text) if part.nature in {ServiceNature.DURATION, ServiceNature.DELAY} else ""
    given = Measuring(
        _trimmed(part.clause, part.text),
        act,
        noun,
        begin,
        limit,
        judged,
        item.quote,
        item.rule,
        state,
        part.share,
        part.load,
        part.over,
    )
    return PROCEDURES[part.nature](given)


def _timed_act(part: ServiceCase) -> str:
    """What is timed where the limit names a time: "the response time of the search" → "the search".

    Where no thing is named the author has to say which action is meant. "" where no time is named.
    """
    if by_name := _act_by_name(part):
        return by_name
    found = _NAMED_TIME.match(part.about) if part.nature is ServiceNature.RESPONSE else None
    return "" if found is None else the(found["act"]) if found["act"] else "<user action>"


def _act_by_name(part: ServiceCase) -> str:
    """The act that a sentence names by a noun: "a search … returns its result", "the export takes"; else ""."""
    clause = part.clause
    returns = clause.verb == "return" and bool(
        re.search(r"\b(?:results?|hits?|answer)$", _trimmed(clause, part.text).object)
    )
    named = part.nature is ServiceNature.RESPONSE and (clause.verb in _TAKING or returns) and not part.event
    return the(clause.subject) if named and not _A_SYSTEM.search(clause.subject) else ""


_TAKING = frozenset({"take", "last", "need"})
_A_SYSTEM = re.compile(r"\b(?:system|application|software|server|database|service|tool)$", re.IGNORECASE)
_NAMED_TIME = re.compile(
    r"^(?:the |an? |its |their )?(?:maximum |average |mean )?(?:response|reaction|answer|processing|waiting) times?"
    r"(?: (?:of|for) (?P<act>.+))?$",
    re.IGNORECASE,
)


def _begin(part: ServiceCase, act: str) -> str:
    """What the time is counted from: the event that the limit names, the conditions, or the start of the act."""
    if part.event:
        return f"this comes about: {inner(part.event)}"
    if part.trigger:
        return f"this comes about: {inner(part.trigger)}"
    return f"{inner(part.about)} begins" if part.about and not _timed_act(part) else f"{act} is started"
