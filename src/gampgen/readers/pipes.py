"""Pipe tables of Markdown (GFM): which lines make one, and how a line splits into cells."""

from __future__ import annotations

import re
from typing import Final

# En and em dashes too: word processors and web forms turn "--" into them.
_RULE: Final = re.compile(r"\s*\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*\|?\s*")
_SPLIT: Final = re.compile(r"\\.|`+|\|")


def is_rule(line: str) -> bool:
    """True for the line of dashes under a table's heading row: `|---|:-:|`."""
    return "|" in line and _RULE.fullmatch(line) is not None


def split_cells(line: str) -> list[str]:
    """The cells of a table line. A pipe that is escaped or inside a code span separates nothing."""
    line = line.strip()
    ticks = [match[0] for match in re.finditer("`+", line)]
    cells: list[str] = []
    start, code = 0, ""
    for match in _SPLIT.finditer(line):
        mark = match[0]
        if mark[0] == "`":
            ticks.pop(0)
            if code == mark:
                code = ""
            elif not code and mark in ticks:
                code = mark
        elif mark == "|" and not code:
            cells.append(line[start : match.start()])
            start = match.end()
        elif mark[0] == "\\" and mark[1] == "`" and ticks:
            ticks.pop(0)
    cells.append(line[start:])
    return _trimmed(cells, line)


def _trimmed(cells: list[str], line: str) -> list[str]:
    """Drops the empty cells that the outer pipes leave; turns escaped pipes into pipes."""
    if line.startswith("|"):
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [cell.strip().replace("\\|", "|") for cell in cells]


def starts_table(line: str, following: str | None) -> bool:
    """True where `line` is the heading row of a table, judged with the line after it."""
    if following is None or "|" not in line or not is_rule(following):
        return False
    return len(split_cells(line)) == len(split_cells(following))
