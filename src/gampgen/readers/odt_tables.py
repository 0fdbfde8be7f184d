"""Tables of an OpenDocument text (ODF 1.3, part 3, chapter 9): repeated and covered cells laid out on the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.docx_story import Line
from gampgen.readers.odt_flow import OdtFlow
from gampgen.readers.odt_names import TABLE, whole
from gampgen.readers.package import Element
from gampgen.readers.rules import Noticed

CELL_LIMIT: Final = 200_000
"""Cells that one document may have, repeated ones included."""
COLUMN_LIMIT: Final = 512
"""Columns that a table may have."""
ROW_LIMIT: Final = 60_000
"""Times that a row may be repeated."""
_NESTING_LIMIT: Final = 20
_GROUPS: Final = frozenset({TABLE + "table-row-group", TABLE + "table-rows", TABLE + "table-header-rows"})


@dataclass(slots=True)
class OdtTables:
    """Reads tables. `notes` gathers foot- and endnotes met on the way, for the block that follows."""

    flow: OdtFlow
    notes: list[Line] = field(default_factory=list)
    _cells: int = 0
    _depth: int = 0

    def read(self, table: Element, number: int, name: str = "") -> Table:
        """One table with all its rows; `number` is its number in the document, from 1, `name` its caption."""
        self._depth += 1
        if self._depth > _NESTING_LIMIT:
            raise DamagedInputError(f"Tables are nested more than {_NESTING_LIMIT} deep", hint="Save it again.")
        rows: list[Row] = []
        above: dict[int, tuple[Cell, int]] = {}
        for element, header in _rows(table, in_head=False):
            location = Location(table=number, row=len(rows) + 1)
            cells = tuple(self._row(element, above, location))
            shown = any(cell.text for cell in cells)
            if element.get(TABLE + "visibility", "visible") != "visible":
                quote = " | ".join(" ".join(cell.lines) for cell in cells)
                self.flow.notices.note(Noticed.HIDDEN_ROWS, location, quote)
                continue
            times = whole(element.get(TABLE + "number-rows-repeated"), 1) if shown else 1
            for _ in range(self._counted(times, len(cells))):
                rows.append(Row(cells=cells, header=header, location=Location(table=number, row=len(rows) + 1)))
        self._depth -= 1
        return Table(name=name, rows=tuple(rows), location=Location(table=number))

    def _counted(self, times: int, cells: int) -> int:
        self._cells += times * cells
        if self._cells > CELL_LIMIT or times > ROW_LIMIT:
            raise DamagedInputError(f"The document has more than {CELL_LIMIT:,} table cells", hint="Split it.")
        return times

    def _row(self, row: Element, above: dict[int, tuple[Cell, int]], location: Location) -> Iterator[Cell]:
        """The cells of a row; `above` holds cells that reach down, with the rows that they still cover."""
        column = 0
        for element in row:
            covered = element.tag == TABLE + "covered-table-cell"
            if not covered and element.tag != TABLE + "table-cell":
                continue
            times = whole(element.get(TABLE + "number-columns-repeated"), 1)
            if column + times > COLUMN_LIMIT:
                if len(element):
                    raise DamagedInputError(f"A table has more than {COLUMN_LIMIT} columns", hint="Save it again.")
                return  # empty cells to the edge of the sheet
            if covered:
                yield from self._covered(column, times, above)
            else:
                yield from self._repeated(element, column, times, above, location)
            column += times

    def _covered(self, column: int, times: int, above: dict[int, tuple[Cell, int]]) -> Iterator[Cell]:
        for place in range(column, column + times):
            cell, rows = above.pop(place, (None, 0))
            if cell is not None:
                yield cell.model_copy(update={"merged_up": True})
                if rows > 1:
                    above[place] = cell, rows - 1

    def _repeated(
        self, element: Element, column: int, times: int, above: dict[int, tuple[Cell, int]], location: Location
    ) -> Iterator[Cell]:
        place = Location(table=location.table, row=location.row, cell=column + 1)
        lines, bold = self._lines(element, place)
        span = min(max(1, whole(element.get(TABLE + "number-columns-spanned"), 1)), COLUMN_LIMIT)
        down = whole(element.get(TABLE + "number-rows-spanned"), 1)
        for index in range(times):
            cell = Cell(text="\n".join(lines), lines=lines, column=column + index, span=span, bold=bold)
            if down > 1:
                above[column + index] = cell, down - 1
            yield cell

    def _lines(self, cell: Element, place: Location) -> tuple[tuple[str, ...], bool]:
        """A cell's lines, labels in front, and whether all its text is bold."""
        before, self.flow.place = self.flow.place, place
        lines: list[str] = []
        bold = True
        for item in self.flow.items(cell):
            if not isinstance(item, Line):
                for row in self.read(item, place.table or 0).rows:
                    texts = [" ".join(one.lines) for one in row.cells]
                    lines.extend([" | ".join(texts)] if any(texts) else [])
                bold = False
            elif item.note:
                self.notes.append(item)
            else:
                lines.extend(item.shown().split("\n"))
                bold = bold and bool(item.text) and item.lead == item.text
        self.flow.place = before
        return tuple(lines), bold and bool(lines)


def _rows(parent: Element, *, in_head: bool) -> Iterator[tuple[Element, bool]]:
    for node in parent:
        if node.tag == TABLE + "table-row":
            yield node, in_head
        elif node.tag in _GROUPS:
            yield from _rows(node, in_head=in_head or node.tag == TABLE + "table-header-rows")
