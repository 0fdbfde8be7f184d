"""Plain text files (.txt): paragraphs, lists, headings that are clearly headings, and tables set with tabs or pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from gampgen.domain.document import Block, Cell, DocumentFormat, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.readers.characters import Characters
from gampgen.readers.guards import BLOCKS_LIMIT, decode
from gampgen.readers.labels import split_heading, split_item
from gampgen.readers.notices import Notices
from gampgen.readers.pipes import split_cells, starts_table
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_RULE: Final = re.compile(r"\s*([-=_*~#+])\1{2,}\s*")
_HASHES: Final = re.compile(r"(#{1,6})\s+(\S.*)")
_IDENTIFIER: Final = re.compile(r"\[?(?:[A-Za-z]{1,12}[-_ ]?)(?:[A-Za-z0-9]{1,12}[-_.]){0,6}\d{1,6}[a-z]?\b")
_OUTLINE: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,8}[.)]?\s")
_KEY: Final = re.compile(r"[A-Z][\w /-]{0,40}:(?:\s|$)")
_OBLIGATION: Final = re.compile(r"\b(?:shall|must|should|will|may|can|has to|have to)\b", re.IGNORECASE)
_ENDS: Final = (".", ";", ":", "!", "?", ",")
_TITLE_CHARACTERS: Final = 80
_TITLE_WORDS: Final = 10
_WRAPPED_FROM: Final = 45  # characters: a shorter line was ended on purpose
_NESTED_FROM: Final = 2
_TAB: Final = 4
_CAPITALS: Final = 4


def read_text(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a plain text file.

    Raises:
        InputError: wrong encoding. DamagedInputError: not a text, or too long.
    """
    notices = Notices()
    text = Characters(notices).clean(decode(source.data, source.suffix, settings.encoding))
    blocks = tuple(islice(_TextReader(text.split("\n")).read(), BLOCKS_LIMIT + 1))
    return UrsDocument(
        title=blocks[0].text if blocks and isinstance(blocks[0], Heading) else "",
        file_name=source.file_name,
        format=DocumentFormat.TEXT,
        sha256=source.sha256,
        blocks=blocks,
        findings=notices.findings(),
    )


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on in the next line."""

    line: int
    label: str
    depth: int | None
    lines: list[str] = field(default_factory=list)


class _TextReader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._open: _Open | None = None
        self._indents: list[int] = []
        self._paragraphs = 0
        self._tables = 0

    def read(self) -> Iterator[Block]:
        index = 0
        while index < len(self._lines):
            end = self._table_end(index)
            if end > index:
                yield from self._flush()
                yield self._table(index, end)
                index = end
                continue
            yield from self._line(index)
            index += 1
        yield from self._flush()

    def _line(self, index: int) -> Iterator[Block]:
        line = self._lines[index]
        text = line.strip()
        if not text:
            yield from self._flush()
        elif _RULE.fullmatch(line):
            yield from self._underlined(text[0])
        elif heading := self._heading(index, text):
            yield from self._flush()
            self._indents.clear()
            yield heading
        else:
            yield from self._text(index, line, text)

    def _flush(self) -> Iterator[Block]:
        if self._open is None:
            return
        self._paragraphs += 1
        location = Location(paragraph=self._paragraphs, line=self._open.line)
        text = " ".join(self._open.lines)
        yield Paragraph(text=text, label=self._open.label, depth=self._open.depth, location=location)
        self._open = None

    def _underlined(self, mark: str) -> Iterator[Block]:
        """A rule under a single short line makes it a heading; any other rule only separates."""
        above = self._open
        if above is None or len(above.lines) > 1 or above.label or mark not in "=-~" or not _is_short(above.lines[0]):
            yield from self._flush()
            return
        self._open = None
        yield self._new_heading(above.lines[0], 1 if mark == "=" else 2, above.line)

    def _new_heading(self, text: str, level: int, line: int) -> Heading:
        self._paragraphs += 1
        number, title = split_heading(text)
        return Heading(level=level, number=number, text=title, location=Location(paragraph=self._paragraphs, line=line))

    def _heading(self, index: int, text: str) -> Heading | None:
        """A heading where the line is clearly one: marked with "#", numbered, or in capitals between blank lines."""
        if match := _HASHES.fullmatch(text):
            return self._new_heading(match[2].rstrip("# "), len(match[1]), index + 1)
        if not self._blank(index - 1) or not _is_short(text) or _OBLIGATION.search(text):
            return None
        number, title = split_heading(text)
        if number and title[:1].isupper() and not self._goes_on_counting(index, number):
            return self._new_heading(text, max(1, len(number.strip(".:)").split("."))), index + 1)
        letters = [letter for letter in text if letter.isalpha()]
        capitals = len(letters) >= _CAPITALS and text.isupper() and not any(letter.isdigit() for letter in text)
        return self._new_heading(text, 1, index + 1) if capitals and self._blank(index + 1) else None

    def _goes_on_counting(self, index: int, number: str) -> bool:
        """True where the next line bears a number of the same form: then both are list items."""
        following = self._lines[index + 1].strip() if index + 1 < len(self._lines) else ""
        other, title = split_heading(following)
        return bool(other and title) and other.count(".") == number.count(".")

    def _blank(self, index: int) -> bool:
        return (
            not 0 <= index < len(self._lines)
            or not self._lines[index].strip()
            or bool(_RULE.fullmatch(self._lines[index]))
        )

    def _text(self, index: int, line: str, text: str) -> Iterator[Block]:
        label, rest = split_item(text)
        if not label and self._open is not None and _continues(self._lines[index - 1].strip(), text):
            self._open.lines.append(text)
            return
        yield from self._flush()
        depth = self._depth(line) if label else None
        if not label:
            self._indents.clear()
        self._open = _Open(index + 1, label, depth, [rest])

    def _depth(self, line: str) -> int:
        expanded = line.expandtabs(_TAB)
        indent = len(expanded) - len(expanded.lstrip())
        while self._indents and indent < self._indents[-1] + _NESTED_FROM:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def _table_end(self, index: int) -> int:
        """The index after the table that begins at `index`; `index` itself where none does."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        end = index
        if starts_table(line, following):
            while end < len(self._lines) and "|" in self._lines[end]:
                end += 1
            return end
        tabs = line.strip().count("\t")
        while tabs and end < len(self._lines) and self._lines[end].strip().count("\t") == tabs:
            end += 1
        return end if end - index > 1 else index

    def _table(self, start: int, end: int) -> Table:
        self._tables += 1
        piped = "|" in self._lines[start]
        rows: list[Row] = []
        for index in range(start, end):
            if piped and index == start + 1:
                continue  # the rule under the heading row
            line = self._lines[index]
            texts = split_cells(line) if piped else [cell.strip() for cell in line.strip().split("\t")]
            cells = tuple(
                Cell(text=text, lines=(text,) if text else (), column=column) for column, text in enumerate(texts)
            )
            location = Location(table=self._tables, row=len(rows) + 1, line=index + 1)
            rows.append(Row(cells=cells, header=piped and index == start, location=location))
        return Table(rows=tuple(rows), location=Location(table=self._tables, line=start + 1))


def _is_short(text: str) -> bool:
    return len(text) <= _TITLE_CHARACTERS and len(text.split()) <= _TITLE_WORDS and not text.endswith(_ENDS)


def _continues(above: str, text: str) -> bool:
    """True where a line goes on with the sentence of the line above it."""
    if _IDENTIFIER.match(text) or _OUTLINE.match(text) or _KEY.match(text):
        return False
    if text[0].islower():
        return True
    return len(above) >= _WRAPPED_FROM and not above.endswith((".", ";", ":", "!", "?"))
