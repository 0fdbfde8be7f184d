"""The rows of a table of requirements, read in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gampgen.domain.document import Cell, Row
from gampgen.domain.requirement import PassedOver
from gampgen.parsing.recognition.cells import is_listed, lead_and_items, without_bullet
from gampgen.parsing.recognition.columns import Roles
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.grid import Band, Grid, filled
from gampgen.parsing.recognition.identifiers import cited_ids, is_strong_id, split_prefix, unbracketed
from gampgen.parsing.recognition.labels import Label, folded
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.sections import Section
from gampgen.parsing.recognition.tags import take_tags

_LONGEST_BAND: Final = 8
_HEADING_KINDS: Final = frozenset({"heading", "header", "section", "chapter", "überschrift", "titre"})
_INFORMATIVE_KINDS: Final = frozenset({"information", "informative", "info", "note", "comment", "definition"})


def looks_in(rows: Iterable[Row], reason: str) -> list[PassedOver]:
    """Rows left aside that hold an id or are worded as an obligation."""
    looks = []
    for row in rows:
        texts = [fold(cell.text) for cell in filled(row)]
        if any(is_strong_id(text) or demands(text) for text in texts):
            looks.append(PassedOver(text=" | ".join(texts), location=row.location, reason=f"row of a table: {reason}"))
    return looks


class Rows:
    """The rows of one table, read in order."""

    def __init__(self, grid: Grid, roles: Roles, section: Section, group: int) -> None:
        self._grid, self._roles, self._section, self._group = grid, roles, section, group
        self._home = section
        self.looks: list[PassedOver] = []
        kinds = (column for column, label in roles.others if label is Label.CATEGORY)
        self._kind_columns = tuple(column.index for column in kinds)
        self._drafts: list[Draft] = []

    def read(self) -> list[Draft]:
        """The drafts of all rows."""
        for number, row in self._grid.body():
            if not isinstance(row, Band):
                self._read_row(row)
            elif demands(row.text):
                self._demanding_band(self._grid.table.rows[number], row.text)
            else:
                self._open_band(row.text)
        return self._drafts

    def _demanding_band(self, row: Row, text: str) -> None:
        """A cell over the whole width that states a demand is a row of its own, not a title."""
        prefix = split_prefix(text)
        if prefix is not None:
            self._drafts.append(Draft(Form.TABLE_ROW, self._section, row.location, prefix.id, group=self._group))
        else:
            self._drafts.append(Draft(Form.PLAIN_ROW, self._section, row.location, group=self._group))
        self._drafts[-1].text, tags = take_tags(prefix.rest if prefix else text)
        self._drafts[-1].take_tags(tags)

    def _open_band(self, text: str) -> None:
        self._section = self._home.below("", text)

    def _cell(self, row: Row, index: int | None) -> Cell | None:
        if index is None:
            return None
        return next((c for c in row.cells if c.column <= index < c.column + c.span), None)

    def _read_row(self, row: Row) -> None:
        lead_column, id_column = self._roles.lead, self._roles.id
        id_cell = self._cell(row, id_column.index if id_column else None)
        cell = self._cell(row, lead_column.index if lead_column else None)
        printed = fold(id_cell.text) if id_cell else ""
        if id_cell is not None and id_cell is cell:  # one cell over both columns: a band that does not span the table
            cell, printed = id_cell, ""
        text, items = lead_and_items(cell) if cell and not (cell.merged_up and printed) else ("", [])
        kind = self._stated_kind(row)
        if kind:
            self._set_aside(row, kind, self._title(row) or text or printed)
        elif id_cell is not None and id_cell.merged_up and printed and self._drafts:
            self._continue(row, text, items)
        elif self._is_band_row(row, printed, text):
            self._open_band(f"{printed} {text}".strip())
        elif printed:
            self._add(row, printed, text, items)
        elif text:
            self._add_without_id(row, text, items)
        else:
            self.looks.extend(looks_in([row], "it has neither an id nor a statement"))

    def _stated_kind(self, row: Row) -> str:
        """What a column of types says of the row ("Heading", "Information"), folded."""
        cells = (self._cell(row, index) for index in self._kind_columns)
        kinds = (folded(cell.text) for cell in cells if cell is not None)
        return next((kind for kind in kinds if kind in _HEADING_KINDS | _INFORMATIVE_KINDS), "")

    def _set_aside(self, row: Row, kind: str, title: str) -> None:
        """Leave a row that the document itself marks as no requirement; a heading names the rows below it."""
        if kind in _HEADING_KINDS:
            self._open_band(title)
        shown = " | ".join(fold(c.text) for c in filled(row))
        reason = f"the document marks it as “{kind}”"
        self.looks.append(PassedOver(text=shown, location=row.location, reason=reason))

    def _title(self, row: Row) -> str:
        titles = (self._cell(row, column.index) for column, label in self._roles.others if label is Label.TITLE)
        return next((fold(cell.text) for cell in titles if cell is not None and cell.text.strip()), "")

    def _is_band_row(self, row: Row, printed: str, text: str) -> bool:
        """A row of a short title and nothing else, in a table whose other rows hold more."""
        others = [c for c in filled(row) if fold(c.text) not in {printed, text}]
        title = text or printed
        if any(is_listed(c.text) for c in filled(row)):
            return False
        usual = sum(column.fill > 0.5 for column, _ in self._roles.others)  # noqa: PLR2004 - more often than not
        if others or not title or len(title.split()) > _LONGEST_BAND or demands(title) or not usual:
            return False
        return not is_strong_id(printed) if printed else True

    def _continue(self, row: Row, text: str, items: list[str]) -> None:
        draft = self._drafts[-1]
        draft.items.extend(without_bullet(line) for line in (text, *items) if line)
        self._fill(draft, row, merged=False)

    def _add(self, row: Row, printed: str, text: str, items: list[str]) -> None:
        identifier, title = unbracketed(printed), ""
        prefix = split_prefix(printed) if not is_strong_id(printed) else None
        if len(cited_ids(printed)) > 1 and "~" not in printed and prefix is None:
            self.looks.extend(looks_in([row], "several ids in one cell are cited, not defined"))
            return
        if prefix is not None:
            identifier, title = prefix.id, prefix.rest
        elif len(printed.split()) > _LONGEST_BAND:
            self.looks.extend(looks_in([row], "what stands in the column of ids is none"))
            return
        draft = self._draft(row, Form.TABLE_ROW, identifier, text, items)
        if title:
            draft.take(Label.TITLE, "", title)

    def _add_without_id(self, row: Row, text: str, items: list[str]) -> None:
        prefix = split_prefix(text) if self._roles.id is None else None
        titled = split_prefix(self._title(row)) if self._roles.id is None else None
        if prefix is not None:
            self._draft(row, Form.TABLE_ROW, prefix.id, prefix.rest, items)
        elif titled is not None:
            self._draft(row, Form.TABLE_ROW, titled.id, text, items)
        elif self._roles.id is not None and self._drafts and not self._stands_alone(row, text):
            self._continue(row, text, items)
        elif self._roles.id is None or demands(text):
            self._draft(row, Form.PLAIN_ROW, "", text, items)

    def _stands_alone(self, row: Row, text: str) -> bool:
        """Whether a row without id is a requirement whose id is missing, rather than more of the one above."""
        others = [c for c in filled(row) if fold(c.text) != fold(text)]
        usual = sum(column.fill > 0.5 for column, _ in self._roles.others)  # noqa: PLR2004 - more often than not
        return demands(text) and text[:1].isupper() and (bool(others) or not usual)

    def _draft(self, row: Row, form: Form, identifier: str, text: str, items: list[str]) -> Draft:
        prefix = split_prefix(text) if identifier else None
        if prefix is not None and prefix.id == identifier:
            text = prefix.rest
        text, tags = take_tags(text)
        draft = Draft(form, self._section, row.location, identifier, text=text, items=list(items), group=self._group)
        draft.take_tags(tags)
        self._fill(draft, row, merged=True)
        self._drafts.append(draft)
        return draft

    def _fill(self, draft: Draft, row: Row, *, merged: bool) -> None:
        """File the other cells of a row; `merged`: those continued from above count as well."""
        for column, label in self._roles.others:
            cell = self._cell(row, column.index)
            if cell is None or not cell.text.strip() or (cell.merged_up and not merged):
                continue
            if cell.column != column.index:
                continue
            value, more = lead_and_items(cell)
            draft.take(label, column.name, value)
            for item in more:
                draft.take(label, column.name, item)
