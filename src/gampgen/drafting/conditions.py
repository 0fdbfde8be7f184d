# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of conditions: rows of a decision table, and boundary values of a limit in a condition."""

from __future__ import annotations

import re
from dataclasses import replace

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import ConditionCase, ConditionState, CoverageItem
from gampgen.domain.suite import InputValue
from gampgen.drafting.condition_states import (
    effect_words,
    is_lasting,
    lasting_hold,
    state_words,
    subject_of,
    where_it_lies,
)
from gampgen.drafting.condition_steps import set_up
from gampgen.drafting.effects import left_open, observed, prepared, too_early
from gampgen.drafting.english import (
    bare,
    capital,
    indicative,
    inner,
    joined,
    passive,
    sentence,
    the,
)
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import Step, Wording, amount, minutes

_LONG_TITLE = 170


def word_condition(item: CoverageItem, part: ConditionCase) -> Wording:
    """The words of a test of conditions."""
    deciding = part.states[part.deciding]
    boundary = item.rule == "BVA" and deciding.point is not None
    ordered = [*(one for one in part.states if one is not deciding and not one.shared), deciding]
    said = tuple(one for one in part.effects if one.said)
    steps: list[Step] = [step for effect in said for step in prepared(effect, item.rule)]
    for state in ordered:
        steps += set_up(state, item.rule) if state is deciding else _without_time(set_up(state, item.rule), state)
    waited = _waited(deciding)
    steps += [step for effect in said for step in too_early(effect, deciding, item.rule)]
    steps += [step for effect in said for step in observed(effect, deciding, item.rule)]
    if not said:
        steps.append(left_open(part.effects[0], item.rule))
    title = _boundary_title(part, deciding) if boundary else _row_title(part, item)
    return Wording(
        title=title, objective=_objective(part, deciding, boundary=boundary), preconditions=_preconditions(part, ordered),
        inputs=_inputs(part), steps=tuple(steps), criterion=_criterion(part, deciding),
        rationale=_rationale(item, deciding), waits=waited,
    )  # fmt: skip


_TIMES = ("; note the time T0", "; the time T0 is noted")


def _without_time(steps: list[Step], state: ConditionState) -> list[Step]:
    """The steps of a condition that does not decide: only the deciding change starts the clock."""
    if state.point is not None:
        return steps
    plain: list[Step] = []
    for step in steps:
        action, expected = step.action, step.expected
        for words in _TIMES:
            action, expected = action.replace(words, ""), expected.replace(words, "")
        plain.append(replace(step, action=action, expected=expected))
    return plain


def _effects(part: ConditionCase) -> str:
    """The effects of a case as they are seen; where the sentence says nothing of them, that this is open."""
    said = [effect_words(one) for one in part.effects if one.said]
    return joined(said) if said else f"what becomes of {the(thing(part.effects[0].clause))} is not stated"


def _effects_active(part: ConditionCase) -> str:
    said = [indicative(one.clause, truth=one.truth) for one in part.effects if one.said]
    return joined(said) if said else _effects(part)


# ------------------------------------------------------------------ the rest of the test
def _waited(state: ConditionState) -> int:
    """Minutes that the test waits: for a value to be held, or for a state to last."""
    if state.point is None:
        return 0
    if is_lasting(state.point):
        return minutes(state.point.value, state.point.unit)
    return minutes(state.point.hold.value, state.point.hold.unit) if state.point.hold else 0


def _inputs(part: ConditionCase) -> tuple[InputValue, ...]:
    found: list[InputValue] = []
    for state in part.states:
        found.append(InputValue(name=inner(state.words), value=state.truth))
        if state.point:
            name = "duration" if is_lasting(state.point) else bare(state.point.subject) or "value"
            found.append(InputValue(name=name, value=state.point.value, unit=state.point.unit))
            if state.point.hold:
                found.append(
                    InputValue(
                        name=f"{'time of the change' if state.point.hold.window else 'duration'} of {name}",
                        value=state.point.hold.value,
                        unit=state.point.hold.unit,
                    )
                )
    return tuple(found)


def _preconditions(part: ConditionCase, ordered: list[ConditionState]) -> tuple[str, ...]:
    found: list[str] = []
    for state in ordered:
        if state.point and not is_lasting(state.point) and not state.point.counted:
            step = amount(state.point.step, state.point.unit)
            if state.presented:
                found.append(f"{capital(subject_of(state))} can be prepared and measured in steps of {step} or finer.")
                continue
            found.append(
                f"{capital(subject_of(state))} can be set from outside (simulated or entered) in steps of {step} or finer."
            )
            if hold := lasting_hold(state):
                found.append(f"The delay set for this condition is {amount(hold.required, hold.unit)}.")
    events = [
        passive(one.clause.model_copy(update={"negated": False}), truth=False)
        for one in part.effects
        if one.clause.kind in _EVENTS and not one.tried and one.clause.verb not in {"continue", "resume"}
    ]
    if events:
        found.append(f"Before the first step {joined(events)}.")
    found += [
        f"Before the first step {the(one.clause.subject)} has another {status[0]}."
        for one in part.effects
        if one.truth and one.clause.kind is ActionKind.STATE and (status := _STATUS.search(one.clause.object))
    ]
    return tuple(dict.fromkeys(found))


_STATUS = re.compile(r"\b(?:status|state)\b", re.IGNORECASE)
_EVENTS = frozenset(
    {
        ActionKind.ALARM, ActionKind.NOTIFY, ActionKind.DETECT, ActionKind.OUTPUT, ActionKind.CREATE, ActionKind.START,
        ActionKind.STOP, ActionKind.LOCK, ActionKind.DISPLAY, ActionKind.CHANGE, ActionKind.DELETE, ActionKind.SIGN,
    }
)  # fmt: skip


def _boundary_title(part: ConditionCase, deciding: ConditionState) -> str:
    effects = capital(_effects(part))
    point = deciding.point
    if point is None or point.change or is_lasting(point):
        return f"{effects} when {state_words(deciding)}"
    title = f"{effects} with {subject_of(deciding)} at {amount(point.value, point.unit)}"
    if point.hold:
        title += f" for {amount(point.hold.value, point.hold.unit)}" + (", begun twice" if point.hold.restarts else "")
    return title


def _row_title(part: ConditionCase, item: CoverageItem) -> str:
    effects = capital(_effects(part))
    title = f"{effects} when {joined([state_words(one) for one in part.states if not one.shared])}"
    if len(title) <= _LONG_TITLE:
        return title
    return f"{effects} ({item.aspect.replace('row-', 'combination ').upper().replace('COMBINATION', 'combination')})"[
        : _LONG_TITLE + 40
    ]


def _objective(part: ConditionCase, deciding: ConditionState, *, boundary: bool) -> str:
    effects = _effects_active(part)
    if boundary and deciding.point:
        return sentence(f"Show that {effects} when {state_words(deciding)}: {where_it_lies(deciding.point)}")
    states = joined([state_words(one) for one in part.states if not one.shared])
    if len(part.states) == 1:
        return sentence(f"Show that {effects} when {states}")
    return sentence(f"Show that {effects} when {states}; of these, “{state_words(deciding)}” decides")


def _criterion(part: ConditionCase, deciding: ConditionState) -> str:
    states = joined([state_words(one) for one in part.states if not one.shared])
    if not any(one.said for one in part.effects):
        noun = the(thing(part.effects[0].clause))
        return sentence(f"While {states}, {noun} shows <behaviour outside the stated condition>")
    effects = _effects_active(part)
    hold = lasting_hold(deciding)
    if hold and hold.enough and deciding.truth:
        tail = f" after {amount(hold.required, hold.unit)} (within one reading interval) and not before"
        return sentence(f"While {states}, {effects}{tail}")
    return sentence(f"While {states}, {effects}")


def _rationale(item: CoverageItem, deciding: ConditionState) -> str:
    if item.rule == "BVA" and deciding.point:
        return (
            f"Boundary value analysis: {where_it_lies(deciding.point)}. The step of {amount(deciding.point.step, deciding.point.unit)} follows from the"
            " decimals written in the requirement; it is an assumption."
        )
    return f"Decision table testing: this row shows that “{deciding.words}” decides on its own."
