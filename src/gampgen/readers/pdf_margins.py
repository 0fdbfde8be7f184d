"""Running headers and footers: what stands at the same height at the top or bottom of several pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import Final

_SAME_HEIGHT: Final = 4.0  # points
_DEPTH: Final = 9  # lines or tables from the edge of the page inwards
_SHARE: Final = 0.4  # of the pages: left and right pages may have headers of their own
_PAGE: Final = re.compile(
    r"\b(?:page|seite|página|pagina|strona)\s?\d{1,4}\s?(?:of|von|de|di|van|sur|z|/)\s?\d{1,4}\b", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Strip:
    """A line, or a whole table, of a page: its text, its height on the page, and whether it is one of several columns.

    `heads_columns` marks a line that heads the columns of what follows: such a line is repeated with its table.
    """

    text: str
    height: float
    heads_columns: bool = False


def running(pages: Sequence[Sequence[Strip]]) -> list[set[int]]:
    """For each page, the numbers of the strips (given from top to bottom) that run through the document."""
    wanted = max(2, ceil(_SHARE * sum(bool(strips) for strips in pages)))
    top = _repeated(pages, wanted, from_top=True)
    bottom = _repeated(pages, wanted, from_top=False)
    found = []
    for page, strips in enumerate(pages):
        marked = set(_leading(range(len(strips)), top[page]))
        marked.update(_leading(range(len(strips) - 1, -1, -1), bottom[page]))
        marked.update(index for index in (0, len(strips) - 1) if strips and _PAGE.search(strips[index].text))
        found.append(marked)
    return found


def _leading(order: range, repeated: set[int]) -> list[int]:
    """The strips from the edge inwards as long as they are repeated."""
    found = []
    for index in order:
        if index not in repeated:
            break
        found.append(index)
    return found


def _repeated(pages: Sequence[Sequence[Strip]], wanted: int, *, from_top: bool) -> list[set[int]]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, strips in enumerate(pages):
        count = len(strips)
        indices = range(min(_DEPTH, count)) if from_top else range(max(0, count - _DEPTH), count)
        for index in indices:
            if not strips[index].heads_columns:
                places[_NUMBER.sub("#", strips[index].text)].append((page, index))
    repeated: list[set[int]] = [set() for _ in pages]
    for found in places.values():
        for alike in _level(found, pages):
            if len({p for p, _ in alike}) >= wanted and _counts_pages([(p, pages[p][i].text) for p, i in alike]):
                for page, index in alike:
                    repeated[page].add(index)
    return repeated


def _level(found: list[tuple[int, int]], pages: Sequence[Sequence[Strip]]) -> list[list[tuple[int, int]]]:
    """Strips of one text in groups that stand at the same height of their pages, pages in order."""
    groups: list[list[tuple[int, int]]] = []
    before = -inf
    for height, page, index in sorted((pages[page][index].height, page, index) for page, index in found):
        if height - before > _SAME_HEIGHT:
            groups.append([])
        groups[-1].append((page, index))
        before = height
    return [sorted(group) for group in groups]


def _counts_pages(texts: list[tuple[int, str]]) -> bool:
    """True where each number is the same on every page, or goes up with the pages."""
    numbers = [[int(digits[:9]) for digits in _NUMBER.findall(text)] for _, text in texts]
    pages = [page for page, _ in texts]
    for values in zip(*numbers, strict=False):
        offsets = {value - page for value, page in zip(values, pages, strict=True)}
        if len(set(values)) > 1 and len(offsets) > 1:
            return False
    return True
