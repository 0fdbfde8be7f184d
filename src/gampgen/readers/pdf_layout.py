"""Pages to one sequence of lines and tables in reading order, without running headers and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import quantiles
from typing import Final

from gampgen.readers.pdf_bands import banded
from gampgen.readers.pdf_columns import in_reading_order, tables_without_rules
from gampgen.readers.pdf_content import Glyph, PageContent, turned
from gampgen.readers.pdf_grid import Grid, Rule, grids, joined
from gampgen.readers.pdf_lines import Line, lines_of
from gampgen.readers.pdf_margins import Strip, running
from gampgen.readers.pdf_table import PdfTable, ruled_table

Item = Line | PdfTable

_NEAR: Final = 3.0  # points
_FEW: Final = 20
_INCH: Final = 36  # points: half an inch; pages of one document differ by less
_DIGITS: Final = re.compile(r"\d+")


@dataclass(slots=True)
class Sheet:
    """A page's lines and ruled tables, from top to bottom, before columns are read; `aside` is text set askew.

    `rules` are horizontal rules, and the edges of coloured areas, outside ruled tables.
    """

    number: int
    width: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PdfTable] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def strips(self) -> list[tuple[Strip, Item]]:
        """Lines and tables from top to bottom."""
        ordered = sorted(self.lines, key=lambda line: line.base)
        found: list[tuple[float, Strip, Item]] = []
        for index, line in enumerate(ordered):
            heads = index + 1 < len(ordered) and _heads_columns(line, ordered[index + 1])
            found.append((line.base, Strip(line.text, line.base, heads_columns=heads), line))
        for table in self.tables:
            text = "\n".join(shown for row in table.rows for _, shown in row.shown())
            found.append((table.box.y0, Strip(text, table.box.y0), table))
        found.sort(key=lambda one: one[0])
        return [(strip, item) for _, strip, item in found]


def _heads_columns(line: Line, following: Line) -> bool:
    """True where a line's parts stand above the parts of the next line, as headings of columns do."""
    starts = [segment[0].x0 for segment in following.segments]
    above = [segment[0].x0 for segment in line.segments]
    return len(above) > 1 and sum(any(abs(a - b) <= _NEAR for b in starts) for a in above) > 1


def sheet_of(page: PageContent) -> Sheet:
    """A page's glyphs as lines and ruled tables."""
    page = _upright(page)
    sheet = Sheet(page.number, page.width)
    found = grids(page)
    inside: list[dict[int, list[Glyph]]] = [{} for _ in found]
    body: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
        for grid, cells in zip(found, inside, strict=True):
            number = grid.cell_at(x, y)
            if number is not None:
                cells.setdefault(number, []).append(glyph)
                break
        else:
            body.append(glyph)
    sheet.lines = lines_of([glyph for glyph in body if glyph.turn == 0], page.number)
    for turn in (90, 180, 270, -1):
        laid = [turned(glyph) for glyph in body if glyph.turn == turn]
        sheet.aside.extend(line.text for line in lines_of(laid, page.number))
    sheet.rules = _free_rules(page, found)
    for grid, cells in zip(found, inside, strict=True):
        if cells:
            sheet.tables.append(ruled_table(grid, cells, page.number))
    return sheet


def _free_rules(page: PageContent, found: Sequence[Grid]) -> list[Rule]:
    """Horizontal rules, and the edges of coloured areas, that are no part of a ruled table."""
    edges = [Rule((box.y0 + box.y1) / 2, box.x0, box.x1) for box in page.across]
    for box in page.fills:
        edges.extend((Rule(box.y0, box.x0, box.x1), Rule(box.y1, box.x0, box.x1)))
    return [rule for rule in joined(edges) if not any(g.box.holds((rule.start + rule.end) / 2, rule.at) for g in found)]


def _upright(page: PageContent) -> PageContent:
    """A page whose text is mostly turned, laid level with all its rules."""
    turns = [glyph.turn for glyph in page.glyphs]
    turn = next((one for one in (90, 270, 180) if 2 * turns.count(one) > len(turns)), 0)
    if not turn:
        return page
    width, height = (page.width, page.height) if turn == 180 else (page.height, page.width)  # noqa: PLR2004 - half a turn
    shift_x = {90: page.height, 180: page.width, 270: 0.0}[turn]
    shift_y = {90: 0.0, 180: page.height, 270: page.width}[turn]
    laid = PageContent(page.number, width, height)

    def level(glyph: Glyph) -> Glyph:
        one = turned(glyph._replace(turn=turn))
        return one._replace(
            x0=one.x0 + shift_x, x1=one.x1 + shift_x, y0=one.y0 + shift_y, y1=one.y1 + shift_y, base=one.base + shift_y,
            turn=(glyph.turn - turn) % 360 if glyph.turn >= 0 else -1,
        )  # fmt: skip

    laid.glyphs = [level(glyph) for glyph in page.glyphs]
    for source, across in ((page.across, False), (page.down, True)):
        for box in source:
            moved = level(Glyph("", *box, 0.0, 0.0))
            (laid.across if across == (turn != 180) else laid.down).append(  # noqa: PLR2004 - half a turn
                type(box)(moved.x0, moved.y0, moved.x1, moved.y1)
            )
    return laid


def arranged(sheets: Sequence[Sheet]) -> tuple[list[Item], list[str]]:
    """The document's lines and tables in reading order, and the texts of its running headers and footers, each once."""
    strips = [sheet.strips() for sheet in sheets]
    marked = running([[strip for strip, _ in found] for found in strips])
    margins: dict[str, str] = {}
    items: list[Item] = []
    for sheet, found, dropped in zip(sheets, strips, marked, strict=True):
        kept: list[Item] = []
        for index, (strip, item) in enumerate(found):
            if index in dropped:
                text = " | ".join(part for part in strip.text.split("\n") if part)
                margins.setdefault(_DIGITS.sub("#", text), text)
            else:
                kept.append(item)
        for text in sheet.aside:
            margins.setdefault(text, text)
        items.extend(_read(_with_bands(kept, sheet.rules), sheet.width))
    return items, list(margins.values())


def _with_bands(kept: list[Item], rules: Sequence[Rule]) -> list[Item]:
    """The kept items of a page, lines between ruled tables searched for tables with horizontal rules only."""
    items: list[Item] = []
    waiting: list[Line] = []
    for item in [*kept, None]:
        if isinstance(item, Line):
            waiting.append(item)
            continue
        items.extend(banded(waiting, rules))
        waiting = []
        if item is not None:
            items.append(item)
    return items


def _read(kept: list[Item], width: float) -> list[Item]:
    """The kept items of a page in reading order: columns one after the other, tables without rules made out."""
    items: list[Item] = []
    waiting: list[Line] = []
    for item in [*kept, None]:
        if isinstance(item, Line):
            waiting.append(item)
            continue
        for run in in_reading_order(waiting, width):
            items.extend(tables_without_rules(_edged(run)))
        waiting = []
        if item is not None:
            items.append(item)
    return items


def _edged(run: list[Line]) -> list[Line]:
    left = min(line.x0 for line in run)
    right = max(line.x1 for line in run)
    return [Line(line.words, line.page, left, right, line.column) for line in run]


def with_common_edges(items: list[Item]) -> list[Item]:
    """Lines that stand in the same column get the right edge that the column has throughout the document."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for item in items:
        if isinstance(item, Line):
            columns.setdefault(_column_of(item), []).append(item)
    edges = {key: _right_edge(found) for key, found in columns.items()}
    return [
        replace(item, right=max(edges[_column_of(item)], item.x1)) if isinstance(item, Line) else item for item in items
    ]


def _column_of(line: Line) -> tuple[int, int]:
    return line.column, round(line.left / _INCH)


def _right_edge(lines: Sequence[Line]) -> float:
    ends = [line.x1 for line in lines]
    return max(ends) if len(ends) < _FEW else quantiles(ends, n=50)[-1]
