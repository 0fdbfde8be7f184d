"""Role and permission testing: the role that may, every other known role that may not, and a right that was withdrawn.

Source: 21 CFR 11.10(d) and (g); the field's practice of a permission matrix with each cell tried.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, Clause, CoverageItem, RoleCase
from gampgen.domain.risk import Level
from gampgen.domain.statement import Permission
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.phrases import is_person


def role_permissions(target: Target) -> tuple[CoverageItem, ...]:
    """Items for each "only X may …" and each prohibition for a role."""
    found: list[CoverageItem] = []
    for number, permission in enumerate(target.statement.permissions):
        if not permission.action or not permission.roles:
            continue
        named = any(is_named(role) for role in permission.roles)
        if permission.exclusive or (not permission.allowed and named):
            found += _items(target, permission, "" if number == 0 else f" {number + 1}")
    return tuple(found)


def _items(target: Target, permission: Permission, suffix: str) -> list[CoverageItem]:
    action = clause(
        permission.roles[0], permission.action if permission.action.split()[0] != "be" else f"shall {permission.action}"
    )
    action = action.model_copy(update={"ability": True, "by_person": True, "negated": False})
    if not permission.allowed:
        return _prohibited(target, permission, action, suffix)
    others = tuple(role for role in target.roles if not _same(role, permission.roles) and is_named(role))
    cases = [
        ("allowed", permission.roles, Polarity.POSITIVE, Level.LOW),
        ("refused", others, Polarity.NEGATIVE, Level.LOW),
        ("withdrawn", permission.roles, Polarity.NEGATIVE, Level.MEDIUM),
    ]
    found: list[CoverageItem] = []
    for aspect, roles, polarity, least in cases:
        if least is Level.MEDIUM and target.priority is Level.LOW:
            continue
        part = RoleCase(aspect=aspect, roles=roles, granted_to=permission.roles, action=action)  # type: ignore[arg-type] # a literal of three
        found.append(
            target.item(Technique.ROLE_PERMISSION, "ROLE", aspect + suffix, polarity, part, quote=permission.quote)
        )
    return found


def _prohibited(target: Target, permission: Permission, action: Clause, suffix: str) -> list[CoverageItem]:
    """The attempt of a role that must not; above low priority also what the prohibition leaves open."""
    refused = RoleCase(aspect="refused", roles=permission.roles, granted_to=(), action=action)
    aspect, quote = "refused" + suffix, permission.quote
    found = [target.item(Technique.ROLE_PERMISSION, "ROLE", aspect, Polarity.NEGATIVE, refused, quote=quote)]
    if target.priority is not Level.LOW:
        denied = action.model_copy(update={"negated": True, "subject": f"the role “{permission.roles[0]}”"})
        beside = Checklist(aspect="alternative", clause=denied, about=action.object)
        found.append(target.item(Technique.SCENARIO, "EG", "beside" + suffix, Polarity.POSITIVE, beside))
    return found


def is_named(role: str) -> bool:
    """Whether a text names a role of its own, not just "users" or "authorised personnel"."""
    if re.search(r"\s(?:who|that|whose|which)\s", role):
        return False
    vague = {
        "user",
        "users",
        "person",
        "persons",
        "personnel",
        "people",
        "staff",
        "individuals",
        "individual",
        "all",
        "everyone",
    }
    words = [
        word
        for word in role.lower().split()
        if word not in {"the", "a", "an", "authorised", "authorized", "any", "each", "all"}
    ]
    return bool(words) and not set(words) <= vague


def _same(role: str, granted: tuple[str, ...]) -> bool:
    """Whether a known role is one of those that are granted the right (singular and plural are the same)."""
    return any(_key(role) == _key(one) for one in granted)


def _key(role: str) -> str:
    words = [word for word in role.lower().split() if word not in {"the", "a", "an", "role", "users", "user", "with"}]
    return " ".join(word.removesuffix("s") for word in words)


def roles_in(permissions: tuple[Permission, ...]) -> tuple[str, ...]:
    """The roles that permissions name, without those that name nobody in particular."""
    return tuple(
        role
        for permission in permissions
        for role in permission.roles
        if is_named(role) and is_person(role) | role[:1].isupper()
    )
