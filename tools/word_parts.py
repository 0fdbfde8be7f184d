"""The bricks of the Word template: paragraphs, tables, fields and styles as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

ACCENT = "1F4E79"
TINT = "E9EFF5"
LINE = "B8C4D0"
MUTED = "5F6B77"
FONT = "Arial"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CORE_STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_CORE_PREFIXES = (
    "xmlns:ns0='http://purl.org/dc/elements/1.1/'"
    " xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
)


TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
SAY: ContextVar[Callable[[str], str]] = ContextVar("say")
"""Says a text of the template in the template's language."""


def said(text: str) -> str:
    """The text in the template's language; what is nothing but tags, signs and numbers stays."""
    return SAY.get()(text) if re.search(r"[^\W\d_]", TAGS.sub("", text)) else text


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, style: str = "") -> str:
    """A run of text, with a character style where one is named."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(said(text))}</w:t></w:r>'


def paragraph(content: str, style: str = "", *, raw: bool = False) -> str:
    """A paragraph of text, or of ready runs (`raw`)."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content if raw else run(content) if content else ''}</w:p>"


def tag(words: str) -> str:
    """A template tag in a paragraph of its own, which the template engine takes away with it."""
    return paragraph(f"{{%p {words} %}}")


def field(instruction: str, style: str = "") -> str:
    """A field whose value the word processor computes."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""

    def character(kind: str) -> str:
        return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{character('begin')}{code}{character('separate')}{character('end')}"


def bookmark(name: str, number: str, content: str) -> str:
    """Content with a name that links can point at."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def link(anchor: str, text: str, style: str = "OQLink") -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text, style)}</w:hyperlink>'


def property_blank(alias: str, prefix: str, name: str, identity: int, blank: str) -> str:
    """A blank bound to a document property: filled in once, it is filled in on every page."""
    binding = (
        f'<w:dataBinding w:prefixMappings="{_CORE_PREFIXES}" w:xpath="/ns1:coreProperties[1]/{prefix}:{name}[1]"'
        f' w:storeItemID="{_CORE_STORE}"/>'
    )
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:id w:val="{identity}"/><w:showingPlcHdr/>{binding}<w:text/>'
        f"</w:sdtPr><w:sdtContent>{run(blank, 'OQBlank')}</w:sdtContent></w:sdt>"
    )


@dataclass(frozen=True)
class Cell:
    """A cell: paragraphs as XML, and how many columns it spans."""

    content: str
    span: int = 1
    shade: bool = False


def text_cell(text: str = "", style: str = "OQCell", span: int = 1) -> Cell:
    """A cell with one paragraph of text; empty text makes a blank."""
    return Cell(paragraph(text, style), span)


def shaded(cell: Cell) -> Cell:
    """The cell in the tint of heading rows, for a heading further down a table."""
    return Cell(cell.content, cell.span, shade=True)


def label_cell(text: str) -> Cell:
    """A cell that names what stands beside it."""
    return text_cell(text, "OQLabel")


def row(cells: Iterable[Cell], widths: Sequence[float], *, heading: bool = False, height: float = 0) -> str:
    """A row that does not split over pages; a heading row is repeated on each."""
    properties = "<w:cantSplit/>"
    properties += f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if heading else ""
    parts, at = [], 0
    for cell in cells:
        width = sum(widths[at : at + cell.span])
        spanning = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if cell.shade else ""
        properties_of_cell = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{spanning}{tint}'
        parts.append(f"<w:tc><w:tcPr>{properties_of_cell}</w:tcPr>{cell.content}</w:tc>")
        at += cell.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(parts)}</w:tr>"


def row_tag(words: str, widths: Sequence[float]) -> str:
    """A template tag in a row of its own, which the template engine takes away with it."""
    return row([text_cell(f"{{%tr {words} %}}", span=len(widths))], widths)


def table(widths: Sequence[float], rows: Iterable[str], *, headed: bool = True, spacer: bool = True) -> str:
    """A table of fixed widths (millimetres) in the house style; a spacer keeps the next table apart."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    look = (
        f'<w:tblLook w:val="{"0420" if headed else "0400"}" w:firstRow="{int(headed)}" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    properties = (
        f'<w:tblStyle w:val="OQTable"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}'
    )
    apart = paragraph("", "OQSpacer") if spacer else ""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{apart}"


def headed_table(headings: Sequence[str], widths: Sequence[float], rows: Iterable[str], *, spacer: bool = True) -> str:
    """A table with a heading row."""
    heading = row([text_cell(text, "OQHeading") for text in headings], widths, heading=True)
    return table(widths, [heading, *rows], spacer=spacer)


def kept(cell: Cell) -> Cell:
    """The cell in a row that stays on one page with the next one."""
    content = cell.content.replace('"OQLabel"', '"OQKeptLabel"').replace('"OQCell"', '"OQKeptCell"')
    return replace(cell, content=content)


def form(headings: Sequence[str], widths: Sequence[float], rows: Sequence[tuple[Sequence[Cell], float]]) -> str:
    """A table to be written in that stays on one page: the cells of each row, and its least height (millimetres)."""
    *others, (last, height) = rows
    together = [row([kept(cell) for cell in cells], widths, height=high) for cells, high in others]
    return headed_table(headings, widths, [*together, row(last, widths, height=height)])


def blank_table(headings: Sequence[str], widths: Sequence[float], count: int, height: float = 8) -> str:
    """A form of blank rows, high enough to write in."""
    return form(headings, widths, [([text_cell() for _ in widths], height)] * count)


def looped_table(headings: Sequence[str], widths: Sequence[float], loop: str, cells: Sequence[Cell | str]) -> str:
    """A table with a row per value: `loop` is a Jinja loop ("item in items"), a cell a tag or ready."""
    ready = [cell if isinstance(cell, Cell) else text_cell(cell) for cell in cells]
    rows = [row_tag(f"for {loop}", widths), row(ready, widths), row_tag("endfor", widths)]
    return headed_table(headings, widths, rows)


def lines_cell(loop: str, value: str, style: str = "OQCell", span: int = 1) -> Cell:
    """A cell with a paragraph per value of a loop."""
    return Cell(tag(f"for {loop}") + paragraph(value, style) + tag("endfor"), span)
