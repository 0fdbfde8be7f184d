"""RQ37 Nested conditions unclear.

"if A and B or C" can be read in two ways, and the two give different tests.

Bad: If the lid is open and the pump runs or the key is removed, the system shall stop dosing.
Good: The system shall stop dosing in the cases of table <x>.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_CONDITION = re.compile(r"\b(?:if|when|unless|while)\b[^,;.\n]*", re.IGNORECASE)
_AND = re.compile(r"\band\b(?!\s?/\s?or)", re.IGNORECASE)
_OR = re.compile(r"(?<!and/)(?<!and / )\bor\b", re.IGNORECASE)
_GROUPED = re.compile(r"\b(?:either|both)\b|\(|\b(?:shall|must)\b", re.IGNORECASE)


def check(subject: Subject) -> tuple[str, ...]:
    """The conditions that mix "and" with "or" without grouping them."""
    conditions = (match[0] for match in _CONDITION.finditer(subject.masked))
    return tuple(said for said in conditions if _AND.search(said) and _OR.search(said) and not _GROUPED.search(said))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R28",
    severity=FindingSeverity.WARNING,
    message='{words}: "and" and "or" can be grouped in more than one way.',
    hint='Use "either … or" and brackets, or give a decision table <x>.',
)
