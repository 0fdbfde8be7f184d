"""Workbooks: each cell as it is shown, hidden things left out and reported."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font
from tests.readers.word_files import codes, only_table, texts

from gampgen.domain.document import Table
from gampgen.readers import read
from gampgen.readers.workbook_formats import plain, shown_number, shown_text
from gampgen.settings import ReadSettings


def saved(folder: Path, book: openpyxl.Workbook) -> Path:
    path = folder / "urs.xlsx"
    book.save(path)
    return path


def test_each_visible_sheet_is_a_table_with_its_name_and_its_own_row_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "URS"
    first["B2"], first["A4"] = "Text", "U1"
    book.create_sheet("Empty")
    book.create_sheet("More")["A1"] = "x"
    book.create_sheet("Old").sheet_state = "hidden"
    book.properties.title = "The URS"
    document = read(saved(tmp_path, book), ReadSettings())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [(one.name, one.location.in_words()) for one in tables] == [("URS", "sheet 'URS'"), ("More", "sheet 'More'")]
    assert [(line.location.row, [(one.column, one.text) for one in line.cells]) for line in tables[0].rows] == [
        (2, [(1, "Text")]),
        (4, [(0, "U1")]),
    ]
    assert document.title == "The URS"
    assert codes(document) == ["DOC19"]


def test_identifiers_and_numbers_read_as_they_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "urs.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row, (value, code) in enumerate(((1, '"URS-"000'), (1.1, "0.00"), (3.0, "General"), (0.25, "0%"), (True, ""))):
        sheet.write(row, 0, value, book.add_format({"num_format": code} if code else {}))
    sheet.write_datetime(5, 0, dt.datetime(2026, 3, 1), book.add_format({"num_format": "dd.mm.yyyy"}))  # noqa: DTZ001 - cells know no zone
    book.close()
    rows = only_table(read(path, ReadSettings())).rows
    assert [line.cells[0].text for line in rows] == ["URS-001", "1.10", "3", "25%", "TRUE", "2026-03-01"]


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("1", "General", "1"), ("1.0", "General", "1"), ("0.1", "General", "0.1"),
        ("1.1000000000000001", "General", "1.1"), ("123456789012", "General", "123456789012"),
        ("7", '"URS-"000', "URS-007"), ("7", "\\U\\R\\S\\-0000", "URS-0007"), ("7", '"R-"General', "R-7"),
        ("1.1", "0.00", "1.10"), ("1.1", "0.##", "1.1"), ("1", "0.##", "1"), ("-5", "0", "-5"), ("-0.4", "0", "0"),
        ("2.5", "0", "3"), ("1234567.891", "#,##0.00", "1,234,567.89"), ("0.5", "0.0%", "50.0%"),
        ("-5", "0;(0)", "(5)"), ("0", '0;-0;"none"', "none"), ("7", ";;;", ""), ("8", '0.0" °C"', "8.0 °C"),
        ("12", "[$€-407] 0.00", "€ 12.00"), ("12", "[Red]0", "12"), ("1234", "00-00", "12-34"), ("5", "00-00", "00-05"),
        ("123", "0\\.0\\.0", "1.2.3"), ("0.001", "0.00E+00", "0.001"), ("5", "#", "5"), ("0", "#", "0"),
        ("46082", "yyyy-mm-dd", "2026-03-01"), ("46082.5", "d/m/yy h:mm", "2026-03-01T12:00"),
        ("0.75", "h:mm", "18:00"), ("1.5", "[h]:mm:ss", "36:00:00"), ("1", "d.m.yyyy", "1900-01-01"),
        ("9999999999", "yyyy", "9999999999"), ("no number", "0", "no number"),
    ],
)  # fmt: skip
def test_number_formats_are_applied(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code) == shown


def test_dates_from_1904_are_four_years_later() -> None:
    assert shown_number("0", "yyyy-mm-dd", from_1904=True) == "1904-01-01"


def test_text_formats_and_plain_numbers() -> None:
    assert shown_text("A", '"Req. "@') == "Req. A"
    assert shown_text("A", "General") == "A"
    assert plain("2.50") == "2.5"


def test_merged_cells_are_filled_downwards_with_a_mark_and_once_across(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Group", "ID", "Text"], ["Login", "U1", "a"], [None, "U2", "b"], ["Note over all", None, None]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:C4")
    rows = only_table(read(saved(tmp_path, book), ReadSettings())).rows
    assert [[(one.text, one.column, one.span, one.merged_up) for one in line.cells] for line in rows[1:]] == [
        [("Login", 0, 1, False), ("U1", 1, 1, False), ("a", 2, 1, False)],
        [("Login", 0, 1, True), ("U2", 1, 1, False), ("b", 2, 1, False)],
        [("Note over all", 0, 3, False)],
    ]


def test_hidden_rows_and_columns_are_left_out_and_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["ID", "Text", "Secret"], ["U1", "a", "x"], ["U2", "b", "y"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    document = read(saved(tmp_path, book), ReadSettings())
    assert texts(document) == [[["ID", "Text"], ["U2", "b"]]]
    assert codes(document) == ["DOC20", "DOC21"]
    assert "U1 | a" in document.findings[0].message


def test_formulas_show_their_stored_value_and_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "urs.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_formula("A1", '="URS-"&TEXT(1,"000")', None, "URS-001")
    sheet.write_formula("A2", "=1/0", None, "#DIV/0!")
    sheet.write_formula("A3", "=A1", None, "")
    book.close()
    document = read(path, ReadSettings())
    assert texts(document) == [[["URS-001"], ["#DIV/0!"]]]
    assert "DOC22" in codes(document)

    uncomputed = openpyxl.Workbook()
    assert uncomputed.active is not None
    uncomputed.active["A1"], uncomputed.active["A2"] = "=1+1", "x"
    document = read(saved(tmp_path, uncomputed), ReadSettings())
    assert texts(document) == [[["x"]]]
    assert codes(document) == ["DOC23"]


def test_rich_text_is_whole_with_powers_bold_and_struck_parts(tmp_path: Path) -> None:
    path = tmp_path / "urs.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    up, struck = book.add_format({"font_script": 1}), book.add_format({"font_strikeout": True})
    sheet.write_rich_string("A1", "10", up, "6", " CFU ", struck, "per day", ".")
    sheet.write("A2", "Title", book.add_format({"bold": True}))
    sheet.write("A3", "line one\nline two")
    book.close()
    document = read(path, ReadSettings())
    rows = only_table(document).rows
    assert [line.cells[0].text for line in rows] == ["10⁶ CFU per day.", "Title", "line one\nline two"]
    assert [line.cells[0].bold for line in rows] == [False, True, False]
    assert rows[2].cells[0].lines == ("line one", "line two")
    assert codes(document) == ["DOC02"]
    assert "per day" in document.findings[0].message


def test_a_filter_or_frozen_rows_mark_the_heading_row(tmp_path: Path) -> None:
    for mark in ("filter", "frozen"):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (["Cold store"], ["ID", "Text"], ["U1", "a"]):
            sheet.append(row)
        if mark == "filter":
            sheet.auto_filter.ref = "A2:B3"
        else:
            sheet.freeze_panes = "A3"
        rows = only_table(read(saved(tmp_path, book), ReadSettings())).rows
        assert [line.header for line in rows] == [False, True, False]


def test_comments_are_counted_and_struck_cells_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "U1"
    sheet["A1"].comment = openpyxl.comments.Comment("why?", "QA")
    sheet["A2"] = "old"
    sheet["A2"].font = Font(strike=True)
    document = read(saved(tmp_path, book), ReadSettings())
    assert codes(document) == ["DOC02", "DOC03"]
