# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of roles and permissions: each verb of an action is a step of its own, for each role."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import CoverageItem, RoleCase
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import capital, infinitive, is_plural, joined, passive, sentence, the
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording

_MOST_STEPS = 12
_WITH, _WITHOUT = "<a role with this right>", "<a role without this right>"


def word_role(item: CoverageItem, part: RoleCase) -> Wording:
    """The words of a test of a permission."""
    return {"allowed": _allowed, "refused": _refused, "withdrawn": _withdrawn}[part.aspect](item, part)


def role_words(name: str, blank: str) -> str:
    """A role as a step names it; `blank` where the sentence names none."""
    if name.startswith("<"):
        return name
    return f"the role “{role_name(name)}”" if name else blank


def role_name(role: str) -> str:
    """A role's name as written, without an article and in the singular ("the Administrators" → "Administrator")."""
    bare = re.sub(r"^(?:the|an?)\s+", "", role.strip(), flags=re.IGNORECASE)
    return bare.removesuffix("s") if _SEVERAL.search(bare) else bare


_SEVERAL = re.compile(r"(?:or|er|ist|ian|ee|yst|ant|dmin|hief|ead|est|ian)s$", re.IGNORECASE)


def _single(action: Clause) -> list[Clause]:
    """One clause per verb: "create, change or delete a program" is three actions.

    What a thing is made ("make a specification effective") belongs to the making alone.
    """
    plain = {"further_verbs": (), "further_kinds": ()}
    verbs = (action.verb, *action.further_verbs)
    made = "make" in verbs and " " not in action.rest and action.rest != ""
    return [
        action.model_copy(update={**plain, "verb": verb, "rest": "" if made and verb != "make" else action.rest})
        for verb in verbs
    ]


def about_of(action: Clause) -> str:
    """What the action concerns, definite: never the person who does it."""
    return the(thing(action)) if action.object or action.rest.startswith("for ") else "the record concerned"


def keeps_state(noun: str) -> str:
    """That nothing happens to a thing, as the predicate for it."""
    return "keep their state" if is_plural(noun) else "keeps its state"


# what is only looked at or put out can be had again from the same record
_LEAVES_AS_IS = frozenset(
    {ActionKind.DISPLAY, ActionKind.SEARCH, ActionKind.OUTPUT, ActionKind.MONITOR, ActionKind.PROVIDE}
)


def _prepared(item: CoverageItem, noun: str, *, several: bool = False) -> Step:
    which = "each record prepared for this test (<records>)" if several else "{noun} prepared for this test (<record>)"
    return Step(
        f"Open {which.format(noun=noun)} and write down the state.",
        f"The state of {noun} is written down.",
        rule=item.rule,
    )


def _allowed(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun = infinitive(part.action), about_of(part.action)
    roles = joined([role_words(one, _WITH) for one in part.roles], "or")
    apart = part.action.kind not in _LEAVES_AS_IS and len(part.roles) * len(_single(part.action)) > 1
    own = ", on a record of its own" if apart else ""
    steps = [_prepared(item, noun, several=apart)]
    steps += [
        Step(
            f"Log in as a user with {role_words(role, _WITH)} and {infinitive(one)}{own}.",
            f"No refusal is shown; {result_of(one)}.",
            SCREEN,
            item.quote,
        )
        for role in part.roles
        for one in _single(part.action)
    ]
    steps.append(
        Step(
            "Open the history or audit trail of the record.",
            f"It names the user of each action, the action, date and time: {roles}.",
            RECORD,
            rule=item.rule,
        )
    )
    each = "a record of its own for each " + (
        "role and action"
        if len(part.roles) > 1 and part.action.further_verbs
        else "role"
        if len(part.roles) > 1
        else "action"
    )
    return Wording(
        title=f"{capital(roles)} can {do}", objective=sentence(f"Show that a user with {roles} can {do}"),
        preconditions=(
            *[f"A test user with {role_words(one, _WITH)} and no other role: <test user>." for one in part.roles],
            f"{capital(noun)} in the state in which one can {do}{f'; {each}' if apart else ''}.",
        ),
        inputs=tuple(InputValue(name="role", value=role_name(role)) for role in part.roles if role), steps=tuple(steps),
        criterion=sentence(f"A user with {roles} can {do}, and the result is stored under that user's name"),
        rationale="Role and permission: the cell of the permission matrix that grants the action.",
    )  # fmt: skip


def _refused(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun = infinitive(part.action), about_of(part.action)
    others = part.roles or ("",)
    said = joined([role_words(one, _WITHOUT) for one in others], "or")
    granted = joined([role_words(one, _WITH) for one in part.granted_to], "or")
    but = (
        f"no role but {granted} can {do}: each other role known from the document tries"
        if granted
        else f"a user with {said} cannot {do}"
    )
    look = Step(
        "Look up the record's history or audit trail.",
        f"No entry says that {done_words(part.action)}; whether the refused attempts are logged is written down (<logged or not>).",
        RECORD,
        rule=item.rule,
    )
    return Wording(
        title=f"{capital(said)} cannot {do}", objective=sentence(f"Show that {but}"),
        preconditions=(*[f"A test user with {role_words(one, _WITHOUT)} and no other role." for one in others], f"{capital(noun)} in the state in which one could {do}."),
        inputs=tuple(InputValue(name="role", value=role_name(role)) for role in others if role),
        steps=(_prepared(item, noun), *_attempts(item, part.action, others, noun), look),
        criterion=sentence(f"With {said}, every attempt to {do} is refused and the state of {noun} is unchanged"),
        rationale="Role and permission: the cells of the permission matrix that refuse the action, gathered in one test.",
    )  # fmt: skip


def _attempts(item: CoverageItem, action: Clause, others: tuple[str, ...], noun: str) -> list[Step]:
    """One attempt per role and verb; where that would be too long a script, one step per role for all verbs."""
    single = _single(action)
    if len(single) * len(others) > _MOST_STEPS:
        tried = [(role, f"{infinitive(action)}, one after the other") for role in others]
    else:
        tried = [(role, infinitive(one)) for role in others for one in single]
    return [
        Step(
            f"Log in as a user with {role_words(role, _WITHOUT)} and try to {do}.",
            f"The action is not offered or is refused (text recorded); the state of {noun} is the one written down.",
            SCREEN,
            item.quote,
        )
        for role, do in tried
    ]


def _withdrawn(item: CoverageItem, part: RoleCase) -> Wording:
    do, noun = infinitive(part.action), about_of(part.action)
    role = role_words(part.granted_to[0], _WITH)
    return Wording(
        title=f"After {role} is withdrawn a user cannot {do}",
        objective=sentence(f"Show that the right to {do} ends when {role} is withdrawn from a user"),
        preconditions=(f"A test user who has {role} and has used it to {do} once.",),
        inputs=tuple(InputValue(name="role withdrawn", value=role_name(one)) for one in part.granted_to[:1] if one),
        steps=(
            Step(f"As administrator of users, withdraw {role} from the test user.", f"The list of rights no longer shows {role} for this user.", SCREEN, rule=item.rule),
            Step(f"Log in as that user and try to {do}.", f"The action is not offered or is refused (text recorded); {noun} {keeps_state(noun)}.", SCREEN, item.quote),
            Step("Open the list of users and their rights.", f"The test user is listed without {role}.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"Once {role} is withdrawn, the attempt to {do} is refused and {noun} {keeps_state(noun)}"),
        rationale="Role and permission: a right must end with the role that gave it.",
    )  # fmt: skip


SEEING = frozenset({"see", "view", "read", "access", "display", "list", "open", "look up", "search"})


def result_of(clause: Clause) -> str:
    """What shows that an action was carried out."""
    if clause.verb in SEEING:
        return f"{about_of(clause)} can be read on the screen"
    return f"{done_words(clause)}, as the reopened record shows"


def done_words(clause: Clause) -> str:
    """An action as a thing done: "the recipe is released"."""
    if clause.object and clause.verb and clause.form is ClauseForm.ACTIVE:
        return passive(clause.model_copy(update={"ability": False}))
    return f"the action (“{infinitive(clause)}”) was carried out"
