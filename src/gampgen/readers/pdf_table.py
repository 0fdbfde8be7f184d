"""Tables of a PDF: cells as lines of text, parts on following pages joined, then rows as the document has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.location import Location
from gampgen.readers.pdf_content import Box, Glyph, turned
from gampgen.readers.pdf_grid import Grid
from gampgen.readers.pdf_lines import Line, lines_of

_ALIGNED: Final = 8.0  # points: how far the columns of two parts of a table may be apart
_HEADING_ROWS: Final = 4

Words = Callable[[Sequence[Line]], tuple[str, ...]]
"""Turns the lines of a cell into its paragraphs."""


@dataclass(slots=True)
class PdfCell:
    """A cell: its lines from top to bottom, the grid columns it covers; `again` marks one that began further up."""

    lines: list[Line]
    column: int
    span: int = 1
    again: bool = False

    def shown(self) -> str:
        """The text without white space, to compare cells by."""
        return "".join(word.text for line in self.lines for word in line.words)

    @property
    def bold(self) -> bool:
        """True where all its text is bold."""
        return bool(self.lines) and all(line.bold for line in self.lines)


@dataclass(slots=True)
class PdfRow:
    """A row of a table; `header` where it is repeated on following pages."""

    cells: list[PdfCell]
    page: int
    header: bool = False

    def shown(self) -> tuple[tuple[int, str], ...]:
        """The texts by column, to compare rows by."""
        return tuple((cell.column, cell.shown()) for cell in self.cells)

    def is_empty(self) -> bool:
        """True where no cell holds text of its own."""
        return not any(cell.lines for cell in self.cells if not cell.again)


@dataclass(slots=True)
class PdfTable:
    """A table on a page. `columns` are its edges from left to right.

    `ruled` is true where rules bound its cells; else its edges are those of the text in it.
    """

    box: Box
    columns: tuple[float, ...]
    rows: list[PdfRow] = field(default_factory=list)
    ruled: bool = True

    def goes_on_in(self, other: PdfTable) -> bool:
        """True where `other`, on the next page, has the same columns."""
        if len(self.columns) != len(other.columns) or self.ruled != other.ruled:
            return False
        shift = other.columns[0] - self.columns[0]
        edges = list(zip(self.columns, other.columns, strict=True))
        known = edges if self.ruled else edges[:-1]  # where text ends says nothing
        return all(abs(b - a - shift) <= _ALIGNED for a, b in known)

    def append(self, other: PdfTable) -> None:
        """Adds the part on the next page: repeated heading rows dropped, a row that was cut in two joined."""
        rows = list(other.rows)
        for index, heading in enumerate(self.rows[:_HEADING_ROWS]):
            if len(rows) < 2 or rows[0].shown() != heading.shown() or heading.is_empty():  # noqa: PLR2004 - a row must stay
                break
            self.rows[index].header = True
            rows.pop(0)
        if rows and self.rows and self._cut_in_two(rows[0]):
            _continue(self.rows[-1], rows.pop(0))
        self.rows.extend(rows)

    def _cut_in_two(self, first: PdfRow) -> bool:
        """True where the first cell is empty, while other cells have text and the rows above begin with some.

        Or where the two parts hold different cells of one row, since some of them had no room on the page before; or
        where the page break parts an id at its hyphen.
        """
        last = self.rows[-1]
        own = [row for row in self.rows if row.cells and not row.cells[0].again]
        leading = 2 * sum(bool(row.cells[0].lines) for row in own) > len(own)
        if first.cells[0].lines:
            begun = sum(bool(cell.lines) for cell in last.cells) > 1 and not last.cells[0].lines
            return last.cells[0].shown().endswith(("-", "_")) or (begun and leading)
        return not first.is_empty() and len(first.cells) > 1 and bool(last.cells[0].lines) and leading


def _continue(row: PdfRow, more: PdfRow) -> None:
    by_column = {cell.column: cell for cell in row.cells}
    for cell in more.cells:
        if cell.lines and (known := by_column.get(cell.column)):
            known.lines.extend(cell.lines)
        elif cell.lines:
            row.cells.append(cell)
            row.cells.sort(key=lambda one: one.column)


def ruled_table(grid: Grid, glyphs: dict[int, list[Glyph]], page: int) -> PdfTable:
    """The table that a grid and the glyphs in its cells make."""
    lines = {number: _cell_lines(found, grid.edges(number), page) for number, found in glyphs.items()}
    table = PdfTable(grid.box, grid.columns)
    begun: set[int] = set()
    for numbers in grid.cells:
        cells: list[PdfCell] = []
        for column, number in enumerate(numbers):
            if cells and numbers[column - 1] == number:
                cells[-1].span += 1
            else:
                cells.append(PdfCell(list(lines.get(number, ())), column, again=number in begun))
        begun.update(numbers)
        table.rows.append(PdfRow(cells, page))
    return table


def _cell_lines(glyphs: list[Glyph], edges: Box, page: int) -> list[Line]:
    """The lines of a cell: level text first, then text that is turned."""
    level = lines_of([glyph for glyph in glyphs if glyph.turn == 0], page)
    padding = min((line.x0 for line in level), default=edges.x0) - edges.x0
    found = [Line(line.words, page, edges.x0, edges.x1 - max(0.0, padding)) for line in level]
    for turn in (90, 270, 180):
        laid = [turned(glyph) for glyph in glyphs if glyph.turn == turn]
        height = edges.y1 - edges.y0
        found.extend(Line(line.words, page, line.x0, line.x0 + height) for line in lines_of(laid, page))
    return found


def as_block(table: PdfTable, number: int, name: str, words: Words) -> Table:
    """The table as a block of the document, empty rows left out."""
    rows: list[Row] = []
    for row in table.rows:
        if not any(cell.lines for cell in row.cells):
            continue
        cells = []
        for cell in row.cells:
            lines = words(cell.lines)
            cells.append(
                Cell(
                    text="\n".join(lines), lines=lines, column=cell.column, span=cell.span,
                    merged_up=cell.again and bool(lines), bold=cell.bold,
                )
            )  # fmt: skip
        location = Location(page=row.page, table=number, row=len(rows) + 1)
        rows.append(Row(cells=tuple(cells), header=row.header, location=location))
    place = Location(page=table.rows[0].page if table.rows else None, table=number)
    return Table(name=name, rows=tuple(rows), location=place)
