"""Tables of a Word document (ECMA-376 part 1, §17.4): merged cells once, nested tables as lines of their cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.docx_inline import is_unfilled
from gampgen.readers.docx_names import (
    ALTERNATE,
    CELL,
    CONTROL,
    ROW,
    VAL,
    W,
    alternative,
    has_ground,
    is_on,
    value,
    whole,
)
from gampgen.readers.docx_story import Line, Story
from gampgen.readers.package import Element
from gampgen.readers.rules import Noticed

COLUMNS_LIMIT: Final = 63
"""Columns that a Word table may have."""
CELL_LIMIT: Final = 200_000
"""Cells that one document may have."""
_NESTING_LIMIT: Final = 30
_FIRST_ROW: Final = 0x20  # the bit of `w:tblLook` that applies the style's first row
_SKIPPED: Final = frozenset({W + "tblPr", W + "tblGrid", W + "trPr", W + "tcPr", W + "sdtPr", W + "tblPrEx"})


@dataclass(frozen=True, slots=True)
class _CellRead:
    """A cell before merging: `above` is true for the continuation of the cell above, `left` of the one before."""

    lines: tuple[str, ...]
    column: int
    span: int
    bold: bool
    above: bool
    left: bool


class TableReader:
    """Reads tables. `notes` gathers the foot- and endnotes met on the way, for the block that follows."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._depth = 0
        self.notes: list[Line] = []

    def read(self, table: Element, number: int, name: str = "") -> Table:
        """One table with all its rows.

        Args:
            table: the `w:tbl` element.
            number: its number in the document, from 1.
            name: its caption, or "".
        """
        place = Location(table=number)
        bold_first = self._first_row_is_bold(table)
        # A table's style may colour its cells.
        styled = value(table.find(W + "tblPr"), "tblStyle") is not None
        grounded = self._story.on_ground
        rows: list[Row] = []
        above: dict[int, Cell] = {}
        for index, row in enumerate(self._children(table, ROW)):
            location = Location(table=number, row=len(rows) + 1)
            properties = row.find(W + "trPr")
            if self._story.parts.changes.drops_part(properties):
                continue
            cells = self._cells(row, location, styled=styled)
            if is_on(properties, "hidden"):
                quote = " | ".join(" ".join(cell.lines) for cell in cells)
                self._story.parts.notices.note(Noticed.HIDDEN_ROWS, location, quote)
                continue
            merged, above = _merged(cells, above, bold=bold_first and index == 0)
            rows.append(Row(cells=merged, header=bool(is_on(properties, "tblHeader")), location=location))
        self._story.on_ground = grounded
        return Table(name=name, rows=tuple(rows), location=place)

    def _first_row_is_bold(self, table: Element) -> bool:
        properties = table.find(W + "tblPr")
        look = None if properties is None else properties.find(W + "tblLook")
        if look is None or not self._story.parts.styles.first_row_bold(value(properties, "tblStyle")):
            return False
        own = look.get(W + "firstRow")
        if own is not None:
            return own in {"1", "true", "on"}
        bits = look.get(VAL, "0")
        return (
            bits.isalnum()
            and all(digit in "0123456789abcdefABCDEF" for digit in bits)
            and bool(int(bits[-4:], 16) & _FIRST_ROW)
        )

    def _children(self, parent: Element, tag: str) -> Iterator[Element]:
        """Rows of a table or cells of a row, also those inside content controls and other wrappers."""
        for node in parent:
            if node.tag == tag:
                yield node
            elif node.tag == ALTERNATE:
                branch = alternative(node)
                yield from () if branch is None else self._children(branch, tag)
            elif node.tag == CONTROL:
                yield from self._in_control(node, tag)
            elif node.tag not in _SKIPPED and not self._story.parts.changes.drops(node.tag) and len(node):
                yield from self._children(node, tag)

    def _in_control(self, control: Element, tag: str) -> Iterator[Element]:
        unfilled = is_unfilled(control)
        self._story.inside_prompt(unfilled)
        yield from self._children(control, tag)
        self._story.inside_prompt(-unfilled)

    def _cells(self, row: Element, location: Location, *, styled: bool) -> list[_CellRead]:
        column = _columns(value(row.find(W + "trPr"), "gridBefore"), 0)
        cells: list[_CellRead] = []
        for cell in self._children(row, CELL):
            properties = cell.find(W + "tcPr")
            if self._story.parts.changes.drops_part(properties):
                continue
            self._count_cell()
            span = _columns(value(properties, "gridSpan"), 1) or 1
            place = Location(table=location.table, row=location.row, cell=len(cells) + 1)
            self._story.on_ground = styled or has_ground(properties)
            lines, bold = self._lines(cell, place)
            cells.append(
                _CellRead(
                    lines,
                    column,
                    span,
                    bold,
                    above=_continues(properties, "vMerge"),
                    left=_continues(properties, "hMerge"),
                )
            )
            column += span
            if column > COLUMNS_LIMIT:
                raise DamagedInputError(
                    f"A table has more than {COLUMNS_LIMIT} columns ({location.in_words()})",
                    hint="Open the document in Word, save it again, and check that it is complete.",
                )
        return cells

    def _count_cell(self) -> None:
        self._story.parts.cells += 1
        if self._story.parts.cells > CELL_LIMIT:
            raise DamagedInputError(f"The document has more than {CELL_LIMIT:,} table cells", hint="Split it.")

    def _lines(self, cell: Element, place: Location) -> tuple[tuple[str, ...], bool]:
        """A cell's lines, labels in front, and whether all its text is bold."""
        before, self._story.place = self._story.place, place
        lines: list[str] = []
        bold = True
        for item in self._story.items(cell):
            if not isinstance(item, Line):
                lines.extend(self._nested(item, place))
                bold = False
            elif item.note:
                self.notes.append(item)
            else:
                lines.append(item.shown())
                bold = bold and bool(item.text) and item.lead == item.text
        self._story.place = before
        return tuple(lines), bold and any(lines)

    def _nested(self, table: Element, place: Location) -> Iterator[str]:
        """The rows of a table inside a cell, one line each."""
        self._depth += 1
        if self._depth > _NESTING_LIMIT:
            raise DamagedInputError(
                f"Tables are nested more than {_NESTING_LIMIT} deep",
                hint="Open the document in Word and save it again.",
            )
        inner = self.read(table, place.table or 0)
        self._depth -= 1
        for row in inner.rows:
            texts = [" ".join(cell.lines) for cell in row.cells]
            if any(texts):
                yield " | ".join(texts)


def _columns(text: str | None, default: int) -> int:
    return whole(text, low=0, high=COLUMNS_LIMIT, what="a column count", default=default)


def _continues(properties: Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(W + name)
    return found is not None and found.get(VAL, "continue") != "restart"


def _merged(cells: list[_CellRead], above: dict[int, Cell], *, bold: bool) -> tuple[tuple[Cell, ...], dict[int, Cell]]:
    """The row's cells with vertical merges filled from the row above; and the same by column, for the row below."""
    row: list[Cell] = []
    for read in cells:
        if read.left and row:
            row[-1] = row[-1].model_copy(update={"span": row[-1].span + read.span})
            continue
        up = above.get(read.column) if read.above else None
        lines = read.lines if up is None else up.lines
        row.append(
            Cell(
                text="\n".join(lines),
                lines=lines,
                column=read.column,
                span=read.span,
                merged_up=up is not None,
                bold=(read.bold or (bold and any(lines))) if up is None else up.bold,
            )
        )
    return tuple(row), {cell.column: cell for cell in row}
