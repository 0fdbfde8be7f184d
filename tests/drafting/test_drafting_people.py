# ruff: noqa: ANN001 - fixtures give the types
# ruff: noqa: E501 - an expected sentence stands on one line
"""Roles, permissions and second persons: who tries what, and what is expected then."""

from __future__ import annotations

import pytest

from gampgen.domain.risk import Level
from gampgen.domain.statement import Permission
from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.drafting import draft
from gampgen.drafting.marks import unfilled
from gampgen.pipeline.explain import explain
from gampgen.techniques import design


def drafted(
    kit, text: str, *, permissions=(), roles=(), priority=Level.HIGH, actor: str = "", action: str = ""
) -> tuple[OQTestCase, ...]:
    one = kit.planned(kit.sketch(text=text, actor=actor, action=action, permissions=permissions), priority=priority)
    found = kit.recognition(one, roles=roles)
    return draft(design((one,), found), (one,), found, ()).tests


def actions(test: OQTestCase) -> list[str]:
    return [step.action for step in test.steps]


def only(role: str, action: str, quote: str, *, allowed: bool = True) -> tuple[Permission, ...]:
    return (Permission(roles=(role,), action=action, exclusive=allowed, allowed=allowed, quote=quote),)


def test_each_verb_of_an_action_is_a_step_of_its_own(kit) -> None:
    text = "Only a Planner shall be able to approve or reject a plan."
    allowed, refused, _ = drafted(
        kit, text, permissions=only("Planner", "approve or reject a plan", text), roles=("Clerk",)
    )
    assert actions(allowed)[1:3] == [
        "Log in as a user with the role “Planner” and approve a plan, on a record of its own.",
        "Log in as a user with the role “Planner” and reject a plan, on a record of its own.",
    ]
    assert actions(refused)[1:3] == [
        "Log in as a user with the role “Clerk” and try to approve a plan.",
        "Log in as a user with the role “Clerk” and try to reject a plan.",
    ]


def test_what_a_role_may_not_do_is_tried_by_it_and_works_for_a_role_that_may(kit) -> None:
    text = "Visitors shall not be able to print reports."
    refused, granted = drafted(kit, text, permissions=only("Visitors", "print reports", text, allowed=False))
    assert (refused.polarity, granted.polarity) == (Polarity.NEGATIVE, Polarity.POSITIVE)
    assert actions(refused)[1] == "Log in as a user with the role “Visitor” and try to print reports."
    assert actions(granted)[1] == "Log in as a user with <a role with this right> and print reports."


def test_what_nobody_may_do_is_tried_by_every_role_and_the_highest_rights(kit) -> None:
    text = "No role shall be able to delete a signed plan."
    (refused,) = drafted(
        kit, text, permissions=only("role", "delete a signed plan", text, allowed=False), roles=("Clerk",)
    )
    assert actions(refused)[1:3] == [
        "Log in as a user with the role “Clerk” and try to delete a signed plan.",
        "Log in as a user with <role with the highest rights> and try to delete a signed plan.",
    ]


@pytest.mark.parametrize(
    ("action", "done"),
    [
        ("emergency unblinding", "carry out emergency unblinding"),
        ("label reprinting", "carry out label reprinting"),
        ("changes of a locked plan", "carry out changes of a locked plan"),
        ("certify a plan", "certify a plan"),
        ("access to the editor", "access the editor"),
    ],
)
def test_a_named_action_is_carried_out_and_a_verb_is_done(kit, action: str, done: str) -> None:
    text = f"Only a Planner: {action}."
    allowed = drafted(kit, text, permissions=only("Planner", action, text))[0]
    assert actions(allowed)[1] == f"Log in as a user with the role “Planner” and {done}."


@pytest.mark.parametrize(
    ("text", "actor", "action", "keys"),
    [
        ("Two persons shall approve the plan.", "Two persons", "shall approve the plan", ["one-alone", "same-person", "two-persons"]),
        ("A plan shall be confirmed by a second person.", "A plan", "shall be confirmed by a second person", ["one-alone", "same-person", "two-persons"]),
        ("The system shall prevent a planner from approving his own plan.", "The system", "shall prevent a planner from approving his own plan", ["same-person", "two-persons"]),
        ("Each user shall have his own account.", "Each user", "shall have his own account", []),
        ("A second pump shall start.", "A second pump", "shall start", []),
    ],
)  # fmt: skip
def test_a_second_person_is_tried_with_one_and_with_the_same_one(
    kit, text: str, actor: str, action: str, keys: list[str]
) -> None:
    tests = drafted(kit, text, actor=actor, action=action)
    assert [test.id.split("-two-", 1)[1] for test in tests if "-two-" in test.id] == keys


def test_the_same_person_tries_what_is_to_be_done_by_another(kit) -> None:
    text = "The system shall prevent a planner from approving his own plan."
    tests = drafted(kit, text, actor="The system", action="shall prevent a planner from approving his own plan")
    same = next(test for test in tests if "same-person" in test.id)
    assert (
        actions(same)[1] == "With the same account, try to do the part that another person has to do: approve the plan."
    )
    assert same.steps[1].expected_result == "The attempt is refused (text recorded); <record> keeps its state."


def test_only_before_things_refuses_all_other_things(kit) -> None:
    named, others = drafted(
        kit, "Only released materials may be weighed.", actor="Only released materials", action="may be weighed"
    )
    assert (named.polarity, others.polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)
    assert (
        actions(others)[0]
        == "With each of <cases of every other state>, one after the other, try to do the same: weigh the released materials."
    )


def test_each_of_two_roles_that_may_act_acts_and_what_has_to_be_given_is_left_out_once(kit) -> None:
    text = "An alarm shall be acknowledged by an Operator or a Supervisor with a comment."
    tests = drafted(
        kit, text, actor="An alarm", action="shall be acknowledged by an Operator or a Supervisor with a comment"
    )
    assert actions(tests[0])[1:3] == [
        "Log in as a user with the role “Operator” and acknowledge an alarm with a comment, on a record of its own.",
        "Log in as a user with the role “Supervisor” and acknowledge an alarm with a comment, on a record of its own.",
    ]
    assert "left-out" in tests[1].id


def test_what_two_persons_do_is_what_the_condition_says_of_them() -> None:
    text = "A run can only be started when the set-up has been confirmed by two different users."
    for test in explain("S", text).tests:
        if "person" in test.title:
            assert "confirm the set-up" in test.title
            assert not any("{" in one for one in test.preconditions)


def test_a_mark_that_nothing_filled_is_told_unless_the_document_holds_it(kit) -> None:
    text = "The service shall answer requests to /orders/{number}."
    requirement = kit.planned(kit.sketch(text=text), priority=Level.LOW).analysed.requirement
    test = drafted(kit, text)[0]
    test = test.model_copy(update={"requirement_uids": (requirement.uid,), "title": "An answer of /orders/{number}"})
    assert unfilled((test,), (requirement,)) == ()
    assert unfilled((test.model_copy(update={"preconditions": ("{who} is there.",)}),), (requirement,)) == ("{who}",)


def test_where_the_roles_with_a_right_are_not_named_none_of_the_document_is_refused(kit) -> None:
    text = "Only authorised roles shall create or make a plan effective."
    allowed, refused, _ = drafted(
        kit, text, permissions=only("authorised roles", "create or make a plan effective", text), roles=("Planner",)
    )
    assert not any("Planner" in action for action in (*actions(allowed), *actions(refused)))
    assert "Log in as a user with <a role without this right> and try to create a plan." in actions(refused)
    assert "Log in as a user with <a role without this right> and try to make a plan effective." in actions(refused)
