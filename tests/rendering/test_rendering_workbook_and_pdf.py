"""What a person may enter in the workbook; coverage; the PDF, and what is said where it cannot be made."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from gampgen.domain.suite import OQTestSuite
from gampgen.errors import OutputError
from gampgen.rendering import protocol_pdf, refuse_impossible
from gampgen.settings.house_style import PLAIN_STYLE, DocumentStyle, HouseStyle, Paper

Outputs = Callable[..., dict[str, bytes]]
WITH_PDF = HouseStyle(document=DocumentStyle(pdf=True))


def workbook(files: dict[str, bytes]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(files["traceability.xlsx"]))


def test_execution_columns_take_only_what_belongs_there_and_are_empty(realistic: OQTestSuite, outputs: Outputs) -> None:
    book = workbook(outputs(realistic))
    for name, rows in (("RTM", len(realistic.requirements)), ("Tests", len(realistic.tests))):
        sheet = book[name]
        heading = {cell.value: cell.column_letter for cell in sheet[1]}
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        for column in ("Result", "Status"):
            rule = rules[f"{heading[column]}2:{heading[column]}{rows + 1}"]
            assert rule.type == "list"
            assert rule.allow_blank
        assert "Pass with deviation" in rules[f"{heading['Result']}2:{heading['Result']}{rows + 1}"].formula1
    dated = next(rule for rule in book["Tests"].data_validations.dataValidation if rule.type == "date")
    assert dated.allow_blank
    assert {row[0].value for row in book["Tests"][str(dated.sqref)]} == {None}


def test_coverage_adds_up_by_priority_and_by_section(realistic: OQTestSuite, outputs: Outputs) -> None:
    heading, *rows = workbook(outputs(realistic))["Coverage"].iter_rows(values_only=True)
    assert heading == ("By", "Which", "Requirements", "For the OQ", "With tests", "Without tests", "Tests")
    (total,) = [row for row in rows if row[0] == "Total"]
    assert total[2] == len(realistic.requirements)
    assert total[6] == len(realistic.tests)
    for kind in ("Priority", "Section"):
        for at in (2, 3, 4, 5):
            assert sum(row[at] for row in rows if row[0] == kind) == total[at]


def test_a_requirement_for_the_oq_without_a_test_shows_as_untested(realistic: OQTestSuite, outputs: Outputs) -> None:
    fewer = tuple(test for test in realistic.tests if "URS-020" not in test.requirement_uids)
    rows = workbook(outputs(realistic.model_copy(update={"tests": fewer})))["Coverage"].iter_rows(values_only=True)
    (total,) = [row for row in rows if row[0] == "Total"]
    assert total[5] == 1


def test_letter_paper_reaches_the_workbook(realistic: OQTestSuite, outputs: Outputs) -> None:
    book = workbook(outputs(realistic, HouseStyle(document=DocumentStyle(paper=Paper.LETTER))))
    assert {sheet.page_setup.paperSize for sheet in book} <= {1, 3}


def test_without_libreoffice_a_pdf_is_refused_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(protocol_pdf, "_USUAL_PLACES", ())
    monkeypatch.setattr(protocol_pdf, "typst_is_here", lambda: False)
    refuse_impossible(PLAIN_STYLE)
    with pytest.raises(OutputError, match="LibreOffice is not installed") as failure:
        refuse_impossible(WITH_PDF)
    assert failure.value.exit_code == 74


def test_an_office_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = shutil.which("false") or "false"
    monkeypatch.setattr(protocol_pdf, "_office", lambda: Path(broken))
    with pytest.raises(OutputError, match="LibreOffice failed"):
        protocol_pdf.protocol_pdf(b"no document")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
def test_the_pdf_has_bookmarks_and_the_pages_in_its_contents(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic, WITH_PDF)
    assert list(files)[1:3] == ["oq_protocol.docx", "oq_protocol.pdf"]
    reader = PdfReader(io.BytesIO(files["oq_protocol.pdf"]))
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert len(marks) == 20
    contents = next(page.extract_text() for page in reader.pages if "Contents" in page.extract_text())
    for mark in marks:
        number = reader.get_destination_page_number(mark)
        assert number is not None
        line = next(line for line in contents.splitlines() if str(mark.title).split(" ", 1)[1] in line)
        assert line.rstrip().endswith(str(number + 1))
    assert "2026" not in str(reader.metadata)
    for test in realistic.tests:
        assert any(test.id in page.extract_text() for page in reader.pages)
    assert protocol_pdf.protocol_pdf(files["oq_protocol.docx"]) == files["oq_protocol.pdf"]


@pytest.mark.skipif(not protocol_pdf.typst_is_here(), reason="the extra [pdf] is not installed")
def test_without_libreoffice_typst_lays_out_the_same_words(
    realistic: OQTestSuite, hostile: OQTestSuite, outputs: Outputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol_pdf, "_office", lambda: None)
    refuse_impossible(WITH_PDF)
    files = outputs(realistic, WITH_PDF)
    reader = PdfReader(io.BytesIO(files["oq_protocol.pdf"]))
    assert len([mark for mark in reader.outline if not isinstance(mark, list)]) == 20
    text = "".join(page.extract_text() for page in reader.pages)
    assert "<document number>" in text
    assert all("Draft until approved" in page.extract_text() for page in reader.pages)
    upright = [page.mediabox.height > page.mediabox.width for page in reader.pages]
    assert upright[0]
    assert upright[-1]
    assert not all(upright)
    assert not [test.id for test in realistic.tests if test.id not in text.replace("\n", "")]
    assert protocol_pdf.protocol_pdf(files["oq_protocol.docx"]) == files["oq_protocol.pdf"]
    shown = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(outputs(hostile, WITH_PDF)["oq_protocol.pdf"])).pages
    )
    assert "{{ cover.system }}" in shown
    assert "javascript:alert(3)" in shown.replace("\n", "")
