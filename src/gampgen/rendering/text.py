"""Text on its way into an output: nothing lost, nothing hidden, blanks recognisable.

Every format escapes in its own way; what is the same for all stands here. A character that a reader cannot see, or
that turns the direction of reading, or that XML forbids, is written as its code point in brackets ("[U+202E]"), so
that what a person signs is what the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Controls but tab and line feed; soft hyphen; fillers; zero-width and direction marks; line and paragraph separators;
# variation selectors but the two that choose text or emoji style; byte order mark; interlinear marks; lone surrogates;
# noncharacters of every plane; tag characters.
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
) + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))

_UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
_LINE_END = re.compile("\r\n?")
_CODED_BLANK = re.compile(r"`(<[^<>`\n]{1,120}>)`")
_BLANK = re.compile(r"<[^<>\s](?:[^<>\n]{0,118}[^<>\s])?>")


def visible(text: str) -> str:
    """`text` with each unseen character written as its code point ("[U+202E]"); line ends are line feeds.

    Tabs and line feeds stay. What is seen anyway stays character for character.
    """
    return _UNSEEN_CHARACTER.sub(_code_point, _LINE_END.sub("\n", text))


def _code_point(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"


def unseen_escaped(json_text: str) -> str:
    r"""JSON text with each unseen character inside it as a JSON escape (`\u202e`): equal values, nothing hidden.

    A lone surrogate, which UTF-8 cannot carry, becomes its visible form.
    """
    return _UNSEEN_CHARACTER.sub(_json_escape, json_text)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates of Unicode
        return _code_point(match)
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `marked` says whether it is to stand out."""

    text: str
    marked: bool


def split_blanks(text: str) -> tuple[Piece, ...]:
    """`text` cut at its marked blanks ("<alarm text>"), which are the marked pieces. Joined they are `text` again."""
    return _cut(text, ((match.start(), match.end()) for match in _BLANK.finditer(text)))


def bare_blanks(text: str) -> str:
    """A drafted text with the code marks around its blanks taken off ("`<role>`" → "<role>").

    The outputs mark a blank in their own way. Not for words of the document, whose code marks are its own.
    """
    return _CODED_BLANK.sub(r"\1", text)


def split_quotes(text: str, quotes: Iterable[str]) -> tuple[Piece, ...]:
    """`text` cut where one of `quotes` stands in it, white space folded; those are the marked pieces."""
    covered: list[tuple[int, int]] = []
    for quote in sorted(set(quotes)):
        words = quote.split()
        if words:
            found = re.search(r"\s+".join(map(re.escape, words)), text)
            covered += [found.span()] if found else []
    return _cut(text, _merged(sorted(covered)))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans joined; `spans` must be sorted."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        pieces += [Piece(text[at:start], marked=False)] if start > at else []
        pieces.append(Piece(text[start:end], marked=True))
        at = end
    return (*pieces, Piece(text[at:], marked=False)) if at < len(text) else tuple(pieces)
