"""One worksheet, streamed: cells with their stored values, what is hidden, what is merged (ECMA-376 part 1, §18.3)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from gampgen.errors import DamagedInputError
from gampgen.readers.package import Element, Package, damaged_part, refuse_doctype, unpack_failures

ROW_LIMIT: Final = 60_000
"""Rows with content that a sheet may have."""
COLUMN_LIMIT: Final = 512
"""Columns that a sheet may use."""
CELL_LIMIT: Final = 200_000
"""Cells with content that a workbook may have, merged ones included."""
_LAST_ROW: Final = 1_048_576
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ON: Final = frozenset({"1", "true"})
_HEADING_ROWS: Final = 20  # frozen rows beyond this are no heading


@dataclass(frozen=True, slots=True)
class StoredCell:
    """A cell as stored. `kind` is the file's type letter; `style` the index of its cell format."""

    column: int
    kind: str
    value: str
    style: int
    formula: bool = False
    rich: Element | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A worksheet's rows that hold something, by number from 1; what is hidden; where its heading row is."""

    rows: dict[int, list[StoredCell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    header: int | None = None
    cells: int = 0

    def column_is_hidden(self, column: int) -> bool:
        """True where a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def read_sheet(package: Package, part: str) -> Sheet:
    """Reads a worksheet part without building its tree; the recorded dimension is ignored.

    Raises:
        DamagedInputError: not well-formed, or a limit passed.
    """
    sheet = Sheet()
    number = 0
    for element in _elements(package, part):
        name = etree.QName(element).localname
        if name == "row":
            number = _row(element, number, sheet)
        elif name == "col":
            if element.get("hidden") in _ON:
                first, last = _whole(element.get("min"), "a column"), _whole(element.get("max"), "a column")
                sheet.hidden_columns.append((first - 1, last - 1))
        elif name == "mergeCell":
            sheet.merges.append(_range(element.get("ref", "")))
        elif name == "autoFilter" and element.get("ref"):
            sheet.header = _range(element.get("ref", "")).top
        elif name == "pane" and element.get("state") in {"frozen", "frozenSplit"}:
            frozen = _frozen_rows(element.get("ySplit"))
            sheet.header = frozen if 0 < frozen <= _HEADING_ROWS else None
    return sheet


def _elements(package: Package, part: str) -> Iterator[Element]:
    """The elements of interest, each complete; it is emptied once the next one is asked for."""
    tags = [f"{{*}}{name}" for name in ("row", "col", "mergeCell", "autoFilter", "pane")]
    first = True
    with package.stream(part) as stream:
        try:
            events = etree.iterparse(
                stream, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
                huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                if first:
                    refuse_doctype(element, part)
                    first = False
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except unpack_failures() as reason:
            raise damaged_part(part, reason) from reason


def _row(element: Element, before: int, sheet: Sheet) -> int:
    number = _whole(element.get("r"), "a row") if element.get("r") else before + 1
    if not before < number <= _LAST_ROW:
        raise _broken(f"row {number} after row {before}")
    cells: list[StoredCell] = []
    column = -1
    for child in element:
        if not child.tag.endswith("}c"):
            continue
        reference = child.get("r")
        column = _column(reference, number) if reference else column + 1
        stored = _cell(child, column)
        if stored is None:
            continue
        if column >= COLUMN_LIMIT:
            raise _broken(f"a cell in column {column + 1}; at most {COLUMN_LIMIT} columns are read")
        cells.append(stored)
    if cells:
        sheet.rows[number] = cells
        sheet.cells += len(cells)
        if number > ROW_LIMIT and len(sheet.rows) < number // 2:
            raise _broken(f"a cell in row {number:,}, far from the others")
        if len(sheet.rows) > ROW_LIMIT or sheet.cells > CELL_LIMIT:
            raise DamagedInputError(
                f"A sheet has more than {ROW_LIMIT:,} rows or {CELL_LIMIT:,} cells",
                hint="Leave out what is not part of the requirements.",
            )
    if element.get("hidden") in _ON:
        sheet.hidden_rows.add(number)
    return number


def _cell(element: Element, column: int) -> StoredCell | None:
    """The cell with its value; None where it holds neither value nor formula."""
    value, rich, formula = "", None, False
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "v":
            value = child.text or ""
        elif name == "is":
            rich = child
        elif name == "f":
            formula = True
    if not value and rich is None and not formula:
        return None
    style = _whole(element.get("s"), "a cell format") if element.get("s") else 0
    copied = None if rich is None else etree.fromstring(etree.tostring(rich, with_tail=False))
    return StoredCell(column, element.get("t", "n"), value, style, formula, copied)


def _column(reference: str, row: int) -> int:
    match = _REFERENCE.fullmatch(reference)
    if match is None or int(match[2]) != row:
        raise _broken(f"the cell {reference[:20]!r} in row {row}")
    return _column_number(match[1])


@lru_cache(maxsize=COLUMN_LIMIT)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _range(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if start is None or end is None:
        raise _broken(f"the range {reference[:40]!r}")
    top, bottom = sorted((int(start[2]), int(end[2])))
    left, right = sorted((_column_number(start[1]), _column_number(end[1])))
    return Merge(top, left, bottom, right)


def _whole(text: str | None, what: str) -> int:
    if text is not None and text.isascii() and text.isdigit() and len(text) < 8:  # noqa: PLR2004 - a million and more
        return int(text)
    raise _broken(f"{what} {str(text)[:20]!r}")


def _frozen_rows(text: str | None) -> int:
    whole = (text or "").partition(".")[0]
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 8 else 0  # noqa: PLR2004 - as above


def _broken(what: str) -> DamagedInputError:
    return DamagedInputError(
        f"A sheet has {what}", hint="Open the workbook in Excel, save it again, and check that it is complete."
    )


class MergedCells:
    """Where the merged ranges of a sheet lie, limited to the rows that hold something."""

    def __init__(self, sheet: Sheet) -> None:
        self._spans: dict[int, list[Merge]] = {}
        numbers = sorted(sheet.rows)
        count = 0
        for merge in sheet.merges:
            first, last = bisect_left(numbers, merge.top), bisect_right(numbers, merge.bottom)
            count += last - first
            if count > CELL_LIMIT:
                raise _broken(f"merged ranges over more than {CELL_LIMIT:,} rows")
            for number in numbers[first:last]:
                self._spans.setdefault(number, []).append(merge)

    def of_row(self, number: int) -> list[Merge]:
        """The merged ranges that touch a row, from left to right."""
        return sorted(self._spans.get(number, ()), key=lambda merge: merge.left)
