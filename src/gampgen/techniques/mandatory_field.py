"""Mandatory fields: with all filled the entry is taken; with one missing it is refused, each field in turn.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.1 (equivalence partitioning): one invalid class per try.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import ActionKind, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause, thing_of
from gampgen.techniques.interface import Target

_FIELDS = re.compile(r"(?:fields?|entries|entry of)\s*[:\"“(]?\s*(?P<list>[A-Z\"“][^.;:]+)")
_MANDATORY = re.compile(
    r"\b(?:mandatory|required fields?|obligatory|compulsory|must be (?:filled|entered|completed)"
    r"|not be (?:left )?(?:empty|blank))\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,\s*and\b|,|\band\b|\bor\b)\s*")
_ASPECTS = (
    Aspect("all-filled", Polarity.POSITIVE),
    Aspect("one-missing", Polarity.NEGATIVE),
    Aspect("spaces-only", Polarity.NEGATIVE, Level.HIGH),
)


def mandatory_fields(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence makes fields or entries mandatory."""
    text = target.statement.text
    cue = target.cue(Archetype.MAND)
    if not cue or not (_MANDATORY.search(text) or main_clause(target).kind is ActionKind.REQUIRE):
        return ()
    return items_of(target, Technique.MANDATORY_FIELD, "MAND", _ASPECTS, details=_fields(target), quote=cue)


def _fields(target: Target) -> tuple[str, ...]:
    if target.items:
        return target.items
    found = listed(target.statement.text)
    if found:
        return found
    about = thing_of(main_clause(target))
    parts = [part.strip(" \"“”'") for part in _SEPARATOR.split(about)]
    return tuple(re.sub(r"^(?:the|a|an)\s+", "", part) for part in parts if part)
