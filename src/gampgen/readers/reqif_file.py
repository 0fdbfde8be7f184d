"""The parts of a ReqIF file: types, objects with their attributes as text, and the hierarchies that show them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.html_flow import MarkupFlow, MarkupLine
from gampgen.readers.html_tables import MarkupTables
from gampgen.readers.items import ITEMS_LIMIT
from gampgen.readers.notices import Notices
from gampgen.readers.package import Element, damaged_part, local_name, refuse_doctype, unpack_failures

_TAGS: Final = ("REQ-IF-HEADER", "ENUM-VALUE", "SPEC-OBJECT-TYPE", "SPEC-OBJECT", "SPECIFICATION")
_DEFINITION: Final = "ATTRIBUTE-DEFINITION-"
_NESTING_LIMIT: Final = 100
_DEFAULTS: Final = "DEFAULT-VALUE"

Value = tuple[str, Element]


@dataclass(frozen=True, slots=True)
class SpecObject:
    """An object. `attributes` are (long name, paragraphs) in the order of its type; they are found by small letters."""

    identifier: str
    type_name: str
    attributes: tuple[tuple[str, tuple[str, ...]], ...]

    def lines(self, name: str) -> tuple[str, ...]:
        """The paragraphs of an attribute."""
        return next((lines for key, lines in self.attributes if key.casefold() == name), ())

    def value(self, name: str) -> str:
        """An attribute as one text."""
        return " ".join(self.lines(name))

    def shown(self) -> str:
        """The object in short, to quote it."""
        return " | ".join([self.identifier, *(" ".join(lines) for _, lines in self.attributes)])


@dataclass(frozen=True, slots=True)
class Node:
    """A place in a hierarchy: the object that it shows (for a specification: its own name), and the places below."""

    target: str
    title: str = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class _Type:
    name: str
    attributes: dict[str, str]
    defaults: tuple[Element, ...]


@dataclass(slots=True)
class ReqifFile:
    """A file's content. `objects` are by identifier."""

    title: str = ""
    objects: dict[str, SpecObject] = field(default_factory=dict)
    specifications: list[Node] = field(default_factory=list)


def load(data: bytes, notices: Notices, characters: Characters) -> ReqifFile:
    """Reads a ReqIF file without building its whole tree.

    Raises:
        DamagedInputError: not well-formed, no ReqIF, with a document type definition, or a limit passed.
    """
    return _Loader(notices, characters).load(data)


class _Loader:
    def __init__(self, notices: Notices, characters: Characters) -> None:
        self._characters = characters
        self._flow = MarkupFlow(notices, characters)
        self._enumerations: dict[str, str] = {}
        self._types: dict[str, _Type] = {}
        self._raw: dict[str, tuple[str, tuple[Element, ...]]] = {}
        self._file = ReqifFile()

    def load(self, data: bytes) -> ReqifFile:
        for element in _elements(data):
            match local_name(element):
                case "REQ-IF-HEADER":
                    self._file.title = self._clean(str(element.findtext("{*}TITLE") or ""))
                case "ENUM-VALUE":
                    name = element.get("LONG-NAME", "") or element.get("IDENTIFIER", "")
                    self._enumerations[element.get("IDENTIFIER", "")] = self._clean(name)
                case "SPEC-OBJECT-TYPE":
                    self._add_type(element)
                case "SPEC-OBJECT":
                    self._add_object(element)
                case _:
                    title = self._clean(element.get("LONG-NAME") or "")
                    self._file.specifications.append(Node("", title, tuple(_children(element, 1))))
        # Types may stand after the objects: only now every name is known.
        for identifier, (kind, values) in self._raw.items():
            self._file.objects[identifier] = self._object(identifier, kind, values)
        return self._file

    def _clean(self, text: str) -> str:
        return " ".join(self._characters.clean(text).split())

    def _add_type(self, element: Element) -> None:
        names: dict[str, str] = {}
        defaults: list[Element] = []
        for definition in element.iter():
            if not local_name(definition).startswith(_DEFINITION) or definition.get("IDENTIFIER") is None:
                continue
            identifier = definition.get("IDENTIFIER", "")
            names[identifier] = self._clean(definition.get("LONG-NAME", "") or identifier)
            defaults.extend(_kept(value) for one in definition.iterfind(f"{{*}}{_DEFAULTS}") for value in one)
        name = self._clean(element.get("LONG-NAME") or "")
        self._types[element.get("IDENTIFIER", "")] = _Type(name, names, tuple(defaults))

    def _add_object(self, element: Element) -> None:
        identifier = element.get("IDENTIFIER", "")
        if identifier in self._raw:
            raise DamagedInputError(
                f"Two objects of the file have the identifier {identifier[:60]!r}", hint="Export the file again."
            )
        if len(self._raw) >= ITEMS_LIMIT:
            raise DamagedInputError(f"The file holds more than {ITEMS_LIMIT:,} objects", hint="Split it.")
        kind = element.findtext("{*}TYPE/{*}SPEC-OBJECT-TYPE-REF") or ""
        self._raw[identifier] = kind.strip(), tuple(_kept(value) for value in element.iterfind("{*}VALUES/*"))

    def _object(self, identifier: str, kind: str, values: tuple[Element, ...]) -> SpecObject:
        known = self._types.get(kind, _Type("", {}, ()))
        said = {_reference(value): self._lines(value) for value in known.defaults}
        said.update({_reference(value): self._lines(value) for value in values})
        order = {name: index for index, name in enumerate(known.attributes)}
        names = sorted(said, key=lambda one: order.get(one, len(order)))
        return SpecObject(
            identifier, known.name, tuple((known.attributes.get(name, name), said[name]) for name in names)
        )

    def _lines(self, value: Element) -> tuple[str, ...]:
        """A value's paragraphs."""
        kind = local_name(value).rpartition("-")[2]
        if kind == "ENUMERATION":
            references = (reference.text or "" for reference in value.iterfind("{*}VALUES/{*}ENUM-VALUE-REF"))
            names = [self._enumerations.get(one.strip(), one.strip()) for one in references]
            return (", ".join(names),) if names else ()
        if kind == "XHTML":
            markup = value.find("{*}THE-VALUE")
            return () if markup is None else tuple(self._markup(markup))
        lines = self._characters.clean(value.get("THE-VALUE") or "").split("\n")
        return tuple(text for line in lines if (text := " ".join(line.split())))

    def _markup(self, element: Element) -> Iterator[str]:
        for item in self._flow.items(element):
            if isinstance(item, MarkupLine):
                yield from item.shown().split("\n")
            else:
                for row in MarkupTables(self._flow).read(item, 0).rows:
                    yield " | ".join(" ".join(cell.lines) for cell in row.cells)


def _elements(data: bytes) -> Iterator[Element]:
    """The elements of interest, each complete; it is emptied once the next one is asked for."""
    first = True
    try:
        events = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=[f"{{*}}{name}" for name in _TAGS], resolve_entities=False,
            no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in events:
            if first:
                root = element.getroottree().getroot()
                refuse_doctype(root, "of the file")
                first = False
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        root = events.root
    except unpack_failures() as reason:
        raise damaged_part("of the file", reason) from reason
    if root is None or local_name(root) != "REQ-IF":
        raise DamagedInputError("The file is no ReqIF file", hint="Export the requirements again.")
    if first:
        refuse_doctype(root, "of the file")


def _kept(value: Element) -> Element:
    """A copy that outlives its parent."""
    return etree.fromstring(etree.tostring(value, with_tail=False))


def _reference(value: Element) -> str:
    """The definition that a value belongs to."""
    return next((reference.text or "" for reference in value.iterfind("{*}DEFINITION/*")), "").strip()


def _children(element: Element, depth: int) -> Iterator[Node]:
    if depth > _NESTING_LIMIT:
        raise DamagedInputError(f"The hierarchy is more than {_NESTING_LIMIT} levels deep", hint="Export it again.")
    for child in element.iterfind("{*}CHILDREN/{*}SPEC-HIERARCHY"):
        target = (child.findtext("{*}OBJECT/{*}SPEC-OBJECT-REF") or "").strip()
        yield Node(target, children=tuple(_children(child, depth + 1)))
