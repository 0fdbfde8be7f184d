"""One feature of Word a document: the visible text that comes out is the visible text that went in, word for word."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from tests.readers.word_files import (
    NAMESPACES,
    cell,
    definition,
    item,
    level,
    numbered,
    paragraph,
    row,
    run,
    table,
    write_docx,
)

from gampgen.domain.document import Heading, Paragraph, Table, UrsDocument
from gampgen.readers import read
from gampgen.settings import ReadSettings, TrackedChanges


def words(document: UrsDocument) -> list[str]:
    """Every visible word of the body, labels and numbers too; a cell merged downwards counts once."""
    said: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            said += [one.text for line in block.rows for one in line.cells if not one.merged_up]
        elif isinstance(block, Heading):
            said += [block.number, block.text]
        elif isinstance(block, Paragraph):
            said += [block.label, block.text]
    return " ".join(said).split()


def _control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def _note(kind: str) -> dict[str, str]:
    inside = f'<w:{kind} w:id="2">{paragraph("Except on Sundays.")}</w:{kind}>'
    return {f"word/{kind}s.xml": f"<w:{kind}s {NAMESPACES}>{inside}</w:{kind}s>"}


_BOX = f"<w:txbxContent>{paragraph('Stop at 8 bar.')}</w:txbxContent>"
_SHAPE = f"<w:drawing><wp:inline><a:graphic><wps:txbx>{_BOX}</wps:txbx></a:graphic></wp:inline></w:drawing>"
_PICTURE = f"<w:pict><v:textbox>{_BOX}</v:textbox></w:pict>"
_CHOICES = f'<mc:Choice Requires="wps">{_SHAPE}</mc:Choice><mc:Fallback>{_PICTURE}</mc:Fallback>'
_BOTH = f"<mc:AlternateContent>{_CHOICES}</mc:AlternateContent>"
_COMMENT = f'<w:comments {NAMESPACES}><w:comment w:id="0">{paragraph("why?")}</w:comment></w:comments>'
_DELETED = "<w:del>" + run("five").replace("w:t", "w:delText") + "</w:del>"
_CHANGED = paragraph(run("Keep ") + _DELETED + f"<w:ins>{run('ten')}</w:ins>" + run(" years."))
_MOVED = paragraph(f"<w:moveFrom>{run('Log in.')}</w:moveFrom>" + run("First.")) + paragraph(
    f"<w:moveTo>{run('Log in.')}</w:moveTo>"
)
_REQUIREMENTS = definition(1, level(0, "decimalZero", "URS-%1", start=7), level(1, "lowerLetter", "%2)"))
_LEGAL = definition(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
_AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
_UP, _DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


@dataclass(frozen=True)
class Feature:
    """The body of a document, the words that a person sees in it, and what else it needs."""

    name: str
    body: str
    visible: str
    numbering: str = ""
    tracked: TrackedChanges | None = None
    parts: dict[str, str] = field(default_factory=dict)
    links: tuple[tuple[str, str, str], ...] = ()


_FEATURES = (
    Feature("words cut over runs", paragraph(run("tem") + run("pera", "<w:b/>") + run("ture")), "temperature"),
    Feature("line break", paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"), "one two"),
    Feature("tab", paragraph("<w:r><w:t>pH</w:t><w:tab/><w:t>7</w:t></w:r>"), "pH 7"),
    Feature("hard hyphen", paragraph("<w:r><w:t>URS</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"), "URS-1"),
    Feature("soft hyphen", paragraph("<w:r><w:t>temper</w:t><w:softHyphen/><w:t>ature</w:t></w:r>"), "temperature"),
    Feature("symbol", paragraph('<w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:t> 8 bar</w:t></w:r>'), "≤ 8 bar"),
    Feature("power", paragraph(run("10") + run("6", _UP) + run(" CFU")), "10⁶ CFU"),
    Feature("negative power", paragraph(run("m") + run("-2", _UP)), "m⁻²"),
    Feature("index", paragraph(run("CO") + run("2", _DOWN)), "CO₂"),
    Feature("signs of markup", paragraph(run("a &lt; b &amp; c &gt; d")), "a < b & c > d"),
    Feature("no-break space", paragraph(run("8\u00a0°C")), "8 °C"),
    Feature("Greek, Cyrillic, Chinese", paragraph(run("ΛΑ – 1 Журнал 系统")), "ΛΑ – 1 Журнал 系统"),
    Feature("hyperlink", paragraph(run("see ") + f'<w:hyperlink w:anchor="x">{run("4.2")}</w:hyperlink>'), "see 4.2"),
    Feature("simple field", paragraph(run("URS-") + f'<w:fldSimple w:instr="SEQ u">{run("7")}</w:fldSimple>'), "URS-7"),
    Feature("complex field", paragraph(run("see ") + _field("REF _R1 \\h", run("URS-2"))), "see URS-2"),
    Feature("nested field", paragraph(_field("IF 1 = 1", _field("DOCPROPERTY x", run("version 3")))), "version 3"),
    Feature("smart tag", paragraph(f'<w:smartTag w:element="date">{run("May 3")}</w:smartTag>'), "May 3"),
    Feature("bookmark", paragraph('<w:bookmarkStart w:id="1" w:name="b"/>' + run("Text") + '<w:bookmarkEnd w:id="1"/>'),
            "Text"),
    Feature("inline control", paragraph(run("Level ") + _control(run("4"))), "Level 4"),
    Feature("block control", _control(paragraph("The pump stops.")), "The pump stops."),
    Feature("row control", table(row("ID"), _control(row("U1"))), "ID U1"),
    Feature("cell control", table(f"<w:tr>{_control(cell('U1'))}{cell('Text')}</w:tr>"), "U1 Text"),
    Feature("nested controls", _control(_control(paragraph(_control(run("deep"))))), "deep"),
    Feature("merged across", table(row("ID", cell("Text", '<w:gridSpan w:val="2"/>')), row("1", "a", "b")),
            "ID Text 1 a b"),
    Feature("merged down",
            table(row(cell("G1", '<w:vMerge w:val="restart"/>'), "a"), row(cell("", "<w:vMerge/>"), "b")), "G1 a b"),
    Feature("nested table", table(row("U1", cell(paragraph("Limits:") + table(row("A", "8"))))), "U1 Limits: A | 8"),
    Feature("paragraphs in a cell", table(row("U1", cell(paragraph("one") + paragraph("two")))), "U1 one two"),
    Feature("list in a cell", table(row("U1", cell(paragraph("when:") + item("open", 1)))), "U1 when: 1. open",
            numbering=_LEGAL + numbered(1, 1)),
    Feature("repeated header row", table(row("ID", properties="<w:tblHeader/>"), row("U1")), "ID U1"),
    Feature("text box, both renderings", paragraph(run("Note.") + f"<w:r>{_BOTH}</w:r>"), "Note. Stop at 8 bar."),
    Feature("text box, old rendering", paragraph(run("Note.") + f"<w:r>{_PICTURE}</w:r>"), "Note. Stop at 8 bar."),
    Feature("footnote", paragraph(run("Daily") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            "Daily[1] [1] Except on Sundays.", parts=_note("footnote"), links=(("f", "footnotes", "footnotes.xml"),)),
    Feature("endnote", paragraph(run("Daily") + '<w:r><w:endnoteReference w:id="2"/></w:r>'),
            "Daily[e1] [e1] Except on Sundays.", parts=_note("endnote"), links=(("e", "endnotes", "endnotes.xml"),)),
    Feature("hidden text", paragraph(run("Shown") + run(" hidden", "<w:vanish/>")), "Shown"),
    Feature("struck text", paragraph(run("Old", "<w:strike/>") + run(" and new")), "Old and new"),
    Feature("comment", paragraph('<w:commentRangeStart w:id="0"/>' + run("Text") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>'), "Text",
            parts={"word/comments.xml": _COMMENT}, links=(("c", "comments", "comments.xml"),)),
    Feature("changes accepted", _CHANGED, "Keep ten years.", tracked=TrackedChanges.ACCEPT),
    Feature("changes rejected", _CHANGED, "Keep five years.", tracked=TrackedChanges.REJECT),
    Feature("move accepted", _MOVED, "First. Log in.", tracked=TrackedChanges.ACCEPT),
    Feature("move rejected", _MOVED, "Log in.First.", tracked=TrackedChanges.REJECT),
    Feature("ids by numbering", item("Stop.", 1, 0) + item("at once", 1, 1) + item("Log.", 1, 0),
            "URS-07 Stop. a) at once URS-08 Log.", numbering=_REQUIREMENTS + numbered(1, 1)),
    Feature("numbers of three levels", item("A", 1, 0) + item("B", 1, 1) + item("C", 1, 2) + item("D", 1, 1),
            "1. A 1.1 B 1.1.1 C 1.2 D", numbering=_LEGAL + numbered(1, 1)),
    Feature("numbering begun again", item("A", 1, 0) + item("B", 2, 0), "1. A 1. B",
            numbering=_LEGAL + numbered(1, 1) + numbered(2, 1, _AGAIN)),
    Feature("formula", paragraph("<m:oMath><m:f><m:num><m:r><m:t>m</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>V</m:t></m:r></m:den></m:f></m:oMath>"), "m/V"),
)  # fmt: skip


@pytest.mark.parametrize("feature", _FEATURES, ids=[feature.name for feature in _FEATURES])
def test_visible_text_out_is_visible_text_in(tmp_path: Path, feature: Feature) -> None:
    path = write_docx(tmp_path, feature.body, numbering=feature.numbering, parts=feature.parts, links=feature.links)
    assert words(read(path, ReadSettings(tracked=feature.tracked))) == feature.visible.split()


def _lists(document: WordDocument) -> None:
    document.add_paragraph("first", style="List Number")
    document.add_paragraph("second", style="List Number")
    document.add_paragraph("point", style="List Bullet")


def _merged_block(document: WordDocument) -> None:
    made = document.add_table(rows=2, cols=3)
    for number, one in enumerate(one for line in made.rows for one in line.cells):
        one.text = str(number)
    made.cell(0, 1).merge(made.cell(1, 2)).text = "block"


def _sections(document: WordDocument) -> None:
    document.add_paragraph("upright")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("landscape")
    document.sections[0].header.paragraphs[0].text = "VAL-7"
    document.sections[0].footer.paragraphs[0].text = "Confidential"


def _page_break(document: WordDocument) -> None:
    document.add_paragraph("before").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("after")


def _headings(document: WordDocument) -> None:
    document.add_heading("Requirements of the oven", 0)
    document.add_heading("1 Scope", 1)
    document.add_heading("1.1 Limits", 2)


_WRITTEN: tuple[tuple[Callable[[WordDocument], None], str], ...] = (
    (_lists, "1. first 2. second • point"),
    (_merged_block, "0 block 3"),
    (_sections, "upright landscape"),
    (_page_break, "before after"),
    (_headings, "Requirements of the oven 1 Scope 1.1 Limits"),
)


def _written(path: Path, *builds: Callable[[WordDocument], None]) -> Path:
    document = docx.Document()
    for build in builds:
        build(document)
    document.save(str(path))
    return path


@pytest.mark.parametrize(("build", "visible"), _WRITTEN)
def test_what_python_docx_wrote_is_read_whole(
    tmp_path: Path, build: Callable[[WordDocument], None], visible: str
) -> None:
    assert words(read(_written(tmp_path / "urs.docx", build), ReadSettings())) == visible.split()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_made_of_it_is_read_whole(tmp_path: Path) -> None:
    source = _written(tmp_path / "urs.docx", *(build for build, _ in _WRITTEN))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert words(read(tmp_path / "urs.odt", ReadSettings())) == words(read(source, ReadSettings()))
