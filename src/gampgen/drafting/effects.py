# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Steps that look for an effect: whether it has happened, whether it stays away, or whether an attempt is taken."""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import ConditionState, EffectState
from gampgen.domain.limit_point import Hold, LimitPoint, Position
from gampgen.domain.quantity import boundary_step
from gampgen.drafting.condition_states import is_lasting, lasting_hold, subject_of
from gampgen.drafting.english import capital, indicative, infinitive, inner, is_plural, passive, sentence, the
from gampgen.drafting.slots import fill, frame_of, thing
from gampgen.drafting.special_frames import SORTED_OUT
from gampgen.drafting.wording import RECORD, SCREEN, Step, amount

_RECORDED = frozenset({ActionKind.ALARM, ActionKind.RECORD})
_STIMULATED = frozenset({ActionKind.ALARM, ActionKind.NOTIFY, ActionKind.DETECT})
_AFTER = re.compile(r"\bafter \d[^,;]*", re.IGNORECASE)
_STATUS = re.compile(r"^(?:as|in)\s+\S|[\"“”]")
_STATUS_KINDS = frozenset({ActionKind.OUTPUT, ActionKind.DISPLAY, ActionKind.CHANGE, ActionKind.RECORD})
_ACTING = re.compile(
    r"\b(?:system|software|application|instrument|program|controller|[A-Z]{2,}[a-z]?)$|^(?:it|they)$|^$"
)


def prepared(effect: EffectState, rule: str) -> list[Step]:
    """The step before an attempt: the starting point is written down."""
    if not effect.tried:
        return []
    clause = effect.clause.model_copy(update={"negated": False})
    frame = frame_of(clause)
    return [Step(fill(frame.prepare, clause), fill(frame.prepared, clause), SCREEN, rule=rule)]


def too_early(effect: EffectState, deciding: ConditionState, rule: str) -> list[Step]:
    """Looking for an effect one step before the demanded duration is over: it must not have come yet."""
    hold = lasting_hold(deciding)
    early = _early(hold.required) if hold and _is_over(hold, deciding) and not effect.tried else None
    if hold is None or early is None:
        return []
    clause = effect.clause.model_copy(update={"negated": False})
    action = f"At T0 + {amount(early, hold.unit)}: {_lower(_look(clause))}"
    return [Step(action, _plain(seen(clause, happens=False), deciding), SCREEN, rule=rule)]


def _is_over(hold: Hold, deciding: ConditionState) -> bool:
    return hold.enough and deciding.truth and hold.position is not Position.INSIDE


def observed(effect: EffectState, deciding: ConditionState, rule: str) -> list[Step]:
    """Looking for an effect, with the moment at which it is looked for; what has to be attempted is attempted first."""
    happens = effect.truth is not effect.clause.negated
    clause = effect.clause.model_copy(update={"negated": False})
    if effect.tried and clause.kind is ActionKind.ALLOW and clause.form is ClauseForm.PASSIVE:
        trial = sentence(f"Try to carry this out: {inner(clause.subject)} {clause.rest}")
        return [Step(trial, seen(clause, happens=happens), SCREEN, effect.quote)]
    look, steps = _look(clause), []
    if deciding.presented and frame_of(clause) is SORTED_OUT:
        look = f"Present {deciding.presented} of this test (<prepared case>) and follow what becomes of {'them' if is_plural(deciding.presented) else 'it'} (<outlet or status shown>)."
    hold = lasting_hold(deciding)
    if effect.tried:
        steps.append(_attempt(clause, effect.quote, happens=happens))
    elif hold and (_is_over(hold, deciding) or not hold.restarts):
        look = f"At T0 + {amount(hold.value, hold.unit)} plus one reading interval: {_lower(look)}"
    elif hold:
        look = f"Until {amount(hold.required, hold.unit)} after the last step: {_lower(look)}"
    steps.append(Step(look, _plain(seen(clause, happens=happens), deciding), SCREEN, effect.quote))
    if effect.truth and clause.kind in _RECORDED and deciding.point is not None and not is_lasting(deciding.point):
        steps.append(_record(clause, deciding, deciding.point, rule))
    return steps


def left_open(effect: EffectState, rule: str) -> Step:
    """Looking at what becomes of an effect where the sentence does not say it: a question, not a demand."""
    clause = effect.clause.model_copy(update={"negated": False})
    return Step(
        _look(clause),
        f"What becomes of {the(thing(clause))} is written down; it agrees with <behaviour outside the stated condition>.",
        SCREEN,
        rule=rule,
    )


def seen(clause: Clause, *, happens: bool) -> str:
    """What is there to see when the effect has happened, or when it has not."""
    frame = frame_of(clause)
    if not happens and clause.kind in _STATUS_KINDS and _STATUS.search(clause.rest):
        return sentence(
            f"{capital(passive(clause, truth=False))}; what is shown or reported of {the(thing(clause))} instead is written down"
        )
    return fill(frame.seen if happens else frame.unseen, clause)


def _look(clause: Clause) -> str:
    look = fill(frame_of(clause).look, clause)
    if after := _AFTER.search(clause.rest):
        return f"{capital(after[0])}: {_lower(look)}"
    return look


def _attempt(clause: Clause, quote: str, *, happens: bool) -> Step:
    """Somebody tries: it is taken, or it is refused or without effect."""
    if clause.kind in _STIMULATED:
        return Step(fill(frame_of(clause).do, clause), "The cause is there; the time T0 is noted.", SCREEN, quote)
    words = passive(clause, truth=happens)
    result = (
        f"{words}: the attempt is accepted, no refusal is shown"
        if happens
        else f"{words}: the attempt is refused (text recorded) or has no effect"
    )
    return Step(sentence(f"Try to {tried(clause)}"), sentence(result), SCREEN, quote)


def tried(clause: Clause) -> str:
    """What the tester tries: the action itself, or to make the thing do what it must (not) do."""
    by_tester = clause.by_person or clause.ability or clause.form is ClauseForm.PASSIVE or bool(clause.object)
    if by_tester or _ACTING.search(clause.subject) or not clause.verb:
        return infinitive(clause) if clause.verb or clause.participle else f"bring it about that {indicative(clause)}"
    return f"make {the(inner(clause.subject))} {infinitive(clause)}"


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
        text = text.replace("the values of <prepared data>", f"the value {amount(state.point.value, state.point.unit)}")
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
