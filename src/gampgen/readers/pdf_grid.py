"""Ruled tables on a page: ruling lines to a grid, and the grid to cells, merged ones included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from gampgen.readers.pdf_content import Box, PageContent

_SNAP: Final = 3.0  # points: rules nearer than this are one
_MEETS: Final = 4.0  # points: how far a rule may end before the one it meets
_COVERS: Final = 0.75  # of a cell's side: what a rule must cover to bound it
_CELLS_LIMIT: Final = 20_000
_PAIRS_LIMIT: Final = 1_000_000
_FRAME: Final = 0.3  # of the page: a cell as wide as its grid that is larger frames the page's text


class Rule(NamedTuple):
    """A ruling line: where it lies, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: `columns` and `rows` are edges, `cells[row][column]` is the number of the cell that lies there."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell in which a point lies, or None outside."""
        if not self.box.holds(x, y):
            return None
        row = min(bisect_right(self.rows, y), len(self.rows) - 1) - 1
        column = min(bisect_right(self.columns, x), len(self.columns) - 1) - 1
        return self.cells[row][column]

    def edges(self, number: int) -> Box:
        """The outline of a cell."""
        places = [(r, c) for r, row in enumerate(self.cells) for c, cell in enumerate(row) if cell == number]
        rows, columns = [r for r, _ in places], [c for _, c in places]
        return Box(
            self.columns[min(columns)], self.rows[min(rows)], self.columns[max(columns) + 1], self.rows[max(rows) + 1]
        )


def grids(page: PageContent) -> list[Grid]:
    """The ruled tables of a page, from top to bottom; frames and tables inside a cell are none."""
    across = joined(Rule((b.y0 + b.y1) / 2, b.x0, b.x1) for b in page.across)
    down = joined(Rule((b.x0 + b.x1) / 2, b.y0, b.y1) for b in page.down)
    if not across or not down or len(across) * len(down) > _PAIRS_LIMIT:
        return []
    found: list[Grid] = []
    for h, v in _connected(across, down):
        grid = _grid(h, v)
        if grid is not None:
            found.extend(_without_frames(grid, page))
    found.sort(key=lambda grid: -grid.box.area)
    kept: list[Grid] = []
    for grid in found:
        middle = (grid.box.x0 + grid.box.x1) / 2, (grid.box.y0 + grid.box.y1) / 2
        if not any(other.box.holds(*middle) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.box.y0, grid.box.x0))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line, or nearly so, that touch or overlap, as one."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= _SNAP:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    found: list[Rule] = []
    for level in levels:
        at = sum(rule.at for rule in level) / len(level)
        runs: list[Rule] = []
        for rule in sorted(level, key=lambda one: one.start):
            if runs and rule.start <= runs[-1].end + _MEETS:
                runs[-1] = Rule(at, runs[-1].start, max(runs[-1].end, rule.end))
            else:
                runs.append(Rule(at, rule.start, rule.end))
        found.extend(runs)
    return found


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that hang together."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - _MEETS <= v.at <= h.end + _MEETS and v.start - _MEETS <= h.at <= v.end + _MEETS:
                owner[root(j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(owner)):
        group = groups.setdefault(root(index), ([], []))
        if index < len(across):
            group[0].append(across[index])
        else:
            group[1].append(down[index - len(across)])
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """The grid of rules that hang together; None where they make no table. Open sides are closed."""
    columns = _levels([*(v.at for v in down), min(h.start for h in across), max(h.end for h in across)])
    rows = _levels([*(h.at for h in across), min(v.start for v in down), max(v.end for v in down)])
    if len(columns) < 3 or len(rows) < 2 or (len(columns) - 1) * (len(rows) - 1) > _CELLS_LIMIT:  # noqa: PLR2004 - two columns
        return None
    walls = {(_index(columns, v.at), r) for v in down for r in _covered(rows, v)}
    floors = {(_index(rows, h.at), c) for h in across for c in _covered(columns, h)}
    cells = _flooded(len(rows) - 1, len(columns) - 1, walls, floors)
    return _compact(columns, rows, cells)


def _levels(values: Sequence[float]) -> list[float]:
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _SNAP:
            levels.append(value)
    return levels


def _index(levels: Sequence[float], value: float) -> int:
    return min(range(len(levels)), key=lambda index: abs(levels[index] - value))


def _covered(levels: Sequence[float], rule: Rule) -> list[int]:
    """The gaps between levels along which a rule runs."""
    found = []
    for index, (start, end) in enumerate(pairwise(levels)):
        if min(end, rule.end) - max(start, rule.start) >= _COVERS * (end - start):
            found.append(index)
    return found


def _flooded(rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> list[list[int]]:
    """Each place's cell number: places without a rule between them are one cell."""
    cells = [[-1] * columns for _ in range(rows)]
    number = -1
    for row in range(rows):
        for column in range(columns):
            if cells[row][column] >= 0:
                continue
            number += 1
            waiting = [(row, column)]
            while waiting:
                r, c = waiting.pop()
                if cells[r][c] >= 0:
                    continue
                cells[r][c] = number
                if c + 1 < columns and (c + 1, r) not in walls:
                    waiting.append((r, c + 1))
                if c > 0 and (c, r) not in walls:
                    waiting.append((r, c - 1))
                if r + 1 < rows and (r + 1, c) not in floors:
                    waiting.append((r + 1, c))
                if r > 0 and (r, c) not in floors:
                    waiting.append((r - 1, c))
    return cells


def _compact(columns: list[float], rows: list[float], cells: list[list[int]]) -> Grid | None:
    """The grid without rows and columns in which no cell begins; None where a single column or cell is left."""
    kept_rows = [r for r in range(len(cells)) if r == 0 or cells[r] != cells[r - 1]]
    kept_columns = [
        c for c in range(len(columns) - 1) if c == 0 or any(row[c] != row[c - 1] for row in cells)
    ]  # fmt: skip
    if len(kept_columns) < 2:  # noqa: PLR2004 - one column is no table
        return None
    return Grid(
        columns=(*(columns[c] for c in kept_columns), columns[-1]),
        rows=(*(rows[r] for r in kept_rows), rows[-1]),
        cells=tuple(tuple(cells[r][c] for c in kept_columns) for r in kept_rows),
    )


def _without_frames(grid: Grid, page: PageContent) -> list[Grid]:
    """The grid cut at rows of one cell so large that it frames the page's text."""
    parts: list[Grid] = []
    start = 0
    for row in range(len(grid.rows)):
        last = row == len(grid.rows) - 1
        if not last:
            height = grid.rows[row + 1] - grid.rows[row]
            whole = len(set(grid.cells[row])) == 1
            if not whole or height * (grid.box.x1 - grid.box.x0) < _FRAME * page.width * page.height:
                continue
        if row > start:
            part = _compact(
                list(grid.columns), list(grid.rows[start : row + 1]), [list(r) for r in grid.cells[start:row]]
            )
            if part is not None:
                parts.append(part)
        start = row + 1
    return parts
