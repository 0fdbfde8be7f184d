"""Tables with horizontal rules, or with rows on coloured grounds, and nothing between their columns.

Their rows are known from the rules (or the edges of the grounds); their columns show in the white gaps that all rows
share. The row above the first rule and the one below the last belong to the table where they stand in its columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from gampgen.readers.pdf_columns import Span, merged, row_starts, table_of
from gampgen.readers.pdf_grid import Rule
from gampgen.readers.pdf_lines import Line, Word
from gampgen.readers.pdf_table import PdfTable

_RULES: Final = 3
_IDENTIFIER: Final = re.compile(r"\[?[^\W\d_]{1,12}[-_]\w{0,12}")
_ALIGNED: Final = 5.0  # points: how far the ends of one table's rules may be apart
_TALLEST: Final = 300.0  # points: rules further apart bound no row
_NEAR: Final = 1.7  # of the size: lines nearer than this are of one row
_GAP: Final = 0.9  # of the size: the narrowest gap between columns
_ROW_ABOVE: Final = 6  # lines


def banded(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Line | PdfTable]:
    """The lines of a page from top to bottom, those in tables of this kind gathered."""
    items: list[Line | PdfTable] = list(lines)
    for group in (part for whole in _groups(rules) for part in _cut(whole, lines)):
        free = [item for item in items if isinstance(item, Line)]
        inside = [line for line in free if group[0].at <= line.base <= group[-1].at and _stands_under(line, group[0])]
        columns = _columns(inside)
        if len(columns) < 2:  # noqa: PLR2004 - one column is no table
            continue
        first, last = free.index(inside[0]), free.index(inside[-1])
        if last - first + 1 != len(inside):
            continue  # something else stands beside it
        above, below = _row_above(free[:first], columns), _row_below(free[last + 1 :], columns)
        found = [*above, *inside, *below]
        if len(group) < _RULES and not (above or _begins_with_id(inside, columns)):
            continue
        table = table_of(found, columns, _starts(found, columns, [rule.at for rule in group]))
        place = items.index(found[0])
        gone = {id(line) for line in found}
        items = [item for item in items if id(item) not in gone]
        items.insert(place, table)
    return items


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules of the same length below each other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        for group in groups:
            last = group[-1]
            alike = abs(last.start - rule.start) <= _ALIGNED and abs(last.end - rule.end) <= _ALIGNED
            if alike and rule.at - last.at <= _TALLEST:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _cut(group: Sequence[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """A group parted where the text between two rules is no row: where it has a gap in it."""
    parts: list[list[Rule]] = [[group[0]]]
    for above, rule in pairwise(group):
        within = [line for line in lines if above.at < line.base < rule.at and _stands_under(line, rule)]
        if any(line.base - before.base > _NEAR * line.size for before, line in pairwise(within)):
            parts.append([])
        parts[-1].append(rule)
    return [part for part in parts if len(part) > 1]


def _stands_under(line: Line, rule: Rule) -> bool:
    return rule.start - _ALIGNED <= line.x0 and line.x1 <= rule.end + _ALIGNED


def _parts(line: Line) -> list[tuple[Word, ...]]:
    parts: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > _GAP * line.size:
            parts.append([])
        parts[-1].append(word)
    return [tuple(part) for part in parts]


def _columns(lines: Sequence[Line]) -> list[Span]:
    """The columns of a table's lines; a line that runs over several of them (a band between rows) makes none."""
    columns: list[Span] = []
    for line in sorted(lines, key=lambda one: -len(_parts(one))):
        spans = [Span(part[0].x0, part[-1].x1) for part in _parts(line)]
        joined = merged(columns, spans)
        if not columns or len(joined) >= len(columns):
            columns = joined
    return columns


def _fits(line: Line, columns: Sequence[Span]) -> bool:
    """True where each part of a line stands in one column, and there are two at least."""
    spans = [Span(part[0].x0, part[-1].x1) for part in _parts(line)]
    inside = columns[0].start - _ALIGNED <= spans[0].start and spans[-1].end <= columns[-1].end + 2 * _ALIGNED
    return inside and len(merged(list(columns), spans)) == len(columns)


def _row_above(lines: Sequence[Line], columns: Sequence[Span]) -> list[Line]:
    found: list[Line] = []
    for line in reversed(lines[-_ROW_ABOVE:]):
        if not _fits(line, columns) or (found and found[0].base - line.base > _NEAR * line.size):
            break
        found.insert(0, line)
    cut = len(found) == len(lines)  # the rest of a row that began on the page before
    return found if cut or any(len(_parts(line)) > 1 for line in found) else []


def _begins_with_id(lines: Sequence[Line], columns: Sequence[Span]) -> bool:
    return len(columns) > 2 and any(_IDENTIFIER.match(line.words[0].text) for line in lines)  # noqa: PLR2004 - id, text, more


def _row_below(lines: Sequence[Line], columns: Sequence[Span]) -> list[Line]:
    found: list[Line] = []
    for line in lines[:_ROW_ABOVE]:
        if not _fits(line, columns) or (found and line.base - found[-1].base > _NEAR * line.size):
            break
        found.append(line)
    return found if any(len(_parts(line)) > 1 for line in found) else []


def _starts(lines: Sequence[Line], columns: Sequence[Span], edges: Sequence[float]) -> set[int]:
    """The numbers of the lines that begin rows: at each rule, and at ids where several stand between two rules."""
    starts = {0}
    for index, (above, line) in enumerate(pairwise(lines), 1):
        if any(above.base < edge < line.base for edge in edges):
            starts.add(index)
    ordered = sorted(starts)
    for begin, end in pairwise([*ordered, len(lines)]):
        within = row_starts(lines[begin:end], columns, ids_only=True)
        starts.update(begin + index for index in within)
    return starts
