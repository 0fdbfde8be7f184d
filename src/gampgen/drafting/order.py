# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of order and state."""

from __future__ import annotations

from typing import NamedTuple

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import CoverageItem, StateCase
from gampgen.domain.suite import InputValue
from gampgen.domain.verb import past_participle
from gampgen.drafting.english import capital, indicative, infinitive, inner, is_plural, passive, sentence, the
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.until import word_until
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording


def word_state(item: CoverageItem, part: StateCase) -> Wording:
    """The words of a test of an order of steps."""
    clause, frame, what = part.clause, frame_of(part.clause), inner(part.before)
    if part.keyword in {"before", "prior to"} and not clause.negated:
        given = part.model_copy(update={"clause": _given(clause)})
        return _precedes(item, given, infinitive(given.clause), what)
    if part.keyword == "until" and not clause.negated and part.event.form is not ClauseForm.NOMINAL:
        return word_until(item, part)
    do = infinitive(clause)
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
    """Something has to wait: it is tried once what comes first is done, and before that."""
    clause, valid = part.clause, part.aspect == "valid"
    said, then = passive(clause, truth=valid), _waiting(part, what, valid=valid)
    return Wording(
        title=then.title.format(done=passive(clause), undone=passive(clause, truth=False), do=do),
        objective=sentence(f"Show that {passive(clause)} before {what}" if valid else f"Show that “{what}” is not reached while {said}"),
        preconditions=(f"The record <record> stands directly before this point: {what}.", *_cases(part, do)),
        inputs=(InputValue(name=do, value=valid), *(InputValue(name=inner(words), value=truth) for words, truth in part.conditions)),
        steps=(
            Step(f"Carry out the step that has to come first: {do}." if valid else f"Leave out the step that has to come first ({do}).", f"{capital(said)}.", SCREEN, item.quote),
            Step(then.action, then.result, SCREEN, item.quote),
            Step("Read the history of <record>.", f"The time of “{do}” lies before the time of “{what}”." if valid else f"No entry for “{what}” exists.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"The time recorded for “{do}” lies before that of “{what}”" if valid else f"Without “{do}”, no entry for “{what}” is made"),
        rationale="Order and state: the order is tried as demanded and against the demand.",
    )  # fmt: skip


class _Waiting(NamedTuple):
    """What has to wait, tried: the title's template, the action and its result."""

    title: str
    action: str
    result: str


def _waiting(part: StateCase, what: str, *, valid: bool) -> _Waiting:
    """The attempt of what has to wait: by its own verb where a person does it, else by its name."""
    event, plain = part.event, capital(what)
    verb = past_participle(part.clause.verb) if part.clause.verb else "done"
    passed = "It is completed, and both steps are recorded with their times in this order."
    held = f"It is refused or held back until {verb}: the state before “{what}” is still shown."
    if event.verb and (event.form is ClauseForm.PASSIVE or event.by_person):
        do, can = infinitive(event), indicative(event.model_copy(update={"ability": True}), truth=valid)
        refused = f"{capital(can)}: the attempt is refused or held back until {verb} (text recorded)."
        title = f"{capital(can)} {'once {done}' if valid else 'while {undone}'}"
        return _Waiting(title, f"Try to {do}.", passed if valid else refused)
    title = f"“{what}” {'comes after' if valid else 'is not reached without'}: {{do}}"
    return _Waiting(title, f"Go on to: {inner(plain)}.", passed if valid else held)


def _given(clause: Clause) -> Clause:
    """What the system asks for is given by the tester: "requires a reason" → "give the reason"."""
    if clause.kind is not ActionKind.REQUIRE or not clause.object or clause.by_person:
        return clause
    given = {"subject": "", "verb": "give", "object": the(clause.object), "adverb": "", "by_person": True}
    return clause.model_copy(update={**given, "kind": ActionKind.OTHER})


def _cases(part: StateCase, do: str) -> tuple[str, ...]:
    """The cases in which the order holds, where the first step does not name them already."""
    said = " ".join(do.lower().split())
    return tuple(
        sentence(f"From start to end this {'holds' if truth else 'does not hold'}: {inner(words)}")
        for words, truth in part.conditions if " ".join(words.lower().split()) not in said
    )  # fmt: skip
