"""StrictDoc documents (.sdoc): sections as headings, requirements as rows of a table, texts as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Block, DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import decode
from gampgen.readers.items import Attribute, ItemTables, unwrapped
from gampgen.readers.labels import split_heading, split_item
from gampgen.readers.notices import Notices
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_TAG: Final = re.compile(r"\[{1,2}(/?)([A-Z][A-Z0-9_]*)\]{1,2}")
_FIELD: Final = re.compile(r"([A-Z][A-Z0-9_]*):(?:[ \t](.*))?")
_RELATION: Final = re.compile(r"\s*-\s+TYPE:\s*(\S.*)")
_VALUE: Final = re.compile(r"\s+(VALUE|ROLE):\s*(\S.*)")
_OPENS: Final = ">>>"
_CLOSES: Final = "<<<"
_SECTIONS: Final = frozenset({"SECTION", "CHAPTER"})
_TEXTS: Final = frozenset({"TEXT", "FREETEXT"})
_INTERNAL: Final = frozenset({"MID", "LEVEL", "PREFIX"})  # the tool's own bookkeeping
_LINKS: Final = frozenset({"RELATIONS", "REFS"})
_NESTING_LIMIT: Final = 60
_ELSEWHERE: Final = frozenset({"DOCUMENT_FROM_FILE"})


@dataclass(slots=True)
class _Element:
    """A block of the file: its tag, where it begins, its fields as (name, text, line)."""

    tag: str
    line: int
    fields: list[tuple[str, str, int]] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The first field of a name, or ""."""
        return next((text.strip() for key, text, _ in self.fields if key == name), "")


def read_strictdoc(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a StrictDoc document.

    Raises:
        InputError: wrong encoding. DamagedInputError: it begins with no [DOCUMENT], or a text never ends.
    """
    notices = Notices()
    text = Characters(notices).clean(decode(source.data, source.suffix, settings.encoding))
    elements = list(_elements(text.split("\n")))
    if not elements or elements[0].tag != "DOCUMENT":
        raise DamagedInputError(
            "The file does not begin with [DOCUMENT], so it is no StrictDoc document", hint="Export it from StrictDoc."
        )
    document = elements[0]
    reader = _StrictDocReader(notices)
    blocks = tuple(reader.blocks(elements[1:]))
    return UrsDocument(
        title=document.value("TITLE"),
        file_name=source.file_name,
        format=DocumentFormat.STRICTDOC,
        sha256=source.sha256,
        blocks=blocks,
        margins=tuple(f"{name}: {said.strip()}" for name, said, _ in document.fields if said.strip() and name != "MID"),
        findings=notices.findings(),
    )


def _elements(lines: list[str]) -> Iterator[_Element]:
    """The blocks of the file in order; an end tag is a block whose tag begins with "/"."""
    current: _Element | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        tag = _TAG.fullmatch(line.rstrip())
        index += 1
        if tag:
            if current is not None:
                yield current
            current = _Element(tag[1] + tag[2], index)
        elif current is None:
            if line.strip():
                raise DamagedInputError(
                    f"Line {index} stands before any tag", hint="A StrictDoc document begins with [DOCUMENT]."
                )
        elif found := _FIELD.fullmatch(line.rstrip()):
            text, index = _text(found[2] or "", lines, index)
            current.fields.append((found[1], text, index))
        else:
            current.body.append(line)
    if current is not None:
        yield current


def _text(said: str, lines: list[str], index: int) -> tuple[str, int]:
    """A field's text, and the index of the line after it; texts of several lines stand between >>> and <<<."""
    if said.strip() != _OPENS:
        return said, index
    begun = index
    gathered: list[str] = []
    while index < len(lines):
        if lines[index].rstrip() == _CLOSES:
            return "\n".join(gathered), index + 1
        gathered.append(lines[index])
        index += 1
    raise DamagedInputError(f"The text that begins in line {begun} never ends", hint=f"It must end with {_CLOSES}.")


class _StrictDocReader:
    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._depth = 0
        self._items = ItemTables()
        self._paragraphs = 0

    def blocks(self, elements: list[_Element]) -> Iterator[Block]:
        """The blocks of the document in order."""
        for element in elements:
            name = element.tag.removeprefix("/")
            if name in _SECTIONS:
                yield from self._items.table()
                yield from self._section(element)
            elif element.tag.startswith("/") or name == "GRAMMAR":
                continue
            elif name in _TEXTS:
                yield from self._items.table()
                yield from self._texts(element)
            elif name in _ELSEWHERE:
                self._notices.note(Noticed.UNREAD_CONTENT, Location(line=element.line), "a document in another file")
            elif element.fields:
                self._items.add(list(_attributes(element)), element.line)
        yield from self._items.table()

    def _section(self, element: _Element) -> Iterator[Block]:
        if element.tag.startswith("/"):
            self._depth = max(0, self._depth - 1)
            return
        self._depth += 1
        if self._depth > _NESTING_LIMIT:
            raise DamagedInputError(
                f"Sections are nested more than {_NESTING_LIMIT} deep", hint="Check their end tags."
            )
        number, title = split_heading(element.value("TITLE"))
        yield Heading(level=self._depth, number=number, text=title, location=self._place(element.line))

    def _texts(self, element: _Element) -> Iterator[Block]:
        said = element.value("STATEMENT") or "\n".join(element.body)
        for line in unwrapped(said):
            label, text = split_item(line)
            yield Paragraph(text=text, label=label, depth=0 if label else None, location=self._place(element.line))

    def _place(self, line: int) -> Location:
        self._paragraphs += 1
        return Location(paragraph=self._paragraphs, line=line)


def _attributes(element: _Element) -> Iterator[Attribute]:
    for name, text, _ in element.fields:
        if name not in _INTERNAL | _LINKS and (lines := unwrapped(text)):
            yield Attribute(name, lines)
    kind = ""
    for line in element.body:
        if relation := _RELATION.fullmatch(line.rstrip()):
            kind = relation[1].strip().capitalize()
        elif kind and (value := _VALUE.fullmatch(line.rstrip())) and value[1] == "VALUE":
            yield Attribute(kind, (value[2].strip(),))
