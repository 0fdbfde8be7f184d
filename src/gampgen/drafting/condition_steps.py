# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Steps that put conditions into their states."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import ConditionState
from gampgen.domain.limit_point import LimitPoint
from gampgen.domain.verb import base_of, is_participle
from gampgen.drafting.condition_states import (
    in_time,
    is_deadline,
    is_lasting,
    is_lead_time,
    state_words,
    subject_of,
    without_limit,
)
from gampgen.drafting.english import (
    capital,
    indicative,
    infinitive,
    inner,
    is_plural,
    passive,
    the,
)
from gampgen.drafting.wording import SCREEN, Step, amount, minutes

_HANDLED = frozenset(
    {
        "give", "push", "press", "click", "select", "open", "close", "enter", "change", "modify", "delete", "save",
        "submit", "approve", "reject", "release", "sign", "scan", "start", "stop", "activate", "deactivate", "enable",
        "disable", "connect", "disconnect", "remove", "insert", "create", "cancel", "confirm", "acknowledge", "edit",
        "update", "print", "export", "import", "upload", "set", "assign", "complete", "switch", "turn", "touch",
        "tap", "add", "reset", "lock", "unlock", "load",
    }
)  # fmt: skip


def set_up(state: ConditionState, rule: str) -> list[Step]:
    """The steps that put a condition into its state."""
    if state.shared:
        return []
    if state.presented and not (state.point and (state.point.counted or state.point.change or is_lasting(state.point))):
        return [_prepared(state)]
    if state.point is None:
        return [_bring_about(state)]
    if state.point.change:
        return [_let_change(state, state.point)]
    if is_lasting(state.point):
        done = in_time(state) if is_deadline(state) else None
        return _met_or_missed(state, state.point, done, rule) if done else [_let_time_pass(state, state.point)]
    return [_count_up(state, state.point)] if state.point.counted else _set_value(state, state.point, rule)


def _prepared(state: ConditionState) -> Step:
    """A thing that will be presented to a device, prepared in the state that the test wants."""
    words = state_words(state)
    return Step(
        f"Prepare {state.presented} of this test (<prepared case>) so that {words}, and confirm it without the system (<reference>).",
        f"<reference> confirms for <prepared case>: {words}.",
        SCREEN,
        state.quote,
    )


def _count_up(state: ConditionState, point: LimitPoint) -> Step:
    """So many events or things, and not one more."""
    said = f"{point.value} {point.counted}"
    return Step(
        f"Bring about {said}, not one more, and count them; note the time T0 of the last.",
        f"The count is {point.value}; T0 is noted.",
        SCREEN,
        state.quote,
    )


def _let_change(state: ConditionState, point: LimitPoint) -> Step:
    """A change of the size, and in the time, that the test wants."""
    size = amount(point.value, point.unit)
    time = f" in {amount(point.hold.value, point.hold.unit)}" if point.hold and point.hold.window else ""
    return Step(
        f"Bring it about that {inner(point.change)}; note the time T0 at the start of the change.",
        f"The recorded change of {subject_of(state)} is {size}{time}.",
        SCREEN,
        state.quote,
    )


def _met_or_missed(state: ConditionState, point: LimitPoint, done: Clause, rule: str) -> list[Step]:
    """What has to be done in time is begun, and then done directly before the time is over, or left undone beyond it."""
    noun = the(done.subject if done.form is ClauseForm.PASSIVE else done.object or done.subject)
    time, limit = amount(point.value, point.unit), amount(point.limit, point.unit)
    begun = Step(
        f"Bring {noun} about anew, and take the time T0 from the record.",
        f"T0 is recorded; {indicative(done, truth=False)} yet.",
        SCREEN,
        rule=rule,
    )
    if not state.truth:
        left = f"Leave it so until T0 + {time}: {indicative(done, truth=False)}."
        return [
            begun,
            Step(left, f"At T0 + {time} {indicative(done, truth=False)}: {limit} are over.", SCREEN, state.quote),
        ]
    when = "directly before" if point.value == point.limit else "at"
    act = f"{capital(infinitive(done))} {when} T0 + {time}"
    return [
        begun,
        Step(f"{act}.", f"The recorded time of it lies at most {time} after T0.", SCREEN, state.quote),
        Step(
            f"Wait until T0 + {limit} is over by one reading interval.",
            f"{limit} have passed since T0.",
            SCREEN,
            rule=rule,
        ),
    ]


def _let_time_pass(state: ConditionState, point: LimitPoint) -> Step:
    """A state that lasts, or an event that lies ahead; times of days and more are set by date, not waited for."""
    time, what = amount(point.value, point.unit), without_limit(state)
    if is_lead_time(state):
        action = f"Prepare a case in which it is {time} until {what} (by its date, or by the test clock), and note both dates."
        return Step(action, f"The difference of the two dates is {time}.", SCREEN, state.quote)
    if is_deadline(state):
        action = f"Note the start T0 on a reference clock, and bring {what} about at T0 + {time}, not earlier."
        return Step(action, f"{time} lie between T0 and the recorded time of {what}.", SCREEN, state.quote)
    if minutes(point.value, point.unit) == 0 and point.value != "0":
        action = f"Prepare a case in which {what} has lasted {time} (by its recorded date, or by the test clock), and note both dates."
        return Step(action, f"The difference of the two dates is {time}.", SCREEN, state.quote)
    have = "has" if point.value == "1" else "have"
    action = f"Start {what}, note the time T0 on a reference clock, and keep it up for {time}."
    return Step(action, f"{time} {have} passed since T0; both times are noted.", SCREEN, state.quote)


def _set_value(state: ConditionState, point: LimitPoint, rule: str) -> list[Step]:
    subject, value, across = subject_of(state), amount(point.value, point.unit), amount(point.other_side, point.unit)
    shown = (
        f"{capital(subject)} is shown as {value}."
        if not is_plural(subject)
        else f"{capital(subject)} are shown as {value}."
    )
    steps: list[Step] = []
    if state.truth or (point.hold and not point.hold.enough):
        steps.append(
            Step(
                f"Set {subject} to {across}, the nearest value that does not meet the condition.",
                shown.replace(value, across),
                rule=rule,
            )
        )
    steps.append(Step(f"Set {subject} to {value} and note the time T0.", shown, SCREEN, state.quote))
    if point.hold and point.hold.restarts:
        held = amount(point.hold.value, point.hold.unit)
        steps += [
            Step(f"At T0 + {held}, set {subject} back to {across}.", shown.replace(value, across), rule=rule),
            Step(
                f"As soon as {across} is shown, set {subject} to {value} again, for another {held}, then back to {across}.",
                f"{shown[:-1]} for {held}, then as {across}.",
                rule=rule,
            ),
        ]
    elif point.hold and not point.hold.enough:
        held = amount(point.hold.value, point.hold.unit)
        steps.append(Step(f"At T0 + {held}, set {subject} back to {across}.", shown.replace(value, across), rule=rule))
    return steps


def _situation(noun: str, words: str) -> tuple[str, str]:
    return f"Bring about this situation: {noun}.", f"{capital(words)}; the time T0 is noted."


def _no_situation(noun: str, words: str) -> tuple[str, str]:
    """What the tester does where a situation is not there: a fault that stays away leaves the operation running."""
    if _FAULT.search(noun):
        return (
            f"Let <normal operation> go on for <observation time> without this: {noun}.",
            f"{capital(words)}; <normal operation> goes on.",
        )
    return f"Make sure that this situation does not come about: {noun}.", f"{capital(words)}."


_FAULT = re.compile(
    r"\b(?:loss|failures?|faults?|outage|interruption|breakdown|power cut|errors?|emergency|malfunction|blackout"
    r"|disconnection|crash)\b",
    re.IGNORECASE,
)


def _bring_about(state: ConditionState) -> Step:
    """One action that puts a condition without number into its state."""
    clause, words = state.clause, indicative(state.clause, truth=state.truth)
    positive = state.truth is not clause.negated
    seen = f"It is shown that {words}."
    if clause.form is ClauseForm.NOMINAL and not clause.rest:
        noun = inner(clause.subject)
        action, shown = _situation(noun, words) if positive else _no_situation(noun, words)
        return Step(
            action,
            shown,
            SCREEN,
            state.quote,
        )
    if positive and clause.form is ClauseForm.PASSIVE and clause.verb in _HANDLED and not clause.further_verbs:
        return Step(
            f"{capital(infinitive(clause))}; note the time T0.",
            f"{capital(words)}; the time T0 is noted.",
            SCREEN,
            state.quote,
        )
    if positive and clause.by_person and clause.form is ClauseForm.ACTIVE:
        return Step(
            f"As {the(clause.subject)}, {infinitive(clause)}; note the time T0.",
            f"{capital(words)}; the time T0 is noted.",
            SCREEN,
            state.quote,
        )
    if clause.form is ClauseForm.ACTIVE and not clause.subject and clause.object:  # "pressing the emergency stop"
        done = capital(passive(clause, truth=state.truth))
        action = capital(infinitive(clause)) if positive else f"Do not {infinitive(clause)}"
        return Step(f"{action}; note the time T0.", f"{done}; the time T0 is noted.", SCREEN, state.quote)
    if positive and (own := _acted(state, clause, words)):
        return own
    return Step(f"Make sure that {words}.", seen, SCREEN, state.quote)


def _acted(state: ConditionState, clause: Clause, words: str) -> Step | None:
    """What somebody has done is done in that role; what another system reports is brought about there."""
    done = _done(clause) if clause.by_person and clause.form is ClauseForm.PERFECT else ""
    if done:
        action, seen = (
            f"As {the(clause.subject)}, {done}; note the time T0.",
            f"{capital(words)}; the time T0 is noted.",
        )
    elif clause.form is ClauseForm.ACTIVE and not clause.by_person and clause.verb in _SENDING:
        source = f"From {the(clause.subject)} or its simulator (<simulator>)"
        action, seen = f"{source}, bring it about that {words}.", f"It is shown that {words}."
    else:
        return None
    return Step(action, seen, SCREEN, state.quote)


_SENDING = frozenset(
    {
        "report",
        "send",
        "signal",
        "deliver",
        "return",
        "transmit",
        "indicate",
        "request",
        "detect",
        "measure",
        "confirm",
        "receive",
    }
)


def _done(clause: Clause) -> str:
    """What somebody has done, as something to do: "has acknowledged the alarm" → "acknowledge the alarm"."""
    first, _, rest = clause.rest.partition(" ")
    verb = base_of(first)
    return f"{verb} {rest}".strip() if verb and is_participle(first) else ""
