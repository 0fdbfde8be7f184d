"""A document as it was read: blocks in reading order, each with its place. No meaning yet."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location


class DocumentFormat(StrEnum):
    """File formats that a requirement document can arrive in."""

    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    MARKDOWN = "md"
    TEXT = "txt"
    PDF = "pdf"
    HTML = "html"
    ODT = "odt"
    REQIF = "reqif"
    STRICTDOC = "sdoc"
    DOORSTOP = "doorstop"


class _Block(Value):
    """A block of a document. Its kind is written even where what has its usual value is left out."""

    kind: str

    @model_serializer(mode="wrap")
    def _with_kind(self, fields: SerializerFunctionWrapHandler) -> dict[str, object]:
        return {"kind": self.kind, **fields(self)}


class Heading(_Block):
    """A heading. `number` is the number shown before it, automatic or typed ("4.2.1"), or ""; it is not in `text`."""

    kind: Literal["heading"] = "heading"
    level: int
    number: str = ""
    text: str
    location: Location


class Paragraph(_Block):
    """A paragraph or list item.

    `label` is the bullet or number shown before it ("•", "-", "URS-017", "a)") or ""; it is not in `text`.
    `number_automatic` is true where the label exists only as the word processor's automatic number.
    `depth` is the list depth from 0, or None outside lists. `lead` is the bold run that the paragraph begins with, or
    "".
    """

    kind: Literal["paragraph"] = "paragraph"
    text: str
    label: str = ""
    number_automatic: bool = False
    depth: int | None = None
    lead: str = ""
    location: Location


class Cell(Value):
    """One cell of a table.

    `column` counts grid columns from 0, `span` the columns covered. `merged_up` marks the continuation of a
    vertically merged cell: its text is that of the cell above, repeated so that each row can be read alone.
    `lines` are the cell's paragraphs and list items in order (labels kept in front), `text` is them joined by line
    breaks.
    """

    text: str
    lines: tuple[str, ...] = ()
    column: int
    span: int = 1
    merged_up: bool = False
    bold: bool = False


class Row(Value):
    """One row of a table. `header` is true where the source marks it as a heading row."""

    cells: tuple[Cell, ...]
    header: bool = False
    location: Location


class Table(_Block):
    """A table or a worksheet. `name` is the caption or the sheet's name, or ""."""

    kind: Literal["table"] = "table"
    name: str = ""
    rows: tuple[Row, ...]
    location: Location


Block = Annotated[Heading | Paragraph | Table, Field(discriminator="kind")]


class UrsDocument(LargeValue):
    """A document as read: what a person sees, in reading order, and what the reader noticed on the way.

    `title` is the document's own title (title property, title style or first heading), or "".
    `sha256` is the digest of the file's bytes, hexadecimal. `margins` holds headers and footers, kept apart from the
    body.
    `findings` are the reader's: hidden text, external links, unread pages, replaced characters.
    """

    title: str
    file_name: str
    format: DocumentFormat
    sha256: str
    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
