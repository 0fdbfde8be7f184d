"""What the sheets of a workbook share: their list, the shared texts, and the formats of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gampgen.errors import DamagedInputError
from gampgen.readers.package import Element, Package
from gampgen.readers.scripts import lowered, raised
from gampgen.readers.workbook_formats import BUILT_IN

_ON: Final = frozenset({"1", "true"})
_OFF: Final = frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it; `part` is None where it is no worksheet."""

    name: str
    hidden: bool
    part: str | None


@dataclass(frozen=True, slots=True)
class RichText:
    """A text with its struck-through parts."""

    text: str
    struck: str = ""


@dataclass(frozen=True, slots=True)
class CellFormat:
    """How a cell shows its value: number format, and whether its font is bold or struck through."""

    code: str = "General"
    bold: bool = False
    struck: bool = False


def sheet_entries(package: Package, main: str, root: Element) -> tuple[SheetEntry, ...]:
    """The workbook's sheets in the order of their tabs."""
    links = {link.name: link for link in package.relationships(main)}
    entries = []
    for element in root.iter("{*}sheet"):
        identifier = next((value for name, value in element.attrib.items() if str(name).endswith("}id")), "")
        link = links.get(str(identifier))
        readable = link is not None and link.kind == "worksheet" and not link.external and package.has(link.target)
        hidden = element.get("state", "visible") != "visible"
        entries.append(SheetEntry(element.get("name", ""), hidden, link.target if link and readable else None))
    return tuple(entries)


def counts_from_1904(root: Element) -> bool:
    """True where the workbook counts its days from 1904."""
    properties = root.find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in _ON


def shared_texts(package: Package, main: str) -> tuple[RichText, ...]:
    """The texts that cells refer to by number."""
    part = package.related(main, "sharedStrings")
    return () if part is None else tuple(rich_text(item) for item in package.xml(part).iterfind("{*}si"))


def rich_text(item: Element) -> RichText:
    """The visible text of a text item: its runs in order, pronunciation hints left out."""
    texts: list[str] = []
    struck: list[str] = []
    for child in item:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            texts.append(child.text or "")
        elif name == "r":
            text, is_struck = _run(child)
            texts.append(text)
            if is_struck:
                struck.append(text)
    return RichText("".join(texts), "".join(struck))


def _run(run: Element) -> tuple[str, bool]:
    text = "".join(part.text or "" for part in run.iterfind("{*}t"))
    properties = run.find("{*}rPr")
    if properties is None:
        return text, False
    aligned = properties.find("{*}vertAlign")
    position = "" if aligned is None else aligned.get("val", "")
    shown = {"superscript": raised, "subscript": lowered}.get(position, str)(text)
    return shown, _is_on(properties, "strike")


def _is_on(parent: Element | None, name: str) -> bool:
    found = None if parent is None else parent.find(f"{{*}}{name}")
    return found is not None and found.get("val", "1") not in _OFF


def cell_formats(package: Package, main: str) -> tuple[CellFormat, ...]:
    """The formats that cells refer to by number.

    Raises:
        DamagedInputError: a format number is no number.
    """
    part = package.related(main, "styles")
    if part is None:
        return ()
    root = package.xml(part)
    codes = dict(BUILT_IN)
    for element in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[_index(element.get("numFmtId"))] = element.get("formatCode", "General")
    fonts = [(_is_on(font, "b"), _is_on(font, "strike")) for font in root.iterfind("{*}fonts/{*}font")]
    formats = []
    for element in root.iterfind("{*}cellXfs/{*}xf"):
        font = _index(element.get("fontId", "0"))
        bold, struck = fonts[font] if font < len(fonts) else (False, False)
        formats.append(CellFormat(codes.get(_index(element.get("numFmtId", "0")), "General"), bold, struck))
    return tuple(formats)


def _index(text: str | None) -> int:
    if text is not None and text.isascii() and text.isdigit() and len(text) < 8:  # noqa: PLR2004 - far beyond any
        return int(text)
    raise DamagedInputError(
        f"The workbook names a format {str(text)[:20]!r}", hint="Open it in Excel, save it again, and check it."
    )
