"""A document's blocks to its requirements: read tables, find the id families, read the running text, decide, name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.requirement import DocumentRecord, PassedOver, Recognition, Requirement
from gampgen.errors import InputError
from gampgen.parsing.recognition.checks import check
from gampgen.parsing.recognition.choice import Choice, choose
from gampgen.parsing.recognition.claims import claimed_category, opening_title, system_name
from gampgen.parsing.recognition.document_checks import check_language, check_lists, check_paper, check_passed_over
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.families import families
from gampgen.parsing.recognition.flow import Flow
from gampgen.parsing.recognition.identifiers import head_of, split_prefix
from gampgen.parsing.recognition.keyvalue import is_key_value, read_key_value
from gampgen.parsing.recognition.labels import label_of
from gampgen.parsing.recognition.language import language_of
from gampgen.parsing.recognition.list_count import lost_items
from gampgen.parsing.recognition.lists import outline_lists
from gampgen.parsing.recognition.naming import finish, number_by_outline
from gampgen.parsing.recognition.paper import doubtful, other_paper
from gampgen.parsing.recognition.pointers import Bound, bind
from gampgen.parsing.recognition.reconcile import nothing_found, unaccounted
from gampgen.parsing.recognition.scale_legend import explain_codes, scale_of
from gampgen.parsing.recognition.sections import Section, kind_of, walk
from gampgen.parsing.recognition.systems import choose_system
from gampgen.parsing.recognition.table_checks import check_limits, check_matrix, check_rights
from gampgen.parsing.recognition.tables import Reading, read_rows
from gampgen.parsing.recognition.terms import find_roles, find_terms

REQUIREMENTS_LIMIT: Final = 20_000
"""Requirements of a document."""

Placed = list[tuple[Block, Section]]
_BESIDE: Final = 3  # paragraphs before and behind a table, where its legend may stand
_NEXT_ID: Final = re.compile(r"(?<=[.;!?])\s+([\[(]?[^\W\d_][\w.-]{0,40}\d\w{0,2}[\])]?:)")


def recognise(document: UrsDocument, system: str | None = None) -> Recognition:
    """Recognise the requirements of a document.

    Args:
        document: the document as read.
        system: the system to take where the document specifies several.

    Returns:
        Requirements in the document's order with verbatim text, what was passed over and why, terms, roles, the
        system's name, the category that the document claims, and findings (`REC…`). The reader's own findings stay in
        the document.

    Raises:
        SeveralSystemsError: the document specifies several systems and `system` does not name exactly one.
        NoRequirementError: nothing was recognised as a requirement; the message says what was seen.
        InputError: the document has more than `REQUIREMENTS_LIMIT` requirements.
    """
    if not document.title:
        document = document.model_copy(update={"title": opening_title(document)})
    part, chosen = choose_system(document, system)
    placed = _place(part)
    choice, readings, looks = _decide(placed)
    _require_number(len(choice.kept), document)
    bound = bind(choice, readings, placed)
    explain_codes(choice.kept, scale_of(placed))
    other = other_paper(part, placed, tuple(readings.values()), choice.kept)
    if not choice.kept or other is not None:
        raise nothing_found(document, placed, [*choice.passed, *looks], other)
    passed = [*looks, *choice.passed]
    passed.extend(unaccounted(placed, choice.kept, passed))
    lost = lost_items(placed, choice.kept, passed)
    passed.extend(lost)
    if not choice.identified:
        number_by_outline(choice.kept)
    language = language_of(" ".join(_texts(part.blocks)))
    requirements = bound.referring(finish(choice.kept, language))
    titled = frozenset(r.uid for r, d in zip(requirements, choice.kept, strict=True) if not d.text)
    return Recognition(
        document=_record(document, language),
        requirements=requirements,
        passed_over=_in_order(passed, part),
        terms=find_terms(placed),
        roles=find_roles(placed),
        system=chosen or system_name(part, placed),
        claimed_category=claimed_category(placed),
        findings=(
            *check(requirements, choice, titled),
            *check_passed_over(requirements, passed),
            *check_lists(lost),
            *_check_tables(requirements, bound),
            *check_paper(scattered=doubtful(placed, choice.kept), taken=len(requirements), lines=len(placed)),
            *check_language(language, requirements),
        ),
    )


def _record(document: UrsDocument, language: str | None) -> DocumentRecord:
    return DocumentRecord(
        title=document.title, file_name=document.file_name, format=document.format, sha256=document.sha256,
        language=language,
    )  # fmt: skip


def _check_tables(requirements: tuple[Requirement, ...], bound: Bound) -> Iterator[Finding]:
    """What is wrong with matrices and tables of limits: unclaimed rows, cells without a meaning, lost limits."""
    yield from check_matrix(bound.unclaimed)
    yield from check_rights(requirements)
    yield from check_limits(requirements, bound.lost)


def _require_number(count: int, document: UrsDocument) -> None:
    if count > REQUIREMENTS_LIMIT:
        raise InputError(
            f"The document states {count:,} requirements; at most {REQUIREMENTS_LIMIT:,} are taken",
            hint="Split it into one document per system or part.",
            where=document.file_name,
        )


def _place(document: UrsDocument) -> Placed:
    """Blocks with their sections. A worksheet is a section of its own; a table of one column is running text."""
    placed: Placed = []
    for block, home in walk(document.blocks, document.title):
        section = home
        if isinstance(block, Table):
            sheet = block.location.sheet
            if sheet:
                kind, purpose = kind_of(sheet, home)
                section = Section((*home.path, ("", sheet)), kind, purpose, home.ordinal)
            if max((cell.column + cell.span for row in block.rows for cell in row.cells), default=0) == 1:
                placed.extend((paragraph, section) for paragraph in _as_paragraphs(block.rows))
                continue
        if isinstance(block, Paragraph):
            placed.extend((line, section) for line in _lines(block))
        else:
            placed.append((block, section))
    return outline_lists(placed)


def _lines(block: Paragraph) -> list[Paragraph]:
    """The lines of a paragraph, where line breaks set off labels or ids; else the paragraph as it is."""
    lines = [part for line in block.text.splitlines() if line.strip() for part in _run_together(line)]
    if len(lines) < 2 or not any(_begins_anew(line) for line in lines[1:]):  # noqa: PLR2004 - one line
        return [block]
    first = block.model_copy(update={"text": lines[0], "lead": block.lead if lines[0].startswith(block.lead) else ""})
    return [first, *(block.model_copy(update={"text": line, "label": "", "lead": ""}) for line in lines[1:])]


def _run_together(line: str) -> list[str]:
    """Requirements that a paragraph runs together: "REQ-1: …. REQ-2: …" is cut before each further id."""
    first = split_prefix(fold(line))
    if first is None or not first.firm:
        return [line]
    parts = [line]
    for found in _NEXT_ID.finditer(line):
        following = split_prefix(found.group(1))
        if following is not None and following.firm and head_of(following.id) == head_of(first.id):
            tail = line[found.start(1) :]
            parts[-1] = parts[-1][: len(parts[-1]) - len(tail)].rstrip()
            parts.append(tail)
    return parts


def _begins_anew(line: str) -> bool:
    label, colon, _ = line.partition(":")
    return split_prefix(fold(line)) is not None or (bool(colon) and label_of(label) is not None)


def _as_paragraphs(rows: Sequence[Row]) -> list[Paragraph]:
    return [
        Paragraph(text=line, location=row.location)
        for row in rows
        for cell in row.cells
        if not cell.merged_up
        for line in (cell.lines or cell.text.splitlines())
        if line.strip()
    ]


def _read_table(block: Table, section: Section, number: int, placed: Placed) -> Reading:
    if is_key_value(block):
        return read_key_value(block, section, number)
    above = placed[number - 1][0] if number else None
    beside = (one for one, home in placed[max(0, number - _BESIDE) : number + _BESIDE + 1] if home is section)
    around = tuple(fold(one.text) for one in beside if isinstance(one, Paragraph))
    return read_rows(block, section, number, fold(above.text) if isinstance(above, Paragraph) else "", around)


def _decide(placed: Placed) -> tuple[Choice, dict[int, Reading], list[PassedOver]]:
    readings = {
        number: _read_table(block, section, number, placed)
        for number, (block, section) in enumerate(placed)
        if isinstance(block, Table)
    }
    rows = [draft for reading in readings.values() for draft in reading.drafts]
    flow = Flow(families(((b, s) for b, s in placed if not isinstance(b, Table)), rows))
    for number, (block, section) in enumerate(placed):
        if isinstance(block, Heading):
            flow.heading(block, section)
        elif isinstance(block, Paragraph):
            flow.paragraph(block, section)
        else:
            flow.table(block, readings[number])
            flow.drafts.extend(readings[number].drafts)
    looks = [look for reading in readings.values() for look in reading.looks]
    likeness = {number: reading.likeness for number, reading in readings.items()}
    return choose(flow.drafts, likeness), readings, [*looks, *flow.looks]


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [
        text
        for block in blocks
        for text in (
            [cell.text for row in block.rows for cell in row.cells if not cell.merged_up]
            if isinstance(block, Table)
            else [block.text]
        )
    ]


def _in_order(passed: list[PassedOver], document: UrsDocument) -> tuple[PassedOver, ...]:
    """What was passed over, in the document's order."""
    places: dict[Location, tuple[int, int]] = {}
    for number, block in enumerate(document.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            places.setdefault(row.location, (number, len(places)))
        places.setdefault(block.location, (number, -1))
    last = (len(document.blocks), 0)
    return tuple(sorted(passed, key=lambda p: places.get(p.location, last)))
