"""The Word files keep the order of elements that ISO 29500 demands: Word calls a file damaged that does not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from gampgen.domain.suite import OQTestSuite

Outputs = Callable[..., dict[str, bytes]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = Path(__file__).parents[2] / "templates"
# The sequences of ISO/IEC 29500-1 Annex A (wml.xsd), complete for these types.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    " headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr sdt",
    "tc": "tcPr p tbl sdt",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
}
MIXED = ("tbl", "tc", "sectPr")  # rows, paragraphs and references repeat: only what stands before them is fixed


def parts(word: bytes) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, etree.fromstring(package.read(name))


def out_of_order(word: bytes) -> list[str]:
    return [f"{name}: {fault}" for name, tree in parts(word) for fault in (*misplaced(tree), *incomplete_tables(tree))]


def misplaced(tree: etree._Element) -> Iterator[str]:
    for kind, sequence in ORDER.items():
        places = {f"{W}{child}": at for at, child in enumerate(sequence.split())}
        for element in tree.iter(f"{W}{kind}"):
            found = [places.get(str(child.tag), -1) for child in element if isinstance(child.tag, str)]
            known = [at for at in found if at >= 0]
            if (known != sorted(known) and kind not in MIXED[:2]) or (-1 in found and kind not in MIXED):
                yield f"{kind} holds {[str(child.tag).rpartition('}')[2] for child in element]}"


def incomplete_tables(tree: etree._Element) -> Iterator[str]:
    if any(len(cell) == 0 or cell[-1].tag != f"{W}p" for cell in tree.iter(f"{W}tc")):
        yield "a cell does not end with a paragraph"
    if any(row.find(f"{W}tc") is None and row.find(f"{W}sdt") is None for row in tree.iter(f"{W}tr")):
        yield "a row without a cell"
    identities = [str(one.get(f"{W}id")) for one in tree.iter(f"{W}bookmarkStart")]
    numbers = [one for one in identities if "{" not in one]  # a template numbers them when it is filled in
    if len(numbers) != len(set(numbers)):
        yield "bookmarks share an id"


@pytest.mark.parametrize("name", ["oq_protocol.docx", "oq_protocol.de.docx", "audit_report.docx"])
def test_the_shipped_templates_keep_the_order(name: str) -> None:
    assert out_of_order((TEMPLATES / name).read_bytes()) == []


@pytest.mark.parametrize("kind", ["realistic", "incomplete", "hostile"])
def test_the_protocol_keeps_the_order(kind: str, outputs: Outputs, request: pytest.FixtureRequest) -> None:
    suite: OQTestSuite = request.getfixturevalue(kind)
    assert out_of_order(outputs(suite)["oq_protocol.docx"]) == []


def test_each_style_that_is_used_exists_and_each_relation_has_its_part(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    word = outputs(realistic)["oq_protocol.docx"]
    trees = dict(parts(word))
    known = {one.get(f"{W}styleId") for one in trees["word/styles.xml"].iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for tree in trees.values()
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for one in tree.iter(f"{W}{kind}")
    }
    assert used <= known
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        names = set(package.namelist())
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    inside = [one.get("Target") for one in relations if one.get("TargetMode") != "External"]
    resolved = {f"word/{target}" if not target.startswith(("/", "..")) else target.lstrip("./") for target in inside}
    assert resolved <= names
