# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""Limits that stand outside the conditions: what they are about, and whether they bind an input or the system."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import ServiceNature
from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.statement import Archetype, Cause
from gampgen.domain.unit import unit_named
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import (
    BETWEEN_NOUNS,
    DECIMALS,
    EVENT_AFTER,
    KIND_OF_CHARACTER,
    LENGTH,
    LENGTH_OF,
    OUTSIDE,
    OVER_TIME,
    PERIOD_OF,
    RECOVERY,
    TRAILING,
    WITHOUT,
)
from gampgen.techniques.limit_model import Limit, LimitRole, is_duration
from gampgen.techniques.limit_nature import INPUT, Nature, Place, is_level, load_of, place, place_of, untimed
from gampgen.techniques.loads import LOADED, SIZE, load_beside
from gampgen.techniques.time_nature import timed

_FEW_WORDS = 36  # characters
_N = ServiceNature
_LEVELS = frozenset({_N.AVAILABILITY, _N.CAPACITY, _N.RETENTION})


def fold(text: str) -> str:
    """A text with white space folded."""
    return " ".join(text.split())


def stated_levels(target: Target, causes: tuple[Cause, ...], intervals: list[Interval]) -> list[Limit]:
    """Levels given as a plain number: "99.5 % availability", "50 concurrent users", "every 15 minutes"."""
    found: list[Limit] = []
    for quantity in target.statement.quantities:
        taken = any(one.start <= quantity.start < one.end for one in intervals)
        in_cause = any(fold(quantity.text) in fold(cause.words) for cause in causes)
        if taken or in_cause or quantity.comparator is not Comparator.EQUAL or _belongs_elsewhere(target, quantity):
            continue
        upper = Interval(
            text=quantity.text, lower=None, upper=quantity.value, lower_inclusive=False, upper_inclusive=True,
            unit=quantity.unit, start=quantity.start, end=quantity.end, counted=quantity.counted,
        )  # fmt: skip
        if Archetype.PWD in target.kinds and is_duration(quantity.unit):
            continue  # the age of a password: a rule of its own
        main = clause_of(target, quantity.text)
        nature = nature_of(target, upper, main)
        if nature.nature is _N.CAPACITY and not is_level(place(target.statement.text, quantity)):
            continue  # "approved by two persons": a number of persons, no load
        if nature.nature in _LEVELS:
            upper = upper.model_copy(
                update={"lower": quantity.value, "upper": None, "lower_inclusive": True, "upper_inclusive": False}
            )
        elif nature.nature is _N.DELAY:
            upper = upper.model_copy(update={"lower": quantity.value, "lower_inclusive": True})
        elif nature.nature is not _N.FREQUENCY and not RECOVERY.search(place(target.statement.text, quantity).before):
            continue
        if nature.role is LimitRole.SERVICE:
            found.append(_limit(target, upper, main, nature))
    return found


def outside_causes(target: Target, interval: Interval) -> Limit:
    """A limit outside the conditions, with the role it plays and what it is about."""
    main = clause_of(target, interval.text)
    return _limit(target, interval, main, nature_of(target, interval, main))


def nature_of(target: Target, interval: Interval, main: Clause | None) -> Nature:
    """What a limit is about, by the words next to it; a password's times belong to the password rules."""
    where = place(target.statement.text, interval)
    if is_duration(interval.unit):
        return timed(where, main)
    nature = untimed(where, interval, main)
    whole = fold(target.requirement.text)
    if nature.unsure and _ENTRY_ELSEWHERE.search(whole):
        return INPUT
    flagged = nature.role is LimitRole.INPUT and bool(_MARKED_OUTSIDE.search(whole))
    return nature._replace(flagged=nature.flagged or flagged)


_ENTRY_ELSEWHERE = re.compile(
    r"\b(?:entry|entries|entered|entering|inputs?)\b[^.]{0,80}\b(?:refused|rejected|accepted)\b", re.IGNORECASE
)
_MARKED_OUTSIDE = re.compile(
    r"\b(?:outside (?:this|the|these|that) (?:range|limits?)|otherwise|values outside)\b[^.]{0,80}"
    r"\b(?:flag\w*|mark\w*|warn\w*|highlight\w*|deviation|status|coloured|indicated?|shown)\b",
    re.IGNORECASE,
)


def clause_of(target: Target, text: str) -> Clause | None:
    """The main clause that a number stands in; else the first one."""
    holding = (one for one in target.clauses if fold(text) in fold(f"{one.subject} {one.object} {one.rest}"))
    return next(holding, target.clauses[0] if target.clauses else None)


def _limit(target: Target, interval: Interval, main: Clause | None, nature: Nature) -> Limit:
    text = target.statement.text
    where = place(text, interval)
    subject = _limited(main, interval) if main else ""
    about = _about(where, nature, text)
    if nature.role is LimitRole.INPUT:
        subject = (
            _span_of(where) or _entered(text, interval) or _bare_name(row_name(text)) or _number_of(interval) or subject
        )
        subject = re.sub(r"\s*\(\s*$", "", subject)
        if re.match(r"(?:older|younger) than\b", interval.text, re.IGNORECASE):
            subject = f"age of {subject}"
    start = place_of(text, interval)
    before = text[max(0, start - _FEW_WORDS) : start]
    inverted = nature.role is LimitRole.INPUT and bool(OUTSIDE.search(before))
    event = EVENT_AFTER.match(where.after) if nature.nature is _N.RESPONSE else None
    share, load = (_SHARE.search(where.after), load_beside(where, text)) if nature.nature is _N.RESPONSE else (None, "")
    return Limit(
        interval, nature.role, subject, nature=nature.nature, intervals=(interval,), inverted=inverted, about=about,
        event=event["event"].strip() if event else "", share=share["share"] if share else "",
        load=load or load_of(where, nature), unsure=nature.unsure, flagged=nature.flagged,
    )  # fmt: skip


_SHARE = re.compile(r"\b(?:in|for)\s+(?:at least\s+)?(?P<share>\d+(?:\.\d+)?\s*%)\s+of\b", re.IGNORECASE)
_ROW = re.compile(r"^\s*(?P<name>[^:.;\d][^:.;]{1,80}?)\s*:\s*\S", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:shall|must|should|will|may|can)\b", re.IGNORECASE)


def row_name(text: str) -> str:
    """The name of a parameter row ("Response time: at most 2 s"); "" for a sentence."""
    found = _ROW.match(text)
    return "" if _MODAL.search(text) or found is None else found["name"].strip()


def _about(where: Place, nature: Nature, whole: str) -> str:
    """The measured thing where the words before the number name it: a row's name, a subject, "no gap of …"."""
    if nature.role is not LimitRole.SERVICE:
        return ""
    if denied := re.match(
        r"no\s+(?P<noun>[^,;]+?)\s+(?:of|longer|greater|above|over|more)\b", where.text, re.IGNORECASE
    ):
        return f"the longest {denied['noun']}"
    if kept := WITHOUT.match(where.text):
        return kept["noun"].strip()
    if objective := RECOVERY.search(where.before):
        return re.sub(r"\s+(?:of|is|shall be|at most|up to)\s*$", "", objective[0].strip())
    if equation := EQUATION.match(whole):
        return equation["name"].strip()
    return _before_number(where, nature, whole)


def _before_number(where: Place, nature: Nature, whole: str) -> str:
    """A row's name, the subject of the demand, or the fragment that the number ends."""
    before = re.sub(r"\s*:\s*$", "", where.before.strip())
    if before != where.before.strip() and not _MODAL.search(before):
        return before
    named = _SUBJECT.match(where.before)
    if named:
        return named["noun"].strip()
    fragment = re.sub(r"\s+(?:of|at|is|within|in|for|to)$", "", before)
    told = _FINITE.search(whole) or _SYSTEM_DOES.search(before)
    return fragment if nature.nature is _N.RESPONSE and fragment and not told else ""


_SYSTEM_DOES = re.compile(r"\b(?:system|application|software|program)\s+[a-z]+s\b", re.IGNORECASE)


EQUATION = re.compile(r"^\s*(?P<name>[A-Za-z][\w -]{1,60}?)\s*=\s")
_FINITE = re.compile(r"\b(?:shall|must|should|will|may|can|is|are|has|have)\b", re.IGNORECASE)


_SUBJECT = re.compile(
    r"^\s*(?P<noun>(?:the |an? |each |every |any )?[^,;:]{2,80}?)\s+(?:shall|must|should|will|may|is|are)(?:\s+(?:not|never|always|only))*"
    r"(?:\s+(?:be|lie|stay|remain))?\s*$",
    re.IGNORECASE,
)


def _bare_name(name: str) -> str:
    """A row's name without the word for its limit: "assay limit" → "assay"."""
    return re.sub(
        r"\s+(?:limits?|specifications?|range|acceptance (?:criteri\w+|limits?|range))$", "", name, flags=re.IGNORECASE
    )


def _number_of(interval: Interval) -> str:
    """What a count on an input counts: "up to 12 channels" → "number of channels"."""
    known = interval.unit is not None and unit_named(interval.unit) is not None
    found = None if known or LENGTH.search(interval.counted or "") else _COUNTED.search(interval.text)
    if found is None or (found["each"] and is_duration(found["each"])):
        return ""  # so many in a time are a speed of something, which the sentence names
    return f"number of {found['things']}" + (f" per {found['each']}" if found["each"] else "")


_COUNTED = re.compile(r"\d\s+(?P<things>[a-z][a-z -]*?s)(?: per (?P<each>\w+))?$", re.IGNORECASE)


def _belongs_elsewhere(target: Target, quantity: Quantity) -> bool:
    """Whether a number is a share or a load that another limit is measured under."""
    text = target.statement.text
    start = place_of(text, quantity)
    near = text[max(0, start - 12) : start + len(quantity.text) + 6]
    beside = bool(_SHARE.search(near) or LOADED.search(near))
    return beside and any(is_duration(one.unit) for one in target.statement.intervals)


def _entered(text: str, interval: Interval) -> str:
    """The noun whose length or number is limited: the noun phrase directly before the number, without its fillers."""
    start = place_of(text, interval)
    before = fold(text[:start])
    length = LENGTH.search(interval.counted or interval.unit or interval.text)
    if length and (named := LENGTH_OF.match(fold(interval.text))):
        return (named["of"] or named["noun"]).strip()
    if not length and not _OF.search(before):
        return ""
    if length and before.endswith("("):
        return ""
    if length and before.endswith(","):
        before = _subject_of(before)
    while trimmed := _FILLER.search(f" {before}"):
        before = f" {before}"[: trimmed.start()].strip()
    last = re.split(r",\s", BETWEEN_NOUNS.split(f" {before} ".rstrip())[-1])[-1].strip()
    last = _PREDICATE.sub("", _VERB_BEFORE.split(last)[-1].strip())
    return last if last and not any(char.isdigit() for char in last) else ""


_PREDICATE = re.compile(r"(?:^|\s+)(?:(?:is|are|be)\s+\S.*|and|or)$", re.IGNORECASE)  # "numbers are alphanumeric"


def _span_of(where: Place) -> str:
    """The "time span" of "for a time span from 1 minute to 60 days"; "" for any other place."""
    found = PERIOD_OF.search(where.before)
    return re.sub(r"\s(?:of|from|between)\b.*$", "", found[0].strip()) if found and _SPAN.match(found[0]) else ""


_SPAN = re.compile(r"(?:period|time ?span|time range|time window)s?\b", re.IGNORECASE)


def _subject_of(before: str) -> str:
    """The subject of a sentence whose number follows a comma ("The field Batch shall accept letters, up to …")."""
    return _MODAL.split(before)[0]


_OF = re.compile(r"\b(?:of|with|has|have|having)\s*$", re.IGNORECASE)
_FILLER = re.compile(
    r"\s+(?:of|with|has|have|having|be|is|are|shall|must|should|will|may|can|contain|contains|comprise|hold|a (?:minimum |maximum )?length"
    r"|(?:minimum|maximum) length|length|consist|consisting|between|that|which|not|a|an|the|minimum|maximum|limited|to"
    r"|accepts?|allows?|permits?|takes?|supports?|stores?|holds)$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"^.*\b(?:requires?|accepts?|enforces?|allows?|demands?|provides?|supports?|offers?|refuses?|rejects?|enters?|needs?|shall|must"
    r"|unique)\s+(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)


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


def is_detail(target: Target, interval: Interval) -> bool:
    """Numbers that limit no value here: decimals of a rounding, parts and age of a password, the size under a time."""
    text = target.statement.text
    timed = any(is_duration(one.unit) for one in target.statement.intervals)
    size = SIZE.search(text[max(0, place_of(text, interval) - 24) :]) if timed and interval.unit is None else None
    if size and (size["size"] in interval.text or interval.text in size[0]):
        return True
    if is_duration(interval.unit) and OVER_TIME.search(text[: place_of(text, interval) + len(interval.text)]):
        return True
    if DECIMALS.match(text[place_of(text, interval) + len(interval.text) :]):
        return True
    if Archetype.PWD not in target.kinds:
        return False
    return is_duration(interval.unit) or bool(interval.counted and KIND_OF_CHARACTER.search(interval.counted))
