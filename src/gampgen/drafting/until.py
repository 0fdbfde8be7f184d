# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of a state that lasts until something happens: it holds before, and it ends with it."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import ConditionState, CoverageItem, StateCase
from gampgen.domain.suite import InputValue
from gampgen.drafting.condition_steps import set_up
from gampgen.drafting.english import capital, indicative, inner, passive, sentence, the
from gampgen.drafting.slots import fill, frame_of, thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording

_BLOCKING = frozenset(
    {"block", "lock", "quarantine", "suspend", "freeze", "isolate", "disable", "inhibit", "hold", "bar"}
)
_ON_HOLD = re.compile(r"^(?:on hold|in(?:to)? quarantine|under quarantine|out of (?:service|use))\b", re.IGNORECASE)
_KEPT_FROM = re.compile(r"^(?:for|from|against)\s+(?P<use>[\w -]{2,50})$", re.IGNORECASE)


def word_until(item: CoverageItem, part: StateCase) -> Wording:
    """The words of a test of a state and of the event that ends it."""
    clause, lasts = part.clause, part.aspect == "valid"
    state, event = passive(clause), indicative(part.event, truth=part.fulfilled)
    words = state if lasts else passive(clause, truth=False)
    steps = _held(item, part, state) if lasts else _ended(item, part, state)
    return Wording(
        title=f"{capital(words)} while {event}" if lasts else f"{capital(words)} any more once {event}",
        objective=sentence(f"Show that {state} until {indicative(part.event)}" if lasts else f"Show that this ends once {event}: {state}"),
        preconditions=(f"A case <record> is prepared in which {indicative(part.event, truth=False)}.",),
        inputs=(InputValue(name=inner(part.before), value=part.fulfilled),),
        steps=steps,
        criterion=sentence(f"While {event}, {words}" if lasts else f"Once {event}, {words} any more"),
        rationale="State transition: the state is looked at before the event that ends it, and after it.",
    )  # fmt: skip


def _held(item: CoverageItem, part: StateCase, state: str) -> tuple[Step, ...]:
    """The state comes about and is still there as long as the event has not come."""
    missing = indicative(part.event, truth=False)
    return (
        Step(f"Bring it about that {state}, with the case <record>, in which {missing}.", fill(frame_of(part.clause).seen, part.clause), SCREEN, item.quote),
        *_tried(item, part.clause, refused=True),
        Step(f"Wait for <observation time>, close and reopen <record>, and read the state again, while still {missing}.", f"{capital(state)} as before; the shown state says so.", RECORD, item.quote),
    )  # fmt: skip


def _ended(item: CoverageItem, part: StateCase, state: str) -> tuple[Step, ...]:
    """The event comes, and the state is gone."""
    event = ConditionState(words=part.before, clause=part.event, truth=True, point=None, quote=item.quote)
    gone = passive(part.clause, truth=False)
    return (
        Step(f"Bring it about that {state}, with the case <record>.", f"{capital(state)}: the state is written down.", SCREEN, rule=item.rule),
        *set_up(event, item.rule),
        Step(f"Close and reopen <record>, and read the state of {the(thing(part.clause))} again.", f"{capital(gone)} any more: the shown state is another one than in step 1.", RECORD, item.quote),
        *_tried(item, part.clause, refused=False),
    )  # fmt: skip


def _tried(item: CoverageItem, clause: Clause, *, refused: bool) -> tuple[Step, ...]:
    """What a block keeps from being done, tried: as the sentence names it, else as a blank."""
    if clause.verb not in _BLOCKING and not _ON_HOLD.match(clause.rest):
        return ()
    named, noun = _KEPT_FROM.match(clause.rest), the(thing(clause))
    use = (
        f"{noun} for what this state prevents (<use>)"
        if named is None
        else noun
        if named["use"] == "use"
        else f"{noun} ({named['use']})"
    )
    seen = (
        f"The attempt is refused (text recorded): {passive(clause)}."
        if refused
        else f"No refusal is shown: {passive(clause, truth=False)} any more."
    )
    return (Step(f"Try to use {use}.", seen, SCREEN, item.quote),)
