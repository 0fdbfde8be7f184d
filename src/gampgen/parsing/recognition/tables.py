"""Tables of requirements, one requirement a row; and what the other tables of a document are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.domain.requirement import PassedOver
from gampgen.parsing.recognition.cells import is_listed, lead_and_items, without_bullet
from gampgen.parsing.recognition.columns import Roles, assign, likeness, other_label
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.grid import Band, Column, Grid, filled
from gampgen.parsing.recognition.identifiers import cited_ids, is_strong_id, split_prefix, unbracketed
from gampgen.parsing.recognition.labels import Label, folded, names_requirement_id
from gampgen.parsing.recognition.limit_table import cells_in_words, limit_columns, sentences_of
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.permission_matrix import Matrix, cells_of, read_matrix
from gampgen.parsing.recognition.sections import Section, SectionKind
from gampgen.parsing.recognition.table_kinds import other_kind, plain_kind
from gampgen.parsing.recognition.tags import take_tags

_ENOUGH: Final = 3
_LONGEST_BAND: Final = 8
_MATRIX: Final = 2
_CLEARLY: Final = 5
_HEADING_KINDS: Final = frozenset({"heading", "header", "section", "chapter", "überschrift", "titre"})
_INFORMATIVE_KINDS: Final = frozenset({"information", "informative", "info", "note", "comment", "definition"})


@dataclass(slots=True)
class Reading:
    """What a table gave: drafts with how much it is like a table of requirements, or the reason why it gave none.

    `key_value`: it is a table of labels and values. `matrix`: what it says by marks of who may do what. `looks` are
    rows that could be mistaken for requirements. Of a table left aside,
    `kind` says what its columns make of it, `columns` are their printed names, `rows` the number of its rows.
    """

    drafts: list[Draft] = field(default_factory=list)
    likeness: int = 0
    reason: str = ""
    key_value: bool = False
    matrix: Matrix | None = None
    kind: str = ""
    columns: tuple[str, ...] = ()
    rows: int = 0
    looks: list[PassedOver] = field(default_factory=list)


def read_rows(table: Table, section: Section, group: int, above: str = "", around: tuple[str, ...] = ()) -> Reading:
    """Read a table as one of requirements, one a row.

    Args:
        table: the table.
        section: where it stands.
        group: its number, kept in the drafts.
        above: the paragraph before it, for a table of limits.
        around: the paragraphs beside it, for the legend of a permission matrix.
    """
    grid = Grid(table)
    matrix = (
        None if section.kind is SectionKind.APPARATUS else read_matrix(grid, (*section.titles, table.name, *around))
    )
    if matrix is not None:
        return _read_matrix(grid, matrix, section, group)
    reason = other_kind(grid, section)
    roles = assign(grid)
    if not reason and roles.lead is None:
        reason = plain_kind(grid) or "it has no column of statements"
    score = likeness(grid, roles) + (section.kind is SectionKind.REQUIREMENT) - (section.kind is SectionKind.NARRATIVE)
    limits = roles.id is not None and roles.lead is not None and bool(limit_columns(grid.names))
    score += _ENOUGH * limits
    inside = roles.id is None and _ids_inside(roles)
    if not reason and roles.id is not None and score < _ENOUGH:
        reason = "its columns are not those of a table of requirements"
    if reason:
        looks = looks_in(table.rows, reason)
        kind = plain_kind(grid) or reason
        return Reading(reason=reason, looks=looks, kind=kind, columns=tuple(grid.names.values()), rows=grid.height)
    rows = _Rows(grid, roles, section, group)
    drafts = rows.read()
    if limits:
        _state_limits(grid, roles, drafts, f"{section.title} {table.name} {above}")
    preamble = looks_in(grid.preamble, "it stands above the table's header")
    return Reading(drafts, likeness=score + (_ENOUGH if inside else 0), looks=[*preamble, *rows.looks])


def _read_matrix(grid: Grid, matrix: Matrix, section: Section, group: int) -> Reading:
    """The rows of a permission matrix with their cells; numbers that only count the rows are no ids."""
    ids = matrix.ids if matrix.ids is not None and _are_ids(matrix.ids) else None
    taken = {column.index for column in (*matrix.marked, matrix.head, *((matrix.ids,) if matrix.ids else ()))}
    others = ((column, other_label(column)) for column in grid.columns if column.index not in taken and column.texts)
    if section.kind is SectionKind.NARRATIVE:  # who may do what is no narrative, even under "Roles"
        section = replace(section, kind=SectionKind.NEUTRAL, purpose="")
    rows = _Rows(grid, Roles(ids, matrix.head, tuple(others)), section, group)
    cells = {one.row.location: one for one in matrix.rows}
    drafts = rows.read()
    for draft in drafts:
        if (one := cells.get(draft.location)) is not None:
            draft.rights = one.rights
            draft.items = [*draft.items, *cells_of(one, matrix.marked)]
    return Reading(drafts, likeness=_CLEARLY if ids else _MATRIX, matrix=matrix, looks=rows.looks)


def _are_ids(column: Column) -> bool:
    return names_requirement_id(column.name) or 2 * sum(map(is_strong_id, column.texts)) >= len(column.texts)


def _state_limits(grid: Grid, roles: Roles, drafts: list[Draft], above: str) -> None:
    """Give each row of a table of limits all its cells as text, and the sentences that it stands for."""
    rows = {row.location: row for row in grid.table.rows}
    for draft in drafts:
        row = rows.get(draft.location)
        if row is not None and roles.id is not None and roles.lead is not None and draft.id:
            draft.text, draft.items = cells_in_words(grid.names, row, roles.id.index), []
            draft.readings = sentences_of(grid.names, row, roles.lead.index, above)


def _ids_inside(roles: Roles) -> bool:
    """Whether the statements themselves, or the titles beside them, begin with ids."""
    titles = (column for column, label in roles.others if label is Label.TITLE)
    columns = (roles.lead, *titles) if roles.lead else ()
    return any(
        column.texts and 2 * sum(split_prefix(text) is not None for text in column.texts) >= len(column.texts)
        for column in columns
    )


def looks_in(rows: Iterable[Row], reason: str) -> list[PassedOver]:
    """Rows left aside that hold an id or are worded as an obligation."""
    looks = []
    for row in rows:
        texts = [fold(cell.text) for cell in filled(row)]
        if any(is_strong_id(text) or demands(text) for text in texts):
            looks.append(PassedOver(text=" | ".join(texts), location=row.location, reason=f"row of a table: {reason}"))
    return looks


class _Rows:
    """The rows of one table, read in order."""

    def __init__(self, grid: Grid, roles: Roles, section: Section, group: int) -> None:
        self._grid, self._roles, self._section, self._group = grid, roles, section, group
        self._home = section
        self.looks: list[PassedOver] = []
        kinds = (column for column, label in roles.others if label is Label.CATEGORY)
        self._kind_columns = tuple(column.index for column in kinds)
        self._drafts: list[Draft] = []

    def read(self) -> list[Draft]:
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
