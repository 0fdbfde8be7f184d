"""Text on its way into an output: nothing lost, nothing hidden, blanks recognisable.

Every format escapes in its own way; what is the same for all stands here. A character that a reader cannot see, or
that turns the direction of reading, or that XML forbids, is written as its code point in brackets ("[U+202E]"), so
that what a person signs is what the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gampgen.domain.visible import UNSEEN_CHARACTER, bare_blanks, code_point, visible

__all__ = ["Piece", "bare_blanks", "split_blanks", "split_quotes", "unseen_escaped", "visible"]

_BLANK = re.compile(r"<[^<>\s](?:[^<>\n]{0,118}[^<>\s])?>")


def unseen_escaped(json_text: str) -> str:
    r"""JSON text with each unseen character inside it as a JSON escape (`\u202e`): equal values, nothing hidden.

    A lone surrogate, which UTF-8 cannot carry, becomes its visible form.
    """
    return UNSEEN_CHARACTER.sub(_json_escape, json_text)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates of Unicode
        return code_point(match)
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


def split_quotes(text: str, quotes: Iterable[str]) -> tuple[Piece, ...]:
    """`text` cut where one of `quotes` stands in it, white space folded; those are the marked pieces."""
    spans = (quote_span(text, quote) for quote in set(quotes))
    return _cut(text, _merged(sorted(span for span in spans if span)))


def quote_span(text: str, quote: str) -> tuple[int, int] | None:
    """Where `quote` first stands in `text`, white space folded; None where it does not."""
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else None


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
