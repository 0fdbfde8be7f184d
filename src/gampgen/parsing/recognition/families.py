"""Which families of ids are the document's own: those that recur where requirements are stated.

A family is what the ids share before their numbers ("urs" for URS-GEN-001 and URS-SEC-003). A single look-alike at the
beginning of a line ("CO2 shall …", "SOP-12 describes …") makes no family.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Heading, Paragraph
from gampgen.parsing.recognition.draft import Draft, fold
from gampgen.parsing.recognition.identifiers import (
    REQUIREMENT_HEADS,
    Prefixed,
    head_of,
    is_strong_id,
    split_prefix,
    unbracketed,
)
from gampgen.parsing.recognition.obligation import Obligation, demands
from gampgen.parsing.recognition.sections import Section, SectionKind

_OFTEN: Final = 0.3
_MOSTLY: Final = 0.5


@dataclass(slots=True)
class _Evidence:
    ids: set[str] = field(default_factory=set)
    seen: int = 0
    demanding: int = 0
    binding: int = 0
    firm: int = 0
    worded: int = 0
    narrative: int = 0
    stated: int = 0

    @property
    def share(self) -> float:
        return self.demanding / self.seen if self.seen else 0.0


def definition(block: Heading | Paragraph) -> Prefixed | None:
    """The id that a heading or paragraph begins with (in its label or its text), and what follows."""
    label = block.number if isinstance(block, Heading) else block.label
    text = fold(block.text)
    if label and is_strong_id(label):
        return Prefixed(unbracketed(label), text.lstrip(":–- ").strip(), firm=True)
    return split_prefix(text, "" if isinstance(block, Heading) else fold(block.lead))


def families(placed: Iterable[tuple[Heading | Paragraph, Section]], rows: Iterable[Draft]) -> frozenset[str]:
    """The heads of the document's id families.

    Args:
        placed: headings and paragraphs with their sections.
        rows: what the tables gave; a family stated in a table is the document's own.
    """
    evidence: dict[str, _Evidence] = {}
    for block, section in placed:
        found = definition(block)
        if found is not None:
            _note(evidence.setdefault(head_of(found.id), _Evidence()), found, section, isinstance(block, Heading))
    tabled = {head_of(draft.id) for draft in rows if is_strong_id(draft.id)}
    own = {head for head, seen in evidence.items() if _is_own(head, seen)} | tabled
    if not own and evidence:
        top = max(sorted(evidence), key=lambda head: len(evidence[head].ids))
        if len(evidence[top].ids) > 2 and evidence[top].stated:  # noqa: PLR2004 - three make a series
            own.add(top)
    return frozenset(own)


def _note(seen: _Evidence, found: Prefixed, section: Section, heading: bool) -> None:  # noqa: FBT001 - a plain fact
    seen.ids.add(found.id)
    seen.seen += 1
    seen.firm += found.firm
    seen.demanding += demands(found.rest, Obligation.IMPERATIVE)
    seen.binding += demands(found.rest)
    seen.worded += demands(found.rest) or len(found.rest.split()) > 2 or heading  # noqa: PLR2004 - more than a name
    seen.narrative += section.kind in {SectionKind.NARRATIVE, SectionKind.APPARATUS}
    seen.stated += section.kind is SectionKind.REQUIREMENT


def _is_own(head: str, seen: _Evidence) -> bool:
    if seen.narrative == seen.seen and seen.share < _MOSTLY:
        return False
    if head in REQUIREMENT_HEADS:
        return seen.worded > 0 or seen.firm > 0
    if len(seen.ids) > 1:
        return seen.share >= _OFTEN
    return seen.firm > 0 and seen.binding > 0 and seen.narrative < seen.seen
