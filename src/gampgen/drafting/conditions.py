"""Tests of conditions: rows of a decision table, and boundary values of a limit in a condition."""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.coverage import (
    ActionKind,
    Clause,
    ClauseForm,
    ConditionCase,
    ConditionState,
    CoverageItem,
    EffectState,
    Hold,
    LimitPoint,
    Position,
)
from gampgen.domain.quantity import boundary_step
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import (
    bare,
    capital,
    indicative,
    infinitive,
    inner,
    is_plural,
    joined,
    passive,
    sentence,
    the,
)
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount, is_duration_unit, minutes

_HANDLED = frozenset(
    "push press click select open close enter change modify delete save submit approve reject release sign scan start stop activate"
    " deactivate enable disable connect disconnect remove insert create cancel confirm acknowledge edit update print export import"
    " upload set assign complete switch turn touch tap add reset lock unlock load".split()
)
_RECORDED = frozenset({ActionKind.ALARM, ActionKind.RECORD})
_LONG_TITLE = 170


def word_condition(item: CoverageItem, part: ConditionCase) -> Wording:
    """The words of a test of conditions."""
    deciding = part.states[part.deciding]
    boundary = item.rule == "BVA" and deciding.point is not None
    ordered = [*(one for one in part.states if one is not deciding), deciding]
    steps: list[Step] = []
    for state in ordered:
        steps += _set_up(state, item.rule)
    hold = deciding.point.hold if deciding.point else None
    for effect in part.effects:
        steps += _observe(effect, part, item.rule)
    title = _boundary_title(part, deciding) if boundary else _row_title(part, item)
    return Wording(
        title=title, objective=_objective(part, deciding, boundary=boundary), preconditions=_preconditions(part, ordered),
        inputs=_inputs(part), steps=tuple(steps), criterion=_criterion(part, deciding),
        rationale=_rationale(item, deciding), waits=minutes(hold.value, hold.unit) if hold else 0,
    )  # fmt: skip


# ------------------------------------------------------------------ states in words
def state_words(state: ConditionState) -> str:
    """A condition in its state: "the lid is open", "the agitator speed is 121 rpm", "the service mode is not active"."""
    point = state.point
    if point is None or _lasting(point):
        if point is not None:
            return f"{_without_limit(state)} has lasted {amount(point.value, point.unit)}"
        return indicative(state.clause, truth=state.truth)
    words = f"{_subject(state)} {'are' if is_plural(_subject(state)) else 'is'} {amount(point.value, point.unit)}"
    if point.hold:
        words += f" for {amount(point.hold.value, point.hold.unit)}"
        if point.hold.restarts:
            words += f", twice with a break at {amount(point.other_side, point.unit)}"
    return words


def effect_words(effect: EffectState) -> str:
    """An effect as it is seen: "a high alarm is raised", "dosing is not stopped"."""
    return passive(effect.clause, truth=effect.truth)


def _subject(state: ConditionState) -> str:
    return the(state.point.subject) if state.point and state.point.subject else "the value"


def _lasting(point: LimitPoint) -> bool:
    """Whether the limit is itself a duration."""
    return is_duration_unit(point.unit)


def _without_limit(state: ConditionState) -> str:
    """A condition without the words of its limit: "the session is idle for more than 15 minutes" → "the session is idle"."""
    quote = state.point.quote if state.point else ""
    words = " ".join(state.words.split()).replace(" ".join(quote.split()), " ")
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


# ------------------------------------------------------------------ steps
def _set_up(state: ConditionState, rule: str) -> list[Step]:
    if state.point is None:
        return [_bring_about(state)]
    if _lasting(state.point):
        time = amount(state.point.value, state.point.unit)
        return [
            Step(
                f"Start {_without_limit(state)}, note the time T0 on a reference clock, and keep it up for {time}.",
                f"{time} have passed since T0; both times are noted." if state.point.value != "1" else f"{time} has passed since T0; both times are noted.",
                SCREEN, state.quote,
            )
        ]  # fmt: skip
    return _set_value(state, state.point, rule)


def _set_value(state: ConditionState, point: LimitPoint, rule: str) -> list[Step]:
    subject, value, across = _subject(state), amount(point.value, point.unit), amount(point.other_side, point.unit)
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


def _observe(effect: EffectState, part: ConditionCase, rule: str) -> list[Step]:
    """Looking for an effect, with the moment at which it is looked for."""
    clause, frame = effect.clause, frame_of(effect.clause)
    template = frame.seen if effect.truth is not clause.negated else frame.unseen
    if clause.negated:
        clause = clause.model_copy(update={"negated": False})
    deciding = part.states[part.deciding]
    hold = deciding.point.hold if deciding.point else None
    look = fill(frame.look, clause)
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
    if effect.truth and clause.kind in _RECORDED and deciding.point is not None and not _lasting(deciding.point):
        steps.append(_record(clause, deciding, deciding.point, rule))
    return steps


def _early(required: str) -> str | None:
    """One step before the demanded duration, as text; None where that is nothing."""
    number = Decimal(required) - boundary_step(required)
    return format(number, "f") if number > 0 else None


def _record(clause: Clause, state: ConditionState, point: LimitPoint, rule: str) -> Step:
    after = f" + {amount(point.hold.required, point.hold.unit)}" if point.hold else ""
    noun = the(clause.object) if clause.object and clause.form is ClauseForm.ACTIVE else the(clause.subject)
    return Step(
        f"Open the record of {noun}.",
        f"It holds {_subject(state)} with {amount(point.value, point.unit)}, and a date and time within one reading interval of T0{after}.",
        RECORD, rule=rule,
    )  # fmt: skip


def _plain(text: str, state: ConditionState) -> str:
    """The frame's blanks for prepared data replaced by the value of this test, where there is one."""
    if state.point is not None:
        text = text.replace(
            "the values of `<prepared data>`", f"the value {amount(state.point.value, state.point.unit)}"
        )
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# ------------------------------------------------------------------ the rest of the test
def _inputs(part: ConditionCase) -> tuple[InputValue, ...]:
    found: list[InputValue] = []
    for state in part.states:
        found.append(InputValue(name=inner(state.words), value=state.truth))
        if state.point:
            name = "duration" if _lasting(state.point) else bare(state.point.subject) or "value"
            found.append(InputValue(name=name, value=state.point.value, unit=state.point.unit))
            if state.point.hold:
                found.append(
                    InputValue(name=f"duration of {name}", value=state.point.hold.value, unit=state.point.hold.unit)
                )
    return tuple(found)


def _preconditions(part: ConditionCase, ordered: list[ConditionState]) -> tuple[str, ...]:
    found: list[str] = []
    for state in ordered:
        if state.point and not _lasting(state.point):
            step = amount(state.point.step, state.point.unit)
            found.append(
                f"{capital(_subject(state))} can be set from outside (simulated or entered) in steps of {step} or finer."
            )
            if state.point.hold:
                found.append(
                    f"The delay set for this condition is {amount(state.point.hold.required, state.point.hold.unit)}."
                )
    effects = joined([passive(one.clause.model_copy(update={"negated": False}), truth=False) for one in part.effects])
    found.append(f"Before the first step {effects}.")
    return tuple(dict.fromkeys(found))


def _boundary_title(part: ConditionCase, deciding: ConditionState) -> str:
    effects = capital(joined([effect_words(one) for one in part.effects]))
    point = deciding.point
    if point is None or _lasting(point):
        return f"{effects} when {state_words(deciding)}"
    title = f"{effects} with {_subject(deciding)} at {amount(point.value, point.unit)}"
    if point.hold:
        title += f" for {amount(point.hold.value, point.hold.unit)}" + (", begun twice" if point.hold.restarts else "")
    return title


def _row_title(part: ConditionCase, item: CoverageItem) -> str:
    effects = capital(joined([effect_words(one) for one in part.effects]))
    title = f"{effects} when {joined([state_words(one) for one in part.states])}"
    if len(title) <= _LONG_TITLE:
        return title
    return f"{effects} ({item.aspect.replace('row-', 'combination ').upper().replace('COMBINATION', 'combination')})"[
        : _LONG_TITLE + 40
    ]


def _objective(part: ConditionCase, deciding: ConditionState, *, boundary: bool) -> str:
    effects = joined([indicative(one.clause, truth=one.truth) for one in part.effects])
    if boundary and deciding.point:
        return sentence(f"Show that {effects} when {state_words(deciding)}: {_where(deciding.point)}")
    states = joined([state_words(one) for one in part.states])
    if len(part.states) == 1:
        return sentence(f"Show that {effects} when {states}")
    return sentence(f"Show that {effects} when {states}; of these, “{state_words(deciding)}” decides")


def _where(point: LimitPoint) -> str:
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
    if hold.restarts:
        return f", twice for less than the demanded {required}, so that only a time that starts again keeps the effect away"
    where = {
        Position.JUST_BELOW: f", one step short of the demanded {required}",
        Position.ON_BOUNDARY: f", for exactly the demanded {required}",
        Position.JUST_ABOVE: f", one step longer than the demanded {required}",
        Position.INSIDE: f", well beyond the demanded {required}",
    }
    return where[hold.position]


def _criterion(part: ConditionCase, deciding: ConditionState) -> str:
    states = joined([state_words(one) for one in part.states])
    effects = joined([indicative(one.clause, truth=one.truth) for one in part.effects])
    hold = deciding.point.hold if deciding.point else None
    if hold and hold.enough and deciding.truth:
        tail = f" after {amount(hold.required, hold.unit)} (within one reading interval) and not before"
        return sentence(f"While {states}, {effects}{tail}")
    return sentence(f"While {states}, {effects}")


def _rationale(item: CoverageItem, deciding: ConditionState) -> str:
    if item.rule == "BVA" and deciding.point:
        return (
            f"Boundary value analysis: {_where(deciding.point)}. The step of {amount(deciding.point.step, deciding.point.unit)} follows from the"
            " decimals written in the requirement; it is an assumption."
        )
    return f"Decision table testing: this row shows that “{deciding.words}” decides on its own."
