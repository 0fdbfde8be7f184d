"""Plain text files: paragraphs joined where they were wrapped, and kept apart where they were not."""

from __future__ import annotations

from pathlib import Path

from tests.readers.word_files import texts

from gampgen.domain.document import Paragraph, UrsDocument
from gampgen.readers import read
from gampgen.settings import ReadSettings


def text(folder: Path, *lines: str) -> UrsDocument:
    path = folder / "urs.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path, ReadSettings())


def test_wrapped_lines_are_joined_and_identified_lines_are_not(tmp_path: Path) -> None:
    document = text(
        tmp_path,
        "URS-001 The system shall record the temperature of each",
        "room every five minutes.",
        "URS-002 The system shall print.",
        "REQ_3: Short.",
        "3.2.1 The system shall log in users.",
        "Priority: high",
    )
    assert texts(document) == [
        "|URS-001 The system shall record the temperature of each room every five minutes.",
        "|URS-002 The system shall print.",
        "|REQ_3: Short.",
        "|3.2.1 The system shall log in users.",
        "|Priority: high",
    ]
    assert [block.location.line for block in document.blocks] == [1, 3, 4, 5, 6]


def test_headings_are_underlined_numbered_in_capitals_or_marked(tmp_path: Path) -> None:
    document = text(
        tmp_path,
        "The cold store",
        "==============",
        "",
        "1. Scope",
        "Two rooms.",
        "",
        "1.2 Limits",
        "",
        "SECURITY AND ACCESS",
        "",
        "Reports",
        "-------",
        "## Interfaces",
    )
    assert texts(document) == [
        "# |The cold store",
        "# 1.|Scope",
        "|Two rooms.",
        "## 1.2|Limits",
        "# |SECURITY AND ACCESS",
        "## |Reports",
        "## |Interfaces",
    ]
    assert document.title == "The cold store"


def test_numbered_requirements_and_lists_are_no_headings(tmp_path: Path) -> None:
    document = text(
        tmp_path, "4.1 The system shall stop.", "", "1. Login", "2. Logout", "", "URS-FUN", "", "NEVER shall IT FAIL"
    )
    assert texts(document) == [
        "|4.1 The system shall stop.",
        "1.|Login",
        "2.|Logout",
        "# |URS-FUN",
        "|NEVER shall IT FAIL",
    ]


def test_bullets_nest_by_indentation_and_continue(tmp_path: Path) -> None:
    document = text(tmp_path, "- one", "  goes on", "  * two", "    (a) three", "- four", "", "-----", "End")
    assert [(block.label, block.depth, block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("-", 0, "one goes on"), ("*", 1, "two"), ("(a)", 2, "three"), ("-", 0, "four"), ("", None, "End"),
    ]  # fmt: skip


def test_tables_set_with_tabs_or_pipes_are_tables(tmp_path: Path) -> None:
    document = text(tmp_path, "ID\tText", "U1\tLogin", "", "| A | B |", "|---|---|", "| 1 | 2 |", "one\ttab only")
    assert texts(document) == [[["ID", "Text"], ["U1", "Login"]], [["A", "B"], ["1", "2"]], "|one\ttab only"]


def test_windows_and_old_mac_line_ends_are_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "urs.txt"
    path.write_bytes(b"one.\r\n\r\ntwo.\r\rthree.")
    assert texts(read(path, ReadSettings())) == ["|one.", "|two.", "|three."]
