"""The styles of the Word template: one font, one accent colour, everything by style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from word_parts import ACCENT, FONT, LINE, MUTED, NAMESPACES, TINT, twips

if TYPE_CHECKING:
    from docx.document import Document

_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
_KEPT = ("Default Paragraph Font", "Normal Table", "No List", "Header", "Footer")


def paragraph_style(
    name: str,
    based: str = "Normal",
    paragraph: str = "",
    characters: str = "",
    *,
    next_style: str = "",
) -> str:
    """A paragraph style; its id is the name without spaces."""
    following = f'<w:next w:val="{next_style}"/>' if next_style else ""
    inherited = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style {NAMESPACES} w:type="paragraph"{default} w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{inherited}{following}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def character_style(name: str, characters: str) -> str:
    """A character style; its id is the name without spaces."""
    return (
        f'<w:style {NAMESPACES} w:type="character" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{characters}</w:rPr></w:style>"
    )


def spacing(before: float, after: float) -> str:
    """Space before and after a paragraph, in points."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'


def size(points: float) -> str:
    """A font size in points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    """A text colour."""
    return f'<w:color w:val="{value}"/>'


def _boxed(line: str, fill: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="6" w:color="{line}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _left_line(line: str) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{line}"/></w:pBdr>'


_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_TOC_TABS = (
    f'<w:tabs><w:tab w:val="left" w:pos="{twips(10)}"/>'
    f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(170)}"/></w:tabs>'
)


def _styles() -> list[str]:
    return [*_heading_styles(), *_text_styles(), *_cell_styles(), _table_style()]


def _heading_styles() -> list[str]:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = _BOLD + colour(ACCENT)
    return [
        paragraph_style(
            "Normal", "", '<w:spacing w:before="0" w:after="120" w:line="264" w:lineRule="auto"/>', size(10)
        ),
        paragraph_style(
            "heading 1",
            "Normal",
            _KEEP + numbered + spacing(20, 8) + '<w:outlineLvl w:val="0"/>',
            heading + size(15),
            next_style="Normal",
        ),
        paragraph_style(
            "heading 2",
            "Normal",
            _KEEP + spacing(12, 5) + '<w:outlineLvl w:val="1"/>',
            heading + size(11.5),
            next_style="Normal",
        ),
        paragraph_style("OQ Front Heading", "Normal", _KEEP + spacing(18, 8), heading + size(13), next_style="Normal"),
        # A script starts on a page of its own, so that it can be carried out, signed and filed alone.
        paragraph_style(
            "OQ Script",
            "heading2",
            "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>" + spacing(0, 6) + '<w:outlineLvl w:val="1"/>',
            heading + size(10.5),
        ),
        paragraph_style("OQ First Script", "OQScript", '<w:pageBreakBefore w:val="0"/>' + spacing(8, 6)),
        paragraph_style("OQ New Page", "heading1", "<w:pageBreakBefore/>" + spacing(0, 8)),
        paragraph_style("Title", "Normal", spacing(0, 6), _BOLD + colour(ACCENT) + size(27), next_style="Normal"),
        paragraph_style("Subtitle", "Normal", spacing(0, 24), colour(MUTED) + size(13), next_style="Normal"),
    ]


def _text_styles() -> list[str]:
    bulleted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    return [
        paragraph_style("OQ Logo", "Normal", spacing(0, 6)),
        paragraph_style("OQ Firm", "Normal", spacing(0, 0), _BOLD + size(12)),
        paragraph_style(
            "OQ Kicker", "Normal", spacing(48, 10), _BOLD + colour(MUTED) + '<w:spacing w:val="20"/>' + size(11)
        ),
        paragraph_style(
            "OQ Banner",
            "Normal",
            "<w:keepLines/>" + _boxed("A61C1C", "FBEAEA") + spacing(6, 6) + '<w:ind w:left="140" w:right="140"/>',
            _BOLD + colour("8A1515") + size(10.5),
        ),
        paragraph_style(
            "OQ Notice",
            "Normal",
            "<w:keepLines/>" + _left_line(ACCENT) + spacing(10, 10) + '<w:ind w:left="200"/>',
            size(10),
        ),
        paragraph_style("OQ Bullet", "Normal", bulleted + spacing(0, 3)),
        paragraph_style("OQ Note", "Normal", "<w:keepNext/>" + spacing(0, 6), colour(MUTED) + size(9)),
        paragraph_style("OQ Caption", "Normal", "<w:keepNext/>" + spacing(8, 4), _BOLD + size(9.5)),
    ]


def _cell_styles() -> list[str]:
    return [
        paragraph_style(
            "OQ Cell", "Normal", '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', size(8.5)
        ),
        paragraph_style("OQ Heading", "OQCell", "<w:keepNext/>", _BOLD + colour(ACCENT)),
        paragraph_style("OQ Label", "OQCell", "", _BOLD + colour(ACCENT)),
        # The rows of a form, and the result block of a script with its signatures, stay on one page.
        paragraph_style("OQ Kept Label", "OQLabel", "<w:keepNext/>"),
        paragraph_style("OQ Kept Cell", "OQCell", "<w:keepNext/>"),
        paragraph_style("OQ Verbatim", "OQCell", _left_line(LINE) + '<w:ind w:left="160"/>', ""),
        paragraph_style("OQ Source", "OQCell", "", colour(MUTED) + size(7)),
        paragraph_style("OQ Digest", "OQCell", "", size(7.5)),
        paragraph_style(
            "OQ Spacer",
            "Normal",
            '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>',
            size(4),
        ),
        paragraph_style("toc 1", "Normal", _TOC_TABS + spacing(0, 4)),
        paragraph_style("header", "OQCell", "", colour(MUTED) + size(8)),
        paragraph_style("footer", "OQCell", "", colour(MUTED) + size(8)),
        character_style("OQ Blank", '<w:color w:val="7A4B00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF1C2"/>'),
        character_style("OQ Link", colour(ACCENT)),
        character_style("OQ Strong", _BOLD),
    ]


def _table_style() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = (
        '<w:tblCellMar><w:top w:w="12" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="12" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:style {NAMESPACES} w:type="table" w:styleId="OQTable"><w:name w:val="OQ Table"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def apply_styles(document: Document, language: str) -> None:
    """Replace the styles and list formats of a new python-docx document by the template's."""
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        name = style.find(qn("w:name"))
        if name is None or name.get(qn("w:val")) not in _KEPT[:3]:
            root.remove(style)
    defaults = root.find(qn("w:docDefaults"))
    spoken = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    root.replace(defaults, parse_xml(
        f"<w:docDefaults {NAMESPACES}><w:rPrDefault><w:rPr>{_FONTS}{size(10)}{spoken}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    ))  # fmt: skip
    for style in _styles():
        root.append(parse_xml(style))
    _number(document)


def _number(document: Document) -> None:
    """Numbered headings (list 1) and bullets (list 2)."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    levels = (_level("decimal", "heading1", "%1", 567, 567), _level("bullet", "OQBullet", "•", 340, 227))
    for number, level in enumerate(levels, 1):
        kind = '<w:multiLevelType w:val="singleLevel"/>'
        root.append(parse_xml(f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}">{kind}{level}</w:abstractNum>'))
    for number in (1, 2):
        root.append(parse_xml(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _level(kind: str, style: str, text: str, left: int, hanging: int) -> str:
    """One level of a list; distances in twentieths of a point."""
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
