"""A fixed part of `benchmarks/outputs.py`: other parsers than ours find nothing live of a hundred attacks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import html5lib
import openpyxl
import pytest
from tests.rendering.attacks import SPREADSHEET, TEMPLATE, XSS, poisoned

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering import TemplateError
from gampgen.rendering.composing import compose
from gampgen.rendering.content import plain
from gampgen.rendering.protocol_docx import fill
from gampgen.rendering.text import visible
from gampgen.rendering.wording import wording_of
from gampgen.settings.house_style import PLAIN_STYLE

Outputs = Callable[..., dict[str, bytes]]


def kinds(page: bytes) -> tuple[set[tuple[str, str]], set[str], str]:
    """Elements with their attributes, targets of links, and all text that is shown."""
    tree = html5lib.parse(page.decode(), treebuilder="etree", namespaceHTMLElements=False)
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    shapes = {(one.tag, name) for one in elements for name in ("", *one.attrib)}
    targets = {one.get(name, "#") for one in elements for name in ("href", "src", "action", "data", "formaction")}
    return shapes, targets, "".join(tree.itertext())


def test_no_attack_becomes_markup_of_the_report(realistic: OQTestSuite, outputs: Outputs) -> None:
    honest, _, _ = kinds(outputs(realistic)["report.html"])
    shapes, targets, text = kinds(outputs(poisoned(realistic, XSS))["report.html"])
    assert shapes <= honest
    assert all(target.startswith("#") for target in targets)
    folded = " ".join(text.split())
    shown = [attack for attack in XSS if " ".join(visible(attack).split()) in folded]
    assert len(shown) > 60  # the suite has fewer texts that stand alone than there are attacks; none is lost in part


def test_no_prefix_makes_a_formula_or_link_in_any_column(realistic: OQTestSuite, outputs: Outputs) -> None:
    made = outputs(poisoned(realistic, SPREADSHEET))["traceability.xlsx"]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            part = package.read(name).decode()
            assert not re.search(r"<f[ >/]|<hyperlink|externalLink|<ddeLink", part), name
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(made)) for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in {"f", "e"} or cell.hyperlink]
    texts = {str(cell.value) for cell in cells if cell.value}
    assert all(any(visible(attack) in text for text in texts) for attack in SPREADSHEET)


@pytest.mark.parametrize("attack", TEMPLATE)
def test_no_template_reaches_out_of_the_sandbox(
    attack: str, realistic: OQTestSuite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph(f"begin {attack} end")
    source = io.BytesIO()
    document.save(source)
    content = plain(compose(realistic, "0" * 64, wording_of(PLAIN_STYLE), PLAIN_STYLE))
    with pytest.raises(TemplateError):
        fill(source.getvalue(), "own.docx", content)
    assert list(tmp_path.iterdir()) == []


def test_template_tags_in_a_document_are_text(realistic: OQTestSuite, outputs: Outputs) -> None:
    made = outputs(poisoned(realistic, TEMPLATE))
    document = docx.Document(io.BytesIO(made["oq_protocol.docx"]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts = "\n".join([*cells, *(one.text for one in document.paragraphs)])
    assert sum(attack in texts for attack in TEMPLATE) > 45  # as above: fewer texts than attacks
    assert "pwned').read()" in texts
