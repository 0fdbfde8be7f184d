# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of conditions: rows of a decision table, and boundary values of a limit in a condition."""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.coverage import (
    ActionKind,
    Clause,
    ClauseForm,
    ConditionCase,
    ConditionState,
    CoverageItem,
    EffectState,
    LimitPoint,
    Position,
)
from gampgen.domain.quantity import boundary_step
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
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount, minutes

_RECORDED = frozenset({ActionKind.ALARM, ActionKind.RECORD})
_LONG_TITLE = 170


def word_condition(item: CoverageItem, part: ConditionCase) -> Wording:
    """The words of a test of conditions."""
    deciding = part.states[part.deciding]
    boundary = item.rule == "BVA" and deciding.point is not None
    ordered = [*(one for one in part.states if one is not deciding and not one.shared), deciding]
    steps: list[Step] = []
    for state in ordered:
        steps += set_up(state, item.rule)
    waited = _waited(deciding)
    for effect in part.effects:
        steps += _observe(effect, part, item.rule)
    title = _boundary_title(part, deciding) if boundary else _row_title(part, item)
    return Wording(
        title=title, objective=_objective(part, deciding, boundary=boundary), preconditions=_preconditions(part, ordered),
        inputs=_inputs(part), steps=tuple(steps), criterion=_criterion(part, deciding),
        rationale=_rationale(item, deciding), waits=waited,
    )  # fmt: skip


_AFTER = re.compile(r"\bafter \d[^,;]*", re.IGNORECASE)


def _observe(effect: EffectState, part: ConditionCase, rule: str) -> list[Step]:
    """Looking for an effect, with the moment at which it is looked for."""
    clause, frame = effect.clause, frame_of(effect.clause)
    template = frame.seen if effect.truth is not clause.negated else frame.unseen
    if clause.negated:
        clause = clause.model_copy(update={"negated": False})
    deciding = part.states[part.deciding]
    hold = lasting_hold(deciding)
    look = fill(frame.look, clause)
    if after := _AFTER.search(clause.rest):
        look = f"{capital(after[0])}: {_lower(look)}"
    expected = _plain(fill(template, clause), deciding)
    steps: list[Step] = []
    if hold and hold.enough and deciding.truth and hold.position is not Position.INSIDE:
        early = _early(hold.required)
        if early is not None:
            steps.append(
                Step(
                    f"At T0 + {amount(early, hold.unit)}: {_lower(look)}",
                    _plain(fill(frame.unseen, clause), deciding),
                    SCREEN,
                    rule=rule,
                )
            )
        look = f"At T0 + {amount(hold.value, hold.unit)} plus one reading interval: {_lower(look)}"
    elif hold and not hold.restarts:
        look = f"At T0 + {amount(hold.value, hold.unit)} plus one reading interval: {_lower(look)}"
    elif hold:
        look = f"Until {amount(hold.required, hold.unit)} after the last step: {_lower(look)}"
    steps.append(Step(look, expected, SCREEN, effect.quote))
    if effect.truth and clause.kind in _RECORDED and deciding.point is not None and not is_lasting(deciding.point):
        steps.append(_record(clause, deciding, deciding.point, rule))
    return steps


def _early(required: str) -> str | None:
    """One step before the demanded duration, as text; None where that is nothing."""
    number = Decimal(required) - boundary_step(required)
    return format(number, "f") if number > 0 else None


def _record(clause: Clause, state: ConditionState, point: LimitPoint, rule: str) -> Step:
    hold = lasting_hold(state)
    after = f" + {amount(hold.required, hold.unit)}" if hold else ""
    noun = the(clause.object) if clause.object and clause.form is ClauseForm.ACTIVE else the(clause.subject)
    return Step(
        f"Open the record of {noun}.",
        f"It holds {subject_of(state)} with {amount(point.value, point.unit)}, and a date and time within one reading interval of T0{after}.",
        RECORD, rule=rule,
    )  # fmt: skip


def _plain(text: str, state: ConditionState) -> str:
    """The frame's blanks for prepared data replaced by the value of this test, where there is one."""
    if state.point is not None:
        text = text.replace(
            "the values of <prepared data>", f"the value {amount(state.point.value, state.point.unit)}"
        )
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


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
        if state.point and not is_lasting(state.point):
            step = amount(state.point.step, state.point.unit)
            found.append(
                f"{capital(subject_of(state))} can be set from outside (simulated or entered) in steps of {step} or finer."
            )
            if hold := lasting_hold(state):
                found.append(f"The delay set for this condition is {amount(hold.required, hold.unit)}.")
    effects = joined([passive(one.clause.model_copy(update={"negated": False}), truth=False) for one in part.effects])
    found.append(f"Before the first step {effects}.")
    return tuple(dict.fromkeys(found))


def _boundary_title(part: ConditionCase, deciding: ConditionState) -> str:
    effects = capital(joined([effect_words(one) for one in part.effects]))
    point = deciding.point
    if point is None or point.change or is_lasting(point):
        return f"{effects} when {state_words(deciding)}"
    title = f"{effects} with {subject_of(deciding)} at {amount(point.value, point.unit)}"
    if point.hold:
        title += f" for {amount(point.hold.value, point.hold.unit)}" + (", begun twice" if point.hold.restarts else "")
    return title


def _row_title(part: ConditionCase, item: CoverageItem) -> str:
    effects = capital(joined([effect_words(one) for one in part.effects]))
    title = f"{effects} when {joined([state_words(one) for one in part.states if not one.shared])}"
    if len(title) <= _LONG_TITLE:
        return title
    return f"{effects} ({item.aspect.replace('row-', 'combination ').upper().replace('COMBINATION', 'combination')})"[
        : _LONG_TITLE + 40
    ]


def _objective(part: ConditionCase, deciding: ConditionState, *, boundary: bool) -> str:
    effects = joined([indicative(one.clause, truth=one.truth) for one in part.effects])
    if boundary and deciding.point:
        return sentence(f"Show that {effects} when {state_words(deciding)}: {where_it_lies(deciding.point)}")
    states = joined([state_words(one) for one in part.states if not one.shared])
    if len(part.states) == 1:
        return sentence(f"Show that {effects} when {states}")
    return sentence(f"Show that {effects} when {states}; of these, “{state_words(deciding)}” decides")


def _criterion(part: ConditionCase, deciding: ConditionState) -> str:
    states = joined([state_words(one) for one in part.states if not one.shared])
    effects = joined([indicative(one.clause, truth=one.truth) for one in part.effects])
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
