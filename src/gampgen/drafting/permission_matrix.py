# ruff: noqa: E501 - a manual's sentence stands on one line
"""Who may do what, gathered over the whole document: roles × actions, each cell granted, refused or not said.

A cell is granted or refused by the requirements that say so; "only" refuses every other role that the document names.
A cell of which no requirement speaks is a question to the author, never a guess. Source: 21 CFR 11.10(d), (g).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.right import Right
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.statement import Permission
from gampgen.domain.suite import PermissionRow

RULES: tuple[Rule, ...] = (
    Rule(
        code="MAT1", name="Permission that is not said", source="21 CFR 11.10(d), (g)",
        manual="A requirement says of some roles whether they may do something, and no requirement says it of the others. What is granted or"
        " refused is tested; the open cells of the permission matrix are asked, since a test would have to assume the answer.",
    ),
    Rule(
        code="MAT2", name="Permission granted and refused", source="ISO/IEC/IEEE 29148 §5.2.6 (consistent)",
        manual="One requirement grants an action to a role and another one refuses it. One of the two tests must fail; the author decides.",
    ),
)  # fmt: skip
_ARTICLE = re.compile(r"\b(?:the|an?|all|any|each|every|its|their)\s+", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:no |any )?(?:roles?|users?|one|persons?|body)$|^(?:nobody|no-?one)$|^none of .*|^anyone$|^everyone$",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    {"user", "person", "people", "personnel", "staff", "individual", "employee", "somebody", "system", "application"}
)
_ROLE_WORD = re.compile(
    r"\s+(?:roles?|users?)$|^(?:users?|role|persons?) (?:with the role |in the role |of the role |with )?",
    re.IGNORECASE,
)
_LONGEST_ROLE = 4
_FEWEST_ROLES = 2


class _Said(NamedTuple):
    """What one statement says of an action: to whom it is granted, to whom it is refused."""

    action: str
    granted: tuple[str, ...]
    refused: tuple[str, ...]
    exclusive: bool
    nobody: bool
    uid: str


def permission_matrix(planned: tuple[PlannedRequirement, ...], roles: tuple[str, ...]) -> tuple[PermissionRow, ...]:
    """One row per action of which the requirements say who may carry it out.

    Args:
        planned: the requirements, in document order.
        roles: the roles that the document itself lists.
    """
    said = [one for requirement in planned for one in _said(requirement)]
    known: dict[str, str] = {}
    for name in (*roles, *(role for one in said for role in (*one.granted, *one.refused))):
        if key := _role_key(name):
            known.setdefault(key, _shown(name))
    by_action: dict[str, list[_Said]] = {}
    for one in said:
        by_action.setdefault(_action_key(one.action), []).append(one)
    return tuple(_row(own, known) for own in by_action.values())


def _said(planned: PlannedRequirement) -> Iterator[_Said]:
    uid = planned.analysed.requirement.uid
    yield from _in_cells(planned.analysed.requirement.rights, uid)
    for statement in planned.analysed.statements:
        for permission in statement.permissions:
            if permission.action and permission.roles:
                yield _of(permission, uid)


def _in_cells(rights: tuple[Right, ...], uid: str) -> Iterator[_Said]:
    """What the cells of a permission matrix say, action by action; a cell without a known meaning says nothing."""
    for action in dict.fromkeys(right.action for right in rights):
        own = [right for right in rights if right.action == action]
        granted = tuple(one.role for one in own if one.allowed)
        refused = tuple(one.role for one in own if one.allowed is False)
        yield _Said(action, granted, refused, exclusive=False, nobody=False, uid=uid)


def _of(permission: Permission, uid: str) -> _Said:
    named = tuple(role for role in permission.roles if _role_key(role))
    return _Said(
        action=" ".join(permission.action.split()).rstrip(".,;:"),
        granted=named if permission.allowed else (), refused=() if permission.allowed else named,
        exclusive=permission.exclusive and permission.allowed,
        nobody=not permission.allowed and all(_NOBODY.match(role) for role in permission.roles), uid=uid,
    )  # fmt: skip


def _row(said: list[_Said], known: dict[str, str]) -> PermissionRow:
    granted = {_role_key(role) for one in said for role in one.granted}
    refused = {_role_key(role) for one in said for role in one.refused}
    exclusive = any(one.exclusive and one.granted for one in said)
    if exclusive or any(one.nobody for one in said):
        refused |= set(known) - granted
    opened = [key for key in known if key not in granted | refused]
    return PermissionRow(
        action=said[0].action,
        granted=tuple(known[key] for key in known if key in granted),
        refused=tuple(known[key] for key in known if key in refused),
        open=tuple(known[key] for key in opened) if len(known) >= _FEWEST_ROLES else (),
        requirement_uids=tuple(dict.fromkeys(one.uid for one in said)),
    )


def objections(rows: tuple[PermissionRow, ...]) -> tuple[Finding, ...]:
    """The questions and contradictions of a matrix."""
    found: list[Finding] = []
    for row in rows:
        both = [role for role in row.granted if role in row.refused]
        if both:
            found.append(
                Finding(
                    code="MAT2", severity=FindingSeverity.WARNING, requirement_uid=row.requirement_uids[0],
                    message=f"“{row.action}” is granted to {', '.join(both)} and refused as well ({', '.join(row.requirement_uids)})",
                    hint="Settle which of the requirements holds.",
                )
            )  # fmt: skip
        if row.open and (row.granted or row.refused):
            found.append(
                Finding(
                    code="MAT1", severity=FindingSeverity.INFO, requirement_uid=row.requirement_uids[0],
                    message=f"It is not said whether {', '.join(row.open)} may “{row.action}”",
                    hint="Say for each role of the document whether it may; the open cells are not tested.",
                )
            )  # fmt: skip
    return tuple(found)


def _role_key(role: str) -> str:
    """A role by its bare name in the singular; "" for what names no role of its own ("users", "the same person")."""
    if _NOBODY.match(" ".join(role.split())):
        return ""
    plain = _ROLE_WORD.sub("", _ARTICLE.sub("", " ".join(role.split()))).strip(" “”\"'.,").lower()
    words = plain.split()
    if not words or len(words) > _LONGEST_ROLE or _NOBODY.match(plain) or plain.startswith(("same ", "for ", "other ")):
        return ""
    last = _singular(words[-1])
    return "" if last in _VAGUE else " ".join((*words[:-1], last))


def _shown(role: str) -> str:
    plain = _ROLE_WORD.sub("", _ARTICLE.sub("", " ".join(role.split()))).strip(" “”\"'.,")
    return plain[:1].upper() + plain[1:]


def _action_key(action: str) -> str:
    words = _ARTICLE.sub("", action.lower() + " ").split()
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") else word if word.endswith("ss") else word.removesuffix("s")
