"""The legend of a scale of the document's own: "Priority: A = GxP critical, B = GxP relevant, C = business only"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Block, Paragraph, Table
from gampgen.domain.requirement import Attribute
from gampgen.parsing.recognition.draft import Draft, fold
from gampgen.parsing.recognition.grid import Band, Grid
from gampgen.parsing.recognition.labels import Label
from gampgen.parsing.recognition.sections import Section

_FEWEST: Final = 2
_HEAD: Final = re.compile(
    r"\b(?P<scale>priorit(?:y|ies)|prio|criticality|risk|importance|classification|class(?:es)?)"
    r"(?: (?:levels?|classes|codes?|scale))?(?: (?:is|are)(?: given as)?)?\s*(?::|\(|=|–)\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(r"(?:^|[,;(]\s*|\s)(?P<code>[A-E]|[1-5]|[HML])\s*(?:=|:|–|-)\s*(?P<meaning>[^,;.()=]{2,60})")


@dataclass(frozen=True, slots=True)
class Scale:
    """What the codes of a scale mean. `name` is as printed; `risk`: it is one of risk, else of priority."""

    name: str
    risk: bool
    meanings: dict[str, str]


def scale_of(placed: Iterable[tuple[Block, Section]]) -> Scale | None:
    """The scale that a document explains for the priority or criticality of its requirements; None without a legend."""
    for block, _ in placed:
        if isinstance(block, Paragraph):
            found = _in_words(fold(block.text))
        elif isinstance(block, Table):
            found = _in_rows(block)
        else:
            found = None
        if found is not None:
            return found
    return None


def _in_words(text: str) -> Scale | None:
    head = _HEAD.search(text)
    if head is None:
        return None
    meanings = {one["code"].upper(): one["meaning"].strip() for one in _ENTRY.finditer(head["rest"])}
    risk = not head["scale"].lower().startswith(("prio", "importance"))
    return Scale(head["scale"], risk, meanings) if len(meanings) >= _FEWEST else None


def _in_rows(table: Table) -> Scale | None:
    grid = Grid(table)
    labels = [column.label for column in grid.columns]
    if len(labels) != _FEWEST or labels[0] not in {Label.PRIORITY, Label.RISK}:
        return None
    rows = [[fold(cell.text) for cell in row.cells] for _, row in grid.body() if not isinstance(row, Band)]
    meanings = {row[0].upper(): row[1] for row in rows if len(row) == _FEWEST and 0 < len(row[0]) <= _FEWEST and row[1]}
    return Scale(grid.columns[0].name, labels[0] is Label.RISK, meanings) if len(meanings) >= _FEWEST else None


def explain_codes(drafts: Sequence[Draft], scale: Scale | None) -> None:
    """Put the meaning of a code beside each requirement that bears it, as an attribute; codes stay as printed."""
    if scale is None:
        return
    for draft in drafts:
        if draft.mark.upper() in scale.meanings and not (draft.priority or draft.risk):
            draft.take(Label.RISK if scale.risk else Label.PRIORITY, scale.name, draft.mark)
        code = next((one for one in (draft.risk, draft.priority) if one.upper() in scale.meanings), "")
        if code:
            name = f"{scale.name} {code}"
            draft.attributes.append(Attribute(name=name, value=scale.meanings[code.upper()]))
