"""The inside of a Markdown paragraph: markup taken away, visible text kept (CommonMark 0.31 §6, GFM strikethrough)."""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Final

from gampgen.readers.scripts import lowered, raised

_HTML_TAGS: Final = (
    "a|abbr|b|big|blockquote|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|"
    "small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|br"
)
_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|<(?P<address>(?:https?|ftp|mailto):[^\s<>]{1,2000})>"
    rf"|<(?P<closing>/?)(?P<tag>{_HTML_TAGS})(?:\s[^<>]{{0,500}})?/?>"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<run>\*+|_+|~~)"
    r"|(?P<note>\[\^[^\]\[\s]{1,50}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])",
    re.IGNORECASE,
)
_TARGET: Final = re.compile(
    r"\(\s{0,20}(?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,5})"
    r"(?:\s{1,20}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s{0,20}\)"
)
_REFERENCE: Final = re.compile(r"\[([^\]\[]{0,200})\]")
_LABEL_PIECES: Final = 50  # a longer link text is not looked up: keeps nested brackets linear
_STRONG_TAGS: Final = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_BREAK_TAGS: Final = frozenset({"br", "p", "div", "li", "tr", "hr"})
_STRIKE_TAGS: Final = frozenset({"s", "strike", "del"})


@dataclass(frozen=True, slots=True)
class Inline:
    """Visible text, the bold run it begins with, and its struck-through parts."""

    text: str
    lead: str = ""
    struck: tuple[str, ...] = ()


@dataclass(slots=True)
class _Piece:
    """A stretch of text, or a run of emphasis marks whose `count` unmatched marks are shown."""

    text: str
    mark: str = ""
    count: int = 0
    opens: bool = False
    closes: bool = False
    strong: int = 0  # change of boldness at this piece
    strike: int = 0

    def shown(self) -> str:
        return self.mark * self.count if self.mark else self.text


@dataclass(slots=True)
class _State:
    pieces: list[_Piece] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    script: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if not text:
            return
        if self.script:
            text = raised(text) if self.script[-1] == "sup" else lowered(text)
        self.pieces.append(_Piece(text))


def read_inline(source: str, references: frozenset[str] = frozenset()) -> Inline:
    """The visible text of a paragraph's Markdown source, in time linear in its length.

    Args:
        source: the paragraph's lines, joined; a line feed is a hard line break.
        references: lower-case names of the document's link definitions.
    """
    state = _State()
    ticks = _tick_runs(source)
    position = 0
    while match := _TOKEN.search(source, position):
        state.add(source[position : match.start()])
        position = _take(match, source, state, ticks, references)
    state.add(source[position:])
    _match_emphasis(state.pieces)
    return _assembled(state.pieces)


def _tick_runs(source: str) -> dict[int, deque[int]]:
    runs: dict[int, deque[int]] = defaultdict(deque)
    for match in re.finditer("`+", source):
        runs[len(match[0])].append(match.start())
    return runs


def _take(
    match: re.Match[str], source: str, state: _State, ticks: dict[int, deque[int]], references: frozenset[str]
) -> int:
    """Takes over one token; returns where to go on."""
    end = match.end()
    kind = match.lastgroup
    if kind == "ticks":
        return _code(match, source, state, ticks)
    if kind == "close":
        return _bracket_closed(source, end, state, references)
    if kind == "run":
        state.pieces.append(_delimiter(match, source))
    elif kind == "open":
        state.brackets.append(len(state.pieces))
        state.pieces.append(_Piece(match[0]))
    elif kind in {"tag", "closing"}:
        _tag(match["tag"].lower(), closing=bool(match["closing"]), state=state)
    elif kind == "note":
        state.add(f"[{match[0][2:-1]}]")
    else:
        state.add(match["escaped"] or match["address"] or html.unescape(match[0]))
    return end


def _code(match: re.Match[str], source: str, state: _State, ticks: dict[int, deque[int]]) -> int:
    length = len(match[0])
    same = ticks[length]
    while same and same[0] < match.end():
        same.popleft()
    if not same:
        state.add(match[0])
        return match.end()
    code = source[match.end() : same[0]]
    state.add(code[1:-1] if code.startswith(" ") and code.endswith(" ") and code.strip() else code)
    return same[0] + length


def _bracket_closed(source: str, end: int, state: _State, references: frozenset[str]) -> int:
    if not state.brackets:
        state.add("]")
        return end
    opened = state.brackets.pop()
    if target := _TARGET.match(source, end):
        state.pieces[opened].text = ""
        return target.end()
    reference = _REFERENCE.match(source, end)
    label = state.pieces[opened + 1 :] if references and len(state.pieces) - opened < _LABEL_PIECES else []
    shown = "".join(piece.shown() for piece in label)
    name = (reference[1] if reference and reference[1] else shown).strip().lower()
    if name and name in references:
        state.pieces[opened].text = ""
        return reference.end() if reference else end
    state.add("]")
    return end


def _tag(name: str, *, closing: bool, state: _State) -> None:
    step = -1 if closing else 1
    if name in {"sup", "sub"}:
        if not closing:
            state.script.append(name)
        elif state.script:
            state.script.pop()
    elif name in _STRONG_TAGS:
        state.pieces.append(_Piece("", strong=step))
    elif name in _STRIKE_TAGS:
        state.pieces.append(_Piece("", strike=step))
    elif name == "br" or (closing and name in _BREAK_TAGS):
        state.add("\n")
    elif closing and name in {"td", "th"}:
        state.add(" ")


def _delimiter(match: re.Match[str], source: str) -> _Piece:
    """A run of emphasis marks with what it may do (CommonMark §6.2, left- and right-flanking)."""
    before = source[match.start() - 1] if match.start() else " "
    after = source[match.end()] if match.end() < len(source) else " "
    left = not after.isspace() and (_is_word(after) or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or not _is_word(after))
    mark = match[0][0]
    if mark == "_":
        left, right = left and (not right or not _is_word(before)), right and (not left or not _is_word(after))
    return _Piece("", mark=mark, count=len(match[0]), opens=left, closes=right)


def _is_word(letter: str) -> bool:
    return letter.isalnum()


def _match_emphasis(pieces: list[_Piece]) -> None:
    waiting: dict[str, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        if not piece.mark:
            continue
        openers = waiting[piece.mark]
        while piece.closes and piece.count and openers:
            opener = openers[-1]
            used = min(2, opener.count, piece.count)
            opener.count -= used
            piece.count -= used
            if piece.mark == "~":
                opener.strike, piece.strike = 1, -1
            elif used == 2:  # noqa: PLR2004 - two marks are strong emphasis, one is plain
                opener.strong += 1
                piece.strong -= 1
            if not opener.count:
                openers.pop()
        if piece.opens and piece.count:
            openers.append(piece)


def _assembled(pieces: list[_Piece]) -> Inline:
    texts: list[str] = []
    lead: list[str] = []
    struck: list[str] = []
    strong = strike = 0
    leading = True
    for piece in pieces:
        strong, strike = strong + piece.strong, strike + piece.strike
        shown = piece.shown()
        if not shown:
            continue
        texts.append(shown)
        if strike > 0:
            struck.append(shown)
        leading = leading and strong > 0
        if leading:
            lead.append(shown)
    return Inline("".join(texts), "".join(lead), tuple(struck))
