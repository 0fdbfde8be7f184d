"""Tables of markup (HTML, chapter 4.9): spans laid out on the grid, nested tables as lines of their cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.html_flow import MarkupFlow, MarkupLine
from gampgen.readers.html_look import declarations
from gampgen.readers.package import Element, local_name
from gampgen.readers.rules import Noticed

CELL_LIMIT: Final = 200_000
"""Cells that one page may have, those that spans cover included."""
COLUMN_LIMIT: Final = 512
"""Columns that a table may have."""
_NESTING_LIMIT: Final = 20
_SPAN: Final = re.compile(r"\s*(\d{1,5})\s*")
_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})


@dataclass(slots=True)
class _Reaching:
    """A cell that reaches down into further rows; `rows` are those left."""

    cell: Cell
    rows: int


@dataclass(slots=True)
class MarkupTables:
    """Reads the tables of a page."""

    flow: MarkupFlow
    _cells: int = 0
    _depth: int = field(default=0)

    def read(self, table: Element, number: int) -> Table:
        """One table with all its rows; `number` is its number in the document, from 1."""
        self._depth += 1
        if self._depth > _NESTING_LIMIT:
            raise DamagedInputError(f"Tables are nested more than {_NESTING_LIMIT} deep", hint="Save the page again.")
        reaching: dict[int, _Reaching] = {}
        rows: list[Row] = []
        for element, in_head in _rows(table):
            location = Location(table=number, row=len(rows) + 1)
            cells = self._row(element, reaching, location)
            if self._is_hidden(element):
                quote = " | ".join(" ".join(cell.lines) for cell in cells)
                self.flow.notices.note(Noticed.HIDDEN_ROWS, location, quote)
                continue
            header = in_head or (bool(len(element)) and all(_name(cell) == "th" for cell in element))
            rows.append(Row(cells=tuple(cells), header=header, location=location))
        self._depth -= 1
        return Table(name=self._caption(table), rows=tuple(rows), location=Location(table=number))

    def _caption(self, table: Element) -> str:
        caption = next((child for child in table if _name(child) == "caption"), None)
        return "" if caption is None else " ".join(self._lines(caption, Location())[0])

    def _is_hidden(self, row: Element) -> bool:
        return self.flow.sheet.hides(row, declarations(row.get("style") or ""))

    def _row(self, row: Element, reaching: dict[int, _Reaching], location: Location) -> list[Cell]:
        """The cells of a row, those that reach down from above repeated in their places."""
        cells: list[Cell] = []
        column = self._covered(0, reaching, cells)
        for element in row:
            if _name(element) not in {"td", "th"}:
                continue
            span, down = _span(element, "colspan"), _span(element, "rowspan")
            self._count(span, column)
            place = Location(table=location.table, row=location.row, cell=len(cells) + 1)
            lines, bold = self._lines(element, place)
            cell = Cell(
                text="\n".join(lines),
                lines=lines,
                column=column,
                span=span,
                bold=bold or (_name(element) == "th" and bool(lines)),
            )
            cells.append(cell)
            if down != 1:
                reaching[column] = _Reaching(cell.model_copy(update={"merged_up": True}), down)  # counted down below
            column = self._covered(column + span, reaching, cells)
        for start in list(reaching):
            reaching[start].rows -= 1
            if reaching[start].rows == 0:
                del reaching[start]
        return cells

    def _covered(self, column: int, reaching: dict[int, _Reaching], cells: list[Cell]) -> int:
        """The next free column from `column` on; cells that reach down to there are added on the way."""
        while column in reaching:
            cell = reaching[column].cell
            self._count(cell.span, column)
            cells.append(cell)
            column += cell.span
        return column

    def _count(self, span: int, column: int) -> None:
        self._cells += 1
        if self._cells > CELL_LIMIT:
            raise DamagedInputError(f"The page has more than {CELL_LIMIT:,} table cells", hint="Split it.")
        if column + span > COLUMN_LIMIT:
            raise DamagedInputError(f"A table has more than {COLUMN_LIMIT} columns", hint="Save the page again.")

    def _lines(self, cell: Element, place: Location) -> tuple[tuple[str, ...], bool]:
        """A cell's lines, labels in front, and whether all its text is bold."""
        inner = replace(self.flow, place=place, _texts=[], _struck=[], _lists=[], _label=None)
        lines: list[str] = []
        bold = True
        for item in inner.items(cell):
            if isinstance(item, MarkupLine):
                lines.extend(item.shown().split("\n"))
                bold = bold and item.lead == item.text
            else:
                for row in self.read(item, place.table or 0).rows:
                    texts = [" ".join(one.lines) for one in row.cells]
                    lines.extend([" | ".join(texts)] if any(texts) else [])
                bold = False
        return tuple(lines), bold and bool(lines)


def _name(element: Element) -> str:
    return local_name(element).lower()


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table in the order shown: its head first, its foot last."""
    parts: dict[str, list[tuple[Element, bool]]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        name = _name(child)
        if name == "tr":
            parts["tbody"].append((child, False))
        elif name in _GROUPS:
            parts[name].extend((row, name == "thead") for row in child if _name(row) == "tr")
    for found in parts.values():
        yield from found


def _span(cell: Element, name: str) -> int:
    """A span as stated, at least 1; a rowspan of 0 reaches to the table's end."""
    found = _SPAN.fullmatch(cell.get(name) or "1")
    span = int(found[1]) if found else 1
    if name == "rowspan":
        return -1 if span == 0 else span
    return max(1, span)
