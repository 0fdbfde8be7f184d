# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of roles and permissions, and of order and state."""

from __future__ import annotations

import re

from gampgen.domain.coverage import ClauseForm, CoverageItem, RoleCase, StateCase
from gampgen.domain.suite import InputValue
from gampgen.domain.verb import past_participle
from gampgen.drafting.english import capital, indicative, infinitive, inner, is_plural, joined, passive, sentence, the
from gampgen.drafting.slots import fill, frame_of, thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording


def word_role(item: CoverageItem, part: RoleCase) -> Wording:
    """The words of a test of a permission."""
    return {"allowed": _allowed, "refused": _refused, "withdrawn": _withdrawn}[part.aspect](item, part)


def _role(name: str) -> str:
    return f"the role “{_name(name)}”" if name else "<a role without this right>"


def _name(role: str) -> str:
    """A role's name as written, without an article."""
    return re.sub(r"^(?:the|an?)\s+", "", role.strip(), flags=re.IGNORECASE)


def _allowed(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun, roles = infinitive(part.action), the(thing(part.action)), joined([_role(one) for one in part.roles], "or")
    steps = [
        Step(
            f"Open {noun} prepared for this test (<record>) and write down its state.",
            f"The state of {noun} is written down.",
            rule=item.rule,
        )
    ]
    steps += [
        Step(
            f"Log in as a user with {_role(role)} and {do}.",
            f"No refusal is shown; {_done(part)}, as the reopened record shows.",
            SCREEN,
            item.quote,
        )
        for role in part.roles
    ]
    steps.append(
        Step(
            "Open the history or audit trail of the record.",
            f"It names the user with {roles}, the action, date and time.",
            RECORD,
            rule=item.rule,
        )
    )
    return Wording(
        title=f"{capital(roles)} can {do}", objective=sentence(f"Show that a user with {roles} can {do}"),
        preconditions=(f"A test user with {roles} and no other role: <test user>.", f"{capital(noun)} in the state in which one can {do}."),
        inputs=tuple(InputValue(name="role", value=_name(role)) for role in part.roles), steps=tuple(steps),
        criterion=sentence(f"A user with {roles} can {do}, and the result is stored under that user's name"),
        rationale="Role and permission: the cell of the permission matrix that grants the action.",
    )  # fmt: skip


def _refused(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun = infinitive(part.action), the(thing(part.action))
    others = part.roles or ("",)
    said = joined([_role(one) for one in others], "or")
    steps = [
        Step(
            f"Write down the state of {noun} prepared for this test (<record>).",
            f"The state of {noun} is written down.",
            rule=item.rule,
        )
    ]
    steps += [
        Step(
            f"Log in as a user with {_role(role)} and try to {do}.",
            f"The action is not offered or is refused (text recorded); the state of {noun} is the one written down.",
            SCREEN,
            item.quote,
        )
        for role in others
    ]
    steps.append(
        Step(
            "Look up the attempts in the log or audit trail.",
            f"{_count(len(others))} with user, date and time; no entry says that {_done(part)}.",
            RECORD,
            rule=item.rule,
        )
    )
    granted = joined([_role(one) for one in part.granted_to], "or")
    but = f"no role but {granted} can {do}" if granted else f"a user with {said} cannot {do}"
    return Wording(
        title=f"{capital(said)} cannot {do}", objective=sentence(f"Show that {but}: each other role known from the document tries" if granted else f"Show that {but}"),
        preconditions=(*[f"A test user with {_role(one)} and no other role." for one in others], f"{capital(noun)} in the state in which one could {do}."),
        inputs=tuple(InputValue(name="role", value=_name(role)) for role in others if role), steps=tuple(steps),
        criterion=sentence(f"With {said}, every attempt to {do} is refused and the state of {noun} is unchanged"),
        rationale="Role and permission: the cells of the permission matrix that refuse the action, gathered in one test.",
    )  # fmt: skip


def _withdrawn(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun = infinitive(part.action), the(thing(part.action))
    role = _role(part.granted_to[0])
    return Wording(
        title=f"After {role} is withdrawn a user cannot {do}",
        objective=sentence(f"Show that the right to {do} ends when {role} is withdrawn from a user"),
        preconditions=(f"A test user who has {role} and has used it to {do} once.",),
        inputs=(InputValue(name="role withdrawn", value=_name(part.granted_to[0])),),
        steps=(
            Step(f"As administrator of users, withdraw {role} from the test user.", f"The list of rights no longer shows {role} for this user.", SCREEN, rule=item.rule),
            Step(f"Log in as that user and try to {do}.", f"The action is not offered or is refused (text recorded); {noun} keeps its state.", SCREEN, item.quote),
            Step("Open the audit trail of user rights.", f"One entry shows the withdrawal of {role}: who, for whom, date and time.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"Once {role} is withdrawn, the attempt to {do} is refused and {noun} keeps its state"),
        rationale="Role and permission: a right must end with the role that gave it.",
    )  # fmt: skip


def _done(part: RoleCase) -> str:
    clause = part.action
    if clause.object and clause.verb and clause.form is ClauseForm.ACTIVE:
        return passive(clause.model_copy(update={"ability": False}))
    return f"the action (“{infinitive(clause)}”) was carried out"


def _count(number: int) -> str:
    return "The attempt is listed" if number == 1 else f"All {number} attempts are listed"


# ------------------------------------------------------------------ order and state
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
