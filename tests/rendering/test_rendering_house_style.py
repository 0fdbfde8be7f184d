"""The firm's own data: printed where given, blank where not, in its language and on its paper."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import yaml

from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.suite import OQTestSuite, Polarity, Technique
from gampgen.rendering import TemplateError
from gampgen.rendering.paper import on_paper
from gampgen.rendering.templates import WORDING, read_template
from gampgen.rendering.wording import wording_of
from gampgen.settings.house_style import (
    Company,
    Departments,
    DocumentStyle,
    HouseStyle,
    Language,
    Paper,
    RiskWords,
    Signatures,
)

Outputs = Callable[..., dict[str, bytes]]
GERMAN = HouseStyle(document=DocumentStyle(language=Language.DE))


def text_of(word: bytes) -> str:
    document = docx.Document(io.BytesIO(word))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def picture(path: Path) -> Path:
    """A PNG of one white point."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


def test_without_data_of_the_firm_nothing_of_a_firm_is_stated(realistic: OQTestSuite, outputs: Outputs) -> None:
    word = outputs(realistic)["oq_protocol.docx"]
    document = docx.Document(io.BytesIO(word))
    departments = next(table for table in document.tables if table.rows[0].cells[-1].text == "Department")
    assert {row.cells[2].text for row in departments.rows[1:]} == {""}
    assert "<document number>" in word_xml(word)
    assert "word/media" not in "".join(zipfile.ZipFile(io.BytesIO(word)).namelist())


def word_xml(word: bytes) -> str:
    raw = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", raw).replace("&lt;", "<").replace("&gt;", ">")


def test_data_of_the_firm_stand_in_both_protocols(realistic: OQTestSuite, outputs: Outputs, tmp_path: Path) -> None:
    style = HouseStyle(
        company=Company(
            name="Example & Sons", logo=picture(tmp_path / "l.png"), departments=Departments(author="Engineering <1>")
        ),
        document=DocumentStyle(number_scheme="VAL-nnnn", date_format="DD-MMM-YYYY"),
        signatures=Signatures(before_execution=("Written", "Released"), after_execution=("Closed",)),
        risk=RiskWords(method="By our procedure.", high="Grave"),
    )
    files = outputs(realistic, style)
    word, markdown = files["oq_protocol.docx"], files["oq_protocol.md"].decode()
    for said in ("Example & Sons", "Engineering <1>", "By our procedure.", "Released", "Date (DD-MMM-YYYY)"):
        assert said in text_of(word)
        assert said.replace("&", "\\&").replace("<", "").replace(">", "").split("1")[0] in markdown
    assert "<document number: VAL-nnnn>" in word_xml(word)
    assert "Authored" not in text_of(word)
    assert "Grave" in text_of(word)
    assert "<option>Grave</option>" in files["report.html"].decode()
    assert any(name.startswith("word/media") for name in zipfile.ZipFile(io.BytesIO(word)).namelist())
    assert outputs(realistic, style) == files


def test_a_logo_that_is_no_picture_is_a_typed_error(realistic: OQTestSuite, outputs: Outputs, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"no picture")
    with pytest.raises(TemplateError, match="logo"):
        outputs(realistic, HouseStyle(company=Company(logo=path)))


@pytest.mark.parametrize("kind", ["realistic", "incomplete", "hostile"])
def test_every_fixed_word_of_the_protocol_has_its_german(
    kind: str, outputs: Outputs, request: pytest.FixtureRequest
) -> None:
    suite = request.getfixturevalue(kind)
    files = outputs(suite, GERMAN)
    assert "Annahmekriterium" in text_of(files["oq_protocol.docx"])
    assert "Annahmekriterium" in files["oq_protocol.md"].decode()
    assert "Acceptance criterion" not in text_of(files["oq_protocol.docx"])
    assert "Acceptance criterion" in files["report.html"].decode()


def test_every_code_and_status_has_its_german() -> None:
    words = wording_of(GERMAN).words
    for code in (*Technique, *Polarity):
        assert words.code(code) != ""
    assert [words.level(level) for level in Level] == ["Niedrig", "Mittel", "Hoch"]
    assert len({words.disposition(kind) for kind in DispositionKind}) == len(DispositionKind)
    for status in ("in_force", "guidance", "industry_guidance", "own_advice", "mixed", "draft", "superseded"):
        assert words.clause_status(status) != status


def test_the_wording_files_hold_the_same_entries_of_the_same_shape() -> None:
    english, german = (yaml.safe_load(read_template(WORDING[language])) for language in Language)
    labels = german.pop("labels")
    assert list(english) == list(german)
    for key, entry in english.items():
        assert type(entry) is type(german[key]), key
        if isinstance(entry, list):
            assert len(entry) == len(german[key]), key
    for said, translated in labels.items():
        assert sorted(re.findall(r"\{\{.*?\}\}|\{\w+\}", said)) == sorted(
            re.findall(r"\{\{.*?\}\}|\{\w+\}", translated)
        )


def test_letter_paper_changes_pages_and_nothing_that_is_said(realistic: OQTestSuite, outputs: Outputs) -> None:
    letter = outputs(realistic, HouseStyle(document=DocumentStyle(paper=Paper.LETTER)))
    plain = outputs(realistic)
    document = docx.Document(io.BytesIO(letter["oq_protocol.docx"]))
    assert {(round(s.page_width.inches, 1), round(s.page_height.inches, 1)) for s in document.sections} == {
        (8.5, 11.0),
        (11.0, 8.5),
    }
    for section in document.sections:
        room = section.page_width - section.left_margin - section.right_margin
        for table in section.header.tables:
            assert sum(int(column.width) for column in table.columns) <= room + 1000
    assert text_of(letter["oq_protocol.docx"]) == text_of(plain["oq_protocol.docx"])
    assert on_paper(read_template("oq_protocol.docx"), Paper.A4) == read_template("oq_protocol.docx")
