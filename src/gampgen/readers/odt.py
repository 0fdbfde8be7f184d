"""OpenDocument texts (.odt): parts of the package to one document.

Notes and text boxes are treated as in Word documents: each follows the paragraph it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Block, DocumentFormat, Heading, UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, UnsupportedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.docx import block_of
from gampgen.readers.docx_story import Line
from gampgen.readers.guards import require_package
from gampgen.readers.labels import is_caption
from gampgen.readers.notices import Notices
from gampgen.readers.odt_flow import OdtFlow
from gampgen.readers.odt_names import OFFICE, STYLE, TEXT
from gampgen.readers.odt_styles import OdtStyles
from gampgen.readers.odt_tables import OdtTables
from gampgen.readers.package import Element, Package
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings, TrackedChanges

_KIND: Final = "application/vnd.oasis.opendocument.text"  # templates and other kinds of texts begin with it
_MANIFEST: Final = "META-INF/manifest.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_MARGINS: Final = tuple(
    STYLE + name for name in ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
)


def read_odt(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads an OpenDocument text.

    Raises:
        InputError: tracked changes and no choice, or the choice to reject them; or its kinds, for what is damaged,
            protected or not a text.
    """
    require_package(source.data, source.suffix)
    package = Package(source.data, index="content.xml")
    _check_kind(package)
    content = package.xml("content.xml")
    styles = package.xml("styles.xml") if package.has("styles.xml") else None
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DamagedInputError("The package holds no text document", hint="Save it again as .odt.")
    reader = _OdtReader(package, content, styles, settings.tracked)
    blocks = tuple(reader.blocks(body))
    margins = tuple(reader.margins())
    return UrsDocument(
        title=reader.title(blocks),
        file_name=source.file_name,
        format=DocumentFormat.ODT,
        sha256=source.sha256,
        blocks=blocks,
        margins=margins,
        findings=reader.findings(),
    )


def _check_kind(package: Package) -> None:
    if package.has(_MANIFEST) and b"encryption-data" in package.read(_MANIFEST):
        raise EncryptedInputError("The file is protected by a password", hint="Save it without a password.")
    kind = package.read("mimetype").decode("ascii", "replace").strip() if package.has("mimetype") else _KIND
    if not kind.startswith(_KIND):
        raise UnsupportedInputError(
            f"The file is an OpenDocument of the kind {kind[:80]}, no text", hint="Save it as .odt or .docx."
        )


class _OdtReader:
    def __init__(
        self, package: Package, content: Element, styles: Element | None, tracked: TrackedChanges | None
    ) -> None:
        self._package = package
        self._parts = [content] if styles is None else [styles, content]
        self._styles = styles
        self._notices = Notices()
        self._characters = Characters(self._notices)
        own = OdtStyles()
        own.read(self._parts)
        self._flow = OdtFlow(own, self._notices, self._characters)
        self._contents: list[str] = []
        for part in self._parts:
            self._weigh(part, tracked)

    def _weigh(self, part: Element, tracked: TrackedChanges | None) -> None:
        """Refuses tracked changes where the user has not chosen to accept them."""
        wording = sum(1 for _ in part.iter(TEXT + "insertion", TEXT + "deletion"))
        formatting = sum(1 for _ in part.iter(TEXT + "format-change"))
        if wording and tracked is None:
            raise InputError(
                f"The document has {wording} tracked change(s), so it has two wordings",
                hint="Accept or reject them in the source, or pass --tracked accept.",
            )
        if wording and tracked is TrackedChanges.REJECT:
            raise InputError(
                "Tracked changes of an OpenDocument text cannot be rejected here",
                hint="Reject them in the source, and pass the version that holds.",
            )
        if wording:
            self._notices.note(Noticed.TRACKED_CHANGES, None, "accepted", wording)
        if formatting:
            self._notices.note(Noticed.TRACKED_FORMATTING, None, "", formatting)

    def blocks(self, body: Element) -> Iterator[Block]:
        """The blocks of the body in reading order."""
        tables = OdtTables(self._flow)
        paragraphs = count = 0
        caption = ""
        self._flow.place = Location(paragraph=1)
        for item in self._flow.items(body):
            if not isinstance(item, Line):
                count += 1
                yield tables.read(item, count, caption)
                yield from (block_of(note, Location(table=count)) for note in tables.notes)
                tables.notes.clear()
                caption = ""
                continue
            if item.contents:
                self._contents.append(item.shown())
                continue
            paragraphs += not item.note
            caption = item.shown() if is_caption(item.text) else ""
            yield block_of(item, Location(paragraph=max(paragraphs, 1)))
            self._flow.place = Location(paragraph=paragraphs + 1)

    def margins(self) -> Iterator[str]:
        """Headers and footers, each text once; then the lines of contents."""
        seen: set[str] = set()
        tables = OdtTables(self._flow)
        for part in () if self._styles is None else self._styles.iter(*_MARGINS):
            for item in self._flow.items(part):
                rows = [item.shown()] if isinstance(item, Line) else _rows(tables, item)
                for text in rows:
                    if text and text not in seen:
                        seen.add(text)
                        yield text
        yield from self._contents

    def title(self, blocks: tuple[Block, ...]) -> str:
        """The title property, or the first heading."""
        own = ""
        if self._package.has("meta.xml"):
            own = " ".join((self._package.xml("meta.xml").findtext(f".//{_TITLE}") or "").split())
        return self._characters.clean(own) or next((block.text for block in blocks if isinstance(block, Heading)), "")

    def findings(self) -> tuple[Finding, ...]:
        """What was noticed, with what concerns the document as a whole."""
        if self._flow.comments:
            self._notices.note(Noticed.COMMENTS, None, "", self._flow.comments)
        if self._contents:
            self._notices.note(Noticed.TABLE_OF_CONTENTS, None, "", len(self._contents))
        if any(name.startswith(("basic/", "scripts/")) and not name.endswith("/") for name in self._package.names()):
            self._notices.note(Noticed.MACROS)
        return self._notices.findings()


def _rows(tables: OdtTables, table: Element) -> list[str]:
    return [" | ".join(" ".join(cell.lines) for cell in row.cells) for row in tables.read(table, 0).rows]
