"""Faults of lists and orders: a listed part that is missing, a step that comes too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.adequacy.audit_fields import is_audit_field
from gampgen.adequacy.faults import EffectFault, PartFault
from gampgen.adequacy.words import content
from gampgen.domain.suite import SuiteRequirement

_PHRASE = r"[\w/-]+(?: [\w/-]+){0,4}"
_LIST = re.compile(
    r"\b(?:with|including|contain(?:s|ing)?|show(?:s|ing)?|hold(?:s|ing)?|record(?:s|ing)?|consist(?:s|ing) of)\s+"
    rf"(?:at least\s+)?(?P<list>{_PHRASE}(?:, {_PHRASE})+,? and {_PHRASE})(?=[.;:]|$)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_ORDER = re.compile(
    r"\b(?:in (?:this|that|the (?:given|stated|following)) order|only (?:after|once)|shall not [^.;]{1,80}\bbefore)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def part_faults(requirement: SuiteRequirement) -> Iterator[PartFault]:
    """Each part of a list of three or more left out: a field of a record, a content of a report."""
    found = [
        part for one in _LIST.finditer(" ".join(requirement.text.split())) for part in _SEPARATOR.split(one["list"])
    ]
    named = [part.strip() for part in (*found, *requirement.items) if content(part)]
    if len(named) >= _FEWEST:
        for part in dict.fromkeys(named):
            yield PartFault("part missing", f"“{part}” is missing", content(part), is_field=is_audit_field(part))


def order_faults(text: str) -> Iterator[EffectFault]:
    """A later step is possible before the earlier one."""
    if _ORDER.search(text):
        yield EffectFault("order changed", "a later step is possible before the earlier one", wanted=False)
