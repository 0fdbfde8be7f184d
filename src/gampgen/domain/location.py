"""Where something stands in a document."""

from __future__ import annotations

from gampgen.domain.base import Value


class Location(Value):
    """A place in a document. Each number counts from 1 as a person would; None where the format has no such thing.

    `paragraph` counts the body's paragraphs, `table` its tables (sheets of a workbook), `row` and `cell` inside the
    table,
    `line` the lines of a text file. `sheet` names the worksheet.
    """

    page: int | None = None
    sheet: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    line: int | None = None

    def in_words(self) -> str:
        """The place as a person would say it: "table 3, row 4"."""
        named = [f"sheet '{self.sheet}'"] if self.sheet else []
        counted = (
            ("page", self.page), ("table", None if self.sheet else self.table), ("row", self.row),
            ("cell", self.cell), ("paragraph", self.paragraph), ("line", self.line),
        )  # fmt: skip
        return ", ".join(named + [f"{name} {number}" for name, number in counted if number is not None])
