"""The list items of each requirement counted: those of the source against those taken and those passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gampgen.domain.document import Block, Paragraph, Table
from gampgen.domain.location import Location
from gampgen.domain.requirement import PassedOver
from gampgen.parsing.recognition.cells import is_bullet, is_listed, without_bullet
from gampgen.parsing.recognition.draft import Draft, fold
from gampgen.parsing.recognition.sections import Section

LOST: Final = "it is an item in the list of a requirement, and nothing tells what it is to that requirement"
Placed = tuple[Block, Section]


def lost_items(placed: Iterable[Placed], kept: Sequence[Draft], passed: Sequence[PassedOver]) -> list[PassedOver]:
    """The items in lists of requirements that were neither taken nor passed over.

    Args:
        placed: the document's blocks with their sections.
        kept: the requirements taken.
        passed: what was passed over.
    """
    taken = Counter(text for draft in kept for text in _texts(draft))
    aside = [fold(one.text) for one in passed]
    lost = []
    for text, location in _listed(placed, {draft.location: draft for draft in kept}):
        if taken[text] > 0:
            taken[text] -= 1
        elif not any(text in whole for whole in (*taken, *aside)):
            lost.append(PassedOver(text=text, location=location, reason=LOST))
    return lost


def _texts(draft: Draft) -> Iterator[str]:
    """All that a requirement holds, each text folded and without its bullet."""
    parts = (*draft.items, *(one.value for one in draft.acceptance), *(one.value for one in draft.attributes))
    remarks = (draft.priority, draft.risk, draft.verification, draft.title)
    for part in (draft.text, *parts, *remarks):
        yield without_bullet(fold(part))


def _listed(placed: Iterable[Placed], kept: dict[Location, Draft]) -> Iterator[tuple[str, Location]]:
    """The items below each requirement: list lines of its cells, and the list that its line opens."""
    above: Paragraph | None = None
    for block, _ in placed:
        if isinstance(block, Table):
            above = None
            for row in block.rows:
                if row.location in kept:
                    lines = (line for cell in row.cells if not cell.merged_up for line in cell.text.splitlines())
                    yield from ((without_bullet(line), row.location) for line in lines if is_listed(line))
        elif not isinstance(block, Paragraph):
            above = None
        elif block.location in kept:
            above = block
        elif above is not None and _below(block, above):
            yield without_bullet(fold(block.text)), block.location
        else:
            above = None


def _below(block: Paragraph, above: Paragraph) -> bool:
    """Whether a line is an item of the list that the line above opens: deeper, or listed behind a colon."""
    if block.depth is not None and above.depth is not None:
        return block.depth > above.depth
    listed = block.depth is not None or (block.label != "" and is_bullet(block.label))
    return listed and fold(above.text).endswith(":")
