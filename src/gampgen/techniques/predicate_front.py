"""What stands in front of a predicate's verb: its force, its negation, and can or could."""

from __future__ import annotations

import re
from typing import NamedTuple

_MODAL = re.compile(
    r"^(?:shall|must|should|will|may|has to|have to|needs to|need to|is to|are to|is required to|are required to)\b\s*",
    re.IGNORECASE,
)
_CAN = re.compile(r"^(can|could|cannot|can't)\b\s*", re.IGNORECASE)
_NOT = re.compile(r"^(?:not|never)\b\s*", re.IGNORECASE)
_DO_NOT = re.compile(r"^(?:does|do|did)(?:\s+not\b|n't)\s*", re.IGNORECASE)


# "keeps running" goes on; "keeps running totals" keeps something
_KEEPS_ON = re.compile(
    r"^(?P<front>(?:shall |must |will )?)keep(?P<s>s?) (?:on )?(?=[a-z]+ing\b(?!\s+(?:[a-z]+s|the)\b))"
)


class Reading(NamedTuple):
    """What was cut off the front of a predicate: force, negation, can/could."""

    rest: str
    negated: bool
    can: bool
    base: bool


def strip_front(predicate: str) -> Reading:
    """A predicate without its front, and what the front says."""
    text = _KEEPS_ON.sub(r"\g<front>continue\g<s> ", predicate.strip().rstrip(".;,"))
    negated = can = base = False
    if found := _MODAL.match(text):
        text, base = text[found.end() :], True
    elif found := _CAN.match(text):
        negated = found[1].lower() in {"cannot", "can't"}
        text, can, base = text[found.end() :], True, True
    elif found := _DO_NOT.match(text):
        text, negated, base = text[found.end() :], True, True
    if found := _NOT.match(text):
        text, negated = text[found.end() :], True
    return Reading(text, negated, can, base)
