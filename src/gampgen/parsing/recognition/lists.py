"""Lists whose items are only titles of the items below them: an outline that is written as a list.

Such a title is a heading without the style; what stands below it is not part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.families import definition
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.sections import Section, SectionKind, kind_of

Placed = tuple[Block, Section]
_LONGEST_TITLE: Final = 6
_STATEMENT: Final = 4
_BELOW_ALL: Final = 9


def outline_lists(placed: Sequence[Placed]) -> list[Placed]:
    """The blocks with titles among list items turned into headings, and the items below them in their sections."""
    outlined: list[Placed] = []
    open_titles: list[tuple[int, Section]] = []
    for position, (block, home) in enumerate(placed):
        depth = block.depth if isinstance(block, Paragraph) else None
        while open_titles and (depth is None or depth <= open_titles[-1][0]):
            open_titles.pop()
        section = open_titles[-1][1] if open_titles else home
        if isinstance(block, Paragraph) and depth is not None and _is_list_title(placed, position, block, depth):
            section = _opened(block, section)
            open_titles.append((depth, section))
            printed, text = section.path[-1]
            heading = Heading(level=_BELOW_ALL, number=printed, text=text, location=block.location)
            outlined.append((heading, section))
        else:
            outlined.append((block, section))
    return outlined


def _opened(block: Paragraph, home: Section) -> Section:
    title = fold(block.text)
    label = block.label.strip().rstrip(".):")
    printed = label if any(c.isdigit() for c in label) else ""
    kind, purpose = kind_of(title, home)
    return Section((*home.path, (printed, title)), kind, purpose, home.ordinal)


def _is_list_title(placed: Sequence[Placed], position: int, block: Paragraph, depth: int) -> bool:
    """Whether a list item is a short title over items that are statements of their own, at least one a demand."""
    text = fold(block.text)
    if placed[position][1].kind is SectionKind.APPARATUS or definition(block) is not None:
        return False
    if len(text.split()) > _LONGEST_TITLE or text.endswith((".", ":", ";", ",")) or demands(text):
        return False
    below = list(_items_below(placed, position, depth))
    stating = sum(len(item.split()) >= _STATEMENT for item in below)
    return any(demands(item) for item in below) and 2 * stating >= len(below)


def _items_below(placed: Sequence[Placed], position: int, depth: int) -> list[str]:
    """The texts of the items directly below a list item: those of the first deeper level that follows it."""
    texts: list[str] = []
    level: int | None = None
    for following in range(position + 1, len(placed)):
        block = placed[following][0]
        if not isinstance(block, Paragraph) or block.depth is None or block.depth <= depth:
            break
        level = block.depth if level is None else level
        if block.depth == level:
            texts.append(fold(block.text))
    return texts
