"""A table of limits in its grid, and its rows as drafts with the sentences that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Row
from gampgen.parsing.recognition.columns import id_column
from gampgen.parsing.recognition.draft import Draft
from gampgen.parsing.recognition.grid import Column, Grid
from gampgen.parsing.recognition.limit_effects import Meaning
from gampgen.parsing.recognition.limit_names import Side
from gampgen.parsing.recognition.limit_table import LimitTable, cells_in_words, limit_table, stated_by

_SOME: Final = 0.3


@dataclass(frozen=True, slots=True)
class Limits:
    """A table of limits: its grid, its columns, and the column of ids."""

    grid: Grid
    table: LimitTable
    ids: Column | None

    @property
    def head(self) -> Column:
        """The column of the parameters."""
        return next(column for column in self.grid.columns if column.index == self.table.head)

    def state(self, drafts: Iterable[Draft], meaning: Meaning) -> None:
        """Give each row all its cells as text, and the sentences that it stands for."""
        rows = {row.location: row for row in self.grid.table.rows}
        for draft in drafts:
            if (row := rows.get(draft.location)) is not None:
                draft.text, draft.items = self._in_words(row), []
                stated = stated_by(self.table, row, meaning)
                draft.readings, draft.lost = stated.sentences, stated.lost

    def _in_words(self, row: Row) -> str:
        return cells_in_words(self.grid.names, row, self.ids.index if self.ids else None)


def limits_of(grid: Grid) -> Limits | None:
    """The table of limits that a table is; a column of statements makes it one of requirements."""
    ids = id_column(grid)
    ids = ids if ids is not None and 2 * ids.weak >= 1 else None
    texts = {column.index: column.texts for column in grid.columns}
    found = limit_table(grid.names, texts, ids.index if ids else None)
    if found is None:
        return None
    made = Limits(grid, found, ids)
    sided = any(one.side in {Side.BELOW, Side.ABOVE} for one in found.columns.values())
    return made if made.head.binding < _SOME and (sided or ids is None) else None
