# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Steps that put conditions into their states."""

from __future__ import annotations

from gampgen.domain.coverage import (
    ClauseForm,
    ConditionState,
    LimitPoint,
)
from gampgen.drafting.condition_states import (
    is_lasting,
    subject_of,
    without_limit,
)
from gampgen.drafting.english import (
    capital,
    indicative,
    infinitive,
    inner,
    is_plural,
    the,
)
from gampgen.drafting.wording import SCREEN, Step, amount

_HANDLED = frozenset(
    [
        "push",
        "press",
        "click",
        "select",
        "open",
        "close",
        "enter",
        "change",
        "modify",
        "delete",
        "save",
        "submit",
        "approve",
        "reject",
        "release",
        "sign",
        "scan",
        "start",
        "stop",
        "activate",
        "deactivate",
        "enable",
        "disable",
        "connect",
        "disconnect",
        "remove",
        "insert",
        "create",
        "cancel",
        "confirm",
        "acknowledge",
        "edit",
        "update",
        "print",
        "export",
        "import",
        "upload",
        "set",
        "assign",
        "complete",
        "switch",
        "turn",
        "touch",
        "tap",
        "add",
        "reset",
        "lock",
        "unlock",
        "load",
    ]
)


def set_up(state: ConditionState, rule: str) -> list[Step]:
    """The steps that put a condition into its state."""
    if state.point is None:
        return [_bring_about(state)]
    if is_lasting(state.point):
        time = amount(state.point.value, state.point.unit)
        return [
            Step(
                f"Start {without_limit(state)}, note the time T0 on a reference clock, and keep it up for {time}.",
                f"{time} have passed since T0; both times are noted." if state.point.value != "1" else f"{time} has passed since T0; both times are noted.",
                SCREEN, state.quote,
            )
        ]  # fmt: skip
    return _set_value(state, state.point, rule)


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


def _bring_about(state: ConditionState) -> Step:
    """One action that puts a condition without number into its state."""
    clause, words = state.clause, indicative(state.clause, truth=state.truth)
    positive = state.truth is not clause.negated
    seen = f"It is shown that {words}."
    if clause.form is ClauseForm.NOMINAL and not clause.rest:
        noun = inner(clause.subject)
        action = (
            f"Bring about this situation: {noun}."
            if positive
            else f"Make sure that this situation does not come about: {noun}."
        )
        return Step(
            action,
            f"{capital(words)}; the time T0 is noted." if positive else f"{capital(words)}.",
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
    return Step(f"Make sure that {words}.", seen, SCREEN, state.quote)
