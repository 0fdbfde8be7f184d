"""Text in two columns, and tables without rules: both show in white gaps that run down a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from gampgen.readers.labels import split_item
from gampgen.readers.pdf_content import Box
from gampgen.readers.pdf_lines import Line, Word, text_of
from gampgen.readers.pdf_table import PdfCell, PdfRow, PdfTable

_GUTTER: Final = 8.0  # points: the narrowest gap between columns of text
_LEFTMOST, _RIGHTMOST = 0.3, 0.72  # of the page's width: where a second column of text may begin
_TALLEST_GAP: Final = 3.2  # of the size: a wider gap between lines ends a table without rules
_COLUMN_LINES: Final = 6
_TABLE_LINES: Final = 3
_FULL: Final = 0.75
_WHITE: Final = 4.0  # points: the narrowest gap between columns of a table
_OUTLINE: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_IDENTIFIER: Final = re.compile(
    r"\[?[^\W\d_]{1,12}[-_. ]?(?:\w{1,12}[-_.]){0,6}\d{1,6}[a-z]?\]?:?|\d{1,4}(?:\.\d{1,3}){0,5}"
)
_PITCH: Final = 1.25
_MOSTLY: Final = 0.8
_CUT_LINES: Final = 10  # lines of a row that may go on on the next page
_CUTS: Final = ("-", "_", ".", "/")


def in_reading_order(lines: list[Line], width: float) -> list[list[Line]]:
    """The lines of a page in runs to read one after the other: each run is one column.

    Args:
        lines: from top to bottom, over the whole width.
        width: the page's width, in points.
    """
    gutter = _gutter(lines, width)
    if gutter is None:
        return [lines] if lines else []
    runs: list[list[Line]] = []
    band: list[Line] = []
    for line in lines:
        if _crosses(line, gutter):
            runs.extend(_parted(band, gutter))
            band = []
            if runs and runs[-1] and _crosses(runs[-1][0], gutter):
                runs[-1].append(line)
            else:
                runs.append([line])
        else:
            band.append(line)
    runs.extend(_parted(band, gutter))
    return [run for run in runs if run]


def _crosses(line: Line, gutter: float) -> bool:
    return any(segment[0].x0 < gutter < segment[-1].x1 for segment in line.segments)


def _parted(band: list[Line], gutter: float) -> list[list[Line]]:
    columns: list[list[Line]] = [[], []]
    for line in band:
        for number, column in enumerate(columns):
            words = _side(line, gutter, left=number == 0)
            if words:
                column.append(Line(words, line.page, column=number + 1))
    return columns


def _side(line: Line, gutter: float, *, left: bool) -> tuple[Word, ...]:
    return tuple(word for word in line.words if (word.x0 < gutter) == left)


def _gutter(lines: list[Line], width: float) -> float | None:
    """Where two columns of running text part; None where the page has one column."""
    gutter = _white_strip(lines, width)
    if gutter is None:
        return None
    apart = [line for line in lines if not _crosses(line, gutter)]
    left = [w for line in apart if (w := _side(line, gutter, left=True))]
    right = [w for line in apart if (w := _side(line, gutter, left=False))]
    if min(len(left), len(right)) < _COLUMN_LINES or len(apart) < 0.5 * len(lines):
        return None
    return gutter if _is_running(left) and _is_running(right) else None


def _white_strip(lines: Sequence[Line], width: float) -> float | None:
    """The middle of the white strip before the place, near the middle of the page, where most segments begin.

    The lines of two columns need not stand at the same heights.
    """
    segments = [Span(segment[0].x0, segment[-1].x1) for line in lines for segment in line.segments]
    starts = Counter(round(one.start) for one in segments if _LEFTMOST * width < one.start < _RIGHTMOST * width)
    if not starts or max(starts.values()) < _COLUMN_LINES:
        return None
    start = min(starts, key=lambda at: (-starts[at], at)) - 1.0
    before = [one.end for one in segments if one.end <= start]
    gap = start - max(before, default=start)
    return start - gap / 2 if gap >= _GUTTER - 1.0 else None


def _is_running(column: list[tuple[Word, ...]]) -> bool:
    """True where most lines of a column are filled with words, as wrapped text is."""
    start, end = min(words[0].x0 for words in column), max(words[-1].x1 for words in column)
    full = sum(words[-1].x1 - start >= _FULL * (end - start) for words in column)
    wordy = median(len(words) for words in column) >= 4  # noqa: PLR2004 - a cell of a table has fewer
    return wordy and 2 * full >= len(column)


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a column of a table runs."""

    start: float
    end: float


def tables_without_rules(lines: Sequence[Line]) -> list[Line | PdfTable]:
    """The lines of a run, those that stand in aligned columns gathered into tables."""
    found: list[Line | PdfTable] = []
    index = 0
    while index < len(lines):
        end, columns = _aligned(lines, index)
        if columns:
            if index <= _CUT_LINES and all(_goes_on(line, columns) for line in lines[:index]):
                found.clear()  # the rest of a row that began on the page before
                index = 0
            inside = lines[index:end]
            found.append(table_of(inside, columns, row_starts(inside, columns)))
            index = end
        else:
            found.append(lines[index])
            index += 1
    return found


def _goes_on(line: Line, columns: Sequence[Span]) -> bool:
    """True where a line stands in one column of a table, but not in its first."""
    return any(abs(line.x0 - span.start) <= _WHITE and line.x1 <= span.end + _GUTTER for span in columns[1:])


def _cells(line: Line) -> tuple[tuple[Word, ...], ...]:
    """The segments of a line; a bullet or an outline number is no cell of its own before running text."""
    segments = line.segments
    if len(segments) == 2 and _is_label(text_of(segments[0])) and len(segments[1]) > 0:  # noqa: PLR2004 - label and text
        return (tuple(line.words),)
    return segments


def _is_label(text: str) -> bool:
    return bool(split_item(f"{text} x")[0]) or _OUTLINE.fullmatch(text) is not None or len(text) == 1


def _aligned(lines: Sequence[Line], start: int) -> tuple[int, list[Span]]:
    """The end of the table that begins at `start`, and its columns; no columns where none begins."""
    if len(_cells(lines[start])) < 2:  # noqa: PLR2004 - two cells
        return start, []
    spans: list[Span] = []
    end, rows = start, 0
    best: tuple[int, list[Span]] = (start, [])
    while end < len(lines) and (end == start or _is_near(lines[end - 1], lines[end])):
        cells = _cells(lines[end])
        joined = merged(spans, [Span(cell[0].x0, cell[-1].x1) for cell in cells])
        if len(cells) > 1:
            if spans and len(joined) < max(2, len(spans)):
                break
            rows += 1
        elif len(joined) < len(spans) or not spans or not _stands_in(cells[0], spans):
            break
        spans = joined
        end += 1
        if rows >= _TABLE_LINES and len(spans) > 1:
            best = (end, spans)
    return best


def _is_near(above: Line, line: Line) -> bool:
    return line.base - above.base <= _TALLEST_GAP * max(line.size, above.size)


def _stands_in(cell: tuple[Word, ...], spans: list[Span]) -> bool:
    """True where a lone cell goes on with a column: it begins where the column does."""
    return any(abs(cell[0].x0 - span.start) <= _WHITE for span in spans)


def merged(spans: list[Span], more: list[Span]) -> list[Span]:
    """Columns as the union of what stands in them; those that touch become one."""
    found: list[Span] = []
    for span in sorted([*spans, *more], key=lambda one: one.start):
        if found and span.start <= found[-1].end + _WHITE:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def table_of(lines: Sequence[Line], columns: Sequence[Span], starts: set[int]) -> PdfTable:
    """The table that lines make in known columns; `starts` are the numbers of the lines with which rows begin."""
    edges = [span.start - _WHITE / 2 for span in columns]
    table = PdfTable(
        Box(edges[0], lines[0].top, columns[-1].end, lines[-1].bottom),
        (*edges, columns[-1].end + _WHITE / 2),
        ruled=False,
    )
    for index, line in enumerate(lines):
        if index in starts or not table.rows:
            table.rows.append(PdfRow([PdfCell([], column) for column in range(len(columns))], line.page))
        for words in _by_column(line, columns):
            under = _columns_under(words, columns)
            span = columns[under[0]]
            cell = table.rows[-1].cells[under[0]]
            cell.lines.append(Line(words, line.page, span.start, columns[under[-1]].end))
            cell.span = max(cell.span, len(under))
    for row in table.rows:
        row.cells = _without_covered(row.cells)
    return table


def _by_column(line: Line, columns: Sequence[Span]) -> list[tuple[Word, ...]]:
    """The words of a line, parted where another column begins."""
    parts: list[list[Word]] = []
    for segment in line.segments:
        for index, word in enumerate(segment):
            begins = any(abs(word.x0 - span.start) <= _WHITE / 2 for span in columns)
            if index and not (begins and word.x0 - segment[index - 1].x1 >= _WHITE):
                parts[-1].append(word)
            else:
                parts.append([word])
    return [tuple(part) for part in parts]


def _columns_under(words: tuple[Word, ...], columns: Sequence[Span]) -> list[int]:
    """The numbers of the columns over which words stand; at least one, the nearest."""
    start, end = words[0].x0, words[-1].x1
    under = [index for index, span in enumerate(columns) if span.start < end - 1 and start < span.end - 1]
    return under or [min(range(len(columns)), key=lambda index: abs(columns[index].start - start))]


def _without_covered(cells: list[PdfCell]) -> list[PdfCell]:
    """The cells of a row; a cell over several columns takes the place of the empty ones that it covers."""
    kept: list[PdfCell] = []
    for cell in cells:
        before = kept[-1] if kept else None
        if before is not None and before.column + before.span > cell.column:
            if not cell.lines:
                continue
            before.span = cell.column - before.column
        kept.append(cell)
    return kept


def row_starts(lines: Sequence[Line], columns: Sequence[Span], *, ids_only: bool = False) -> set[int]:
    """The numbers of the lines that begin rows: at ids, at wider gaps, or wherever the first column holds text.

    With `ids_only` only ids count.
    """
    first = [text_of(w for w in line.words if w.x0 <= columns[0].end + 1) for line in lines]
    ids = {index for index in range(len(first)) if _begins_id(first, index)}
    filled = {index for index, text in enumerate(first) if text}
    gaps = [line.base - above.base for above, line in pairwise(lines)]
    wide = {index for index, gap in enumerate(gaps, 1) if gap > _PITCH * min(gaps)}
    if len(ids) > 1 and 2 * len(ids) >= len(filled):
        apart = len((ids - {0}) & wide) >= _MOSTLY * len(ids - {0})  # rows stand apart: a wide gap begins one too
        return {0, *ids, *(wide if apart and len(wide) < len(gaps) else ())}
    if ids_only:
        return {0}
    if wide and len(wide) < len(gaps):
        return {0, *wide}
    return {0, *filled}


def _begins_id(first: Sequence[str], index: int) -> bool:
    """True where an id begins in the first column, be it cut at a hyphen; not where a cut one only goes on."""
    above = next((text for text in reversed(first[:index]) if text), "")
    text = first[index]
    if text.endswith(_CUTS):
        text += next((below for below in first[index + 1 : index + 3] if below), "1")  # or on the next page
    return not above.endswith(_CUTS) and _IDENTIFIER.fullmatch(text) is not None
