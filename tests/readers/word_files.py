"""Word files made from their parts, so that each test shows exactly the markup it is about."""

from __future__ import annotations

import zipfile
from pathlib import Path

from gampgen.domain.document import Block, Heading, Paragraph, Table, UrsDocument
from gampgen.readers import read
from gampgen.settings import ReadSettings, TrackedChanges

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def relationships(*links: tuple[str, str, str]) -> str:
    """A relationship part from (id, kind, target); a target with "://" is external."""
    rows = ""
    for name, kind, target in links:
        outside = ' TargetMode="External"' if "://" in target else ""
        rows += f'<Relationship Id="{name}" Type="{_TYPES}/{kind}" Target="{target}"{outside}/>'
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{rows}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run of text with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; plain text as `content` is put into a run."""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(text: str, number: int, level: int | None = None) -> str:
    """A paragraph in a numbered list."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return paragraph(text, f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    """A table cell; plain text is put into a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells (`<w:tc>` or plain text)."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def style(identifier: str, name: str, content: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """A style definition."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}{content}</w:style>'


def level(index: int, form: str, pattern: str, *, start: int = 1, more: str = "") -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def numbered(number: int, of: int, overrides: str = "") -> str:
    """A list that counts by a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def write_docx(
    folder: Path,
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: dict[str, str] | None = None,
    links: tuple[tuple[str, str, str], ...] = (),
    title: str = "",
    root: str = "document",
) -> Path:
    """Writes a .docx of the given body and parts; returns its path."""
    wanted = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(
            ("r1", "officeDocument", "word/document.xml"), ("r2", "core-properties", "core.xml")
        ),
        "core.xml": (
            '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></p:coreProperties>'
        ),
        "word/document.xml": f"<w:{root} {NAMESPACES}><w:body>{body}</w:body></w:{root}>",
        "word/_rels/document.xml.rels": relationships(
            ("s1", "styles", "styles.xml"), ("s2", "numbering", "numbering.xml"), *links
        ),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        **(parts or {}),
    }
    path = folder / "urs.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in wanted.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def read_body(folder: Path, body: str, *, tracked: TrackedChanges | None = None, **parts: object) -> UrsDocument:
    """Writes and reads a document in one go."""
    return read(write_docx(folder, body, **parts), ReadSettings(tracked=tracked))  # type: ignore[arg-type]


def seen(block: Block) -> str | list[list[str]]:
    """A block in short: "# 1 Title", "- 0 label text", or a table's texts."""
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.number}|{block.text}"
    if isinstance(block, Paragraph):
        return f"{block.label}|{block.text}"
    return [[one.text for one in line.cells] for line in block.rows]


def texts(document: UrsDocument) -> list[str | list[list[str]]]:
    """All blocks in short."""
    return [seen(block) for block in document.blocks]


def only_table(document: UrsDocument) -> Table:
    """The document's one table."""
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return found


def codes(document: UrsDocument) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in document.findings]
