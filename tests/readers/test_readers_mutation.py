"""Damaged files never end in an untyped failure."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from tests.readers.word_files import (
    definition,
    item,
    level,
    numbered,
    paragraph,
    row,
    run,
    style,
    table,
    write_docx,
)

from gampgen.errors import GampgenError
from gampgen.readers.docx import read_docx
from gampgen.readers.source import Source
from gampgen.readers.workbook import read_workbook
from gampgen.settings import ReadSettings

MUTANTS = 400


def small_docx(folder: Path) -> bytes:
    body = paragraph("Scope", '<w:pStyle w:val="H1"/>') + item("first", 1, 0) + item("second", 1, 1)
    body += paragraph(run("bold", "<w:b/>") + run("10") + run("6", '<w:vertAlign w:val="superscript"/>'))
    body += table(row("a", "b"), row("c", "d"))
    numbering = definition(1, level(0, "decimalZero", "URS-%1"), level(1, "lowerLetter", "%2)")) + numbered(1, 1)
    return write_docx(folder, body, styles=style("H1", "heading 1"), numbering=numbering, title="T").read_bytes()


def small_xlsx(folder: Path) -> bytes:
    path = folder / "urs.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write(0, 0, 7, book.add_format({"num_format": '"URS-"000', "bold": True}))
    sheet.write(0, 1, "text")
    sheet.write_formula(1, 0, "=A1", None, 7)
    sheet.merge_range("A3:B4", "merged")
    sheet.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    return path.read_bytes()


def stored(data: bytes) -> bytes:
    """The package without compression, so that a changed byte changes a part and not only its packing."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name))
    return buffer.getvalue()


def with_changed_part(data: bytes, chance: random.Random) -> bytes:
    """The package with some bytes of one part changed, its checksum made right again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        chosen = chance.choice(source.namelist())
        for name in source.namelist():
            content = source.read(name)
            target.writestr(zipfile.ZipInfo(name), changed(content, chance) if name == chosen else content)
    return buffer.getvalue()


def changed(data: bytes, chance: random.Random) -> bytes:
    """Some bytes overwritten, a stretch removed, or a digit made long: what breaks readers most."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 40)]
            case 2:
                content[at:at] = content[max(0, at - 30) : at]
            case _:
                digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
                if digits:
                    place = chance.choice(digits)
                    content[place : place + 1] = chance.choice((b"-1", b"99999999999", b"x", b"", b"2147483647"))
        if not content:
            break
    return bytes(content) or b"x"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("way", ["bytes of the file", "bytes of a part"])
def test_mutants_are_read_or_refused_by_a_typed_failure(tmp_path: Path, kind: str, way: str) -> None:
    data = stored(small_docx(tmp_path) if kind == "docx" else small_xlsx(tmp_path))
    reader = read_docx if kind == "docx" else read_workbook
    refused: list[GampgenError] = []
    for seed in range(MUTANTS):
        chance = random.Random(f"{kind} {way} {seed}")  # noqa: S311 - repeatable on purpose
        mutant = changed(data, chance) if way == "bytes of the file" else with_changed_part(data, chance)
        source = Source(file_name=f"m.{kind}", suffix=f".{kind}", data=mutant, sha256="")
        try:
            reader(source, ReadSettings())
        except GampgenError as failure:
            refused.append(failure)
    assert 0 < len(refused) < MUTANTS
    assert all(failure.title and failure.hint for failure in refused)
