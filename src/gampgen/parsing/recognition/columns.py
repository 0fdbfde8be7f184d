"""Which column of a table holds the ids, which the statements, and what the others are to a requirement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gampgen.parsing.recognition.grid import Column, Grid
from gampgen.parsing.recognition.identifiers import REQUIREMENT_HEADS, head_of
from gampgen.parsing.recognition.labels import ATTRIBUTES, Label, names_requirement_id

_MOST: Final = 0.6
_NEVER_IDS: Final = frozenset({
    Label.SOURCE, Label.TEST, Label.DOCUMENT, Label.VERIFICATION, Label.VERSION, Label.DATE, Label.PRIORITY, Label.RISK,
    Label.VALUE, Label.NOTE, Label.RESPONSE, Label.PERSON, Label.TERM, Label.DEFINITION, Label.CHANGE, Label.ROLE,
})  # fmt: skip
_NEVER_LEAD: Final = ATTRIBUTES - {Label.TITLE, Label.FIELD, Label.CATEGORY} | {
    Label.PRIORITY, Label.RISK, Label.VERIFICATION, Label.ACCEPTANCE, Label.ID,
}  # fmt: skip
_SENTENCE: Final = 4
_LONGEST_ID: Final = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a table of requirements: ids (None where the table prints none), statement, and the rest."""

    id: Column | None
    lead: Column | None
    others: tuple[tuple[Column, Label], ...]


def id_column(grid: Grid) -> Column | None:
    """The column that holds the ids: named so, or holding ids by their shape; None where there is none."""
    able = [c for c in grid.columns if c.texts and c.label not in _NEVER_IDS and c.words <= _LONGEST_ID]
    named = [c for c in able if c.label is Label.ID]
    shaped = [c for c in able if c.strong >= _MOST and c.distinct > 0.5]  # noqa: PLR2004 - ids differ, codes repeat
    for column in named:
        if names_requirement_id(column.name) and (column.weak >= _MOST or column.label is Label.ID):
            return column
    if strong := [c for c in named if c.strong >= _MOST] or shaped:
        return strong[0]
    if named:
        return named[0]
    unnamed = [c for c in able if not c.name and c.weak >= _MOST and c.distinct == 1 and c.index == 0]
    return unnamed[0] if unnamed else None


def lead_column(grid: Grid, ids: Column | None) -> Column | None:
    """The column that holds the lead statement.

    It is the one named a requirement, else a description, else the one most worded like one, else the first after the
    id.
    """
    able = [c for c in grid.columns if c is not ids and c.texts and c.label not in _NEVER_LEAD]
    able = [c for c in able if c.citing < _MOST]
    stated = _best([c for c in able if c.label is Label.STATEMENT])
    described = _best([c for c in able if c.label is Label.DESCRIPTION])
    if stated and described and _is_title(stated, described):
        return described
    if stated or described:
        return _worded_better(stated or described, able)
    worded = [c for c in able if c.demanding >= 0.5 and c.words >= _SENTENCE]  # noqa: PLR2004 - half of the rows
    if worded:
        return max(worded, key=lambda c: (c.binding, c.words))
    after = [c for c in able if ids is None or c.index > ids.index]
    return next((c for c in after if (c.label is not Label.CATEGORY or len(after) == 1) and _says_something(c)), None)


def _says_something(column: Column) -> bool:
    """Whether a column says something of its own in each row, unlike one of verdicts ("Pass", "open")."""
    return column.distinct >= 0.5 or column.words >= _SENTENCE  # noqa: PLR2004 - half of the rows differ


def _best(columns: list[Column]) -> Column | None:
    return max(columns, key=lambda c: (c.binding, c.words), default=None)


def _is_title(stated: Column, described: Column) -> bool:
    return stated.binding < described.binding and (stated.words < _SENTENCE or described.words > 2 * stated.words)


def _worded_better(named: Column | None, able: list[Column]) -> Column | None:
    """`named`, unless it is empty of demands and short, and an unnamed column is full of them."""
    if named is None or named.binding > 0:
        return named
    rivals = [c for c in able if c.label in {None, Label.FIELD} and c.binding >= _MOST and c.words > named.words]
    return rivals[0] if rivals else named


def assign(grid: Grid) -> Roles:
    """What each column is to a requirement."""
    ids = id_column(grid)
    lead = lead_column(grid, ids)
    others = []
    for column in grid.columns:
        if column is ids or column is lead or not column.texts:
            continue
        others.append((column, _other(column, lead)))
    return Roles(ids, lead, tuple(others))


def _other(column: Column, lead: Column | None) -> Label:
    """What a column beside the ids and the statements is to the requirement."""
    if lead is not None and _names_the_row(column, lead):
        return Label.TITLE
    return other_label(column)


def other_label(column: Column) -> Label:
    """What a column says of a requirement, by its own name and cells."""
    if column.label not in {None, Label.FIELD}:
        return Label.SOURCE if column.label is Label.ID else column.label or Label.FIELD
    if column.scaled >= _MOST:
        return Label.PRIORITY
    if column.demanding >= 0.5 or (column.measured >= _MOST and column.words < 2 * _SENTENCE):  # noqa: PLR2004 - half
        return Label.VALUE
    return Label.NOTE


def _names_the_row(column: Column, lead: Column) -> bool:
    """Whether a column names what is required: short, without demands ("Parameter | Requirement", "Function | …")."""
    if column.words >= _SENTENCE or column.binding or column.scaled >= _MOST:
        return False
    before = column.index < lead.index and column.label in {None, Label.FIELD, Label.VALUE}
    return before or column.label in {Label.STATEMENT, Label.DESCRIPTION}


def likeness(grid: Grid, roles: Roles) -> int:
    """How much a table is like a table of requirements; 3 suffices where no other table is more like one."""
    if roles.lead is None:
        return 0
    score = 0
    if roles.id is not None:
        heads = {head_of(text) for text in roles.id.texts}
        score += 2 if names_requirement_id(roles.id.name) else int(roles.id.label is Label.ID)
        score += int(roles.id.strong >= _MOST) + 2 * int(bool(heads & REQUIREMENT_HEADS))
    score += 2 * int(roles.lead.label is Label.STATEMENT)
    described = roles.lead.label is Label.DESCRIPTION and roles.lead.words >= _SENTENCE
    score += int(described and roles.id is not None and roles.id.strong == 1 == roles.id.distinct)
    score += 2 * int(roles.lead.demanding >= 0.3)  # noqa: PLR2004 - a third is worded as requirements
    return score + int(bool(grid.labels() & {Label.PRIORITY, Label.ACCEPTANCE}))
