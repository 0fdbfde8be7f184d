# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of order and state."""

from __future__ import annotations

from gampgen.domain.clause import ClauseForm
from gampgen.domain.coverage import CoverageItem, StateCase
from gampgen.domain.suite import InputValue
from gampgen.domain.verb import past_participle
from gampgen.drafting.english import capital, indicative, infinitive, inner, is_plural, passive, sentence
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording


def word_state(item: CoverageItem, part: StateCase) -> Wording:
    """The words of a test of an order of steps."""
    clause, frame, what = part.clause, frame_of(part.clause), inner(part.before)
    do = infinitive(clause)
    if part.keyword in {"before", "prior to"} and not clause.negated:
        return _precedes(item, part, do, what)
    positive = clause.model_copy(update={"negated": False})
    happens = part.aspect == "valid"
    seen = fill(frame.seen if happens else frame.unseen, positive)
    state = _state(part)
    words = passive(positive, truth=happens)
    again = (
        f"{sentence(words)[:-1]}; the shown state says so."
        if happens
        else "State and content are those from before the attempt."
    )
    return Wording(
        title=f"{capital(words)} while {state}",
        objective=sentence(f"Show that {words} while {state}"),
        preconditions=(f"A case <record> is prepared in which {state}.",),
        inputs=(InputValue(name=what, value=part.fulfilled),),
        steps=(
            Step(f"Open <record> and check the starting point: {state}.", f"The screen shows that {state}.", rule=item.rule),
            Step(f"Try to {do}." if clause.by_person or clause.verb != "remain" else fill(frame.look, positive), seen, SCREEN, item.quote),
            Step("Close the record, open it again and read its state.", again, RECORD, rule=item.rule),
        ),
        criterion=sentence(f"While {state}, {words}"),
        rationale="Order and state: the step is tried once its precondition is fulfilled, and once before.",
    )  # fmt: skip


def _state(part: StateCase) -> str:
    """Whether the event has come about, in words: "QA has not approved the batch record", "dispensing has begun"."""
    if part.event.form is not ClauseForm.NOMINAL:
        return indicative(part.event, truth=part.fulfilled)
    have = "have" if is_plural(part.event.subject) else "has"
    return f"{inner(part.event.subject)} {have} {'' if part.fulfilled else 'not yet '}come about"


def _precedes(item: CoverageItem, part: StateCase, do: str, what: str) -> Wording:
    clause = part.clause
    done = passive(clause)
    valid = part.aspect == "valid"
    undone = passive(clause, truth=False)
    first = (
        f"Carry out the step that has to come first: {do}."
        if valid
        else f"Leave out the step that has to come first ({do})."
    )
    verb = past_participle(clause.verb) if clause.verb else "done"
    result = (
        "It is completed, and both steps are recorded with their times in this order."
        if valid
        else f"It is refused or held back until {verb}: the state before “{what}” is still shown."
    )
    return Wording(
        title=f"“{what}” {'comes after' if valid else 'is not reached without'}: {do}",
        objective=sentence(f"Show that {done} before {what}" if valid else f"Show that “{what}” is not reached while {undone}"),
        preconditions=(f"The record <record> stands directly before this point: {what}.",),
        inputs=(InputValue(name=do, value=valid),),
        steps=(
            Step(first, capital(done) + "." if valid else capital(undone) + ".", SCREEN, item.quote),
            Step(f"Go on to: {what}.", result, SCREEN, rule=item.rule),
            Step("Read the history of <record>.", f"The time of “{do}” lies before the time of “{what}”." if valid else f"No entry for “{what}” exists.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"The time recorded for “{do}” lies before that of “{what}”" if valid else f"Without “{do}”, no entry for “{what}” is made"),
        rationale="Order and state: the order is tried as demanded and against the demand.",
    )  # fmt: skip
