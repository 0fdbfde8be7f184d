"""PDF documents with a text layer: pages to one document.

A PDF knows no paragraphs, lists or tables; they are made out from where the text stands: ruling lines and aligned
columns make tables, size, weight and numbers make headings, and what is repeated at the same height on several pages is
a running header or footer. Pages without a text layer are not read (there is no character recognition here).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gampgen.domain.document import DocumentFormat, Heading, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import InputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import require_magic
from gampgen.readers.notices import Notices
from gampgen.readers.pdf_content import Glyph, PageContent
from gampgen.readers.pdf_file import PdfFile, opened
from gampgen.readers.pdf_flow import Flow
from gampgen.readers.pdf_layout import Sheet, arranged, sheet_of, with_common_edges
from gampgen.readers.pdf_lines import lines_of
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_TINY: Final = 2.0  # points
_FEW_GLYPHS: Final = 30  # a page with fewer and a large picture is a scan with a stamp on it
_LARGE: Final = 0.5  # of the page
_UNKNOWN: Final = 0.3  # of a page's glyphs: with more, its text layer says nothing


def read_pdf(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a PDF.

    Raises:
        InputError: a page has no text layer and `settings.allow_unread_pages` is not set; or its kinds, for what is
            damaged, protected or not a PDF.
    """
    require_magic(source.data, source.suffix, b"%PDF-", within=1024)
    notices = Notices()
    characters = Characters(notices)
    with opened(source.data) as file:
        sheets = _sheets(file, notices, allow_unread=settings.allow_unread_pages)
        _report(file, notices)
        own_title = characters.clean(file.title())
    items, margins = arranged(sheets)
    flow = Flow(with_common_edges(items), characters.clean)
    blocks = tuple(flow.blocks())
    if flow.contents:
        notices.note(Noticed.TABLE_OF_CONTENTS, None, "", len(flow.contents))
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    return UrsDocument(
        title=own_title if _is_shown(own_title, headings) else next(iter(headings), ""),
        file_name=source.file_name,
        format=DocumentFormat.PDF,
        sha256=source.sha256,
        blocks=blocks,
        margins=tuple(characters.clean(text) for text in (*margins, *flow.contents)),
        findings=notices.findings(),
    )


def _is_shown(title: str, headings: Sequence[str]) -> bool:
    """True where the title property is more than the name of the file that the PDF was made from."""
    return bool(title) and any(title.casefold() == text.casefold() for text in headings)


def _sheets(file: PdfFile, notices: Notices, *, allow_unread: bool) -> list[Sheet]:
    sheets = []
    unread: list[int] = []
    for page in file.pages():
        if _is_unread(page):
            unread.append(page.number)
            notices.note(Noticed.UNREAD_PAGE, Location(page=page.number), str(page.number))
            page.glyphs.clear()
        _note_odd(page, notices)
        sheets.append(sheet_of(page))
    if unread and not allow_unread:
        named = ", ".join(str(number) for number in unread[:20]) + (" …" if len(unread) > 20 else "")  # noqa: PLR2004 - a list to read
        raise InputError(
            f"{len(unread)} of {file.count} page(s) have no text layer: {named}",
            hint="Have the pages read by a character recognition first, or pass --allow-unread-pages to go on without.",
        )
    return sheets


def _is_unread(page: PageContent) -> bool:
    """True where a page shows something and its text cannot be read; an empty page is none."""
    if len(page.glyphs) < _FEW_GLYPHS and any(image.area > _LARGE * page.width * page.height for image in page.images):
        return True
    if not page.glyphs:
        return bool(page.images)
    unknown = sum(glyph.text in "\ufffd\x00" or "\ue000" <= glyph.text <= "\uf8ff" for glyph in page.glyphs)
    return unknown > _UNKNOWN * len(page.glyphs)


def _note_odd(page: PageContent, notices: Notices) -> None:
    """Reports what is on a page and cannot be seen, or is seen and not read; text beyond the page's edge is dropped."""
    place = Location(page=page.number)
    outside = [g for g in page.glyphs if not _overlaps(g, page)]
    if outside:
        notices.note(Noticed.HIDDEN_TEXT, place, _quoted(outside))
        gone = set(outside)
        page.glyphs[:] = [glyph for glyph in page.glyphs if glyph not in gone]
    pale = [glyph for glyph in page.glyphs if glyph.pale and not _has_ground(glyph, page)]
    if pale:
        notices.note(Noticed.PALE_TEXT, place, _quoted(pale))
    tiny = [glyph for glyph in page.glyphs if glyph.size <= _TINY]
    if tiny:
        notices.note(Noticed.TINY_TEXT, place, _quoted(tiny))
    if page.images:
        notices.note(Noticed.PICTURES, place, count=len(page.images))
    if page.comments:
        notices.note(Noticed.COMMENTS, place, "", page.comments)
    if page.fields:
        notices.note(Noticed.UNREAD_CONTENT, place, f"{page.fields} form field(s)")
    for link in page.links:
        notices.note(Noticed.EXTERNAL_LINKS, place, link)


def _overlaps(glyph: Glyph, page: PageContent) -> bool:
    """True where some of the glyph lies on the page."""
    return glyph.x1 >= -1 and glyph.x0 <= page.width + 1 and glyph.y1 >= -1 and glyph.y0 <= page.height + 1


def _has_ground(glyph: Glyph, page: PageContent) -> bool:
    """True where a coloured area or a picture lies behind a glyph."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    return any(box.holds(x, y) for box in (*page.fills, *page.images))


def _quoted(glyphs: Sequence[Glyph]) -> str:
    return " ".join(line.text for line in lines_of([glyph._replace(turn=0) for glyph in glyphs], 0))


def _report(file: PdfFile, notices: Notices) -> None:
    if file.scripts():
        notices.note(Noticed.MACROS)
    if file.attachments():
        notices.note(Noticed.UNREAD_CONTENT, None, f"{file.attachments()} attached file(s)")
