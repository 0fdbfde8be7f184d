"""The words that the category is decided on: requirements, and what the document says about the system itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.domain.base import Value
from gampgen.domain.document import Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, Recognition

# What stands in these sections is about the past, about other systems, or about words.
_ASIDE = re.compile(
    r"\b(?:background|out\s+of\s+scope|not\s+in\s+scope|references?|referenced\s+documents|glossary|abbreviations?|acronyms?|definitions?|"
    r"terms|revision|change\s+history|document\s+history|approvals?|distribution|current\s+(?:state|situation)|legacy)\b",
    re.IGNORECASE,
)
# A document's own statement of its category is compared with the result, never used for it.
_CLAIM = re.compile(
    r"[^\n.;|]*\bGAMP\b[^\n.;|]*|\b(?:software\s+)?categor(?:y|ies)\s*:?\s*[1345](?:\s*(?:[/,]|or|and)\s*[1345])*"
    r"(?:\s*\([^)\n]{0,60}\))?",
    re.IGNORECASE,
)
_CLAIM_WORD = re.compile(r"GAMP|categor", re.IGNORECASE)  # no claim is without one; found much sooner than a claim

# Stands for each character of a claim: a private-use character, which no pattern and no document holds.
BLANK = "\ue000"


class Passage(Value):
    """A piece of the document's own words. `system` marks words about the system as a whole (title, introduction)."""

    text: str
    requirement_uid: str | None
    location: Location | None
    system: bool = False
    actor: str = ""


def passages_of(
    document: UrsDocument | None, recognition: Recognition, requirements: tuple[AnalysedRequirement, ...]
) -> tuple[Passage, ...]:
    """All passages in the document's order of kinds: title and name, running text, requirements with their items.

    The claimed category is blanked out (same length, so quotes stay exact). File and folder names are never among
    them.
    """
    claim = recognition.claimed_category.quote if recognition.claimed_category else ""
    found = [
        *_names(recognition),
        *(_running_text(document, requirements) if document else ()),
        *_requirements(requirements),
    ]
    return tuple(
        passage.model_copy(update={"text": shown})
        for passage in found
        if (shown := _without_claim(passage.text, claim)).strip(BLANK + " ")
    )


def _without_claim(text: str, claim: str) -> str:
    shown = text.replace(claim, BLANK * len(claim)) if claim.strip() else text
    if not _CLAIM_WORD.search(shown):
        return shown
    return _CLAIM.sub(lambda hit: BLANK * len(hit.group()), shown)


def _names(recognition: Recognition) -> Iterator[Passage]:
    for name in dict.fromkeys((recognition.document.title, recognition.system)):
        if name and name != recognition.document.file_name:
            yield Passage(text=name, requirement_uid=None, location=None, system=True)


def _requirements(requirements: tuple[AnalysedRequirement, ...]) -> Iterator[Passage]:
    for analysed in requirements:
        requirement = analysed.requirement
        if _ASIDE.search(requirement.section):
            continue
        for statement, text in zip(
            (analysed.statement, *analysed.items), (requirement.text, *requirement.items), strict=False
        ):
            yield Passage(
                text=text, requirement_uid=requirement.uid, location=requirement.location, actor=statement.actor
            )


def _running_text(document: UrsDocument, requirements: tuple[AnalysedRequirement, ...]) -> Iterator[Passage]:
    """Paragraphs and key-value rows that are no requirement and stand in no section about something else."""
    taken = _folded(
        text for one in requirements for text in (one.requirement.text, *one.requirement.items, one.requirement.id)
    )
    aside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            aside = bool(_ASIDE.search(block.text))
        elif isinstance(block, Paragraph):
            if not aside and not _is_taken(block.text, taken):
                yield Passage(text=block.text, requirement_uid=None, location=block.location, system=True)
        elif isinstance(block, Table) and not aside:
            yield from _rows(block, taken)


def _rows(table: Table, taken: frozenset[str]) -> Iterator[Passage]:
    """The rows of a table that describes the system ("Supplier | …"); a table of requirements is left out whole."""
    if any(_is_taken(cell.text, taken) for row in table.rows for cell in row.cells):
        return
    for row in table.rows:
        text = _row_text(row)
        if text and not row.header:
            yield Passage(text=text, requirement_uid=None, location=row.location, system=True)


def _row_text(row: Row) -> str:
    return ". ".join(cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged_up)


def _folded(texts: Iterator[str]) -> frozenset[str]:
    return frozenset(" ".join(text.split()) for text in texts if text.strip())


def _is_taken(text: str, taken: frozenset[str]) -> bool:
    """Whether a block is a requirement: its text, its id, or id and text on one line."""
    folded = " ".join(text.split())
    return folded in taken or any(len(own) > _LEAST_OWN and own in folded for own in taken)


_LEAST_OWN = 20  # shorter requirement texts ("Audit trail") may well stand inside other sentences
