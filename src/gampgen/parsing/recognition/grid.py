"""A table as a grid: its header, its columns with what they hold, its body rows and the bands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.identifiers import is_strong_id, is_weak_id
from gampgen.parsing.recognition.labels import Label, label_of
from gampgen.parsing.recognition.limit_names import is_limit_name
from gampgen.parsing.recognition.limit_table import is_amount
from gampgen.parsing.recognition.marks import is_mark
from gampgen.parsing.recognition.obligation import Obligation, demands
from gampgen.parsing.recognition.tags import is_scale_word

_HEADER_SEARCH: Final = 20
_FEWEST_COLUMNS: Final = 2
_LISTED: Final = re.compile(r"(?:\s*[,;/&]\s*|\s+(?:to|and|–|-)\s+|\s+(?=[A-Z]))")
_QUANTITY: Final = re.compile(r"[<>≤≥±=]|\d\s?(?:%|°|[a-zA-Zµ]{1,6}\b)")


@dataclass(frozen=True)
class Column:
    """A column: its printed name, what that announces, and the texts of its body cells (empty ones left out)."""

    index: int
    name: str
    label: Label | None
    texts: tuple[str, ...]
    rows: int

    def _share(self, hits: int) -> float:
        return hits / len(self.texts) if self.texts else 0.0

    @cached_property
    def fill(self) -> float:
        """Share of body rows in which the column holds something."""
        return len(self.texts) / self.rows if self.rows else 0.0

    @cached_property
    def words(self) -> float:
        """Mean number of words."""
        return self._share(sum(len(text.split()) for text in self.texts))

    @cached_property
    def strong(self) -> float:
        """Share of cells that hold a strong id."""
        return self._share(sum(is_strong_id(text) for text in self.texts))

    @cached_property
    def citing(self) -> float:
        """Share of cells that hold ids and nothing else, one or several."""
        return self._share(sum(all(is_strong_id(part) for part in _LISTED.split(text)) for text in self.texts))

    @cached_property
    def weak(self) -> float:
        """Share of cells that hold a strong or a weak id."""
        return self._share(sum(is_strong_id(text) or is_weak_id(text) for text in self.texts))

    @cached_property
    def demanding(self) -> float:
        """Share of cells worded as something demanded or allowed."""
        return self._share(sum(demands(text, Obligation.PERMISSIVE) for text in self.texts))

    @cached_property
    def binding(self) -> float:
        """Share of cells worded with an obligation."""
        return self._share(sum(demands(text) for text in self.texts))

    @cached_property
    def measured(self) -> float:
        """Share of cells that hold a comparator or a number with a unit."""
        return self._share(sum(bool(_QUANTITY.search(text)) for text in self.texts))

    @cached_property
    def scaled(self) -> float:
        """Share of cells that hold a word of a priority scale."""
        return self._share(sum(is_scale_word(text) and not text.isdigit() for text in self.texts))

    @cached_property
    def distinct(self) -> float:
        """Share of different texts."""
        return self._share(len(set(self.texts)))


@dataclass(frozen=True)
class Band:
    """A row that only names the rows below it."""

    text: str


def filled(row: Row) -> list[Cell]:
    """The cells of a row that hold text of their own."""
    return [cell for cell in row.cells if cell.text.strip() and not cell.merged_up]


class Grid:
    """A table seen as a grid."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.width = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
        self._header_rows = self._find_header()

    def _find_header(self) -> range:
        start = next((i for i, row in enumerate(self.table.rows[:_HEADER_SEARCH]) if self._heads(row)), None)
        if start is None and self.table.rows and (self._heads_limits() or self._heads_marks()):
            start = 0
        if start is None:
            return range(0)
        end = start + 1
        while end < len(self.table.rows) and self._continues_header(self.table.rows[end]):
            end += 1
        return range(start, end)

    def _heads(self, row: Row) -> bool:
        cells = filled(row)
        if row.header:
            return len(cells) > 1 or self.width == 1
        known = sum(label_of(cell.text) is not None for cell in cells)
        return known > 1 and 2 * known >= len(cells) and not any(is_strong_id(cell.text) for cell in cells)

    def _below(self, column: int) -> list[str]:
        """The texts below the first row in one column."""
        return [fold(c.text) for row in self.table.rows[1:] for c in row.cells if c.column == column and c.text.strip()]

    def _heads_limits(self) -> bool:
        """Whether the first row names limits over columns of numbers ("Low | High", 2.0 and 8.0 below)."""
        limits = [cell.column for cell in filled(self.table.rows[0]) if is_limit_name(cell.text)]
        return len(limits) > 1 and all(all(is_amount(text) for text in self._below(column)) for column in limits)

    def _heads_marks(self) -> bool:
        """Whether the first row names roles over columns of marks alone, with a column of functions before them."""
        cells = filled(self.table.rows[0])
        marked = [cell.column for cell in cells[1:] if all(is_mark(text) for text in self._below(cell.column))]
        named = not any(is_mark(fold(cell.text)) or is_strong_id(cell.text) for cell in cells)
        some = sum(bool(self._below(column)) for column in marked)
        return named and len(cells) > _FEWEST_COLUMNS and len(marked) >= len(cells) - _FEWEST_COLUMNS and some > 1

    def _continues_header(self, row: Row) -> bool:
        merged = sum(cell.merged_up for cell in row.cells)
        cells = filled(row)
        known = sum(label_of(cell.text) is not None for cell in cells)
        if bool(cells) and ((row.header and known > 0) or (merged > 0 and known == len(cells))):
            return True
        return merged > 0 and self._stands_below_span(cells)

    def _stands_below_span(self, cells: list[Cell]) -> bool:
        """Whether each cell of a row stands below one heading over several columns: "Roles" over their names."""
        wide = [cell for cell in filled(self.table.rows[0]) if cell.span > 1]
        below = [any(one.column <= cell.column < one.column + one.span for one in wide) for cell in cells]
        return bool(cells) and all(below) and not any(is_mark(fold(cell.text)) for cell in cells)

    @cached_property
    def names(self) -> dict[int, str]:
        """The printed name of each grid column, the lowest header row first."""
        names: dict[int, str] = {}
        for i in self._header_rows:
            for cell in filled(self.table.rows[i]):
                for column in range(cell.column, min(cell.column + cell.span, self.width)):
                    names[column] = fold(cell.text)
        return names

    @property
    def headed(self) -> bool:
        """Whether the table has a header row."""
        return len(self._header_rows) > 0

    @property
    def height(self) -> int:
        """The number of body rows."""
        return sum(not isinstance(row, Band) for _, row in self.body())

    @property
    def preamble(self) -> tuple[Row, ...]:
        """The rows above the header."""
        return self.table.rows[: self._header_rows.start]

    def _repeats_header(self, row: Row) -> bool:
        texts = [(cell.column, fold(cell.text)) for cell in filled(row)]
        return bool(texts) and all(self.names.get(column) == text for column, text in texts)

    def body(self) -> Iterator[tuple[int, Row | Band]]:
        """Number and content of each body row; empty rows and repeated headers are left out, bands made out."""
        start = self._header_rows.stop if self.headed else 0
        for i, row in enumerate(self.table.rows[start:], start):
            cells = filled(row)
            if not cells or (self.headed and self._repeats_header(row)):
                continue
            yield i, Band(fold(cells[0].text)) if self._is_band(row, cells) else row

    def _is_band(self, row: Row, cells: list[Cell]) -> bool:
        if self.width < 2 or any(cell.merged_up and cell.text.strip() for cell in row.cells):  # noqa: PLR2004 - one column has no bands
            return False
        if len(cells) == 1:
            return cells[0].span > 1 and cells[0].span >= self.width - 1
        return len({fold(cell.text) for cell in cells}) == 1 and len(cells) == self.width

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that hold anything, or are named."""
        texts: dict[int, list[str]] = {}
        rows = 0
        for _, row in self.body():
            if isinstance(row, Band):
                continue
            rows += 1
            for cell in row.cells:
                if cell.text.strip():
                    texts.setdefault(cell.column, []).append(fold(cell.text))
        return tuple(
            Column(i, self.names.get(i, ""), label_of(self.names.get(i, "")), tuple(texts.get(i, ())), rows)
            for i in sorted(texts.keys() | self.names.keys())
        )

    def labels(self) -> set[Label]:
        """What the columns' names announce."""
        return {column.label for column in self.columns if column.label}
