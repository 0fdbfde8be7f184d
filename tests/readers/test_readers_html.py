"""Web pages: what a browser shows, with what it hides reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readers.pdf_files import rows, said
from tests.readers.word_files import codes, only_table

from gampgen.domain.document import Paragraph, Table, UrsDocument
from gampgen.errors import DamagedInputError
from gampgen.readers import read
from gampgen.settings import ReadSettings


def page(folder: Path, body: str, head: str = "", encoding: str = "utf-8") -> UrsDocument:
    path = folder / "urs.html"
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read(path, ReadSettings())


def test_headings_keep_their_levels_and_numbers(tmp_path: Path) -> None:
    document = page(tmp_path, "<h1>URS</h1><h2>2.1 Alarms</h2><p>The  pump\nstops.</p>", "<title>Pump</title>")
    assert said(document) == ["# URS", "## 2.1 Alarms", "The pump stops."]
    assert document.title == "Pump"


def test_lists_show_bullets_and_numbers_with_depth(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<ol start=3><li>one<ul><li>inner</li></ul></li><li value=7>two</li></ol><ol type=a><li>three</li></ol>",
    )
    shown = [(b.label, b.depth, b.text, b.number_automatic) for b in document.blocks if isinstance(b, Paragraph)]
    assert shown == [
        ("3.", 0, "one", True),
        ("•", 1, "inner", False),
        ("7.", 0, "two", True),
        ("a.", 0, "three", True),
    ]


def test_a_reversed_list_counts_down(tmp_path: Path) -> None:
    document = page(tmp_path, "<ol reversed><li>one</li><li>two</li></ol>")
    assert said(document) == ["2. one", "1. two"]


def test_spans_of_cells_are_laid_out_on_the_grid(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<table><caption>Limits</caption><thead><tr><th>ID</th><th colspan=2>Text</th></tr></thead>"
        "<tr><td rowspan=2>A</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
    )
    table = only_table(document)
    assert table.name == "Limits"
    assert rows(table) == ["ID | Text", "A | b | c", "A | d | e"]
    assert [(c.column, c.span, c.merged_up) for c in table.rows[2].cells] == [
        (0, 1, True),
        (1, 1, False),
        (2, 1, False),
    ]
    assert [row.header for row in table.rows] == [True, False, False]


def test_a_cell_keeps_its_paragraphs_and_items_as_lines(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<table><tr><td>ID</td><td><p>It shows:</p><ul><li>user</li><li>time</li></ul>a<br>b</td></tr></table>",
    )
    assert only_table(document).rows[0].cells[1].lines == ("It shows:", "• user", "• time", "a", "b")


def test_the_bold_beginning_is_the_lead_and_scripts_are_raised(tmp_path: Path) -> None:
    document = page(tmp_path, "<p><b>URS-1:</b> 10<sup>-6</sup> of CO<sub>2</sub></p>")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert (block.lead, block.text) == ("URS-1:", "URS-1: 10⁻⁶ of CO₂")


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>secret</p>", "<p hidden>secret</p>",
        "<div style='visibility:hidden'><p>secret</p></div>",
        "<p class='off'>secret</p>", "<p id=gone>secret</p>", "<p style='font-size:0'>secret</p>",
    ],
)  # fmt: skip
def test_hidden_elements_are_left_out_and_reported(tmp_path: Path, hidden: str) -> None:
    document = page(tmp_path, f"<p>seen</p>{hidden}", "<style>p.off, #gone {display:none}</style>")
    assert said(document) == ["seen"]
    assert codes(document) == ["DOC01"]


def test_what_is_hidden_on_paper_only_is_read(tmp_path: Path) -> None:
    document = page(tmp_path, "<p class=x>seen</p>", "<style>@media print { .x { display: none } }</style>")
    assert said(document) == ["seen"]


def test_scripts_are_dropped_and_reported(tmp_path: Path) -> None:
    document = page(tmp_path, "<p onclick='x()'>seen</p><script>document.write('<p>URS-9 shall</p>')</script>")
    assert said(document) == ["seen"]
    assert codes(document) == ["DOC07"]


def test_frames_fields_pictures_and_links_are_reported(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<p>a <a href='https://example.org'>b</a> <img src=x> <input value=c></p><iframe src='d.html'></iframe>",
    )
    assert said(document) == ["a b"]
    assert codes(document) == ["DOC06", "DOC13", "DOC14"]


def test_struck_text_is_read_and_reported(tmp_path: Path) -> None:
    document = page(tmp_path, "<p>The pump <del>never</del> stops.</p>")
    assert said(document) == ["The pump never stops."]
    assert codes(document) == ["DOC02"]


def test_the_page_states_its_encoding(tmp_path: Path) -> None:
    document = page(tmp_path, "<p>2–8 °C</p>", "<meta charset=windows-1252>", "cp1252")
    assert said(document) == ["2–8 °C"]


def test_a_nested_table_becomes_lines_of_its_cell(tmp_path: Path) -> None:
    document = page(
        tmp_path, "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"
    )
    assert only_table(document).rows[0].cells[0].lines == ("a", "b | c")


def test_a_hidden_row_is_left_out_and_reported(tmp_path: Path) -> None:
    document = page(tmp_path, "<table><tr><td>a</td><td>b</td></tr><tr hidden><td>c</td><td>d</td></tr></table>")
    assert rows(only_table(document)) == ["a | b"]
    assert "DOC20" in codes(document)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 400 + "x" + "</div>" * 400,
        "<table><tr>" + "<td colspan=400>a</td>" * 3 + "</tr></table>",
        "<table><tr><td rowspan=65534>a" + "<tr><td>b" * 3 + "</table>" + "<table>" * 60 + "<tr><td>x",
    ],
)
def test_pages_made_to_hurt_are_refused_or_read_within_limits(tmp_path: Path, body: str) -> None:
    try:
        document = page(tmp_path, body)
    except DamagedInputError:
        return
    assert sum(len(row.cells) for b in document.blocks if isinstance(b, Table) for row in b.rows) < 1000


def test_a_text_without_markup_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "urs.html"
    path.write_text("URS-001 The system shall log in users.")
    with pytest.raises(DamagedInputError):
        read(path, ReadSettings())
