"""How the word lists of this room are written: blocks of alternatives, one pattern each.

A block holds alternatives divided by "|"; line breaks and the indentation after them do not count. Alternatives are
fixed words with bounded repetition, so that matching stays linear in the length of the text.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"\s*\n\s*")


def anywhere(block: str) -> re.Pattern[str]:
    """A pattern of whole words that may stand anywhere in a sentence, in any case."""
    return re.compile(rf"\b(?:{_BREAK.sub('', block)})\b", re.IGNORECASE)


def beginning(block: str) -> re.Pattern[str]:
    """A pattern of whole words that must stand at the beginning of a predicate, in any case."""
    return re.compile(rf"^(?:{_BREAK.sub('', block)})\b", re.IGNORECASE)


def word_set(block: str) -> frozenset[str]:
    """A set of words divided by white space."""
    return frozenset(block.split())
