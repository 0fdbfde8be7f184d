"""`oq_protocol.pdf` where there is no LibreOffice: the Word protocol read again and laid out by Typst (extra `[pdf]`).

Words, tables, headings, sizes, colours, header and footer are those of the Word file, whatever template made it; its
fonts and pictures are not. Headings become bookmarks, the contents name the pages.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from gampgen.errors import OutputError

_FRAME = """#set document(title: {title}, date: none)
#set page(margin: (x: 18mm, top: 18mm, bottom: 15mm),
  header: text(7.5pt, fill: luma(90), {header}),
  footer: context text(7.5pt, fill: luma(90))[#{footer} #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(font: ("Liberation Sans", "Arial", "Libertinus Serif"), size: 10pt, lang: {language})
#set par(spacing: 7pt)
#set table(stroke: 0.4pt + rgb("#b8c4d0"), inset: (x: 4pt, y: 2.5pt))
#set heading(numbering: (..at) => if at.pos().len() == 1 [#at.pos().first()])
#show heading: set block(above: 14pt, below: 7pt)
#show heading: set text(fill: rgb("#1f4e79"))
#show heading.where(level: 1): set text(14pt)
#show heading.where(level: 2): set text(10.5pt)
"""
_TINT = "e9eff5"


def typst_is_here() -> bool:
    """Whether the extra `[pdf]` is installed."""
    return importlib.util.find_spec("typst") is not None


def typst_pdf(protocol: bytes) -> bytes:
    """The PDF of a Word protocol. The same protocol and Typst give the same bytes.

    Raises:
        OutputError: Typst refuses the layout.
    """
    typst = importlib.import_module("typst")
    source = typst_source(protocol)
    try:
        return bytes(typst.compile(source.encode(), format="pdf"))
    except RuntimeError as error:
        raise OutputError(
            f"The PDF cannot be made: Typst failed: {str(error)[:300]}",
            hint="Install LibreOffice, or leave --pdf out and make the PDF from oq_protocol.docx",
        ) from error


def typst_source(protocol: bytes) -> str:
    """The Word protocol as a Typst document. Every text is a string of Typst, so that none of it is markup."""
    document = Document(io.BytesIO(protocol))
    language = document.styles.element.find(f".//{qn('w:lang')}")
    spoken = language.get(qn("w:val"), "en").partition("-")[0] if language is not None else "en"
    title = next((one.text for one in document.paragraphs if one.style and one.style.name == "Title"), "OQ")
    frame = _FRAME.format(title=_text(title), language=_text(spoken), **_margins(document))
    return frame + "\n".join(_blocks(document)) + "\n"


def _margins(document: WordDocument) -> dict[str, str]:
    """What header and footer of the first section say; the footer without its page numbers, which Typst counts."""
    first = document.sections[0]
    cells = (cell for table in first.header.tables for row in table.rows for cell in row.cells)
    header = "   |   ".join(_words(one) for cell in cells for one in cell.paragraphs)
    footer = " ".join(_words(one).partition("  ")[0] for one in first.footer.paragraphs)
    return {"header": _text(header), "footer": _text(footer)}


def _page(section: Section) -> str:
    """The page of a section. Typst begins a new one where it changes."""
    width, height = (round(length.mm) if length else 0 for length in (section.page_width, section.page_height))
    return f"#set page(width: {width}mm, height: {height}mm)"


def _blocks(document: WordDocument) -> Iterator[str]:
    contents_made = False
    sections = iter(document.sections)
    yield _page(next(sections))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield _table(block)
        elif block._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:  # noqa: SLF001 - no public way to the mark
            yield _page(next(sections))
        elif block.style is not None and (block.style.name or "").lower().startswith("toc"):
            yield "" if contents_made else "#outline(title: none, depth: 1)"
            contents_made = True
        elif _words(block).strip():
            yield from _paragraph(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    if block.paragraph_format.page_break_before or _of_style(block, "pageBreakBefore") not in (None, "0"):
        yield "#pagebreak(weak: true)"
    level = _of_style(block, "outlineLvl")
    if level is not None:
        yield f"#heading(level: {int(level) + 1}, {_text(_words(block))})"
    elif block.style is not None and block.style.name == "Title":
        yield f"#par({_styled(block)})"
    elif _of_style(block, "numPr") is not None:
        yield f"#list({_styled(block)})"
    else:
        kept = _of_style(block, "keepNext") is not None  # a caption stays with its table
        yield f"#block(sticky: {str(kept).lower()}, {_styled(block)})"


def _styled(block: Paragraph) -> str:
    """The paragraph's text in the size, weight and colour of its style, with its blanks marked."""
    words = " + ".join(
        f'highlight(fill: rgb("#fff1c2"), {_text(told)})' if marked else _text(told) for told, marked in _runs(block)
    )
    size = int(_of_style(block, "sz", "rPr") or 20) / 2
    weight = "bold" if _of_style(block, "b", "rPr") is not None else "regular"
    colour = _of_style(block, "color", "rPr") or "000000"
    return f'text({size:g}pt, weight: "{weight}", fill: rgb("#{colour}"), {words})'


def _runs(block: Paragraph) -> list[tuple[str, bool]]:
    """The texts of a paragraph, and whether each is a marked blank."""
    told = []
    for run in block._p.iter(qn("w:r")):  # noqa: SLF001 - python-docx passes over content controls
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        told.append((_said(run), style is not None and style.get(qn("w:val")) == "OQBlank"))
    return [one for one in told if one[0]] or [("", False)]


def _of_style(block: Paragraph, name: str, part: str = "pPr") -> str | None:
    """What the paragraph's style, or the nearest that it is based on, says of a property; "1" where it names it.

    Args:
        block: the paragraph.
        name: of the property in WordprocessingML, without prefix.
        part: where it stands: "pPr" (of paragraphs) or "rPr" (of characters).
    """
    style = block.style
    while style is not None:
        found = style.element.find(f"{qn(f'w:{part}')}/{qn(f'w:{name}')}")
        if found is not None:
            return str(found.get(qn("w:val"), "1"))
        style = style.base_style
    return None


def _words(block: Paragraph) -> str:
    """The text of a paragraph, that of its fields' blanks too."""
    return _said(block._p)  # noqa: SLF001 - python-docx passes over content controls


def _said(element: etree._Element) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "  "}
    stops = qn("w:tabs")  # where tabs stop is no text
    found = (one for one in element.iter(qn("w:t"), *signs) if (above := one.getparent()) is None or above.tag != stops)
    return "".join(signs.get(str(one.tag), one.text or "") for one in found)


def _table(table: Table) -> str:
    grid = table._tbl.tblGrid.findall(qn("w:gridCol"))  # noqa: SLF001 - python-docx has no public way to the grid
    columns = "".join(f"{column.get(qn('w:w'), '1')}fr, " for column in grid)
    head: list[str] = []
    cells: list[str] = []
    for row in table._tbl.tr_lst:  # noqa: SLF001 - each cell once, with its span
        repeated = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        high = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}") is not None
        (head if repeated else cells).extend(
            _cell(_Cell(cell, table), strong=repeated, high=high) for cell in row.tc_lst
        )
    repeated_rows = [f"table.header({', '.join(head)})"] if head else []
    whole = f"table(columns: ({columns}), {', '.join((*repeated_rows, *cells))})"
    return f"#block(breakable: {str(not _together(table)).lower()}, {whole})"


def _together(table: Table) -> bool:
    """Whether the rows of a table stay on one page: each but the heading and the last is kept with the next."""
    kept = [_of_style(row.cells[0].paragraphs[0], "keepNext") is not None for row in table.rows[:-1]]
    return len(kept) > 1 and all(kept)


def _cell(cell: _Cell, *, strong: bool, high: bool) -> str:
    texts = [_styled(one) for one in cell.paragraphs if _words(one)]
    inside = ", ".join(texts) or ("v(6mm)" if high else '""')  # a blank to write in is as high as a line by hand
    shaded = strong or cell._tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is not None  # noqa: SLF001 - no public way
    fill = f'fill: rgb("#{_TINT}"), ' if shaded else ""
    return f"table.cell(colspan: {cell.grid_span}, {fill}stack(spacing: 3pt, {inside}))"


def _text(text: str) -> str:
    """A string of Typst. Its escapes are those of JSON but for the code points."""
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if "\\u" not in quoted else _with_code_points(text)


def _with_code_points(text: str) -> str:
    return '"' + "".join(_sign(one) for one in text) + '"'


def _sign(one: str) -> str:
    return f"\\u{{{ord(one):x}}}" if one in '"\\' or ord(one) < 0x20 else one  # noqa: PLR2004 - control characters
