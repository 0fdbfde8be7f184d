"""Web pages (.html): headings, paragraphs, lists and tables as a browser shows them; no script is run."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from gampgen.domain.document import Block, DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import decode
from gampgen.readers.html_flow import MarkupFlow, MarkupLine
from gampgen.readers.html_tables import MarkupTables
from gampgen.readers.labels import split_heading
from gampgen.readers.notices import Notices
from gampgen.readers.package import Element
from gampgen.readers.rules import Noticed
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})|encoding=["']([\w-]{1,40})""", re.IGNORECASE
)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD: Final = 4096
_TAGS_LIMIT: Final = 2_000_000


def read_html(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a web page.

    Raises:
        InputError: wrong encoding. DamagedInputError: no markup, or a limit passed.
    """
    notices = Notices()
    root = _parsed(decode(source.data, source.suffix, settings.encoding or _stated_encoding(source.data)))
    characters = Characters(notices)
    flow = MarkupFlow(notices, characters)
    flow.sheet.read(style.text or "" for style in root.iter("style"))
    if next(root.iter("script"), None) is not None:
        notices.note(Noticed.MACROS)
    body = root.find("body")
    blocks = tuple(_blocks(flow, root if body is None else body))
    own = " ".join(characters.clean(root.findtext("head/title") or "").split())
    return UrsDocument(
        title=own or next((block.text for block in blocks if isinstance(block, Heading)), ""),
        file_name=source.file_name,
        format=DocumentFormat.HTML,
        sha256=source.sha256,
        blocks=blocks,
        findings=notices.findings(),
    )


def _stated_encoding(data: bytes) -> str | None:
    """The encoding that the page itself states; None where it states none, or begins with a byte order mark."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    found = _CHARSET.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _parsed(text: str) -> Element:
    if text.count("<") > _TAGS_LIMIT:
        raise DamagedInputError(f"The page has more than {_TAGS_LIMIT:,} tags", hint="Split it.")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except (etree.LxmlError, ValueError, AssertionError) as reason:
        raise DamagedInputError("The file holds no markup that can be read", hint="Save the page again.") from reason
    if root is None or "<" not in text:
        raise DamagedInputError("The file holds no markup", hint="Give the file its true suffix, such as .txt.")
    return root


def _blocks(flow: MarkupFlow, body: Element) -> Iterator[Block]:
    tables = MarkupTables(flow)
    paragraphs = count = 0
    flow.place = Location(paragraph=1)
    for item in flow.items(body):
        if isinstance(item, MarkupLine):
            paragraphs += 1
            yield _block(item, Location(paragraph=paragraphs))
            flow.place = Location(paragraph=paragraphs + 1)
        else:
            count += 1
            table = tables.read(item, count)
            if table.rows:
                yield table


def _block(line: MarkupLine, location: Location) -> Heading | Paragraph:
    if line.heading is not None:
        number, text = split_heading(" ".join(line.shown().split()))
        return Heading(level=line.heading, number=number, text=text, location=location)
    return Paragraph(
        text=line.text, label=line.label, number_automatic=line.automatic, depth=line.depth, lead=line.lead,
        location=location,
    )  # fmt: skip
