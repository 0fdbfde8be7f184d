"""The account of a document: each passage worded as an obligation is either a requirement or passed over with a reason.

A last look at the whole document, independent of how it was read. It costs one pass and no comparison of each with
each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gampgen.domain.document import Block, Heading, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.requirement import PassedOver
from gampgen.errors import NoRequirementError
from gampgen.parsing.recognition.cells import without_bullet
from gampgen.parsing.recognition.draft import Draft, fold
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import split_prefix
from gampgen.parsing.recognition.obligation import demands, sentences
from gampgen.parsing.recognition.paper import Evidence
from gampgen.parsing.recognition.sections import Section, SectionKind
from gampgen.parsing.recognition.tags import take_tags

_QUOTED: Final = 80
_FEWEST_WORDS: Final = 3


def unaccounted(
    placed: Iterable[tuple[Block, Section]], kept: Sequence[Draft], passed: Sequence[PassedOver]
) -> list[PassedOver]:
    """Obligations of the document that stand neither in a requirement nor in what was passed over.

    Args:
        placed: the document's blocks with their sections.
        kept: what was taken.
        passed: what was passed over so far.
    """
    account = _Account()
    for draft in kept:
        remarks = (attribute.value for attribute in draft.attributes)
        account.enter(
            draft.location, (draft.text, draft.title, *draft.items, *(one.value for one in draft.acceptance), *remarks)
        )
    for look in passed:
        account.enter(look.location, (look.text, *look.text.split("; "), *look.text.split(" | ")))
    return [
        PassedOver(text=text, location=location, reason=_reason(section))
        for text, location, section in _passages(placed)
        if len(text.split()) >= _FEWEST_WORDS and demands(text) and not account.holds(text, location)
    ]


def _reason(section: Section) -> str:
    if section.kind in {SectionKind.APPARATUS, SectionKind.NARRATIVE}:
        return f"it stands in {section.purpose}"
    return "nothing in the document's layout sets it off as a requirement"


def _passages(placed: Iterable[tuple[Block, Section]]) -> Iterator[tuple[str, Location, Section]]:
    """The sentences of each paragraph, heading and cell, with place and section."""
    for block, section in placed:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in filled(row):
                    for line in cell.lines or cell.text.splitlines():
                        yield from ((one, row.location, section) for one in sentences(fold(line)))
        else:
            for line in block.text.splitlines():
                yield from ((one, block.location, section) for one in sentences(fold(line)))


class _Account:
    """What is accounted for: whole texts and their sentences anywhere, and all words at each place."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._at: dict[Location, list[str]] = defaultdict(list)

    def enter(self, location: Location, texts: Iterable[str]) -> None:
        for text in texts:
            plain = fold(text)
            if plain:
                self._known.add(plain)
                self._known.update(sentences(plain))
                self._at[location].append(plain)

    def holds(self, text: str, location: Location) -> bool:
        """Whether a sentence is known, as it stands or without id, bullet, label and bracketed remarks."""
        if any(variant in self._known for variant in _variants(text)):
            return True
        return any(text in known or known in text for known in self._at.get(location, ()))


def _variants(text: str) -> Iterator[str]:
    yield text
    prefix = split_prefix(text)
    bare = without_bullet(prefix.rest if prefix else text)
    yield bare
    yield take_tags(bare)[0]
    for mark in (": ", " - ", " – "):
        _, found, rest = bare.partition(mark)
        if found:
            yield rest.strip()


def nothing_found(
    document: UrsDocument, placed: Sequence[tuple[Block, Section]], passed: Sequence[PassedOver], other: Evidence | None
) -> NoRequirementError:
    """The failure of a document that states no requirement of a system, with what was seen instead."""
    if other is not None:
        return NoRequirementError(
            f"No requirement of a system was recognised: this looks like {other.kind} ({other.seen})",
            hint="Give the user requirements specification; files that explain it belong in the --context folder.",
            where=document.file_name,
        )
    tables = sum(isinstance(block, Table) for block, _ in placed)
    headings = sum(isinstance(block, Heading) for block, _ in placed)
    seen = f"{headings} headings, {len(placed) - tables - headings} paragraphs and {tables} tables"
    if passed:
        example = passed[0]
        seen += f"; {len(passed)} passages looked like one, such as “{fold(example.text)[:_QUOTED]}”: {example.reason}"
    return NoRequirementError(
        f"No requirement was recognised among {seen}",
        hint="Give each requirement an id in front of it, or a table with the columns “ID” and “Requirement”.",
        where=document.file_name,
    )
