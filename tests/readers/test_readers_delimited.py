"""Delimited files: one table, whatever the delimiter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readers.word_files import codes, only_table, texts

from gampgen.domain.document import UrsDocument
from gampgen.errors import DamagedInputError
from gampgen.readers import read
from gampgen.settings import ReadSettings


def delimited(folder: Path, content: str, encoding: str = "utf-8") -> UrsDocument:
    path = folder / "urs.csv"
    path.write_bytes(content.encode(encoding))
    return read(path, ReadSettings())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [["ID", "Text", "Risk"], ["U1", '"Login, and; more"', "H"], ["U2", "", "L"]]
    document = delimited(tmp_path, "\n".join(delimiter.join(row) for row in rows))
    assert texts(document) == [[["ID", "Text", "Risk"], ["U1", "Login, and; more", "H"], ["U2", "", "L"]]]


def test_quoted_line_breaks_stay_in_their_cell_and_rows_know_their_lines(tmp_path: Path) -> None:
    document = delimited(tmp_path, 'ID,Text\r\nU1,"one\r\ntwo ""2"""\r\n\r\nU2,three\r\n', "utf-8-sig")
    table = only_table(document)
    assert [[one.text for one in row.cells] for row in table.rows] == [
        ["ID", "Text"],
        ["U1", 'one\ntwo "2"'],
        ["U2", "three"],
    ]
    assert table.rows[1].cells[1].lines == ("one", 'two "2"')
    assert [(row.location.row, row.location.line, row.header) for row in table.rows] == [
        (1, 1, True), (2, 2, False), (3, 5, False),
    ]  # fmt: skip


def test_a_declared_delimiter_is_obeyed_and_is_no_row(tmp_path: Path) -> None:
    document = delimited(tmp_path, "sep=;\nID;Text\nU1;a,b")
    assert texts(document) == [[["ID", "Text"], ["U1", "a,b"]]]
    assert only_table(document).rows[1].location.line == 3


def test_a_single_column_is_a_table_of_one_column(tmp_path: Path) -> None:
    assert texts(delimited(tmp_path, "Requirement\nThe system shall log in.")) == [
        [["Requirement"], ["The system shall log in."]]
    ]


def test_rows_longer_than_the_heading_row_are_kept_and_reported(tmp_path: Path) -> None:
    document = delimited(tmp_path, "ID,Text\nU1,warm, dry\nU2,b")
    assert texts(document) == [[["ID", "Text"], ["U1", "warm", "dry"], ["U2", "b"]]]
    assert codes(document) == ["DOC25"]


def test_a_quote_that_never_ends_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DamagedInputError, match="line 2"):
        delimited(tmp_path, 'ID,Text\nU1,"open\nU2,b')
