"""A cell's or a paragraph's text split into the lead statement and the items that belong to it."""

from __future__ import annotations

import re
from typing import Final

from gampgen.domain.document import Cell
from gampgen.parsing.recognition.draft import fold

_BULLET: Final = re.compile(r"\s*(?:[•·●○▪■◦‣–—*o-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s+(?=\S)")
_ONLY_BULLET: Final = re.compile(r"[•·●○▪■◦‣–—*o-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]")


def without_bullet(line: str) -> str:
    """`line` without the bullet or the list number that it begins with."""
    found = _BULLET.match(line)
    return fold(line[found.end() :] if found else line)


def is_listed(line: str) -> bool:
    """Whether `line` begins with a bullet or a list number."""
    return _BULLET.match(line) is not None


def is_bullet(label: str) -> bool:
    """Whether a list label is a bullet or a plain list number ("•", "a)", "2."), no number of several levels."""
    return _ONLY_BULLET.fullmatch(label.strip()) is not None


def lead_and_items(cell: Cell) -> tuple[str, list[str]]:
    """The lead statement of a cell and its items.

    List lines are items; so is every line after a lead that ends with a colon. Further paragraphs of running text
    belong to the lead. A cell of nothing but list lines leads with the first.
    """
    lines = [line for part in (cell.lines or (cell.text,)) for line in part.splitlines() if line.strip()]
    lead: list[str] = []
    items: list[str] = []
    for line in lines:
        if lead and (items or is_listed(line) or lead[-1].endswith(":")):
            items.append(without_bullet(line))
        elif lead:
            lead.append(fold(line))
        else:
            lead.append(without_bullet(line) if len(lines) > 1 and is_listed(lines[1]) else fold(line))
    return " ".join(lead), items
