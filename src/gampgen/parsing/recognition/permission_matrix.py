"""Permission matrices: tables that say by marks which role may do what.

Roles are the columns and functions the rows, or the other way round. A table of marks is one where the names on one
side are roles, or the words around it speak of rights; the marks of a feature list, of a test plan or of a RACI chart
say something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Cell, Row
from gampgen.domain.right import Right
from gampgen.parsing.clauses.nouns import PEOPLE, singular
from gampgen.parsing.recognition.columns import id_column
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.function_words import action_of
from gampgen.parsing.recognition.grid import Band, Column, Grid
from gampgen.parsing.recognition.labels import Label
from gampgen.parsing.recognition.marks import CHANGE, OWN, VIEW, Marks, Meaning, Verdict, is_mark, legend_in

_FEWEST: Final = 2
_MOST_MARKED: Final = 0.75
_HALF: Final = 0.5
_LONGEST_ROLE: Final = 5
_TALKS_OF_RIGHTS: Final = re.compile(
    r"\b(?:rights?|permissions?|privileges?|access|authori[sz]ations?|user (?:groups?|levels?|profiles?)|roles?)\b",
    re.IGNORECASE,
)
_NO_ROLE: Final = re.compile(
    r"\b(?:standard|configur\w+|custom\w*|options?|gxp|gmp|gcp|glp|critical\w*|[diop]q|fat|sat|uat|must|should|could|"
    r"mandatory|optional|desirable|compl\w+|fulfil\w*|fully|partial\w*|yes|no|phase|release|version|priority|risk|"
    r"remarks?|comments?|cat(?:egory)?|type|test(?:ed)?|urs|sop)\b",
    re.IGNORECASE,
)
_ROLE_NAMES: Final = PEOPLE | {
    "user", "admin", "role", "group", "staff", "personnel", "team", "department", "employee", "guest"
}  # fmt: skip
_UNITS: Final = frozenset(
    {"it", "production", "quality", "maintenance", "administration", "engineering", "laboratory", "everyone"}
)
_LEVEL: Final = re.compile(r"\s*(?:\([^)]*\)|\b(?:level|class|grade)?\s*(?:\d+|[IVX]+))\s*\Z", re.IGNORECASE)
_RESPONSIBLE: Final = re.compile(r"[aci](?:\s?/\s?[raci])?|[raci]\s?/\s?[aci]", re.IGNORECASE)
_RACI: Final = re.compile(r"\b(?:RACI|RASCI|responsib\w+|accountab\w+|consulted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row: its place in the table, its head as printed, and its cells as rights."""

    row: Row
    head: str
    rights: tuple[Right, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A permission matrix as read. `ids` is the column of ids, `head` that of the rows' names."""

    ids: Column | None
    head: Column
    marked: tuple[Column, ...]
    roles: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def read_matrix(grid: Grid, around: tuple[str, ...]) -> Matrix | None:
    """The permission matrix that a table is, or None.

    Args:
        grid: the table.
        around: heading, caption and the lines beside the table, where its legend may stand.
    """
    ids = id_column(grid)
    ids = ids if ids is not None and ids.index == 0 and ids.weak >= _HALF else None
    marked = _marked(grid, ids)
    head = next((c for c in grid.columns if c is not ids and c not in marked and c.texts and not _is_extra(c)), None)
    if head is None or len(marked) < _FEWEST or head.index > marked[0].index:
        return None
    by_row = _roles_are_rows(head, marked, around)
    if not by_row:
        marked = tuple(c for c in marked if not _NO_ROLE.search(c.name))
    bands = tuple(row.text for _, row in grid.body() if isinstance(row, Band))
    above = tuple(fold(cell.text) for row in grid.preamble for cell in row.cells)
    legend = legend_in((*around, *bands, *above))
    cells = [_text(row, column) for row in _rows(grid) for column in marked]
    if by_row is None or len(marked) < _FEWEST or _shares_out_duties(cells, legend, around):
        return None
    marks = Marks.of(cells, legend)
    reader = _Reader(marks, _vocabulary(marks, cells), by_row=by_row)
    rows = tuple(reader.row(row, _text(row, head), marked) for row in _rows(grid) if _text(row, head))
    names = dict.fromkeys(right.role for one in rows for right in one.rights)
    return Matrix(ids, head, marked, tuple(names), rows) if names else None


def _rows(grid: Grid) -> list[Row]:
    return [row for _, row in grid.body() if not isinstance(row, Band)]


def _text(row: Row, column: Column) -> str:
    return fold(cell.text) if (cell := _cell(row, column)) else ""


def _cell(row: Row, column: Column) -> Cell | None:
    return next((c for c in row.cells if c.column <= column.index < c.column + c.span), None)


def _marked(grid: Grid, ids: Column | None) -> tuple[Column, ...]:
    """The named columns, but the first, that hold nothing but marks, or nothing."""
    able = [c for c in grid.columns if c is not ids and c.index > 0 and c.name and not is_mark(c.name)]
    full = [c for c in able if c.texts and sum(map(is_mark, c.texts)) >= _MOST_MARKED * len(c.texts)]
    last = max((c.index for c in full), default=-1)
    first = min((c.index for c in full), default=0)
    return tuple(c for c in able if c in full or (not c.texts and (first < c.index < last or is_role(c.name))))


def _is_extra(column: Column) -> bool:
    """Whether a column stands beside the matrix: a priority, a remark, a number."""
    numbered = column.label is Label.ID and column.weak >= _HALF
    return numbered or column.label in {Label.PRIORITY, Label.RISK, Label.NOTE, Label.SOURCE, Label.VERIFICATION}


def is_role(name: str) -> bool:
    """Whether a name is that of a role by its own words ("Lab manager", "QA", "Administrator (local)")."""
    words = _LEVEL.sub("", name).replace("/", " ").split()
    plain = [singular(word.casefold().strip(".,:")) for word in words]
    if not 0 < len(plain) <= _LONGEST_ROLE:
        return False
    headed = len(plain) > 1 and plain[0] in {*PEOPLE, "head"} and plain[1] == "of"
    return plain[-1] in _ROLE_NAMES or headed or (len(plain) == 1 and plain[0] in _UNITS)


def _roles_are_rows(head: Column, marked: tuple[Column, ...], around: tuple[str, ...]) -> bool | None:
    """Whether the rows are the roles; None where nothing says that either side are roles."""
    in_rows = sum(map(is_role, head.texts)) / len(head.texts)
    named = [c for c in marked if not _NO_ROLE.search(c.name)]
    in_columns = sum(is_role(c.name) for c in named) / max(len(named), 1)
    if head.label is Label.ROLE or (in_rows >= _HALF and in_rows > in_columns):
        return True
    if in_columns >= _HALF or all(c.label in {Label.ROLE, Label.PERSON} for c in named):
        return False
    return False if named and any(_TALKS_OF_RIGHTS.search(text) for text in around) else None


def _shares_out_duties(cells: list[str], legend: dict[str, str], around: tuple[str, ...]) -> bool:
    """Whether the marks are those of a RACI chart: who is responsible, and not who may."""
    if any(_RACI.search(text) for text in (*around, *legend.values())):
        return True
    codes = [one for one in cells if one and one.casefold() not in legend]
    return any(_RESPONSIBLE.fullmatch(one) and not one.casefold().startswith("c") for one in codes) and not any(
        _text_is_plain(one) for one in codes
    )


def _text_is_plain(cell: str) -> bool:
    return len(cell) > 3 or cell.casefold() in {"x", "✓", "✔", "w", "rw", "r/w", "yes", "no"}  # noqa: PLR2004 - a word


def _vocabulary(marks: Marks, cells: list[str]) -> tuple[str, ...]:
    """The acts of which the matrix speaks: those that some cell names; a tick speaks of the row itself."""
    meanings = [marks.meaning(cell) for cell in cells if cell]
    verbs = {verb for one in meanings for verb in one.verbs}
    if any(one.verdict is Verdict.ALL for one in meanings):
        verbs |= {VIEW, CHANGE}
    if any(one.verdict is Verdict.ALLOWED for one in meanings) or not verbs:
        return (OWN,)
    return tuple(sorted(verbs, key=_in_order))


def _in_order(verb: str) -> tuple[int, str]:
    known = ("create", VIEW, CHANGE, "delete")
    return (known.index(verb) if verb in known else len(known), verb)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The cells of one matrix, read with its marks."""

    marks: Marks
    vocabulary: tuple[str, ...]
    by_row: bool

    def row(self, row: Row, head: str, columns: tuple[Column, ...]) -> MatrixRow:
        """One row as rights."""
        rights = tuple(right for column in columns for right in self._cell(head, column.name, _text(row, column)))
        return MatrixRow(row, head, rights)

    def _cell(self, head: str, name: str, mark: str) -> list[Right]:
        role, function = (head, name) if self.by_row else (name, head)
        quote = f"{name}: {mark}" if mark else head
        found = []
        meaning = self.marks.meaning(mark)
        for verb, allowed in self._acts(meaning):
            action = action_of(function, verb)
            known = action is not None and allowed is not None
            found.append(
                Right(
                    role=role, function=function, action=action or function, allowed=allowed if known else None,
                    mark=mark, quote=quote, condition=meaning.condition,
                )
            )  # fmt: skip
        return _distinct(found)

    def _acts(self, meaning: Meaning) -> list[tuple[str, bool | None]]:
        """Each act of which a cell says something, and whether it allows it."""
        if meaning.verdict in {Verdict.UNKNOWN, Verdict.EMPTY}:
            return [(self.vocabulary[0], None)]
        if meaning.verdict is not None:
            return [(verb, meaning.verdict is not Verdict.DENIED) for verb in self.vocabulary]
        if self.vocabulary == (OWN,):  # ticks, and among them a mark that names an act: reading alone, say
            own = True if meaning.verbs & {CHANGE} else (False if meaning.verbs == {VIEW} else None)
            return [(OWN, own), *((verb, True) for verb in sorted(meaning.verbs - {CHANGE}, key=_in_order))]
        written = CHANGE in meaning.verbs and VIEW not in meaning.verbs  # who writes reads, or not: it is not said
        spoken = (verb for verb in self.vocabulary if not (verb == VIEW and written))
        return [(verb, verb in meaning.verbs) for verb in spoken]


def _distinct(rights: list[Right]) -> list[Right]:
    """One right per act: where reading and the row itself are the same act, what is allowed counts."""
    best: dict[str, Right] = {}
    for right in rights:
        known = best.get(right.action)
        if known is None or (right.allowed and not known.allowed):
            best[right.action] = right
    return list(best.values())


def cells_of(one: MatrixRow, columns: tuple[Column, ...]) -> list[str]:
    """The marked cells of a row in words, each behind the name of its column; empty ones are left out."""
    texts = ((column.name, _text(one.row, column)) for column in columns)
    return [f"{name}: {text}" for name, text in texts if text]
