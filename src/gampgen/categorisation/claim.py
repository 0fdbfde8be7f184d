"""The category that a document states for itself: read to be compared, never to decide."""

from __future__ import annotations

import re

from gampgen.domain.category import GampCategory
from gampgen.domain.requirement import Recognition

_NUMBER = re.compile(r"categor(?:y|ies)\W{0,6}((?:[1345]\b(?:\s*(?:[/,&]|or|and|to|-)\s*)?)+)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\W*(?:cat\.?\s*)?([1345])\b", re.IGNORECASE)
_WORDS = (
    (re.compile(r"\b(?:custom|bespoke)", re.IGNORECASE), GampCategory.CUSTOM),
    (re.compile(r"(?<!non-)(?<!non )(?<!not )\bconfigur", re.IGNORECASE), GampCategory.CONFIGURED),
    (re.compile(r"\b(?:standard|non-configur|off-the-shelf|COTS)", re.IGNORECASE), GampCategory.STANDARD),
    (re.compile(r"\binfrastructure", re.IGNORECASE), GampCategory.INFRASTRUCTURE),
)


def claimed_categories(recognition: Recognition) -> tuple[GampCategory, ...]:
    """The categories that the document names as its own, in numerical order: none, one, or an undecided several."""
    claim = recognition.claimed_category
    if claim is None:
        return ()
    for text in (claim.quote, claim.meaning):
        numbered = {int(digit) for hit in _NUMBER.finditer(text) for digit in re.findall(r"[1345]", hit.group(1))}
        if numbered:
            return tuple(GampCategory(number) for number in sorted(numbered))
    bare = _BARE_NUMBER.search(claim.meaning)
    if bare:
        return (GampCategory(int(bare.group(1))),)
    worded = {category for pattern, category in _WORDS if pattern.search(claim.meaning or claim.quote)}
    return tuple(sorted(worded))
