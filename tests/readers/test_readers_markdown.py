"""Markdown files: the text without its markup, lists with their depth, tables with their cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.word_files import codes, only_table, texts

from gampgen.domain.document import Heading, Paragraph, UrsDocument
from gampgen.readers import read
from gampgen.readers.markdown_inline import read_inline
from gampgen.readers.pipes import split_cells
from gampgen.settings import ReadSettings


def markdown(folder: Path, *lines: str) -> UrsDocument:
    path = folder / "urs.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path, ReadSettings())


@pytest.mark.parametrize(
    ("source", "text", "lead"),
    [
        ("**URS-1**: log *in* now", "URS-1: log in now", "URS-1"),
        ("**URS-1:** **Login** by card", "URS-1: Login by card", "URS-1:"),
        ("plain **bold**", "plain bold", ""),
        ("***both*** text", "both text", "both"),
        ("__also bold__ text", "also bold text", "also bold"),
        ("FR_LOGIN_1 and snake_case", "FR_LOGIN_1 and snake_case", ""),
        ("5 * 3 * 2 and a*b", "5 * 3 * 2 and a*b", ""),
        ("2 ** 3 is not bold", "2 ** 3 is not bold", ""),
        (r"\*not em\* and \[x\]", "*not em* and [x]", ""),
        ("use `a*b*` and ``x`y``", "use a*b* and x`y", ""),
        ("see [the SOP](http://x.org/a_(b) 'SOP 7') here", "see the SOP here", ""),
        ("![a diagram](d.png)", "a diagram", ""),
        ("[GxP Critical] stays", "[GxP Critical] stays", ""),
        ("<https://example.org>", "https://example.org", ""),
        ("temp < 8 °C and x > 2", "temp < 8 °C and x > 2", ""),
        ("a &lt; b &amp; c&nbsp;d &ge; 5", "a < b & c\u00a0d ≥ 5", ""),
        ("10<sup>6</sup> CFU, CO<sub>2</sub>", "10⁶ CFU, CO₂", ""),
        ("<b>REQ-1</b> one<br>two", "REQ-1 one\ntwo", "REQ-1"),
        ("<vessel> and <alarm text>", "<vessel> and <alarm text>", ""),
        ("noted[^7]", "noted[7]", ""),
    ],
)
def test_inline_markup_is_taken_away_and_nothing_else(source: str, text: str, lead: str) -> None:
    found = read_inline(source)
    assert (found.text, found.lead) == (text, lead)


def test_reference_links_lose_their_brackets_only_where_the_reference_is_defined(tmp_path: Path) -> None:
    document = markdown(tmp_path, "See [the SOP][sop], [sop] and [REQ-1].", "", "[sop]: https://x.org/sop")
    assert texts(document) == ["|See the SOP, sop and [REQ-1]."]


@given(st.text(alphabet="ab 1*_`[]()!~\\<>&;", max_size=60))
def test_any_inline_source_is_read_and_letters_are_never_lost(source: str) -> None:
    found = read_inline(source)
    assert found.text.startswith(found.lead)
    if not set(source) & set("()<>&`"):  # these can hold an address, a tag or code
        assert [one for one in found.text if one in "ab1"] == [one for one in source if one in "ab1"]


def test_headings_of_both_kinds_are_read_with_their_numbers(tmp_path: Path) -> None:
    document = markdown(
        tmp_path,
        "# The system",
        "## 1. Scope ##",
        "### 1.2 **Limits** {#limits}",
        "Big",
        "===",
        "Small",
        "---",
        "#no heading",
    )
    assert texts(document) == ["# |The system", "## 1.|Scope", "### 1.2|Limits", "# |Big", "## |Small", "|#no heading"]
    assert document.title == "The system"
    assert [block.location.line for block in document.blocks] == [1, 2, 3, 4, 6, 8]


def test_list_items_keep_label_depth_and_wrapped_lines(tmp_path: Path) -> None:
    document = markdown(
        tmp_path,
        "1. first that",
        "   wraps",
        "   - inner *one*",
        "     still inner",
        "   - inner two",
        "2. second",
        "lazily continued",
        "",
        "   a second paragraph of it",
        "",
        "Outside",
        "* star",
        "  + plus",
    )
    assert [(block.label, block.depth, block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("1.", 0, "first that wraps"),
        ("-", 1, "inner one still inner"),
        ("-", 1, "inner two"),
        ("2.", 0, "second lazily continued"),
        ("", 0, "a second paragraph of it"),
        ("", None, "Outside"),
        ("*", 0, "star"),
        ("+", 1, "plus"),
    ]
    assert [block.location.line for block in document.blocks] == [1, 3, 5, 6, 9, 11, 12, 13]


def test_items_all_written_with_one_number_are_counted_and_others_keep_theirs(tmp_path: Path) -> None:
    document = markdown(tmp_path, "1. a", "   1. inner", "1. b", "1. c", "", "Text", "", "2) d", "5) e")
    assert texts(document) == ["1.|a", "1.|inner", "2.|b", "3.|c", "|Text", "2)|d", "5)|e"]


def test_task_boxes_are_labels_and_letters_begin_items_too(tmp_path: Path) -> None:
    document = markdown(tmp_path, "- [ ] URS-1 open", "- [x] URS-2 done", "", "a) one", "b) two")
    assert texts(document) == ["☐|URS-1 open", "☒|URS-2 done", "a)|one", "b)|two"]


def test_a_number_at_the_start_of_a_wrapped_line_begins_no_item(tmp_path: Path) -> None:
    assert texts(markdown(tmp_path, "The rule has been in force since", "2019. It holds for all.")) == [
        "|The rule has been in force since 2019. It holds for all."
    ]


def test_labelled_lines_and_hard_breaks_stay_lines(tmp_path: Path) -> None:
    document = markdown(tmp_path, "**Priority:** high", "**Risk:** low  ", "note", "more", "", "one\\", "two")
    assert texts(document) == ["|Priority: high\nRisk: low\nnote more", "|one\ntwo"]


def test_tables_are_read_with_their_heading_row_lines_and_escaped_pipes(tmp_path: Path) -> None:
    document = markdown(
        tmp_path,
        "Table 1: Limits",
        "",
        "| ID | Text |",
        "|:---|-----:|",
        r"| **U1** | a \| b |",
        "| U2 | `x | y` and <br> more",
        "U3 | no outer pipes",
        "",
        "after",
    )
    table = only_table(document)
    assert [[one.text for one in line.cells] for line in table.rows] == [
        ["ID", "Text"],
        ["U1", "a | b"],
        ["U2", "x | y and\nmore"],
        ["U3", "no outer pipes"],
    ]
    assert table.name == "Table 1: Limits"
    assert [line.header for line in table.rows] == [True, False, False, False]
    assert [line.location.line for line in table.rows] == [3, 5, 6, 7]
    assert [one.bold for one in table.rows[1].cells] == [True, False]
    assert table.rows[2].cells[1].lines == ("x | y and", "more")


def test_a_table_rule_of_typographic_dashes_is_one(tmp_path: Path) -> None:
    assert texts(markdown(tmp_path, "| ID | Text |", "|:–|—|", "| U1 | a |")) == [[["ID", "Text"], ["U1", "a"]]]


def test_cells_beyond_the_heading_row_are_kept_and_reported(tmp_path: Path) -> None:
    document = markdown(tmp_path, "| ID | Text |", "|---|---|", "| U1 | a | b |")
    assert texts(document) == [[["ID", "Text"], ["U1", "a", "b"]]]
    assert codes(document) == ["DOC25"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a|b", ["a", "b"]),
        ("| a | | c |", ["a", "", "c"]),
        ("| `a|b | c |", ["`a", "b", "c"]),
        (r"| a \\| b |", [r"a \\", "b"]),
    ],
)
def test_a_table_line_splits_at_its_open_pipes(line: str, cells: list[str]) -> None:
    assert split_cells(line) == cells


def test_code_is_text_and_never_a_heading_or_list(tmp_path: Path) -> None:
    document = markdown(tmp_path, "```text", "# not a heading", "- *not* an item", "", "next", "```", "after")
    assert texts(document) == ["|# not a heading\n- *not* an item", "|next", "|after"]
    assert not any(isinstance(block, Heading) for block in document.blocks)


def test_block_quotes_are_read_and_comments_are_not(tmp_path: Path) -> None:
    document = markdown(tmp_path, "> URS-1 quoted", "> text", "", "before <!-- a", "b --> after", "<!-- c -->", "end")
    assert texts(document) == ["|URS-1 quoted text", "|before after", "|end"]
    assert [(one.code, one.message[:2]) for one in document.findings] == [("DOC03", "2 ")]


def test_front_matter_stands_in_the_margins_and_names_the_title(tmp_path: Path) -> None:
    document = markdown(tmp_path, "---", 'title: "The URS"', "version: 2", "---", "", "# Heading")
    assert document.margins == ('title: "The URS"', "version: 2")
    assert document.title == "The URS"
    assert texts(document) == ["# |Heading"]
    assert document.blocks[0].location.line == 6


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert texts(markdown(tmp_path, "---", "The system shall log in users.", "", "***", "End")) == [
        "|The system shall log in users.",
        "|End",
    ]


def test_footnotes_keep_their_mark(tmp_path: Path) -> None:
    assert texts(markdown(tmp_path, "Limit[^a].", "", "[^a]: At rest.")) == ["|Limit[a].", "[a]|At rest."]


def test_struck_through_text_is_kept_and_reported(tmp_path: Path) -> None:
    document = markdown(tmp_path, "- URS-1 ~~shall fax~~ shall mail")
    assert texts(document) == ["-|URS-1 shall fax shall mail"]
    assert codes(document) == ["DOC02"]
