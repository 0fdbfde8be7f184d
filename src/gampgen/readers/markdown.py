"""Markdown files (.md): CommonMark's blocks and GitHub's pipe tables, read line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Block, Cell, DocumentFormat, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import BLOCKS_LIMIT, decode
from gampgen.readers.labels import is_caption, split_heading
from gampgen.readers.markdown_blocks import MarkdownBlocks, RawHeading, RawParagraph, RawTable
from gampgen.readers.markdown_inline import Inline, read_inline
from gampgen.readers.notices import Notices
from gampgen.readers.pipes import split_cells
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_FRONT: Final = re.compile(r"-{3}\s*")
_FRONT_END: Final = re.compile(r"(?:-{3}|\.{3})\s*")
_FRONT_LINE: Final = re.compile(r"(?:[A-Za-z][\w .-]{0,60}:(?:\s.*)?|\s+.*|#.*|-\s.*|)")
_FRONT_TITLE: Final = re.compile(r"title:\s*(\S.*)", re.IGNORECASE)
_CELL_LIMIT: Final = 200_000


def read_markdown(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a Markdown file.

    Front matter (`---`, key: value lines, `---`) goes to `margins`; HTML comments are counted and passed over; code
    blocks are paragraphs; footnotes stay where they are defined, with the label "[name]".

    Raises:
        InputError: wrong encoding. DamagedInputError: not a text, or too large.
    """
    notices = Notices()
    characters = Characters(notices)
    text = characters.clean(decode(source.data, source.suffix, settings.encoding))
    lines = text.split("\n")
    front = _front_matter(lines)
    reader = _MarkdownReader(MarkdownBlocks(lines[front:], front + 1), notices)
    blocks = tuple(reader.read())
    margins = tuple(line.strip() for line in lines[1 : front - 1] if line.strip()) if front else ()
    return UrsDocument(
        title=_title(margins, blocks),
        file_name=source.file_name,
        format=DocumentFormat.MARKDOWN,
        sha256=source.sha256,
        blocks=blocks,
        margins=margins,
        findings=notices.findings(),
    )


def _front_matter(lines: list[str]) -> int:
    """How many lines the front matter takes at the top of the file; 0 where there is none."""
    if not _FRONT.fullmatch(lines[0]):
        return 0
    for index, line in enumerate(lines[1:], 1):
        if _FRONT_END.fullmatch(line):
            return index + 1
        if not _FRONT_LINE.fullmatch(line):
            return 0
    return 0


def _title(margins: tuple[str, ...], blocks: tuple[Block, ...]) -> str:
    for line in margins:
        if match := _FRONT_TITLE.fullmatch(line):
            return match[1].strip().strip("\"'")
    headings = [block for block in blocks if isinstance(block, Heading)]
    first = next((heading for heading in headings if heading.level == 1), headings[0] if headings else None)
    return first.text if first else ""


class _MarkdownReader:
    def __init__(self, scanner: MarkdownBlocks, notices: Notices) -> None:
        self._scanner = scanner
        self._notices = notices
        self._paragraphs = 0
        self._tables = 0
        self._cells = 0
        self._caption = ""

    def read(self) -> Iterator[Block]:
        for count, raw in enumerate(self._scanner.blocks()):
            if count >= BLOCKS_LIMIT:
                raise DamagedInputError(f"The document has more than {BLOCKS_LIMIT:,} blocks", hint="Split it.")
            block = self._block(raw)
            if block is None:
                continue
            self._caption = block.text if isinstance(block, Paragraph) and is_caption(block.text) else ""
            yield block
        if self._scanner.comments:
            self._notices.note(Noticed.COMMENTS, count=self._scanner.comments)

    def _block(self, raw: RawHeading | RawParagraph | RawTable) -> Block | None:
        if isinstance(raw, RawTable):
            return self._table(raw)
        location = Location(paragraph=self._paragraphs + 1, line=raw.line)
        verbatim = isinstance(raw, RawParagraph) and raw.verbatim
        inline = Inline(raw.text()) if isinstance(raw, RawParagraph) and verbatim else self._inline(raw, location)
        text = _tidy(inline.text)
        if not text:
            return None
        self._paragraphs += 1
        if isinstance(raw, RawHeading):
            number, title = split_heading(text.replace("\n", " "))
            return Heading(level=raw.level, number=number, text=title, location=location)
        lead = _tidy(inline.lead)
        return Paragraph(
            text=text.rstrip() if not verbatim else inline.text.rstrip(),
            label=raw.label,
            depth=raw.depth,
            lead=lead if text.startswith(lead) else "",
            location=location,
        )

    def _inline(self, raw: RawHeading | RawParagraph, location: Location) -> Inline:
        return self._struck_noted(raw.text if isinstance(raw, RawHeading) else raw.text(), location)

    def _struck_noted(self, source: str, location: Location) -> Inline:
        inline = read_inline(source, self._scanner.references)
        for struck in inline.struck:
            self._notices.note(Noticed.STRUCK_TEXT, location, struck)
        return inline

    def _table(self, raw: RawTable) -> Table:
        self._tables += 1
        rows = [self._row(index, line, text) for index, (line, text) in enumerate(raw.lines)]
        self._cells += sum(len(row.cells) for row in rows)
        if self._cells > _CELL_LIMIT:
            raise DamagedInputError(f"The document has more than {_CELL_LIMIT:,} table cells", hint="Split it.")
        ragged = [row for row in rows if len(row.cells) > len(rows[0].cells)]
        if ragged:
            quote = ragged[0].cells[0].text
            self._notices.note(Noticed.RAGGED_ROWS, ragged[0].location, quote, len(ragged))
        location = Location(table=self._tables, line=raw.lines[0][0])
        return Table(name=self._caption, rows=tuple(rows), location=location)

    def _row(self, index: int, line: int, text: str) -> Row:
        location = Location(table=self._tables, row=index + 1, line=line)
        cells = tuple(self._cell(column, cell, location) for column, cell in enumerate(split_cells(text)))
        return Row(cells=cells, header=index == 0, location=location)

    def _cell(self, column: int, source: str, location: Location) -> Cell:
        inline = self._struck_noted(source, location.model_copy(update={"cell": column + 1}))
        lines = tuple(line for part in inline.text.split("\n") if (line := part.strip()))
        text = "\n".join(lines)
        return Cell(text=text, lines=lines, column=column, bold=bool(text) and _tidy(inline.lead) == text)


def _tidy(text: str) -> str:
    """Without white space at the ends of lines."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.strip() for line in text.split("\n")).strip()
