"""Word documents (.docx): parts of the package to one document.

Foot- and endnotes are paragraphs right after the block that refers to them, labelled "[1]" (endnotes "[e1]"), the same
mark standing in the text. Text boxes follow the paragraph that they are anchored in. Lists of contents go to the
margins, with headers and footers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Block, DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.docx_changes import Changes
from gampgen.readers.docx_names import R, W
from gampgen.readers.docx_numbering import Numbering
from gampgen.readers.docx_story import PARAGRAPH_LIMIT, DocumentParts, Line, Story
from gampgen.readers.docx_styles import Styles
from gampgen.readers.docx_tables import TableReader
from gampgen.readers.guards import require_package
from gampgen.readers.labels import is_caption, split_heading
from gampgen.readers.notices import Notices
from gampgen.readers.package import Element, Package
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_TITLE_LEVEL: Final = 1  # the title on the cover stands above the first chapter and ends with it
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a Word document.

    Raises:
        InputError: tracked changes and no choice; or its kinds, for what is damaged, protected or not a document.
    """
    require_package(source.data, source.suffix)
    package = Package(source.data)
    main = package.main_part()
    _count_paragraphs(package.read(main))
    root = package.xml(main)
    body = root.find(W + "body")
    if root.tag != W + "document" or body is None:
        raise DamagedInputError(
            "The package is no Word document", hint="Give the file its true suffix, or save it in Word as .docx."
        )
    reader = _DocxReader(package, main, settings)
    reader.weigh(root, main)
    blocks = tuple(reader.blocks(body))
    margins = tuple(reader.margins(root))
    reader.report(main)
    return UrsDocument(
        title=reader.title(blocks),
        file_name=source.file_name,
        format=DocumentFormat.DOCX,
        sha256=source.sha256,
        blocks=blocks,
        margins=margins,
        findings=reader.parts.notices.findings(),
    )


def _count_paragraphs(data: bytes) -> None:
    """Refuses a far too long document before it is parsed; the story counts exactly."""
    if data.count(b"<w:p>") + data.count(b"<w:p ") > PARAGRAPH_LIMIT:
        raise DamagedInputError(f"The document has more than {PARAGRAPH_LIMIT:,} paragraphs", hint="Split it.")


class _DocxReader:
    def __init__(self, package: Package, main: str, settings: ReadSettings) -> None:
        self._package = package
        self._main = main
        self._tracked = settings.tracked
        self._titles: list[str] = []
        self._contents: list[str] = []
        notices = Notices()
        self.parts = DocumentParts(
            styles=Styles(self._related("styles")),
            numbering=Numbering(self._related("numbering")),
            changes=Changes(settings.tracked),
            notices=notices,
            characters=Characters(notices),
            notes={},
        )
        for kind in ("footnote", "endnote"):
            self._gather_notes(kind)

    def _related(self, kind: str) -> Element | None:
        part = self._package.related(self._main, kind)
        return None if part is None else self._package.xml(part)

    def _gather_notes(self, kind: str) -> None:
        root = self._related(f"{kind}s")
        if root is None:
            return
        self.weigh(root, f"the {kind}s")
        for note in root.iterfind(W + kind):
            if note.get(W + "type") not in _SEPARATORS:
                self.parts.notes[kind, note.get(W + "id", "")] = note

    def weigh(self, root: Element, part: str) -> None:
        """Counts a part's tracked changes, and refuses them where the user has not chosen."""
        self.parts.changes.weigh(root, part, self._tracked)

    def blocks(self, body: Element) -> Iterator[Block]:
        """The blocks of the body in reading order."""
        story = Story(self.parts)
        tables = TableReader(story)
        paragraphs = table_count = 0
        caption = ""
        story.place = Location(paragraph=1)
        for item in story.items(body):
            if not isinstance(item, Line):
                table_count += 1
                yield tables.read(item, table_count, caption)
                caption = ""
                yield from (_paragraph(note, Location(table=table_count)) for note in tables.notes)
                tables.notes.clear()
                continue
            if item.contents:
                self._contents.append(item.shown())
                continue
            paragraphs += not item.note
            caption = item.shown() if item.is_caption or is_caption(item.text) else ""
            if item.is_title:
                self._titles.append(item.text)
            yield block_of(item, Location(paragraph=max(paragraphs, 1)))
            story.place = Location(paragraph=paragraphs + 1)

    def margins(self, root: Element) -> Iterator[str]:
        """Headers and footers in the order of the sections, each text once; then the lines of contents."""
        seen: set[str] = set()
        links = {link.name: link.target for link in self._package.relationships(self._main) if not link.external}
        for reference in root.iter(W + "headerReference", W + "footerReference"):
            part = links.get(reference.get(R + "id", ""), "")
            if part in seen or not self._package.has(part):
                continue
            seen.add(part)
            for text in self._margin(part):
                if text not in seen:
                    seen.add(text)
                    yield text
        yield from self._contents

    def _margin(self, part: str) -> Iterator[str]:
        root = self._package.xml(part)
        self.weigh(root, part)
        story = Story(self.parts)
        tables = TableReader(story)
        for item in story.items(root):
            if isinstance(item, Line):
                yield item.shown()
            else:
                for row in tables.read(item, 0).rows:
                    yield " | ".join(" ".join(cell.lines) for cell in row.cells)

    def title(self, blocks: tuple[Block, ...]) -> str:
        """The title property, the paragraph in title style, or the first heading."""
        own = self.parts.characters.clean(self._package.title())
        first = next((block.text for block in blocks if isinstance(block, Heading)), "")
        return own or next(iter(self._titles), "") or first

    def report(self, main: str) -> None:
        """Notes what concerns the document as a whole."""
        notices, changes = self.parts.notices, self.parts.changes
        if changes.wording and self._tracked:
            notices.note(Noticed.TRACKED_CHANGES, None, f"{self._tracked.value}ed", changes.wording)
        if changes.formatting:
            notices.note(Noticed.TRACKED_FORMATTING, None, "", changes.formatting)
        comments = self._related("comments")
        count = 0 if comments is None else sum(1 for _ in comments.iterfind(W + "comment"))
        if count:
            notices.note(Noticed.COMMENTS, None, "", count)
        if self._package.has_macros():
            notices.note(Noticed.MACROS)
        others = (part for part in self._package.linking_parts() if part != main.casefold())
        for part in (main, *others):
            for link in self._package.relationships(part):
                if link.external:
                    notices.note(Noticed.EXTERNAL_LINKS, None, link.target)
        if self._contents:
            notices.note(Noticed.TABLE_OF_CONTENTS, None, "", len(self._contents))


def block_of(line: Line, location: Location) -> Heading | Paragraph:
    """The block that a line is."""
    if line.is_title:
        return Heading(level=_TITLE_LEVEL, number=line.label, text=line.text, location=location)
    if line.heading is None or line.note:
        return _paragraph(line, location)
    number, text = (line.label, line.text) if line.label else split_heading(line.text)
    return Heading(level=line.heading, number=number, text=text.replace("\n", " "), location=location)


def _paragraph(line: Line, location: Location) -> Paragraph:
    return Paragraph(
        text=line.text,
        label=line.label,
        number_automatic=line.automatic,
        depth=line.depth,
        lead=line.lead,
        location=location,
    )
