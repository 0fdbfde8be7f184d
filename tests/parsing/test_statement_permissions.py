"""Who may do what, as the sentence says it."""

from __future__ import annotations

import pytest

from gampgen.parsing.statement import read_statement


@pytest.mark.parametrize(
    ("text", "roles", "action", "exclusive", "allowed"),
    [
        (
            "Only users with the role Supervisor shall be able to release a recipe.",
            ("Supervisor",), "release a recipe", True, True,
        ),
        ("Operators shall not be able to delete batch records.", ("Operators",), "delete batch records", False, False),
        ("Operators shall not change the recipe.", ("Operators",), "change the recipe", False, False),
        ("No user shall be able to disable the audit trail.", ("user",), "disable the audit trail", False, False),
        (
            "Administrators and supervisors can reset passwords.",
            ("Administrators", "supervisors"), "reset passwords", False, True,
        ),
        ("The QA Reviewer may reject a result.", ("QA Reviewer",), "reject a result", False, True),
        ("Results may be corrected by a QA Reviewer only.", ("QA Reviewer",), "correct results", True, True),
        (
            "Recipes shall only be approved by a Process Engineer or a QA Manager.",
            ("Process Engineer", "QA Manager"), "approve recipes", True, True,
        ),
        (
            "Neither operators nor analysts shall be able to modify the audit trail.",
            ("operators", "analysts"), "modify the audit trail", False, False,
        ),
        (
            "Users without the role Administrator shall not be able to create users.",
            ("Administrator",), "create users", True, True,
        ),
        (
            "Access to the configuration menu shall be restricted to administrators.",
            ("administrators",), "Access to the configuration menu", True, True,
        ),
        ("Partial cases may only be closed by the line leader.", ("line leader",), "close partial cases", True, True),
        ("Entries can be changed only by an analyst.", ("analyst",), "change entries", True, True),
        ("Unblinding: only by the investigator.", ("investigator",), "Unblinding", True, True),
        ("Neither the site nor the depot can see the codes.", ("site", "depot"), "see the codes", False, False),
        ("Access to the editor is denied to operators.", ("operators",), "Access to the editor", False, False),
        ("Reprinting requires supervisor rights.", ("supervisor",), "Reprinting", True, True),
        (
            "Only authorised roles shall approve a specification.",
            ("authorised roles",), "approve a specification", True, True,
        ),
        (
            "An alarm shall be acknowledged by an Operator or a Supervisor.",
            ("Operator", "Supervisor"), "acknowledge an alarm", False, True,
        ),
        ("Only trained personnel can open the cabinet.", ("trained personnel",), "open the cabinet", True, True),
    ],
)  # fmt: skip
def test_a_permission_is_read_with_its_roles(
    text: str, roles: tuple[str, ...], action: str, *, exclusive: bool, allowed: bool
) -> None:
    (found,) = read_statement(text).permissions
    assert (found.roles, found.action, found.exclusive, found.allowed) == (roles, action, exclusive, allowed)
    assert found.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "The operator shall scan the label.",
        "The system shall allow only one session per user.",
        "The pump may be started by hand.",
        "An account can be opened in ten minutes.",
        "The supervisor shall be informed.",
    ],
)
def test_a_task_is_no_permission(text: str) -> None:
    assert read_statement(text).permissions == ()


def test_each_sentence_keeps_its_own_permission() -> None:
    read = read_statement(
        "Only supervisors shall be able to release a recipe; operators shall not be able to change it."
    )
    assert [(one.roles, one.allowed) for one in read.permissions] == [(("supervisors",), True), (("operators",), False)]


def test_each_modal_of_one_subject_is_a_permission_of_its_own() -> None:
    read = read_statement("An Operator shall be able to start a run and shall not be able to change its limits.")
    said = [(one.roles, one.action, one.allowed) for one in read.permissions]
    assert said == [(("Operator",), "start a run", True), (("Operator",), "change its limits", False)]
    assert all(one.quote in read.text for one in read.permissions)


def test_an_exception_to_a_permission_is_a_prohibition() -> None:
    read = read_statement("Reports may be printed by all users with the exception of guests.")
    said = [(one.roles, one.action, one.allowed) for one in read.permissions]
    assert said == [(("users",), "print reports", True), (("guests",), "print reports", False)]
