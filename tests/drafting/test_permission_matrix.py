"""Who may do what, gathered over several requirements: granted, refused, not said, and said twice."""

from __future__ import annotations

import pytest

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.statement import Permission
from gampgen.drafting.permission_matrix import objections, permission_matrix

ROLES = ("Operator", "Supervisor", "QA")


def said(roles: tuple[str, ...], action: str, *, exclusive: bool = False, allowed: bool = True) -> Permission:
    return Permission(roles=roles, action=action, exclusive=exclusive, allowed=allowed, quote=action)


def rows(kit, *permissions: Permission, roles: tuple[str, ...] = ROLES):  # noqa: ANN001, ANN201 - the kit gives the types
    planned = tuple(
        kit.planned(kit.sketch(text="It shall hold.", permissions=(one,)), uid=f"R-{at}")
        for at, one in enumerate(permissions, start=1)
    )
    return permission_matrix(planned, roles)


def test_only_refuses_every_other_role_of_the_document(kit) -> None:  # noqa: ANN001 - as above
    (row,) = rows(kit, said(("QA",), "release a batch", exclusive=True))
    assert (row.granted, row.refused, row.open) == (("QA",), ("Operator", "Supervisor"), ())


def test_what_is_granted_to_one_role_is_open_for_the_others(kit) -> None:  # noqa: ANN001 - as above
    made = rows(kit, said(("Operators",), "start batches"), said(("the Supervisor",), "start a batch", allowed=False))
    assert [(one.granted, one.refused, one.open) for one in made] == [(("Operator",), ("Supervisor",), ("QA",))]
    assert made[0].requirement_uids == ("R-1", "R-2")
    (question,) = objections(made)
    assert (question.code, question.severity) == ("MAT1", FindingSeverity.INFO)
    assert question.message == "It is not said whether QA may “start batches”"


def test_what_is_granted_and_refused_is_a_contradiction(kit) -> None:  # noqa: ANN001 - as above
    made = rows(kit, said(("Operator",), "edit a recipe"), said(("Operators",), "edit recipes", allowed=False))
    assert [one.code for one in objections(made)] == ["MAT2", "MAT1"]


def test_what_nobody_may_is_refused_to_all(kit) -> None:  # noqa: ANN001 - as above
    (row,) = rows(kit, said(("no user",), "delete the audit trail", allowed=False))
    assert (row.granted, row.refused) == ((), ROLES)
    assert not objections((row,))


@pytest.mark.parametrize("name", ["users", "the same person", "for a maximum of 15 minutes", "each person"])
def test_what_is_no_role_has_no_column(name: str, kit) -> None:  # noqa: ANN001 - as above
    (row,) = rows(kit, said((name, "QA"), "sign a record"), roles=("QA", "Operator"))
    assert row.granted == ("QA",)
    assert row.open == ("Operator",)


def test_a_document_with_one_role_leaves_nothing_open(kit) -> None:  # noqa: ANN001 - as above
    (row,) = rows(kit, said(("Operator",), "start batches"), roles=())
    assert row.open == ()
