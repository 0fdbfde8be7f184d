"""Text on its way to a reader: nothing hidden, blanks recognisable.

A character that a reader cannot see, or that turns the direction of reading, or that XML forbids, is written as its
code point in brackets ("[U+202E]"), so that what a person signs is what the file holds.
"""

from __future__ import annotations

import re

# Controls but tab and line feed; soft hyphen; fillers; zero-width and direction marks; line and paragraph separators;
# variation selectors but the two that choose text or emoji style; byte order mark; interlinear marks; lone surrogates;
# noncharacters of every plane; tag characters.
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
) + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))

UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
_LINE_END = re.compile("\r\n?")
_CODED_BLANK = re.compile(r"`(<[^<>`\n]{1,120}>)`")


def visible(text: str) -> str:
    """`text` with each unseen character written as its code point ("[U+202E]"); line ends are line feeds.

    Tabs and line feeds stay. What is seen anyway stays character for character.
    """
    if text.isascii() and text.isprintable():
        return text
    return UNSEEN_CHARACTER.sub(code_point, _LINE_END.sub("\n", text))


def code_point(match: re.Match[str]) -> str:
    """The visible form of an unseen character."""
    return f"[U+{ord(match[0]):04X}]"


def bare_blanks(text: str) -> str:
    """A drafted text with the code marks around its blanks taken off ("`<role>`" → "<role>").

    The outputs mark a blank in their own way. Not for words of the document, whose code marks are its own.
    """
    return _CODED_BLANK.sub(r"\1", text)
