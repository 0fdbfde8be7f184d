"""Tables of requirements, one requirement a row; and what the other tables of a document are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from gampgen.domain.document import Table
from gampgen.domain.requirement import PassedOver
from gampgen.parsing.recognition.columns import Roles, assign, likeness, other_label
from gampgen.parsing.recognition.draft import Draft
from gampgen.parsing.recognition.grid import Column, Grid
from gampgen.parsing.recognition.identifiers import is_strong_id, split_prefix
from gampgen.parsing.recognition.labels import Label, names_requirement_id
from gampgen.parsing.recognition.limit_effects import Meaning, meaning_of
from gampgen.parsing.recognition.limit_rows import Limits, limits_of
from gampgen.parsing.recognition.permission_matrix import Matrix, cells_of, read_matrix
from gampgen.parsing.recognition.rows import Rows, looks_in
from gampgen.parsing.recognition.sections import Section, SectionKind
from gampgen.parsing.recognition.table_kinds import other_kind, plain_kind

_ENOUGH: Final = 3
_MATRIX: Final = 2
_CLEARLY: Final = 5


@dataclass(slots=True)
class Reading:
    """What a table gave: drafts with how much it is like a table of requirements, or the reason why it gave none.

    `key_value`: it is a table of labels and values. `matrix`: what it says by marks of who may do what. `limits`: it
    is a table of limits. `looks` are rows that could be mistaken for requirements. Of a table left aside,
    `kind` says what its columns make of it, `columns` are their printed names, `rows` the number of its rows.
    """

    drafts: list[Draft] = field(default_factory=list)
    likeness: int = 0
    reason: str = ""
    key_value: bool = False
    matrix: Matrix | None = None
    limits: Limits | None = None
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
    if not reason and (limits := limits_of(grid)) is not None:
        meaning = meaning_of(above, f"{section.title} {table.name}")
        return _read_limits(limits, meaning, section, group)
    roles = assign(grid)
    if not reason and roles.lead is None:
        reason = plain_kind(grid) or "it has no column of statements"
    score = likeness(grid, roles) + (section.kind is SectionKind.REQUIREMENT) - (section.kind is SectionKind.NARRATIVE)
    inside = roles.id is None and _ids_inside(roles)
    if not reason and roles.id is not None and score < _ENOUGH:
        reason = "its columns are not those of a table of requirements"
    if reason:
        looks = looks_in(table.rows, reason)
        kind = plain_kind(grid) or reason
        return Reading(reason=reason, looks=looks, kind=kind, columns=tuple(grid.names.values()), rows=grid.height)
    rows = Rows(grid, roles, section, group)
    drafts = rows.read()
    preamble = looks_in(grid.preamble, "it stands above the table's header")
    return Reading(drafts, likeness=score + (_ENOUGH if inside else 0), looks=[*preamble, *rows.looks])


def _read_limits(limits: Limits, meaning: Meaning, section: Section, group: int) -> Reading:
    taken = {*limits.table.columns, limits.table.head, *((limits.ids.index,) if limits.ids else ())}
    columns = limits.grid.columns
    others = tuple((one, other_label(one)) for one in columns if one.index not in taken and one.texts)
    rows = Rows(limits.grid, Roles(limits.ids, limits.head, others), section, group)
    drafts = rows.read()
    limits.state(drafts, meaning)
    likeness = _CLEARLY if limits.ids is not None else _MATRIX
    return Reading(drafts, likeness=likeness, limits=limits, looks=rows.looks)


def _read_matrix(grid: Grid, matrix: Matrix, section: Section, group: int) -> Reading:
    """The rows of a permission matrix with their cells; numbers that only count the rows are no ids."""
    ids = matrix.ids if matrix.ids is not None and _are_ids(matrix.ids) else None
    taken = {column.index for column in (*matrix.marked, matrix.head, *((matrix.ids,) if matrix.ids else ()))}
    others = ((column, other_label(column)) for column in grid.columns if column.index not in taken and column.texts)
    if section.kind is SectionKind.NARRATIVE:  # who may do what is no narrative, even under "Roles"
        section = replace(section, kind=SectionKind.NEUTRAL, purpose="")
    rows = Rows(grid, Roles(ids, matrix.head, tuple(others)), section, group)
    cells = {one.row.location: one for one in matrix.rows}
    drafts = rows.read()
    for draft in drafts:
        if (one := cells.get(draft.location)) is not None:
            draft.rights = one.rights
            draft.items = [*draft.items, *cells_of(one, matrix.marked)]
    return Reading(drafts, likeness=_CLEARLY if ids else _MATRIX, matrix=matrix, looks=rows.looks)


def _are_ids(column: Column) -> bool:
    return names_requirement_id(column.name) or 2 * sum(map(is_strong_id, column.texts)) >= len(column.texts)


def _ids_inside(roles: Roles) -> bool:
    """Whether the statements themselves, or the titles beside them, begin with ids."""
    titles = (column for column, label in roles.others if label is Label.TITLE)
    columns = (roles.lead, *titles) if roles.lead else ()
    return any(
        column.texts and 2 * sum(split_prefix(text) is not None for text in column.texts) >= len(column.texts)
        for column in columns
    )
