# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Conditions, effects and test values as parts of sentences."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import ConditionState, EffectState
from gampgen.domain.limit_point import Hold, LimitPoint, Position
from gampgen.domain.verb import base_of
from gampgen.drafting.english import (
    indicative,
    inner,
    is_plural,
    passive,
    the,
)
from gampgen.drafting.wording import amount, is_duration_unit

_TO_COME = re.compile(r"\b(?:due|expir\w*|before|remaining|left|upcoming)\b", re.IGNORECASE)


def state_words(state: ConditionState) -> str:
    """A condition in its state: "the lid is open", "the agitator speed is 121 rpm", "the service mode is not active"."""
    point = state.point
    if point is not None and point.change:
        return inner(point.change)
    if point is None or is_lasting(point):
        if point is not None:
            time = amount(point.value, point.unit)
            if is_lead_time(state):
                return f"it is {time} until {without_limit(state)}"
            if is_deadline(state) and (done := in_time(state)):
                return f"{indicative(done, truth=state.truth)} {'directly before' if state.truth else 'after'} {time}"
            return f"{without_limit(state)} {'comes about after' if is_deadline(state) else 'has lasted'} {time}"
        return indicative(state.clause, truth=state.truth)
    words = f"{subject_of(state)} {'are' if is_plural(subject_of(state)) else 'is'} {amount(point.value, point.unit)}"
    if point.hold:
        words += f" for {amount(point.hold.value, point.hold.unit)}"
        if point.hold.restarts:
            words += f", twice with a break at {amount(point.other_side, point.unit)}"
    return words


def effect_words(effect: EffectState) -> str:
    """An effect as it is seen: "a high alarm is raised", "dosing is not stopped"."""
    return passive(effect.clause, truth=effect.truth)


def subject_of(state: ConditionState) -> str:
    """What the limit of a condition is about: "the vessel pressure"."""
    return the(state.point.subject) if state.point and state.point.subject else "the value"


def is_lasting(point: LimitPoint) -> bool:
    """Whether the limit is itself a duration that passes."""
    return is_duration_unit(point.unit) and not point.valued


def lasting_hold(state: ConditionState) -> Hold | None:
    """The duration that a value is held in a state; None where there is none, or where it is the time of a change."""
    hold = state.point.hold if state.point else None
    return hold if hold and not hold.window else None


def is_lead_time(state: ConditionState) -> bool:
    """Whether a duration counts towards an event to come ("is due within 30 days") instead of lasting."""
    return bool(_TO_COME.search(state.words))


def in_time(state: ConditionState) -> Clause | None:
    """What somebody has to do in time, without the words of the time; None where it comes about by itself."""
    clause = _as_passive(state.clause)
    by_hand = clause.form is ClauseForm.PASSIVE or clause.by_person
    quote = state.point.quote if state.point else ""
    done = _shortened(clause, quote).model_copy(update={"negated": False})
    return done if by_hand and done.verb and not re.search(r"\bwithin\b", f"{done.object} {done.rest}") else None


def _as_passive(clause: Clause) -> Clause:
    """As in "have been acknowledged": what was done, as a passive."""
    found = re.match(r"been (?P<done>\w+)\s*(?P<rest>.*)$", clause.rest) if clause.form is ClauseForm.PERFECT else None
    verb = base_of(found["done"]) if found else None
    if found is None or verb is None:
        return clause
    told = {"verb": verb, "participle": found["done"], "rest": found["rest"], "form": ClauseForm.PASSIVE}
    return clause.model_copy(update=told)


def is_deadline(state: ConditionState) -> bool:
    """Whether a duration is the time by which something has to happen ("is acknowledged within 15 minutes")."""
    quote = state.point.quote.lower() if state.point else ""
    return quote.startswith(("within", "in the next")) and not is_lead_time(state)


def without_limit(state: ConditionState) -> str:
    """A condition without the words of its limit: "the session is idle for more than 15 minutes" → "the session is idle"."""
    quote = state.point.quote if state.point else ""
    if state.lasts:
        return f"the state “{inner(state.lasts)}”"
    if state.point is not None and state.point.denied:
        return f"the state “{indicative(_shortened(state.clause, quote), truth=False)}”"
    words = " ".join(state.words.split()).replace(" ".join(quote.split()), " ")
    words = re.sub(r"\s*\([^()]*\)\s*$", "", words)
    parts = words.split()
    while parts and parts[-1].lower() in {
        "for",
        "of",
        "than",
        "at",
        "after",
        "within",
        "by",
        "least",
        "more",
        "longer",
    }:
        parts.pop()
    while parts and parts[0].lower() in {"of", "for"}:
        parts.pop(0)
    text = " ".join(parts)
    return f"the state “{text}”" if text else "the state"


def _shortened(clause: Clause, quote: str) -> Clause:
    """A clause without the words of its duration."""
    return clause.model_copy(update={"object": _before(clause.object, quote), "rest": _before(clause.rest, quote)})


def _before(text: str, quote: str) -> str:
    """The words before a quoted duration, without the preposition that leads up to it."""
    at = text.find(quote)
    if at < 0:
        return text
    return re.sub(r"\s*\b(?:for|of|since|over|in|the last|at least|more than)\s*$", "", text[:at].strip())


def where_it_lies(point: LimitPoint) -> str:
    """In words where a value lies: "one step (0.01 bar) above the limit of 2.50 bar"."""
    limit, step = amount(point.limit, point.unit), amount(point.step, point.unit)
    if point.position is Position.ON_BOUNDARY:
        meets = "meets" if point.within else "does not meet"
        said = f"the limit of {limit} itself, which {meets} the condition “{point.quote}”"
    else:
        side = "below" if point.position is Position.JUST_BELOW else "above"
        said = f"one step ({step}) {side} the limit of {limit}"
    return said + (_hold_words(point.hold) if point.hold and point.within else "")


def _hold_words(hold: Hold) -> str:
    """In words where a duration lies in relation to the demanded one."""
    required = amount(hold.required, hold.unit)
    if hold.window:
        return f", in {amount(hold.value, hold.unit)} where the sentence says “{hold.quote}”"
    if hold.restarts:
        return f", twice for less than the demanded {required}, so that only a time that starts again keeps the effect away"
    where = {
        Position.JUST_BELOW: f", one step short of the demanded {required}",
        Position.ON_BOUNDARY: f", for exactly the demanded {required}",
        Position.JUST_ABOVE: f", one step longer than the demanded {required}",
        Position.INSIDE: f", well beyond the demanded {required}",
    }
    return where[hold.position]
