"""Markdown lines to raw blocks: headings, paragraphs, list items, tables; the markup inside them is left for later.

Where hand-written Markdown departs from CommonMark, the author's evident meaning is followed: a list item counts as
nested from two columns of indentation, and "a)" or "•" begin list items too.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Final

from gampgen.readers.pipes import starts_table
from gampgen.readers.scripts import BULLETS

_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*)")
_CLOSING_HASHES: Final = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_ANCHOR: Final = re.compile(r"\s*\{#[\w:.-]{1,100}\}\s*$")
_FENCE: Final = re.compile(r" {0,12}(`{3,}(?=[^`]*$)|~{3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)\s*")
_BREAK: Final = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_QUOTE: Final = re.compile(r"(?: {0,3}> ?)+")
_ITEM: Final = re.compile(
    rf"( *)([{re.escape(BULLETS)}]|[-*+–](?=[ ]|$)|\d{{1,9}}[.)](?=[ ]|$)|[a-z][.)](?=[ ])"
    r"|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)(?=[ ]))( *)(.*)"
)
_TASK: Final = re.compile(r"\[([ xX])\][ \t]+")
_FOOTNOTE: Final = re.compile(r" {0,3}\[\^([^\]\s]{1,50})\]:[ \t]*(.*)")
_DEFINITION: Final = re.compile(
    r" {0,3}\[([^\]\[^][^\]\[]{0,200})\]:[ \t]*<?(?:[a-zA-Z]+:|[./#]|[^\s.]{1,200}\.)\S*(?:[ \t]+[\"'(].*)?[ \t]*"
)
# A line such as "**Priority:** high" is a line of its own, though CommonMark would join it to the one before.
_LABELLED: Final = re.compile(r"\s*(?:\*\*|__)[^*_]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)")
_NESTED_FROM: Final = 2  # columns of indentation
_TAB: Final = 4


@dataclass(slots=True)
class RawHeading:
    """A heading's level, source text and line number (from 1)."""

    level: int
    text: str
    line: int


@dataclass(slots=True)
class RawParagraph:
    """A paragraph or list item with its source lines; a line feed inside `text()` is a hard line break."""

    line: int
    label: str = ""
    depth: int | None = None
    verbatim: bool = False
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The source lines as one text."""
        if self.verbatim:
            return "\n".join(self.lines)
        parts: list[str] = []
        for index, line in enumerate(self.lines):
            following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
            hard = line.endswith(("  ", "\\")) or _LABELLED.match(following) is not None
            parts.append(line.strip().removesuffix("\\") if hard else line.strip())
            parts.append("\n" if hard else " ")
        return "".join(parts[:-1])


@dataclass(slots=True)
class RawTable:
    """A pipe table's lines, the rule left out, each with its number."""

    lines: list[tuple[int, str]]


RawBlock = RawHeading | RawParagraph | RawTable


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: the column of its marker, the marker as written, and the number that it is shown with."""

    indent: int
    marker: str
    number: int | None


class MarkdownBlocks:
    """Scans lines from top to bottom. Read `references` and `comments` after the blocks."""

    def __init__(self, lines: list[str], first: int = 1) -> None:
        self._lines = [line.expandtabs(_TAB) for line in lines]
        self._first = first
        self._paragraph: RawParagraph | None = None
        self._items: list[_Item] = []
        self._in_comment = False
        self.comments = 0
        self.references = frozenset(
            match[1].strip().lower() for line in self._lines if (match := _DEFINITION.fullmatch(line))
        )

    def blocks(self) -> Iterator[RawBlock]:
        """The blocks in reading order."""
        index = 0
        while index < len(self._lines):
            line = self._unquoted(self._without_comments(self._lines[index]))
            if self._in_fence_start(line):
                yield from self._flush()
                index = yield from self._fenced(index, line)
                continue
            following = self._unquoted(self._lines[index + 1]) if index + 1 < len(self._lines) else None
            if starts_table(line, following):
                yield from self._flush()
                index = yield from self._table(index, line)
                continue
            yield from self._line(line, index + self._first)
            index += 1
        yield from self._flush()

    def _line(self, line: str, number: int) -> Iterator[RawBlock]:
        if not line.strip():
            yield from self._flush()
            return
        if self._paragraph and (match := _UNDERLINE.fullmatch(line)) and self._can_be_heading(match[1]):
            text, start = self._paragraph.text(), self._paragraph.line
            self._paragraph = None
            yield RawHeading(1 if match[1][0] == "=" else 2, text, start)
        elif match := _HEADING.fullmatch(line):
            yield from self._flush()
            self._items.clear()
            text = _ANCHOR.sub("", _CLOSING_HASHES.sub("", match[2])).strip()
            yield RawHeading(len(match[1]), text, number)
        elif _BREAK.fullmatch(line):
            yield from self._flush()
            self._items.clear()
        elif _DEFINITION.fullmatch(line) and self._paragraph is None:
            pass
        else:
            yield from self._text(line, number)

    def _can_be_heading(self, underline: str) -> bool:
        """A line of "=" or "-" under a paragraph makes it a heading; a lone "-" is a bullet without text."""
        return self._paragraph is not None and self._paragraph.depth is None and len(underline) > 1

    def _text(self, line: str, number: int) -> Iterator[RawBlock]:
        if match := _FOOTNOTE.fullmatch(line):
            yield from self._flush()
            self._paragraph = RawParagraph(number, label=f"[{match[1]}]", lines=[match[2]])
        elif (match := _ITEM.fullmatch(line)) and self._begins_item(match):
            yield from self._flush()
            self._begin_item(match, number)
        elif self._paragraph is not None:
            self._paragraph.lines.append(line)  # wrapped, or a "lazy" continuation
        else:
            self._paragraph = RawParagraph(number, depth=self._continued_depth(line), lines=[line])

    def _begins_item(self, match: re.Match[str]) -> bool:
        """Whether a line with a marker begins an item: in mid-paragraph a number must be 1 (CommonMark §5.2)."""
        if self._paragraph is None or self._items or not match[2][0].isdigit():
            return True
        return match[2][:-1] == "1"

    def _begin_item(self, match: re.Match[str], number: int) -> None:
        indent = len(match[1])
        before: _Item | None = None
        while self._items and indent < self._items[-1].indent + _NESTED_FROM:
            before = self._items.pop()
        label, text = match[2], match[4]
        counted = _shown_number(label, before)
        if counted is not None:
            label = f"{counted}{label[-1]}"
        if task := _TASK.match(text):
            label, text = "☐" if task[1] == " " else "☒", text[task.end() :]
        self._items.append(_Item(indent, match[2], counted))
        self._paragraph = RawParagraph(number, label=label, depth=len(self._items) - 1, lines=[text])

    def _continued_depth(self, line: str) -> int | None:
        """The list depth of a paragraph that follows a blank line: it belongs to the item it is indented under."""
        indent = len(line) - len(line.lstrip(" "))
        while self._items and indent < self._items[-1].indent + _NESTED_FROM:
            self._items.pop()
        return len(self._items) - 1 if self._items else None

    def _flush(self) -> Iterator[RawBlock]:
        if self._paragraph is not None:
            yield self._paragraph
            self._paragraph = None

    def _table(self, index: int, line: str) -> Generator[RawBlock, None, int]:
        rows = [(index + self._first, line)]
        index += 2
        while index < len(self._lines):
            row = self._unquoted(self._without_comments(self._lines[index]))
            if "|" not in row:
                break
            rows.append((index + self._first, row))
            index += 1
        yield RawTable(rows)
        return index

    def _in_fence_start(self, line: str) -> bool:
        return _FENCE.match(line) is not None

    def _fenced(self, index: int, line: str) -> Generator[RawBlock, None, int]:
        """Fenced code: one verbatim paragraph for each part between blank lines, never a heading."""
        opening = _FENCE.match(line)
        fence = opening[1] if opening else "```"
        block: RawParagraph | None = None
        index += 1
        while index < len(self._lines):
            raw = self._unquoted(self._lines[index])
            if raw.strip().startswith(fence) and not raw.strip().strip(fence[0]):
                index += 1
                break
            if raw.strip():
                block = block or RawParagraph(index + self._first, verbatim=True)
                block.lines.append(raw.rstrip())
            elif block:
                yield block
                block = None
            index += 1
        if block:
            yield block
        return index

    def _unquoted(self, line: str) -> str:
        quote = _QUOTE.match(line)
        return line[quote.end() :] if quote else line

    def _without_comments(self, line: str) -> str:
        """The line without the parts inside `<!-- … -->`, which may span lines."""
        kept: list[str] = []
        position = 0
        while True:
            if self._in_comment:
                end = line.find("-->", position)
                if end < 0:
                    break
                self._in_comment, position = False, end + 3
            start = line.find("<!--", position)
            if start < 0:
                kept.append(line[position:])
                break
            kept.append(line[position:start])
            self._in_comment, position = True, start + 4
            self.comments += 1
        return "".join(kept)


def _shown_number(marker: str, before: _Item | None) -> int | None:
    """The number that an item is shown with: authors may write "1." before each item and have them counted."""
    if not marker[0].isdigit():
        return None
    if before is not None and before.number is not None and before.marker == marker:
        return before.number + 1
    return int(marker[:-1])
