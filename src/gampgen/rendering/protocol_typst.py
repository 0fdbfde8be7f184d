"""`oq_protocol.pdf` where there is no LibreOffice: the Word protocol read again and laid out by Typst (extra `[pdf]`).

The words, tables and headings are those of the Word file, whatever template made it; its fonts, pictures, headers and
colours are not. Headings become bookmarks, the contents name the pages.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from gampgen.errors import OutputError

_FRAME = """#set document(title: {title}, date: none)
#set page(paper: "a4", flipped: true, margin: (x: 15mm, top: 18mm, bottom: 16mm), header: text(7.5pt, {title}),
  footer: context [#text(7.5pt)[{draft} #h(1fr) #counter(page).display("1 / 1", both: true)]])
#set text(font: ("Liberation Sans", "Arial", "Libertinus Serif"), size: 8.5pt, lang: {language})
#set table(stroke: 0.4pt + rgb("#b8c4d0"), inset: 3pt)
#set heading(numbering: (..at) => if at.pos().len() == 1 [#at.pos().first()])
#show heading: set text(fill: rgb("#1f4e79"))
#show heading.where(level: 1): set text(12pt)
"""
_DRAFT = "Draft until approved"


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
    frame = _FRAME.format(title=_text(title), draft=_DRAFT, language=_text(spoken))
    return frame + "\n".join(_blocks(document.iter_inner_content())) + "\n"


def _blocks(content: Iterator[Paragraph | Table]) -> Iterator[str]:
    contents_made = False
    for block in content:
        if isinstance(block, Table):
            yield _table(block)
        elif block.style is not None and (block.style.name or "").lower().startswith("toc"):
            yield "" if contents_made else "#outline(title: none, depth: 1)"
            contents_made = True
        elif _words(block).strip():
            yield from _paragraph(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    if _of_style(block, "pageBreakBefore") not in (None, "0"):
        yield "#pagebreak(weak: true)"
    level = _of_style(block, "outlineLvl")
    if level is not None:
        yield f"#heading(level: {int(level) + 1}, {_text(_words(block))})"
    elif block.style is not None and block.style.name == "Title":
        yield f'#text(22pt, weight: "bold", {_text(_words(block))})'
    else:
        yield f"#par({_text(_words(block))})"


def _of_style(block: Paragraph, name: str) -> str | None:
    """What the paragraph's style, or the nearest that it is based on, says of a property; "1" where it names it."""
    style = block.style
    while style is not None:
        found = style.element.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
        if found is not None:
            return str(found.get(qn("w:val"), "1"))
        style = style.base_style
    return None


def _words(block: Paragraph) -> str:
    """The text of a paragraph, that of its fields' blanks too."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "  "}
    found = block._p.iter(qn("w:t"), *signs)  # noqa: SLF001 - python-docx passes over content controls
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
    return f"#table(columns: ({columns}), {', '.join((*repeated_rows, *cells))})"


def _cell(cell: _Cell, *, strong: bool, high: bool) -> str:
    texts = [_text(words) for one in cell.paragraphs if (words := _words(one))]
    inside = ", ".join(texts) or ("v(6mm)" if high else '""')  # a blank to write in is as high as a line by hand
    shown = f"stack(spacing: 3pt, {inside})"
    return f"table.cell(colspan: {cell.grid_span}, {f'strong({shown})' if strong else shown})"


def _text(text: str) -> str:
    """A string of Typst. Its escapes are those of JSON but for the code points."""
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if "\\u" not in quoted else _with_code_points(text)


def _with_code_points(text: str) -> str:
    return '"' + "".join(_sign(one) for one in text) + '"'


def _sign(one: str) -> str:
    return f"\\u{{{ord(one):x}}}" if one in '"\\' or ord(one) < 0x20 else one  # noqa: PLR2004 - control characters
