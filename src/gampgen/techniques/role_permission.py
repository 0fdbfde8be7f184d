"""Role and permission testing: the role that may, every other known role that may not, and a right that was withdrawn.

Source: 21 CFR 11.10(d) and (g); the field's practice of a permission matrix with each cell tried.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import Checklist, CoverageItem, RoleCase
from gampgen.domain.right import Right
from gampgen.domain.risk import Level, PlannedRequirement
from gampgen.domain.statement import Permission
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.clauses import clause
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.phrases import is_person
from gampgen.techniques.verb_words import ACTS


def role_permissions(target: Target) -> tuple[CoverageItem, ...]:
    """Items for each "only X may …" and each prohibition for a role."""
    found: list[CoverageItem] = [*_either_of(target), *_provided(target)]
    for number, permission in enumerate(target.statement.permissions):
        if not permission.action or not permission.roles:
            continue
        named = any(is_named(role) for role in permission.roles)
        nobody = all(_NOBODY.search(role) for role in permission.roles)
        if permission.exclusive or (not permission.allowed and (named or nobody)):
            found += _items(target, permission, "" if number == 0 else f" {number + 1}")
    return tuple(found)


def _either_of(target: Target) -> list[CoverageItem]:
    """Each of several roles that the sentence lets act: "acknowledged by an Operator or a Supervisor"."""
    main = main_clause(target)
    roles = tuple(part.strip() for part in _OR.split(main.subject) if part.strip())
    several = main.by_person and not main.negated and len(roles) > 1 and all(is_named(one) for one in roles)
    if not several or not main.verb or target.statement.permissions or has_table(target):
        return []
    action = main.model_copy(update={"ability": True, "subject": roles[0]})
    part = RoleCase(aspect="allowed", roles=roles, granted_to=roles, action=action)
    return [target.item(Technique.ROLE_PERMISSION, "ROLE", "allowed", Polarity.POSITIVE, part, quote=main.subject)]


def _provided(target: Target) -> list[CoverageItem]:
    """The roles that the system has to have: each is listed, and can be given to an account."""
    main = main_clause(target)
    named = _ROLES.search(target.statement.text)
    if named is None or main.negated or has_table(target):
        return []
    parts = re.split(r",\s*(?:and\s+)?|;\s*|\s+and\s+", named["list"] or "")
    names = tuple(one.strip(" .:") for one in (*parts, *target.items) if one.strip(" .:"))
    if len(names) < 2 or not all(one[:1].isupper() and len(one.split()) <= _FEW for one in names):  # noqa: PLR2004 - a list
        return []
    quoted = tuple(f"“{one}”" for one in names)
    part = Checklist(aspect="provided", clause=main, about="the roles", details=quoted)
    return [target.item(Technique.ROLE_PERMISSION, "ROLE", "provided", Polarity.POSITIVE, part, quote=main.quote)]


_FEW = 4
_ROLES = re.compile(
    r"\b(?:provide|support|have|has|offer|implement|include|distinguish|define)s?\s+(?:between\s+)?(?:at least\s+)?"
    r"(?:(?:the|following|these|different|user|system|access)\s+)*(?:roles|user groups)\b:?\s*(?P<list>[^.]*)",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:,\s*|\s+)or\s+(?:an?\s+|the\s+)?|,\s*(?:an?\s+|the\s+)?", re.IGNORECASE)


def _action(permission: Permission) -> Clause:
    """What is permitted, as a clause of its own; a named action ("emergency unblinding") is carried out."""
    words = " ".join(permission.action.split()).rstrip(".,;:")
    words = re.sub(r"^access to\s+", "access ", words, flags=re.IGNORECASE)
    if done := _NAMED_ACT.match(words):
        words = f"{ACTS[done['act'].lower().removesuffix('s')]} {done['what']}"
    first, _, rest = words.partition(" ")
    second = rest.partition(" ")[0].lower()
    named = first.lower() not in _BE and (
        second == "of"
        or first.lower().endswith("ing")
        or (second.endswith("ing") and second not in _DETERMINED)
        or (not rest and first.lower() not in VERBS)
        or (first.lower() not in VERBS and second not in _DETERMINED and bool(_NOMINAL.search(words)))
    )
    if named:
        words = f"carry out {words[:1].lower()}{words[1:]}" if not words[:2].isupper() else f"carry out {words}"
    action = clause(permission.roles[0], f"shall {words}")
    return action.model_copy(update={"ability": True, "by_person": True, "negated": False})


_NAMED_ACT = re.compile(rf"^(?:the\s+)?(?P<act>(?:{'|'.join(ACTS)}))\s+(?:of|to)\s+(?P<what>.+)$", re.IGNORECASE)
_BE = frozenset({"be", "have", "do"})
_DETERMINED = frozenset({"a", "an", "the", "all", "any", "each", "every", "its", "their", "existing", "pending"})
_NOMINAL = re.compile(r"\w(?:ing|tion|sion|ment|al|ance)s?(?=\s+(?:of|for|in|at|on)\b|$)", re.IGNORECASE)


def _items(target: Target, permission: Permission, suffix: str) -> list[CoverageItem]:
    action = _action(permission)
    if not permission.allowed:
        return _prohibited(target, permission, action, suffix)
    permission = permission.model_copy(
        update={"roles": tuple(one if is_named(one) else "" for one in permission.roles)}
    )
    # "only authorised roles": which they are is not said, so that no role of the document is known to be refused
    said = any(permission.roles)
    others = tuple(one for one in target.roles if said and not _same(one, permission.roles) and is_named(one))
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
    """The attempt of a role that must not; above low priority, that it works for a role that may.

    What no role may do is tried by every role that the document names, the one with the highest rights included.
    """
    nobody = all(_NOBODY.search(role) for role in permission.roles)
    roles = (*target.roles, *_HIGHEST) if nobody else permission.roles
    refused = RoleCase(aspect="refused", roles=roles, granted_to=(), action=action)
    aspect, quote = "refused" + suffix, permission.quote
    found = [target.item(Technique.ROLE_PERMISSION, "ROLE", aspect, Polarity.NEGATIVE, refused, quote=quote)]
    if target.priority is not Level.LOW and not nobody:
        holders = _holders(target.grants, action, permission.roles) or ("",)
        beside = RoleCase(aspect="allowed", roles=holders, granted_to=holders, action=action)
        aspect = "granted" + suffix
        found.append(target.item(Technique.ROLE_PERMISSION, "ROLE", aspect, Polarity.POSITIVE, beside, quote=quote))
    return found


def granted_in(requirements: tuple[PlannedRequirement, ...]) -> tuple[Permission, ...]:
    """Every right that the requirements of a document give to a role of its own."""
    statements = (one for planned in requirements for one in planned.analysed.statements)
    every = [permission for statement in statements for permission in statement.permissions]
    every += [_granted(right) for one in requirements for right in one.analysed.requirement.rights if right.allowed]
    return tuple(one for one in every if one.allowed and one.action and any(is_named(role) for role in one.roles))


def _granted(right: Right) -> Permission:
    return Permission(roles=(right.role,), action=right.action, exclusive=False, allowed=True, quote=right.quote)


def _holders(grants: tuple[Permission, ...], action: Clause, refused: tuple[str, ...]) -> tuple[str, ...]:
    """The first roles to which another requirement gives the same right; () where none does."""
    for grant in grants:
        given = _action(grant)
        same = given.verb == action.verb and _plain(given.object) == _plain(action.object)
        roles = tuple(role for role in grant.roles if is_named(role) and not _same(role, refused))
        if same and roles:
            return roles
    return ()


def _plain(noun: str) -> str:
    return " ".join(word.removesuffix("s") for word in _bare(noun).split())


_NOBODY = re.compile(
    r"^(?:no |any )?(?:roles?|users?|one|person|body)$|^(?:nobody|no-?one)$|^none of .*|^anyone$", re.IGNORECASE
)
_HIGHEST = ("<role with the highest rights>",)


def is_named(role: str) -> bool:
    """Whether a text names a role of its own, not just "users" or "authorised personnel"."""
    if re.search(r"\s(?:who|that|whose|which)\s", role) or _NOBODY.search(role):
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
        "nobody",
        "role",
        "roles",
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


def without_repeated_cells(items: list[CoverageItem]) -> list[CoverageItem]:
    """The items of a requirement without cells of the permission matrix that another of its items tries already.

    A second sentence often names a role that "only" has left out before, or a right whose holder is known by then.
    """
    kept: list[CoverageItem] = []
    for at, item in enumerate(items):
        before = [one.part for one in items[:at] if isinstance(one.part, RoleCase) and _akin(one.part, item.part)]
        after = [one.part for one in items[at + 1 :] if isinstance(one.part, RoleCase) and _akin(one.part, item.part)]
        if not any(_covers(case, item.part) for case in before) and not any(
            _covers(case, item.part) and not _covers(item.part, case) for case in after
        ):
            kept.append(item)
    return kept


def _akin(case: RoleCase, part: object) -> bool:
    """Whether two cells are about the same action and the same verdict."""
    if not isinstance(part, RoleCase) or case.aspect != part.aspect or case.action.verb != part.action.verb:
        return False
    return _bare(case.action.object) == _bare(part.action.object)


def _covers(case: object, part: object) -> bool:
    """Whether a cell's roles hold all roles of another one; a nameless role is held by every named one."""
    if not isinstance(part, RoleCase) or not isinstance(case, RoleCase):
        return False
    if not set(part.action.further_verbs) <= set(case.action.further_verbs):
        return False
    wanted, given = {_key(one) for one in part.roles if one}, {_key(one) for one in case.roles if one}
    return bool(given) and wanted <= given


def _bare(noun: str) -> str:
    return re.sub(r"^(?:the|an?|all|any|each)\s+", "", noun.strip().lower())
