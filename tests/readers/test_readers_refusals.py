"""What cannot be read is refused by a typed failure that says what to do, hostile files before they do harm."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from tests.readers.word_files import (
    CONTENT_TYPES,
    NAMESPACES,
    cell,
    definition,
    item,
    level,
    numbered,
    paragraph,
    relationships,
    row,
    table,
    write_docx,
)

from gampgen.domain.document import UrsDocument
from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, UnsupportedInputError, UsageError
from gampgen.readers import read
from gampgen.readers.guards import SIZE_LIMIT
from gampgen.settings import ReadSettings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'  # fmt: skip  # noqa: E501 - two addresses


def file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def read_plainly(path: Path) -> UrsDocument:
    return read(path, ReadSettings())


def package(folder: Path, *entries: tuple[str, str], name: str = "urs.docx") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, content in entries:
            target.writestr(entry, content)
    return path


def workbook(folder: Path, sheet: str, **parts: str) -> Path:
    return package(
        folder,
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", relationships(("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", f'<workbook {SHEET}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relationships(("r1", "worksheet", "worksheets/sheet1.xml"))),
        ("xl/worksheets/sheet1.xml", parts.get("prolog", "") + f"<worksheet {SHEET}>{sheet}</worksheet>"),
        name="urs.xlsx",
    )


def test_a_missing_file_a_folder_and_an_empty_file_are_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_plainly(tmp_path / "none.docx")
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(InputError, match="folder"):
        read_plainly(tmp_path / "folder.docx")
    with pytest.raises(InputError, match="empty"):
        read_plainly(file(tmp_path, "empty.md", b""))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(InputError, match="regular file"):
        read_plainly(tmp_path / "pipe.md")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as target:
        target.truncate(SIZE_LIMIT + 1)
    with pytest.raises(InputError, match="larger than 100 MB"):
        read_plainly(path)


@pytest.mark.parametrize("name", ["urs.rtf", "urs.docm", "urs.ods", "urs.doc", "urs.xyz", "urs"])
def test_other_suffixes_are_refused_with_the_list_of_what_is_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnsupportedInputError) as failure:
        read_plainly(file(tmp_path, name, b"content"))
    for suffix in (".docx", ".md", ".txt", ".xlsx", ".csv"):
        assert suffix in failure.value.hint
    assert failure.value.where == str(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("urs.docx", b"%PDF-1.7 ...", "a PDF"),
        ("urs.docx", b"# heading", "plain text"),
        ("urs.xlsx", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("urs.md", b"PK\x03\x04....", "a zip package"),
        ("urs.txt", b"%PDF-1.7 ...", "a PDF"),
        ("urs.csv", b"\x1f\x8b\x08", "a gzip archive"),
        ("urs.txt", b"text\0with\0nulls", "binary data"),
        ("urs.md", b"{\\rtf1 text}", "a rich text"),
    ],
)
def test_a_wrong_suffix_is_refused_by_what_the_bytes_say(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    with pytest.raises(DamagedInputError, match=kind):
        read_plainly(file(tmp_path, name, content))


def test_old_office_documents_and_protected_ones_are_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedInputError, match=r"save it as \.docx"):
        read_plainly(file(tmp_path, "old.docx", OLE + b"\0" * 600))
    with pytest.raises(EncryptedInputError, match="without a password"):
        read_plainly(file(tmp_path, "locked.docx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")))


def test_a_wrong_encoding_is_refused_and_the_right_one_read(tmp_path: Path) -> None:
    path = file(tmp_path, "urs.txt", "Temperatur in °C".encode("cp1252"))
    with pytest.raises(InputError, match=r"UTF-8.*--encoding"):
        read_plainly(path)
    assert read(path, ReadSettings(encoding="cp1252")).blocks[0].model_dump()["text"] == "Temperatur in °C"
    with pytest.raises(UsageError, match="no text encoding"):
        read(path, ReadSettings(encoding="no-such-code"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed_and_is_no_text(tmp_path: Path, encoding: str) -> None:
    document = read_plainly(file(tmp_path, "urs.md", "Limit 8 °C".encode(encoding)))
    assert document.blocks[0].model_dump()["text"] == "Limit 8 °C"
    assert document.findings == ()


def test_a_workbook_named_docx_and_a_document_named_xlsx_are_refused(tmp_path: Path) -> None:
    as_document = workbook(tmp_path, "<sheetData/>").rename(tmp_path / "urs.docx")
    with pytest.raises(DamagedInputError, match="no Word document"):
        read_plainly(as_document)
    as_workbook = write_docx(tmp_path, paragraph("x")).rename(tmp_path / "urs.xlsx")
    with pytest.raises(DamagedInputError, match="no Excel workbook"):
        read_plainly(as_workbook)


def test_damaged_packages_are_refused(tmp_path: Path) -> None:
    whole = write_docx(tmp_path, paragraph("x")).read_bytes()
    with pytest.raises(DamagedInputError, match="damaged zip"):
        read_plainly(file(tmp_path, "cut.docx", whole[: len(whole) // 2]))
    with pytest.raises(DamagedInputError, match="holds no document"):
        read_plainly(package(tmp_path, ("[Content_Types].xml", CONTENT_TYPES)))
    with pytest.raises(DamagedInputError, match="content types"):
        read_plainly(package(tmp_path, ("word/document.xml", "<x/>")))
    with pytest.raises(DamagedInputError, match="not well-formed"):
        read_plainly(write_docx(tmp_path, "<w:p>"))


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    with pytest.raises(DamagedInputError, match="200 times"):
        read_plainly(write_docx(tmp_path, paragraph("x"), parts={"word/media/bomb.bin": "0" * 5_000_000}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused_also_in_another_case(tmp_path: Path) -> None:
    for second in ("word/document.xml", "WORD/Document.xml"):
        path = write_docx(tmp_path, paragraph("first"))
        with zipfile.ZipFile(path, "a") as target:
            target.writestr(second, f"<w:document {NAMESPACES}><w:body>{paragraph('second')}</w:body></w:document>")
        with pytest.raises(DamagedInputError, match="two parts"):
            read_plainly(path)


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "C:evil.xml", "/evil.xml", "word\\evil.xml"])
def test_unsafe_names_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "urs.docx"
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    with zipfile.ZipFile(path, "w") as target:
        target.writestr(entry, "x")
    with pytest.raises(DamagedInputError, match="unsafe name"):
        read_plainly(path)


def test_too_many_entries_encrypted_entries_and_odd_methods_are_refused(tmp_path: Path) -> None:
    many = package(tmp_path, *((f"p{number}", "") for number in range(5001)))
    with pytest.raises(DamagedInputError, match="5,001 entries"):
        read_plainly(many)
    good = write_docx(tmp_path, paragraph("x")).read_bytes()
    central = good.index(b"PK\x01\x02")
    encrypted = good[: central + 8] + b"\x01\x00" + good[central + 10 :]
    with pytest.raises(EncryptedInputError):
        read_plainly(file(tmp_path, "encrypted.docx", encrypted))
    odd = good[: central + 10] + struct.pack("<H", 12) + good[central + 12 :]
    with pytest.raises(DamagedInputError, match="method 12"):
        read_plainly(file(tmp_path, "odd.docx", odd))


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("a.xml", "a" * 100)
        target.writestr("b.xml", "b" * 100)
    data = bytearray(buffer.getvalue())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 10)  # where the second entry says it begins
    with pytest.raises(DamagedInputError):
        read_plainly(file(tmp_path, "overlap.docx", bytes(data)))


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE x [<!ENTITY e "text">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_document_type_definitions_are_refused_in_every_part(tmp_path: Path, prolog: str) -> None:
    document = f"{prolog}<w:document {NAMESPACES}><w:body>{paragraph('x')}</w:body></w:document>"
    with pytest.raises(DamagedInputError, match="document type definition"):
        read_plainly(write_docx(tmp_path, "", parts={"word/document.xml": document}))
    styles = f"{prolog}<w:styles {NAMESPACES}/>"
    with pytest.raises(DamagedInputError, match="document type definition"):
        read_plainly(write_docx(tmp_path, "", parts={"word/styles.xml": styles}))
    rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    with pytest.raises(DamagedInputError, match="document type definition"):
        read_plainly(workbook(tmp_path, rows, prolog=prolog))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (table(row(cell("x", '<w:gridSpan w:val="2000000000"/>'))), "column count"),
        (table(row(*[cell("x", '<w:gridSpan w:val="60"/>')] * 2)), "63 columns"),
        (table(row("x", properties='<w:gridBefore w:val="-1"/>')), "column count"),
        (item("x", 1, 2147483647), "list level"),
        (item("x", 1, 9), "list level"),
        (paragraph("x", '<w:outlineLvl w:val="99"/>'), "outline level"),
        ("<w:sdt>" * 300 + "</w:sdt>" * 300, "not well-formed"),
        ("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60, "nested more than 30"),
    ],
)
def test_values_that_no_word_processor_writes_are_refused(tmp_path: Path, body: str, message: str) -> None:
    numbering = definition(1, level(0, "decimal", "%1")) + numbered(1, 1)
    with pytest.raises(DamagedInputError, match=message):
        read_plainly(write_docx(tmp_path, body, numbering=numbering))


def test_a_list_level_beyond_nine_and_an_endless_label_are_refused(tmp_path: Path) -> None:
    for levels in (level(2147483647, "decimal", "%1"), level(0, "decimal", "%1" * 200)):
        with pytest.raises(DamagedInputError):
            read_plainly(write_docx(tmp_path, item("x", 1), numbering=definition(1, levels) + numbered(1, 1)))


def test_styles_based_on_each_other_end(tmp_path: Path) -> None:
    circle = (
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    document = read_plainly(write_docx(tmp_path, paragraph("x", '<w:pStyle w:val="A"/>'), styles="".join(circle)))
    assert document.blocks[0].model_dump()["text"] == "x"


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', "column 16384"),
        ('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>', "far from the others"),
        ('<sheetData><row r="2"/><row r="1"/></sheetData>', "row 1 after row 2"),
        ('<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>', "ZZZZ1"),
        ('<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>', "text '99'"),
        ('<sheetData/><mergeCells><mergeCell ref="A:B"/></mergeCells>', "range"),
        ('<cols><col min="x" max="2" hidden="1"/></cols><sheetData/>', "a column"),
    ],
)  # fmt: skip
def test_sheets_that_no_spreadsheet_program_writes_are_refused(tmp_path: Path, sheet: str, message: str) -> None:
    with pytest.raises(DamagedInputError, match=message):
        read_plainly(workbook(tmp_path, sheet))


def test_a_merge_over_the_whole_sheet_and_a_false_dimension_cost_nothing(tmp_path: Path) -> None:
    sheet = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    (found,) = read_plainly(workbook(tmp_path, sheet)).blocks
    assert found.model_dump()["rows"][0]["cells"][0]["text"] == "1"
