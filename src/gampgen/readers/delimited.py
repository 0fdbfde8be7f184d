"""Delimited files (.csv): one table, the first row its heading row (RFC 4180; also ";" and tab)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Cell, DocumentFormat, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import decode
from gampgen.readers.notices import Notices
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

ROW_LIMIT: Final = 60_000
"""Rows that a delimited file may have."""
CELL_LIMIT: Final = 200_000
"""Cells that a delimited file may have."""
COLUMN_LIMIT: Final = 512
"""Columns that a delimited file may have."""
_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE_ROWS: Final = 20
_DECLARED: Final = "sep="  # a first line by which Excel is told the delimiter


def read_delimited(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a delimited file.

    The delimiter is the one of comma, semicolon, tab and pipe that splits the first rows most evenly.

    Raises:
        InputError: wrong encoding. DamagedInputError: a quote that never ends, or a limit passed.
    """
    notices = Notices()
    characters = Characters(notices)
    text = decode(source.data, source.suffix, settings.encoding)
    first_line = text.partition("\n")[0].strip("\r")
    declared = first_line[len(_DECLARED) :] if first_line.lower().startswith(_DECLARED) else ""
    skipped = 1 if declared else 0
    body = text.partition("\n")[2] if declared else text
    rows = tuple(_rows(body, declared or _delimiter(body), characters, skipped))
    _note_ragged(rows, notices)
    table = Table(rows=rows, location=Location(table=1, line=1 + skipped))
    return UrsDocument(
        title="",
        file_name=source.file_name,
        format=DocumentFormat.CSV,
        sha256=source.sha256,
        blocks=(table,) if rows else (),
        findings=notices.findings(),
    )


def _delimiter(text: str) -> str:
    """The delimiter under which most of the first rows have the heading row's number of cells, and more than one."""

    def evenness(delimiter: str) -> tuple[int, int]:
        lengths: list[int] = []
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
                if any(row):
                    lengths.append(len(row))
                if len(lengths) == _SAMPLE_ROWS:
                    break
        except csv.Error:
            return 0, 0
        if not lengths or lengths[0] == 1:
            return 0, 0
        return sum(length == lengths[0] for length in lengths), lengths[0]

    best = max(_DELIMITERS, key=evenness)  # the first of equals
    return best if evenness(best) > (0, 0) else ","


def _rows(text: str, delimiter: str, characters: Characters, skipped: int) -> Iterator[Row]:
    if len(delimiter) != 1:
        raise DamagedInputError(f"The file declares the delimiter {delimiter!r}", hint="It must be one character.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, cells, number = 1 + skipped, 0, 0
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                number, cells = number + 1, cells + len(fields)
                _weigh(number, cells, len(fields))
                location = Location(table=1, row=number, line=line)
                yield Row(cells=_cells(fields, characters, location), header=number == 1, location=location)
            line = reader.line_num + 1 + skipped
    except csv.Error as reason:
        raise DamagedInputError(
            f"The row that begins in line {line} is not well-formed ({reason})",
            hint="Check its quotation marks, or export the file again.",
        ) from reason


def _weigh(rows: int, cells: int, columns: int) -> None:
    if rows > ROW_LIMIT or cells > CELL_LIMIT or columns > COLUMN_LIMIT:
        raise DamagedInputError(
            f"The table is larger than {ROW_LIMIT:,} rows, {COLUMN_LIMIT} columns or {CELL_LIMIT:,} cells",
            hint="Split it, or leave out what is not part of the requirements.",
        )


def _cells(fields: list[str], characters: Characters, location: Location) -> tuple[Cell, ...]:
    cells = []
    for column, field in enumerate(fields):
        text = characters.clean(field, location)
        lines = tuple(line for part in text.split("\n") if (line := part.strip()))
        cells.append(Cell(text="\n".join(lines), lines=lines, column=column))
    return tuple(cells)


def _note_ragged(rows: tuple[Row, ...], notices: Notices) -> None:
    longer = [row for row in rows if len(row.cells) > len(rows[0].cells)]
    if longer:
        notices.note(Noticed.RAGGED_ROWS, longer[0].location, longer[0].cells[0].text, len(longer))
