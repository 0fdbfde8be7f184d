"""Rows of a permission matrix: a function, and for each role a mark that says whether it may use it."""

from __future__ import annotations

import re

from gampgen.domain.requirement import Attribute, Requirement
from gampgen.domain.risk import DispositionKind
from gampgen.planning.verdict import Verdict

_GIVEN = re.compile(r"(?:[x✓✔☑●•+]|yes|y|ja|oui|sí|si|allowed|full)", re.IGNORECASE)
_WITHHELD = re.compile(r"(?:[–—-]|✗|☐|○|no|n|nein|non|none|denied)", re.IGNORECASE)
_NO_ROLE = re.compile(
    r"\b(?:standard|configur\w+|custom\w*|options?|gxp|gmp|gcp|glp|critical\w*|[diop]q|fat|sat|uat|must|should|could|"
    r"mandatory|optional|desirable|compl\w+|fulfil\w*|fully|partial\w*|yes|no|phase|release|version|priority|risk)\b",
    re.IGNORECASE,
)
_FEWEST_ROLES = 2
_MODAL = re.compile(r"\b(?:shall|must|should|will|may|can)\b", re.IGNORECASE)


def permission_row(requirement: Requirement) -> Verdict | None:
    """DS20: a row of a permission matrix, asked back as the sentence that it stands for; None for anything else."""
    given, withheld = _roles(requirement.attributes, _GIVEN), _roles(requirement.attributes, _WITHHELD)
    if len(given) + len(withheld) < _FEWEST_ROLES or _MODAL.search(requirement.text) or requirement.items:
        return None
    action = requirement.text[:1].lower() + requirement.text[1:].rstrip(" .")
    able = f"Only {_listed(given)} shall be able to {action}" if given else f"No role shall be able to {action}"
    refused = f"; {_listed(withheld)} shall be refused" if given and withheld else ""
    meaning = "is a row of a permission matrix: its marks say who may do it, and no sentence does (rule DS20)."
    return Verdict(
        kind=DispositionKind.QUERY,
        rule="DS20",
        reason=f'"{requirement.text}" {meaning}',
        quote=requirement.text,
        proposal=f"{able}{refused}.",
    )


def _roles(attributes: tuple[Attribute, ...], mark: re.Pattern[str]) -> list[str]:
    return [one.name for one in attributes if mark.fullmatch(one.value.strip()) and not _NO_ROLE.search(one.name)]


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
