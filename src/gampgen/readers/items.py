"""Requirement objects of tools (StrictDoc, ReqIF, Doorstop) as tables: an object a row, a column for each attribute.

Objects that follow each other in one section share a table, so that the section they stand in is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.labels import split_item

ITEMS_LIMIT: Final = 60_000
"""Objects that one file may hold."""
CELLS_LIMIT: Final = 200_000
"""Cells of the tables that objects are shown as."""
_QUOTED: Final = re.compile(r"\s*(?:\||\.\. |::)")  # tables and directives of plain-text markup keep their lines


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of an object: its name and its paragraphs."""

    name: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class ItemTables:
    """Gathers objects; `table` gives those gathered so far as a table and begins the next one."""

    tables: int = 0
    _rows: list[tuple[Sequence[Attribute], int | None]] = field(default_factory=list)
    _count: int = 0

    def add(self, attributes: Sequence[Attribute], line: int | None = None) -> None:
        """Adds an object with its attributes in order; those of one name are joined. `line` is where it begins."""
        self._count += 1
        if self._count > ITEMS_LIMIT:
            raise DamagedInputError(f"The file holds more than {ITEMS_LIMIT:,} objects", hint="Split it.")
        self._rows.append((attributes, line))

    def table(self) -> tuple[Table, ...]:
        """The table of the objects gathered since the last call; nothing where there is none."""
        if not self._rows:
            return ()
        self.tables += 1
        names = list(dict.fromkeys(attribute.name for attributes, _ in self._rows for attribute in attributes))
        if len(names) * len(self._rows) > CELLS_LIMIT:
            raise DamagedInputError(
                f"The objects have more than {CELLS_LIMIT:,} attributes, one name for all counted for each",
                hint="Export fewer attributes.",
            )
        heading = [Attribute(name, (name,)) for name in names]
        rows = [_row(heading, names, Location(table=self.tables, row=1), header=True)]
        for attributes, line in self._rows:
            place = Location(table=self.tables, row=len(rows) + 1, line=line)
            rows.append(_row(attributes, names, place))
        first = self._rows[0][1]
        self._rows.clear()
        return (Table(rows=tuple(rows), location=Location(table=self.tables, line=first)),)


def _row(attributes: Sequence[Attribute], names: list[str], place: Location, *, header: bool = False) -> Row:
    said: dict[str, list[str]] = {}
    for attribute in attributes:
        said.setdefault(attribute.name, []).extend(attribute.lines)
    cells = []
    for column, name in enumerate(names):
        lines = tuple(said.get(name, ()))
        cells.append(Cell(text="\n".join(lines), lines=lines, column=column))
    return Row(cells=tuple(cells), header=header, location=place)


def unwrapped(text: str) -> tuple[str, ...]:
    """The paragraphs and list items of a plain text whose lines were broken at a width."""
    found: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        shown = line.strip()
        if not shown:
            goes_on = False
        elif goes_on and not split_item(shown)[0] and not _QUOTED.match(shown):
            found[-1] = f"{found[-1]} {shown}"
        else:
            found.append(shown)
            goes_on = not _QUOTED.match(shown)
    return tuple(found)
