"""Excel workbooks (.xlsx): one table for each visible sheet, every cell as it is shown."""

from __future__ import annotations

from typing import Final

from gampgen.domain.document import Cell, DocumentFormat, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import require_package
from gampgen.readers.notices import Notices
from gampgen.readers.package import Package
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.readers.workbook_formats import shown_number, shown_text
from gampgen.readers.workbook_parts import (
    CellFormat,
    RichText,
    SheetEntry,
    cell_formats,
    counts_from_1904,
    rich_text,
    shared_texts,
    sheet_entries,
)
from gampgen.readers.workbook_sheet import CELL_LIMIT, Merge, MergedCells, Sheet, StoredCell, read_sheet
from gampgen.settings import ReadSettings

_TRUTH: Final = {"0": "FALSE", "1": "TRUE"}


def read_workbook(source: Source, settings: ReadSettings) -> UrsDocument:  # noqa: ARG001 - all readers are called alike
    """Reads a workbook.

    Numbers are shown by their number formats, dates in ISO 8601. Hidden sheets, rows and columns are left out and
    reported. Rows without content are no rows; the row numbers are the sheet's own.

    Raises:
        InputError: its kinds, for what is damaged, protected or no workbook.
    """
    require_package(source.data, source.suffix)
    package = Package(source.data)
    main = package.main_part()
    root = package.xml(main)
    if not str(root.tag).endswith("}workbook"):
        raise DamagedInputError(
            "The package is no Excel workbook", hint="Give the file its true suffix, or save it in Excel as .xlsx."
        )
    reader = _WorkbookReader(package, main, from_1904=counts_from_1904(root))
    tables = tuple(reader.tables(sheet_entries(package, main, root)))
    reader.report()
    return UrsDocument(
        title=reader.characters.clean(package.title()),
        file_name=source.file_name,
        format=DocumentFormat.XLSX,
        sha256=source.sha256,
        blocks=tables,
        findings=reader.notices.findings(),
    )


class _WorkbookReader:
    def __init__(self, package: Package, main: str, *, from_1904: bool) -> None:
        self.notices = Notices()
        self.characters = Characters(self.notices)
        self._package = package
        self._from_1904 = from_1904
        self._texts = shared_texts(package, main)
        self._formats = cell_formats(package, main)
        self._cells = 0

    def tables(self, entries: tuple[SheetEntry, ...]) -> list[Table]:
        """One table for each visible worksheet that holds something."""
        found: list[Table] = []
        for entry in entries:
            if entry.hidden:
                self.notices.note(Noticed.HIDDEN_SHEET, None, entry.name)
            elif entry.part is None:
                self.notices.note(Noticed.UNREAD_CONTENT, None, f"the sheet “{entry.name}”, which holds no cells")
            else:
                table = self._table(entry.name, len(found) + 1, read_sheet(self._package, entry.part))
                if table.rows:
                    found.append(table)
        return found

    def _table(self, name: str, number: int, sheet: Sheet) -> Table:
        self._cells += sheet.cells
        if self._cells > CELL_LIMIT:
            raise DamagedInputError(f"The workbook has more than {CELL_LIMIT:,} cells", hint="Leave sheets out.")
        merged = MergedCells(sheet)
        rows: list[Row] = []
        tops: dict[Merge, Cell] = {}
        place = Location(sheet=name, table=number)
        for row_number, stored in sheet.rows.items():
            location = place.model_copy(update={"row": row_number})
            visible = row_number not in sheet.hidden_rows
            cells = self._row(stored, row_number, sheet, merged, tops, location if visible else None)
            if not visible:
                self.notices.note(Noticed.HIDDEN_ROWS, location, " | ".join(cell.text for cell in cells))
            elif any(cell.text for cell in cells):
                rows.append(Row(cells=cells, header=row_number == sheet.header, location=location))
        return Table(name=name, rows=tuple(rows), location=place)

    def _row(
        self,
        stored: list[StoredCell],
        number: int,
        sheet: Sheet,
        merged: MergedCells,
        tops: dict[Merge, Cell],
        location: Location | None,
    ) -> tuple[Cell, ...]:
        """The cells of a row with merged ranges filled in; `location` None for a hidden row, which notes nothing."""
        by_column = {cell.column: self._cell(cell, location) for cell in stored}
        for merge in merged.of_row(number):
            own = by_column.get(merge.left)
            for column in [column for column in by_column if merge.left <= column <= merge.right]:
                del by_column[column]
            span = {"column": merge.left, "span": merge.right - merge.left + 1}
            if number == merge.top:
                if own is not None:
                    by_column[merge.left] = tops[merge] = own.model_copy(update=span)
            elif merge in tops:
                by_column[merge.left] = tops[merge].model_copy(update={**span, "merged_up": True})
        hidden = [column for column in by_column if sheet.column_is_hidden(column)] if sheet.hidden_columns else []
        for column in hidden:
            cell = by_column.pop(column)
            if cell.text and location is not None:
                self.notices.note(Noticed.HIDDEN_COLUMNS, location, cell.text)
        return tuple(by_column[column] for column in sorted(by_column))

    def _cell(self, stored: StoredCell, row: Location | None) -> Cell:
        style = self._formats[stored.style] if stored.style < len(self._formats) else CellFormat()
        shown = self._shown(stored, style)
        printable = shown.text.isascii() and shown.text.isprintable()
        plain = printable and not (stored.formula or style.struck or shown.struck or stored.kind == "n")
        location = None if row is None or plain else row.model_copy(update={"cell": stored.column + 1})
        text = self.characters.clean(shown.text, location).strip()
        lines = tuple(line for part in text.split("\n") if (line := part.strip())) if "\n" in text else (text,)
        text = "\n".join(lines)
        if location is not None:
            self._note(stored, style, shown, text, location)
        return Cell(text=text, lines=lines if text else (), column=stored.column, bold=style.bold and bool(text))

    def _note(self, stored: StoredCell, style: CellFormat, shown: RichText, text: str, location: Location) -> None:
        if stored.formula:
            known = stored.value or stored.kind == "str"
            self.notices.note(Noticed.FORMULA_VALUES if known else Noticed.FORMULA_WITHOUT_VALUE, location, text)
        if struck := text if style.struck else shown.struck:
            self.notices.note(Noticed.STRUCK_TEXT, location, struck)
        if stored.value and not text and stored.kind == "n":
            self.notices.note(Noticed.HIDDEN_TEXT, location, stored.value)

    def _shown(self, stored: StoredCell, style: CellFormat) -> RichText:
        """A cell's text as shown: shared, rich or plain text, truth value, error, date or number."""
        if stored.kind == "s":
            shared = self._shared(stored.value)
            return RichText(shown_text(shared.text, style.code), shared.struck)
        if stored.rich is not None:
            rich = rich_text(stored.rich)
            return RichText(shown_text(rich.text, style.code), rich.struck)
        if stored.kind == "b":
            return RichText(_TRUTH.get(stored.value, stored.value))
        if stored.kind in {"str", "inlineStr"}:
            return RichText(shown_text(stored.value, style.code))
        if stored.kind == "n":
            return RichText(shown_number(stored.value, style.code, from_1904=self._from_1904) if stored.value else "")
        return RichText(stored.value)  # errors ("#REF!") and ISO dates stand as they are shown

    def _shared(self, value: str) -> RichText:
        if value.isascii() and value.isdigit() and len(value) < 8 and int(value) < len(self._texts):  # noqa: PLR2004
            return self._texts[int(value)]
        raise DamagedInputError(
            f"A cell refers to text {value[:20]!r}, which the workbook does not hold",
            hint="Open it in Excel, save it again, and check that it is complete.",
        )

    def report(self) -> None:
        """Notes what concerns the workbook as a whole."""
        names = self._package.names()
        comments = sum(self._count(name) for name in names if name.startswith("xl/") and _is_comments(name))
        if comments:
            self.notices.note(Noticed.COMMENTS, None, "", comments)
        if self._package.has_macros():
            self.notices.note(Noticed.MACROS)
        drawings = sum(name.startswith(("xl/media/", "xl/charts/chart", "xl/embeddings/")) for name in names)
        if drawings:
            self.notices.note(Noticed.PICTURES, None, "", drawings)
        links = sum(name.startswith("xl/externallinks/") and name.endswith(".xml") for name in names)
        if links:
            self.notices.note(Noticed.EXTERNAL_LINKS, None, "another workbook", links)

    def _count(self, name: str) -> int:
        return sum(1 for _ in self._package.xml(name).iter("{*}comment"))


def _is_comments(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith("comment") and last.endswith(".xml")  # threaded comments have a counterpart here
