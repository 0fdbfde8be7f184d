"""Requirements interchange files (.reqif, ReqIF 1.2): a specification's hierarchy as headings and tables of objects.

An object with a chapter's name, or with objects below it and no text of its own, is a heading; any other is a row whose
columns are its attributes. The names that the standard reserves are shown as tools show them ("ReqIF.Text" as
"Requirement").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Block, DocumentFormat, Heading, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.items import Attribute, ItemTables
from gampgen.readers.labels import split_heading
from gampgen.readers.notices import Notices
from gampgen.readers.package import Package
from gampgen.readers.reqif_file import Node, ReqifFile, SpecObject, load
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_ZIP: Final = b"PK\x03\x04"
_CHAPTER: Final = "reqif.chaptername"
_NUMBER: Final = "reqif.chapternumber"
_TEXTS: Final = frozenset({"reqif.text", "text", "object text", "description", "reqif.description", "statement"})
_TITLES: Final = frozenset({"reqif.name", "name", "title", "object heading", "heading"})
_IDENTIFIERS: Final = (
    "requirement id", "requirement identifier", "req id", "req-id", "uid", "object identifier", "identifier", "id",
    "reqif.foreignid", "foreign id",
)  # fmt: skip
_SHOWN: Final = {
    "reqif.text": "Requirement", "reqif.name": "Title", "reqif.description": "Description", _CHAPTER: "Chapter",
    "object text": "Requirement",
}  # fmt: skip
_ID: Final = "Requirement ID"
_HEADING_TYPES: Final = frozenset({"heading", "section", "chapter", "folder"})
"""Long names of object types whose objects are headings."""


def read_reqif(source: Source, settings: ReadSettings) -> UrsDocument:  # noqa: ARG001 - called like its siblings
    """Reads a ReqIF file, or the one in a .reqifz archive.

    Raises:
        DamagedInputError: no ReqIF file, not well-formed, or a limit passed.
    """
    notices = Notices()
    characters = Characters(notices)
    file = load(_content(source), notices, characters)
    blocks = tuple(_Specifications(file, notices).blocks())
    return UrsDocument(
        title=file.title or next((node.title for node in file.specifications), ""),
        file_name=source.file_name,
        format=DocumentFormat.REQIF,
        sha256=source.sha256,
        blocks=blocks,
        findings=notices.findings(),
    )


def _content(source: Source) -> bytes:
    """The ReqIF file's bytes, out of its archive where it is in one."""
    if not source.data.startswith(_ZIP):
        return source.data
    package = Package(source.data, index=None)
    names = [name for name in package.names() if name.endswith(".reqif")]
    if len(names) != 1:
        raise DamagedInputError(
            f"The archive holds {len(names)} ReqIF files; one is read", hint="Export one specification, or unpack it."
        )
    return package.read(names[0])


class _Specifications:
    """Walks the hierarchies of a file."""

    def __init__(self, file: ReqifFile, notices: Notices) -> None:
        self._file, self._notices = file, notices
        self._items = ItemTables()
        self._headings = 0
        self._met: set[str] = set()

    def blocks(self) -> Iterator[Block]:
        """The blocks of all specifications in order."""
        several = len(self._file.specifications) > 1
        for specification in self._file.specifications:
            if several:
                yield from self._heading(specification.title, "", 1)
            for child in specification.children:
                yield from self._node(child, 1 + several)
            yield from self._items.table()
        self._note_outside()

    def _node(self, node: Node, level: int) -> Iterator[Block]:
        """A node and what stands below it."""
        found = self._file.objects.get(node.target)
        if found is not None:
            self._met.add(node.target)
            title = self._title(found, node)
            if title is not None:
                yield from self._heading(title, found.value(_NUMBER), level)
            else:
                self._items.add(self._attributes(found))
        for child in node.children:
            yield from self._node(child, level + 1)

    def _title(self, found: SpecObject, node: Node) -> str | None:
        """The heading that an object is; None where it is a requirement."""
        texts = [line for name in _TEXTS for line in found.lines(name)]
        if chapter := found.value(_CHAPTER):
            return chapter if not texts else None
        name = next((value for key in sorted(_TITLES) if (value := found.value(key))), "")
        if found.type_name.casefold() in _HEADING_TYPES:
            return name or " ".join(texts)
        return name if node.children and not texts and name else None

    def _heading(self, title: str, number: str, level: int) -> Iterator[Block]:
        yield from self._items.table()
        self._headings += 1
        typed, text = (number, title) if number else split_heading(title)
        yield Heading(level=level, number=typed, text=text, location=Location(paragraph=self._headings))

    def _attributes(self, found: SpecObject) -> list[Attribute]:
        key = next((name for name in _IDENTIFIERS if found.value(name)), None)
        first = Attribute(_ID, (found.value(key) if key else found.identifier,))
        rest = [
            Attribute(_SHOWN.get(name.casefold(), name.removeprefix("ReqIF.")), lines)
            for name, lines in found.attributes
            if lines and name.casefold() != key
        ]
        return [first, *rest]

    def _note_outside(self) -> None:
        outside = [one for key, one in self._file.objects.items() if key not in self._met]
        if outside:
            self._notices.note(Noticed.OBJECTS_OUTSIDE, None, outside[0].shown(), len(outside))
