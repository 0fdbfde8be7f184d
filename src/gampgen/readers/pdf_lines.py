"""Glyphs to words, words to lines: what stands on one line of a page, and where the line has wide gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from gampgen.readers.pdf_content import Glyph
from gampgen.readers.scripts import lowered, raised

_SAME_LINE: Final = 0.35  # of the size: how far the heights of one line's words may differ
_JUMP: Final = 0.75  # of the size: a glyph further off its word's line stands on another one
_GAP: Final = 1.0  # of the size: a wider gap inside a word ends it
_BACK: Final = 0.6
_SPACE: Final = 0.12  # of the size: the narrowest space that is set
_SMALL: Final = 0.85  # of the size: smaller glyphs off the line are raised or lowered
_OFF_LINE: Final = 0.07
_WIDE: Final = 1.15  # of the size: a gap that no justified line has


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box. `apart`: white space comes before it; `hyphen`: it ends in the hyphen of a line's end.

    `order` counts the words as they stand in the file.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    apart: bool
    hyphen: bool
    order: int


@dataclass(frozen=True)
class Line:
    """A line of text, its words from left to right. `left` and `right` are the edges of the column it stands in.

    `column` numbers the columns of a page from 1, from left to right; 0 where the text runs over the whole width.
    """

    words: tuple[Word, ...]
    page: int
    left: float = 0.0
    right: float = 0.0
    column: int = 0

    @cached_property
    def x0(self) -> float:
        """Left end."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right end."""
        return max(word.x1 for word in self.words)

    @cached_property
    def base(self) -> float:
        """Height of the line."""
        return max(self.words, key=lambda word: (word.size, len(word.text))).base

    @cached_property
    def top(self) -> float:
        """Upper edge of its tallest glyph."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Lower edge of its lowest glyph."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """Size of most of its letters, in points."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size, 1)] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def bold(self) -> bool:
        """True where each word with a letter or digit is bold."""
        said = [word for word in self.words if any(sign.isalnum() for sign in word.text)]
        return bool(said) and all(word.bold for word in said)

    @cached_property
    def text(self) -> str:
        """The words as one text."""
        return text_of(self.words)

    @cached_property
    def segments(self) -> tuple[tuple[Word, ...], ...]:
        """The words parted at wide gaps."""
        parts: list[list[Word]] = []
        for word in self.words:
            if parts and word.x0 - parts[-1][-1].x1 <= _WIDE * self.size:
                parts[-1].append(word)
            else:
                parts.append([word])
        return tuple(tuple(part) for part in parts)

    @property
    def hyphen(self) -> bool:
        """True where the line ends in a hyphen that the page's own software marks as such."""
        return self.words[-1].hyphen


def text_of(words: Iterable[Word]) -> str:
    """Words joined as the page shows them."""
    shown: list[str] = []
    for word in words:
        shown.append(f" {word.text}" if shown and word.apart else word.text)
    return "".join(shown)


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines that level glyphs make, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words_of(glyphs), key=lambda one: (one.base, one.x0)):
        near = _nearest(lines, word)
        if near is None:
            lines.append([word])
        else:
            near.append(word)
    made = (Line(_in_order(words), page) for words in lines)
    return sorted(made, key=lambda line: (line.base, line.x0))


def _nearest(lines: list[list[Word]], word: Word) -> list[Word] | None:
    """The line among the last few that the word stands on."""
    for line in reversed(lines[-4:]):
        size = max(word.size, *(other.size for other in line))
        base = max(line, key=lambda other: other.size).base
        if abs(word.base - base) <= _SAME_LINE * size:
            return line
    return None


def _in_order(words: list[Word]) -> tuple[Word, ...]:
    """From left to right. Where the file has words in another order, the gap alone tells whether a space is between."""
    ordered: list[Word] = []
    for word in sorted(words, key=lambda one: (one.x0, one.x1)):
        gap = word.x0 - ordered[-1].x1 if ordered else 0.0
        follows = not ordered or word.order == ordered[-1].order + 1
        apart = gap > _SPACE * word.size or (word.apart and follows)
        ordered.append(word if word.apart == apart else replace(word, apart=apart))
    return tuple(ordered)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """True where a glyph goes on with the word that `last` stands in."""
    if glyph.apart:
        return False
    size = max(glyph.size, last.size)
    gap = glyph.x0 - last.x1
    return (
        -_BACK * size - (last.x1 - last.x0) <= gap <= _GAP * size
        and -_JUMP * size <= glyph.base - last.base <= _JUMP * size
    )


def words_of(glyphs: Iterable[Glyph]) -> Iterator[Word]:
    """The words that glyphs make, in the order of the file."""
    order = 0
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and not _goes_on(word[-1], glyph):
            yield _word(word, order)
            order += 1
            word = []
        word.append(glyph)
    if word:
        yield _word(word, order)


def _word(glyphs: list[Glyph], order: int) -> Word:
    texts, x0s, y0s, x1s, y1s, bases, sizes, bolds, *_ = zip(*glyphs, strict=True)
    size = max(sizes)
    base = bases[sizes.index(size)]
    bold = bolds[0]
    if True in bolds and False in bolds:
        bold = all(glyph.bold for glyph in [glyph for glyph in glyphs if glyph.text.isalnum()] or glyphs)
    return Word(
        text="".join(texts) if min(sizes) > _SMALL * size else _shown(glyphs, size, base),
        x0=min(x0s),
        x1=max(x1s),
        top=min(y0s),
        bottom=max(y1s),
        base=base,
        size=size,
        bold=bold,
        apart=glyphs[0].apart,
        hyphen=glyphs[-1].hyphen,
        order=order,
    )


def _shown(glyphs: list[Glyph], size: float, base: float) -> str:
    """The text of a word with smaller glyphs in it, raised and lowered parts as such."""
    parts: list[tuple[int, str]] = []
    for glyph in glyphs:
        off = (base - glyph.base) / size if glyph.size <= _SMALL * size else 0.0
        height = 0 if abs(off) < _OFF_LINE else (1 if off > 0 else -1)
        if parts and parts[-1][0] == height:
            parts[-1] = (height, parts[-1][1] + glyph.text)
        else:
            parts.append((height, glyph.text))
    return "".join(raised(text) if height > 0 else lowered(text) if height else text for height, text in parts)
