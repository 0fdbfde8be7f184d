"""Who may do what, read back from a requirement's words and from the inputs of its tests."""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.adequacy.words import content
from gampgen.domain.right import Right
from gampgen.domain.suite import OQTestCase

_ONLY = re.compile(
    r"\bonly (?:(?:an?|the|users? (?:with|in|having) the role(?:s)?(?: of)?|users? who are) )?"
    r"([A-Z][\w-]*(?: [A-Z][\w-]*){0,3}(?:(?:,? and |,? or |, )(?:an? |the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}){0,3}"
    r"|[a-z][\w-]*s?(?: [a-z][\w-]*){0,1}) (?:shall|may|can|must|is|are)\b",
)
_ONLY_START = re.compile(_ONLY.pattern.replace(r"\bonly", r"\bOnly", 1))
_FORBIDDEN = re.compile(
    r"\b(?:An?|The|a|an|the) ([A-Z][\w-]*(?: [A-Z][\w-]*){0,3}) (?:shall|must|may) not (?:be (?:able|allowed|"
    r"permitted) to|"
    r"have (?:access|the right)|(?!be\b)\w+)"
)
_SPLIT = re.compile(r",? and |,? or |, ")
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:withdrawn|without|removed|revoked|lost|other than|not)\b", re.IGNORECASE)
_SYSTEMS = frozenset({"system", "application", "software", "ems", "instrument", "lims", "mes", "erp", "database"})


class RoleRule(NamedTuple):
    """The roles that a sentence names, and whether it grants the right to them alone or forbids it to them."""

    roles: tuple[str, ...]
    exclusive: bool


def role_rules(text: str) -> tuple[RoleRule, ...]:
    """The role rules of a requirement: "only X may …" and "X shall not be able to …"."""
    folded = " ".join(text.split())
    found = [RoleRule(_names(one.group(1)), exclusive=True) for one in _ONLY_START.finditer(folded)]
    found += [RoleRule(_names(one.group(1)), exclusive=True) for one in _ONLY.finditer(folded)]
    found += [RoleRule(_names(one.group(1)), exclusive=False) for one in _FORBIDDEN.finditer(folded)]
    return tuple(rule for rule in found if rule.roles and not {role.lower() for role in rule.roles} & _SYSTEMS)


def _names(words: str) -> tuple[str, ...]:
    return tuple(_ARTICLE.sub("", part).strip() for part in _SPLIT.split(words) if part.strip())


def tries_with(test: OQTestCase, rule: RoleRule) -> bool | None:
    """Whether a test acts with one of the rule's roles (True) or with somebody else (False); None: it does not say."""
    said: list[bool] = []
    for one in test.inputs:
        if isinstance(one.value, bool) or not re.search(r"\b(?:role|actor|user)\b", one.name, re.IGNORECASE):
            continue
        named = any(_same(one.value, role) for role in rule.roles)
        said.append(named and not _WITHOUT.search(one.name) and not _WITHOUT.search(one.value))
    return None if not said else any(said)


def tries_right(test: OQTestCase, right: Right) -> bool:
    """Whether a step of a test does what a cell of a matrix is about, as its role, and expects something of it.

    The role has to be one of the test's inputs and to stand in the step.
    """
    named = any(isinstance(one.value, str) and one.value == right.role for one in test.inputs)
    acting = f"role “{right.role}”"
    wanted = content(right.action)
    return named and any(
        acting in step.action and wanted <= content(step.action) and right.role in step.expected_result
        for step in test.steps
    )


def _same(value: str, role: str) -> bool:
    return bool(content(role)) and content(role) == content(_WITHOUT.sub(" ", value))
