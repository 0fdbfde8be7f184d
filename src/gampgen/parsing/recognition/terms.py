"""Terms, abbreviations and roles that a document defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph, Row, Table
from gampgen.domain.location import Location
from gampgen.domain.requirement import Term
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.grid import Band, Grid
from gampgen.parsing.recognition.labels import Label, folded, label_of
from gampgen.parsing.recognition.permission_matrix import read_matrix
from gampgen.parsing.recognition.sections import Section, SectionKind

Placed = tuple[Block, Section]
_ENTRY: Final = re.compile(r"(?P<name>\S[^:=–—]{0,60}?)\s*(?::|=|–|—|\s-(?=\s)|\t)\s*(?P<meaning>\S.*)", re.DOTALL)
_EXPANSION: Final = re.compile(r"(?<![\w’'-])((?:[\w’'-]{1,40} ){1,8})\(([A-Z][A-Za-z&/-]{1,9})\)")
_ROLE_SECTION: Final = re.compile(
    r"(?:.* )?(?:roles?|user (?:classes|groups|types|profiles)|actors|rollen|rôles|ruoli|papéis)(?: .*)?"
)
_NAME: Final = r"[A-ZÀ-Ý][\w/&-]*(?: (?:[A-ZÀ-Ý][\w/&-]*|of|and(?= [A-Z])|&))*"
_ROLE_STATED: Final = re.compile(
    r"\b(?:[Rr]oles?|[Rr]olle|[Rr]ôle|[Rr]uolo|[Rr]ol|[Pp]apel|[Pp]erfil)(?: of| named| called)?:? "
    rf"(?:[\"“„«‘'] ?([^\"“”„«»‘’']{{2,40}}?) ?[\"”“»’']|({_NAME}))"
)
_ROLE_LIST: Final = re.compile(r"\b(?:roles?|user groups?|rollen|rôles)\s*(?::|\()\s*([^.;:()]{3,200})", re.IGNORECASE)
_ROLE_WORD: Final = re.compile(rf"{_NAME}\Z")
_SHORT: Final = 6
_NO_ROLE: Final = frozenset({"shall", "must", "based", "the", "a", "an", "and", "or", "in", "is"})


def find_terms(placed: Iterable[Placed]) -> tuple[Term, ...]:
    """Terms and abbreviations: from their tables and sections, and from "Chromatography Data System (CDS)"."""
    found: dict[str, Term] = {}
    inline: dict[str, Term] = {}
    for block, section in placed:
        glossary = section.purpose == "a glossary"
        if isinstance(block, Table):
            terms = _from_table(block, glossary=glossary)
        elif isinstance(block, Paragraph) and glossary:
            terms = _from_entry(block)
        else:
            terms = _in_one_line(block) if isinstance(block, Paragraph) else iter(())
            for term in _expansions(fold(block.text), block.location):
                inline.setdefault(term.name.casefold(), term)
        for term in terms:
            found.setdefault(term.name.casefold(), term)
    return tuple({**inline, **found}.values())


def _from_table(table: Table, *, glossary: bool) -> Iterator[Term]:
    grid = Grid(table)
    name = next((c for c in grid.columns if c.label is Label.TERM), None)
    if name is None and glossary and grid.columns:
        name = grid.columns[0]
    if name is None:
        return
    meaning = next((c for c in grid.columns if c.label in {Label.DEFINITION, Label.DESCRIPTION}), None)
    meaning = meaning or next((c for c in grid.columns if c.index > name.index), None)
    if meaning is not None:
        yield from _named_rows(grid, name.index, meaning.index)


def _named_rows(grid: Grid, name: int, meaning: int) -> Iterator[Term]:
    for _, row in grid.body():
        if isinstance(row, Band):
            continue
        term, text = _text_at(row, name), _text_at(row, meaning)
        if term and text:
            quote = " | ".join(fold(cell.text) for cell in row.cells if cell.text.strip())
            yield Term(name=term, meaning=text, quote=quote, location=row.location)


def _text_at(row: Row, column: int) -> str:
    return next((fold(cell.text) for cell in row.cells if cell.column <= column < cell.column + cell.span), "")


def _from_entry(block: Paragraph) -> Iterator[Term]:
    text = fold(block.text)
    lead = fold(block.lead)
    if lead and lead != text and text.startswith(lead):
        name, meaning = lead.rstrip(" :=–—-"), text[len(lead) :].lstrip(" :=–—-")
    elif entry := _ENTRY.fullmatch(text):
        name, meaning = entry["name"].strip(), entry["meaning"]
    else:
        return
    if name and meaning and len(name.split()) <= _SHORT:
        yield Term(name=name, meaning=meaning, quote=text, location=block.location)


_LINE: Final = re.compile(
    r"(?:list of )?(?:abbreviations|acronyms|abkürzungen)(?: used)?\s*:\s*(?P<list>.+)", re.IGNORECASE
)
_SHORT_AND_LONG: Final = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9/&-]{1,9})(?:\s*(?:=|:|–|—|-(?=\s)|means\b|stands for\b)\s*|\s+\(?)"
    r"(?P<meaning>[^\W\d].*?)\)?\.?"
)


def _in_one_line(block: Paragraph) -> Iterator[Term]:
    """Abbreviations told in one paragraph: "Abbreviations: CCP critical control point, DO = dissolved oxygen"."""
    found = _LINE.fullmatch(fold(block.text))
    for part in re.split(r"[,;]\s+", found["list"]) if found else ():
        if entry := _SHORT_AND_LONG.fullmatch(part.strip()):
            yield Term(name=entry["name"], meaning=entry["meaning"], quote=part.strip(), location=block.location)


def _expansions(text: str, location: Location) -> Iterator[Term]:
    """Abbreviations in brackets whose letters begin the words before them."""
    for found in _EXPANSION.finditer(text):
        short = found.group(2)
        letters = [c for c in short if c.isupper()]
        words = [w for part in found.group(1).split() for w in re.split(r"[-/]", part) if w]
        initials = [w[0].upper() for w in words][-len(letters) :]
        if len(letters) > 1 and initials == letters:
            meaning = _tail(found.group(1), len(letters))
            yield Term(name=short, meaning=meaning, quote=f"{meaning} ({short})", location=location)


def _tail(text: str, count: int) -> str:
    """The last words of `text` that hold `count` words, hyphens counted as breaks."""
    taken: list[str] = []
    for part in reversed(text.split()):
        if count <= 0:
            break
        taken.insert(0, part)
        count -= len([w for w in re.split(r"[-/]", part) if w])
    return " ".join(taken)


def find_roles(placed: Iterable[Placed]) -> tuple[Term, ...]:
    """Roles of the system's users: from their tables and sections, and from "the role Supervisor"."""
    found: dict[str, Term] = {}
    for block, section in placed:
        if section.kind is SectionKind.APPARATUS or isinstance(block, Heading):
            continue
        if isinstance(block, Table):
            roles = _roles_of_table(block, (*section.titles, block.name))
        else:
            in_roles = _ROLE_SECTION.fullmatch(folded(section.title)) is not None
            roles = [*(_from_entry(block) if in_roles and block.depth is not None else ()), *_stated(block)]
        for role in roles:
            found.setdefault(role.name.casefold(), role)
    return tuple(found.values())


def _roles_of_table(table: Table, around: tuple[str, ...]) -> list[Term]:
    grid = Grid(table)
    labels = grid.labels()
    first = grid.columns[0] if grid.columns else None
    if (matrix := read_matrix(grid, around)) is not None:
        place = table.rows[0].location
        return [Term(name=name, meaning="", quote=name, location=place) for name in matrix.roles]
    if labels & {Label.SIGNATURE, Label.VERSION, Label.ID, Label.DATE, Label.STATEMENT} or first is None:
        return [r for row in table.rows for cell in row.cells for r in _roles_in(fold(cell.text), row.location)]
    if first.label is not Label.ROLE or len(grid.columns) < 2:  # noqa: PLR2004 - a role and what it does
        return []
    meaning = next((c for c in grid.columns[1:] if c.label is Label.DESCRIPTION), grid.columns[1])
    return list(_named_rows(grid, first.index, meaning.index))


def _stated(block: Paragraph) -> Iterator[Term]:
    return _roles_in(fold(block.text), block.location)


def _roles_in(text: str, location: Location) -> Iterator[Term]:
    for found in _ROLE_STATED.finditer(text):
        name = (found.group(1) or found.group(2)).strip()
        if name.split()[0].casefold() not in _NO_ROLE and label_of(name) is None:
            yield Term(name=name, meaning="", quote=found.group(), location=location)
    for found in _ROLE_LIST.finditer(text):
        names = [part.strip(" '\"“”") for part in re.split(r",|\band\b|\bund\b|\bet\b", found.group(1))]
        if len(names) > 1 and all(_ROLE_WORD.match(name) for name in names if name):
            for name in filter(None, names):
                yield Term(name=name, meaning="", quote=found.group(), location=location)
