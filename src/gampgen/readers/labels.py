"""Labels that were typed: the number before a heading, the bullet or enumerator before a list item."""

from __future__ import annotations

import re
from typing import Final

from gampgen.readers.scripts import BULLETS

_OUTLINE: Final = re.compile(r"((?:[A-Z]|\d{1,3})\.\d{1,3}(?:\.\d{1,3}){0,7}[.:)]?)(?=\s|$)\s*")
_PART: Final = re.compile(r"((?:\d{1,3}|[A-Z]|[IVX]{1,5})[.:)])(?=\s|$)\s*")
# A lone number without a mark: the next word must be a capitalised or a long one ("4 Roles", but not "21 CFR").
_BARE: Final = re.compile(r"(\d{1,2})(?:\t\s*|\s+(?=[^\W\d_a-z][^\W\d_A-Z]|[A-Z]{4}))")

_ITEM: Final = re.compile(
    rf"([{re.escape(BULLETS)}]|[-–—*+](?=\s)"  # bullets
    r"|\d{1,3}[.)](?=\s)"  # 1. 1)
    r"|[a-z][.)](?=\s)|[A-Z]\)(?=\s)|[ivx]{2,5}[.)](?=\s)"  # a) A) iv.
    r"|\((?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})\)(?=\s)"  # (1) (a) (iv)
    r")\s*"
)


_CAPTION: Final = re.compile(r"(?:table|tab\.|tabelle|tableau|tabla|tabella|tabel)\s+[\dA-Z]", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """True for a line such as "Table 3: Alarm limits"."""
    return _CAPTION.match(text) is not None


def split_heading(text: str) -> tuple[str, str]:
    """A heading's typed number and its title: "4.2.1 Alarms" is ("4.2.1", "Alarms"), "Alarms" is ("", "Alarms").

    The number is as typed, closing mark included. A lone number without a mark ("3 Scope") counts only where a word
    follows, so that "21 CFR Part 11" stays whole.
    """
    for pattern in (_OUTLINE, _PART, _BARE):
        match = pattern.match(text)
        if match:
            return match[1], text[match.end() :]
    return "", text


def split_item(text: str) -> tuple[str, str]:
    """A list item's typed label and its text: "- fast" is ("-", "fast"), "a) slow" is ("a)", "slow").

    Outline numbers ("3.2.1 The system …") and identifiers are not labels in this sense: they stay in the text.
    """
    match = _ITEM.match(text)
    if match is None or match.end() == len(text):
        return "", text
    return match[1], text[match.end() :]
