"""PDF: what a person sees on the pages, made out from where the text stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readers.pdf_files import grid, lines, pdf, pdf_bytes, rows, rule, said, text
from tests.readers.word_files import codes

from gampgen.domain.document import DocumentFormat, Paragraph, Table, UrsDocument
from gampgen.errors import DamagedInputError, EncryptedInputError, InputError
from gampgen.readers import read
from gampgen.settings import ReadSettings

LONG = "The system shall record every change of a master record with the old value, the new value and"
FILLER = lines(
    50, 300, *("Further text that fills the page and says what is of no concern to this test, line by line",) * 4
)


def tables(document: UrsDocument) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: UrsDocument) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


# ---- paragraphs
def test_lines_of_one_paragraph_are_joined_and_paragraphs_are_parted_at_wider_gaps(tmp_path: Path) -> None:
    document = pdf(tmp_path, lines(50, 700, LONG, "the reason.") + lines(50, 660, LONG, "the time."))
    assert said(document) == [f"{LONG} the reason.", f"{LONG} the time."]
    assert document.format is DocumentFormat.PDF


def test_a_line_that_ended_early_ends_its_paragraph(tmp_path: Path) -> None:
    document = pdf(tmp_path, lines(50, 700, "The door opens.", LONG, "the reason.", "The door closes."))
    assert said(document) == ["The door opens.", f"{LONG} the reason.", "The door closes."]


def test_a_paragraph_goes_on_over_the_page_break(tmp_path: Path) -> None:
    document = pdf(tmp_path, lines(50, 60, LONG), lines(50, 740, "the reason for it, always."))
    assert said(document) == [f"{LONG} the reason for it, always."]
    assert paragraphs(document)[0].location.page == 1


def test_bullets_begin_items_and_the_indent_tells_their_depth(tmp_path: Path) -> None:
    second = "the time, which is taken from the server and never from the clocks of its clients, as they"
    document = pdf(
        tmp_path,
        lines(50, 700, LONG, "the following:")
        + text(60, 676, "• the user") + text(60, 664, f"• {second}") + text(68, 652, "may be wrong")
        + text(80, 640, "- in UTC") + text(60, 628, "• the reason"),
    )  # fmt: skip
    assert [(p.label, p.depth, p.text) for p in paragraphs(document)[1:]] == [
        ("•", 0, "the user"),
        ("•", 0, f"{second} may be wrong"),
        ("-", 1, "in UTC"),
        ("•", 0, "the reason"),
    ]


def test_an_id_at_the_beginning_of_a_line_begins_a_paragraph_but_a_cited_one_does_not(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        lines(
            50, 700,
            "URS-001 The system shall lock the account after three failed attempts, as it is stated below in",
            "URS-002 and in the procedure for accounts of users who left the company for good or for a while.",
            "URS-002 The system shall unlock it after 30 minutes.",
        ),
    )  # fmt: skip
    assert [text[:30] for text in said(document)] == [
        "URS-001 The system shall lock ",
        "URS-002 The system shall unloc",
    ]


def test_the_bold_beginning_is_the_lead(tmp_path: Path) -> None:
    document = pdf(tmp_path, text(50, 700, "URS-001:", bold=True) + text(100, 700, "The system shall log in users."))
    assert paragraphs(document)[0].lead == "URS-001:"
    assert said(document) == ["URS-001: The system shall log in users."]


# ---- words
def test_a_word_cut_at_the_end_of_lines_is_mended_and_a_compound_keeps_its_hyphen(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        lines(
            50, 700,
            "Users of the configuration are listed in the annex, and so is each self-service terminal with its config-",
            "uration. The administrator shall be able to change the assignment of each of them, and of the self-",
            "service terminals too, and shall see who changed an item of the records before, by the system of re-",
            "cords that the company runs.",
        ),
    )  # fmt: skip
    found = said(document)[0]
    assert "its configuration. The" in found
    assert "the self-service terminals too" in found
    assert "system of records that" in found


def test_an_id_cut_at_its_hyphen_keeps_it(tmp_path: Path) -> None:
    document = pdf(
        tmp_path, lines(50, 700, "The limits that hold for the freezers of the building are stated in URS-", "017.")
    )
    assert said(document) == ["The limits that hold for the freezers of the building are stated in URS-017."]


def test_small_raised_and_lowered_digits_are_shown_as_such(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        text(50, 700, "10") + text(61.5, 704, "6", 6) + text(70, 700, "cfu at 5 % CO") + text(132.7, 697, "2", 6),
    )
    assert said(document) == ["10⁶ cfu at 5 % CO₂"]


def test_spaces_come_from_the_page_where_the_file_has_none(tmp_path: Path) -> None:
    document = pdf(tmp_path, "BT /F1 10 Tf 50 700 Td [(The) -300 (system) -300 (shall)] TJ ET")
    assert said(document) == ["The system shall"]


# ---- headings
def test_headings_by_size_by_weight_and_by_number_with_their_levels(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        text(50, 750, "User Requirements", 20, bold=True) + text(50, 710, "1 Scope", 14, bold=True)
        + lines(50, 690, LONG, "the reason.") + text(50, 650, "2 Alarms", 14, bold=True)
        + text(50, 630, "2.1 Limits", 10, bold=True) + lines(50, 610, LONG, "the time.")
        + text(50, 570, "2.1.1 Delays", 10) + lines(50, 550, LONG, "the user."),
    )  # fmt: skip
    assert [line for line in said(document) if line.startswith("#")] == [
        "# User Requirements", "## 1 Scope", "## 2 Alarms", "### 2.1 Limits", "#### 2.1.1 Delays",
    ]  # fmt: skip
    assert document.title == "User Requirements"


def test_numbered_requirements_are_no_headings(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        text(50, 700, "3.1 The system shall print labels.") + text(50, 670, "3.2 The system shall scan labels."),
    )
    assert said(document) == ["3.1 The system shall print labels.", "3.2 The system shall scan labels."]


def test_lines_of_contents_are_kept_apart(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        text(50, 750, "Contents", 14, bold=True) + text(50, 720, "1 Scope ........................................ 2")
        + text(50, 706, "2 Alarms ....................................... 2"),
        text(50, 750, "1 Scope", 14, bold=True) + lines(50, 730, LONG, "the reason."),
    )  # fmt: skip
    assert said(document) == ["# Contents", "# 1 Scope", f"{LONG} the reason."]
    assert "DOC16" in codes(document)


# ---- tables
def test_a_ruled_table_gives_its_cells_with_their_lines_joined(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        grid((50, 130, 430, 550), (700, 680, 650, 630))
        + text(54, 686, "ID", bold=True) + text(134, 686, "Requirement", bold=True) + text(434, 686, "Rank", bold=True)
        + text(54, 668, "URS-001") + text(134, 668, "The system shall lock the account of a user after several failed")
        + text(134, 656, "attempts.") + text(434, 668, "High")
        + text(54, 636, "URS-002") + text(134, 636, "The system shall unlock it.") + text(434, 636, "Low"),
    )  # fmt: skip
    (table,) = tables(document)
    assert rows(table) == [
        "ID | Requirement | Rank",
        "URS-001 | The system shall lock the account of a user after several failed attempts. | High",
        "URS-002 | The system shall unlock it. | Low",
    ]
    assert [cell.bold for cell in table.rows[0].cells] == [True, True, True]
    assert (table.rows[2].location.page, table.rows[2].location.row) == (1, 3)


def test_items_in_a_cell_stay_lines_of_their_own(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        grid((50, 130, 430), (700, 650, 630)) + text(54, 686, "URS-1") + text(134, 686, "The report shall show:")
        + text(134, 674, "• the user") + text(134, 662, "• the time")
        + text(54, 636, "URS-2") + text(134, 636, "It prints."),
    )  # fmt: skip
    assert rows(tables(document)[0])[0] == "URS-1 | The report shall show: / • the user / • the time"


def test_merged_cells_span_columns_and_reach_down(tmp_path: Path) -> None:
    across = rule(50, 700, 450, 700) + rule(50, 680, 450, 680) + rule(150, 660, 450, 660) + rule(50, 640, 450, 640)
    down = rule(50, 700, 50, 640) + rule(150, 680, 150, 640) + rule(300, 680, 300, 640) + rule(450, 700, 450, 640)
    said_in = text(54, 686, "Access") + text(54, 655, "Login") + text(154, 666, "A1") + text(304, 666, "first")
    document = pdf(tmp_path, across + down + said_in + text(154, 646, "A2") + text(304, 646, "second"))
    (table,) = tables(document)
    assert [[(c.text, c.column, c.span, c.merged_up) for c in row.cells] for row in table.rows] == [
        [("Access", 0, 3, False)],
        [("Login", 0, 1, False), ("A1", 1, 1, False), ("first", 2, 1, False)],
        [("Login", 0, 1, True), ("A2", 1, 1, False), ("second", 2, 1, False)],
    ]


def test_turned_text_in_a_cell_is_read_in_its_own_order(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        grid((50, 90, 300), (700, 650, 600)) + text(64, 652, "Risk class", turn="0 1 -1 0")
        + text(76, 652, "of the item", turn="0 1 -1 0")
        + text(94, 680, "Requirement") + text(54, 630, "R1") + text(94, 630, "The door closes."),
    )  # fmt: skip
    assert rows(tables(document)[0]) == ["Risk class of the item | Requirement", "R1 | The door closes."]


def test_a_table_goes_on_on_the_next_page_without_its_repeated_heading_row(tmp_path: Path) -> None:
    def part(top: int, *rows_: tuple[str, str]) -> str:
        edges = [top - 20 * n for n in range(len(rows_) + 2)]
        body = grid((50, 150, 550), edges) + text(54, top - 14, "ID") + text(154, top - 14, "Requirement")
        for n, (first, second) in enumerate(rows_, 1):
            body += text(54, top - 14 - 20 * n, first) + text(154, top - 14 - 20 * n, second)
        return body

    document = pdf(tmp_path, part(140, ("U1", "one"), ("U2", "two")), part(760, ("U3", "three")))
    (table,) = tables(document)
    assert rows(table) == ["ID | Requirement", "U1 | one", "U2 | two", "U3 | three"]
    assert [row.location.page for row in table.rows] == [1, 1, 1, 2]
    assert table.rows[0].header


def test_a_row_that_was_cut_at_the_page_break_is_joined(tmp_path: Path) -> None:
    first = grid((50, 150, 510), (120, 100, 60)) + text(54, 106, "U1") + text(154, 106, "The door opens.")
    first += text(54, 86, "U2") + text(
        154, 86, "The door shall close within ten seconds after the last person has gone through"
    )
    second = grid((50, 150, 510), (760, 740, 720)) + text(154, 746, "it, whatever happens.")
    second += text(54, 726, "U3") + text(154, 726, "The door locks.")
    document = pdf(tmp_path, first, second)
    assert rows(tables(document)[0]) == [
        "U1 | The door opens.",
        "U2 | The door shall close within ten seconds after the last person has gone through it, whatever happens.",
        "U3 | The door locks.",
    ]


def test_a_table_without_rules_is_made_out_from_its_columns(tmp_path: Path) -> None:
    found = lines(50, 740, LONG, "the reason.")
    for n, (first, second, third) in enumerate((
        ("ID", "Requirement", "Priority"),
        ("URS-001", "The system shall lock the account of a user after", "High"),
        ("", "three failed attempts.", ""),
        ("URS-002", "The system shall unlock it.", "Low"),
        ("URS-003", "The system shall report both.", "Low"),
    )):  # fmt: skip
        y = 690 - 14 * n
        found += text(50, y, first) + text(150, y, second) + text(450, y, third)
    document = pdf(tmp_path, found)
    assert rows(tables(document)[0]) == [
        "ID | Requirement | Priority",
        "URS-001 | The system shall lock the account of a user after three failed attempts. | High",
        "URS-002 | The system shall unlock it. | Low",
        "URS-003 | The system shall report both. | Low",
    ]


def test_rules_between_the_rows_are_enough(tmp_path: Path) -> None:
    found = text(50, 740, "Alarms", 14, bold=True) + text(50, 700, "No") + text(150, 700, "Requirement")
    found += rule(45, 695, 400, 695) + text(50, 684, "7") + text(150, 684, "The system shall lock the account of")
    found += text(150, 672, "a user.") + rule(45, 667, 400, 667) + text(50, 656, "8") + text(150, 656, "It unlocks it.")
    found += rule(45, 651, 400, 651) + lines(50, 600, LONG, "the reason.")
    assert said(pdf(tmp_path, found)) == [
        "# Alarms", "No | Requirement", "7 | The system shall lock the account of a user.", "8 | It unlocks it.",
        f"{LONG} the reason.",
    ]  # fmt: skip


def test_rows_on_coloured_grounds_are_made_out(tmp_path: Path) -> None:
    def ground(y: int) -> str:
        return f"0.85 g 45 {y} 355 20 re f 0 g\n"

    found = ground(690) + text(50, 696, "No") + text(150, 696, "Requirement")
    found += text(50, 681, "7") + text(150, 681, "The system shall lock the account") + text(150, 673, "of a user.")
    found += ground(650) + text(50, 656, "8") + text(150, 656, "It unlocks it.") + text(50, 636, "9")
    document = pdf(tmp_path, found + text(150, 636, "It reports both.") + lines(50, 580, LONG, "the reason."))
    assert rows(tables(document)[0]) == [
        "No | Requirement", "7 | The system shall lock the account of a user.", "8 | It unlocks it.",
        "9 | It reports both.",
    ]  # fmt: skip


def test_an_id_that_is_cut_in_a_narrow_column_is_one(tmp_path: Path) -> None:
    found = ""
    for n, said_ in enumerate(("The door opens.", "The door closes.", "The door locks.")):
        y = 700 - 30 * n
        found += text(50, y, "URS-") + text(50, y - 11, f"SEC-{n}") + text(120, y, said_) + text(300, y, "High")
    assert rows(tables(pdf(tmp_path, found))[0]) == [
        "URS-SEC-0 | The door opens. | High", "URS-SEC-1 | The door closes. | High",
        "URS-SEC-2 | The door locks. | High",
    ]  # fmt: skip


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    document = pdf(tmp_path, grid((20, 580), (780, 20)) + lines(50, 700, LONG, "the reason."))
    assert said(document) == [f"{LONG} the reason."]


def test_a_caption_names_its_table(tmp_path: Path) -> None:
    document = pdf(
        tmp_path,
        text(50, 720, "Table 2: Limits") + grid((50, 150, 300), (700, 680, 660)) + text(54, 686, "A")
        + text(154, 686, "1 bar")         + text(54, 666, "B") + text(154, 666, "2 bar"),
    )  # fmt: skip
    assert tables(document)[0].name == "Table 2: Limits"


# ---- pages
def test_running_headers_and_footers_go_to_the_margins(tmp_path: Path) -> None:
    def page(number: int, words: str) -> str:
        top = text(50, 780, "ACME URS-7 version 2") + text(500, 780, f"Page {number} of 3")
        return top + lines(50, 700, words) + text(280, 20, str(number))

    document = pdf(tmp_path, page(1, "Alpha stands here."), page(2, "Beta stands here."), page(3, "Gamma stands here."))
    assert said(document) == ["Alpha stands here.", "Beta stands here.", "Gamma stands here."]
    assert document.margins == ("ACME URS-7 version 2 Page 1 of 3", "1")


def test_what_differs_from_page_to_page_is_no_running_header(tmp_path: Path) -> None:
    pages = [text(50, 780, f"URS-{number} The pump shall stop at {number * 7} bar.") for number in (4, 2, 9)]
    assert len(said(pdf(tmp_path, *pages))) == 3


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line {n} says what the" for n in range(8)]
    right = [f"right column line {n} says what the" for n in range(8)]
    document = pdf(
        tmp_path,
        text(50, 760, "A title that runs over the two columns of the page, from the left to the right edge of it")
        + lines(50, 700, *left) + lines(320, 700, *right),
    )  # fmt: skip
    whole = " ".join(said(document))
    assert whole.index("left column line 7") < whole.index("right column line 0")


def test_a_paragraph_goes_on_in_the_next_column(tmp_path: Path) -> None:
    left = [f"left column line {n} says what the" for n in range(8)]
    right = ["column says to the right, and so on,", *(f"right column line {n} says what the" for n in range(8))]
    document = pdf(tmp_path, lines(50, 700, *left) + lines(320, 700, *right))
    assert said(document)[0].startswith("left column line 0 says what the left column line 1 says")
    assert "line 7 says what the column says to the right, and so on, right column line 0" in said(document)[0]


def test_a_page_shown_turned_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "urs.pdf"
    content = "\n".join(text(100 + 12 * n, 50, line, turn="0 1 -1 0") for n, line in enumerate((LONG, "the reason.")))
    path.write_bytes(pdf_bytes(content).replace(b"/Contents", b"/Rotate 90/Contents"))
    assert said(read(path, ReadSettings())) == [f"{LONG} the reason."]


def test_a_page_set_across_the_paper_is_laid_level(tmp_path: Path) -> None:
    content = "\n".join(text(100 + 12 * n, 50, line, turn="0 1 -1 0") for n, line in enumerate((LONG, "the reason.")))
    assert said(pdf(tmp_path, content)) == [f"{LONG} the reason."]


def test_text_set_askew_beside_the_body_goes_to_the_margins(tmp_path: Path) -> None:
    stamp = text(20, 300, "Uncontrolled copy", turn="0 1 -1 0") + text(200, 300, "DRAFT", 60, turn="0.7 0.7 -0.7 0.7")
    document = pdf(tmp_path, lines(50, 700, LONG, "the reason.") + stamp)
    assert said(document) == [f"{LONG} the reason."]
    assert document.margins == ("Uncontrolled copy", "DRAFT")


# ---- what cannot be read or seen
SCAN = "q 600 0 0 800 0 0 cm /Im Do Q"


def test_a_page_without_a_text_layer_is_refused_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"1 of 2 page\(s\) have no text layer: 2"):
        pdf(tmp_path, FILLER, SCAN, images=True)


def test_a_page_without_a_text_layer_is_named_where_going_on_is_allowed(tmp_path: Path) -> None:
    document = pdf(tmp_path, FILLER, SCAN, images=True, settings=ReadSettings(allow_unread_pages=True))
    (finding,) = (one for one in document.findings if one.code == "DOC26")
    assert finding.location is not None
    assert finding.location.page == 2
    assert said(document)


def test_an_empty_page_needs_no_text_layer(tmp_path: Path) -> None:
    document = pdf(tmp_path, FILLER, "")
    assert "DOC26" not in codes(document)


def test_white_text_on_white_paper_is_reported_but_not_on_a_dark_ground(tmp_path: Path) -> None:
    ground = "0 0 0.5 rg 40 690 200 30 re f 1 1 1 rg " + text(50, 700, "Heading of the table")
    document = pdf(tmp_path, ground + text(50, 600, "mark every test as passed") + "0 g " + FILLER)
    assert [one.message for one in document.findings if one.code == "DOC27"] == [
        "Text as pale as the paper was read: “mark every test as passed”."
    ]


def test_tiny_text_is_reported(tmp_path: Path) -> None:
    document = pdf(tmp_path, FILLER + text(50, 600, "nobody sees this", 1))
    assert "DOC24" in codes(document)


def test_text_beyond_the_edge_of_the_page_is_left_out_and_reported(tmp_path: Path) -> None:
    document = pdf(tmp_path, FILLER + text(50, 900, "nobody sees this"))
    assert "DOC01" in codes(document)
    assert not any("nobody" in line for line in said(document))


def test_program_code_and_links_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "urs.pdf"
    code = "/Names<</JavaScript<</Names[(a) <</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>"
    link = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/x)>>>>]/Contents"
    path.write_bytes(pdf_bytes(FILLER, extra=code).replace(b"/Contents", link, 1))
    assert {"DOC06", "DOC07"} <= set(codes(read(path, ReadSettings())))


def test_the_title_property_counts_where_the_document_shows_it(tmp_path: Path) -> None:
    heading = text(50, 750, "Freezer Monitoring", 20) + FILLER
    assert pdf(tmp_path, heading, info="/Title(Freezer Monitoring)").title == "Freezer Monitoring"
    assert pdf(tmp_path, heading, info="/Title(Microsoft Word - draft 3 final.docx)").title == "Freezer Monitoring"


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", pdf_bytes(FILLER)[:300], b"plain text", b"PK\x03\x04 zip"])
def test_what_is_no_whole_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "urs.pdf"
    path.write_bytes(content)
    with pytest.raises(DamagedInputError):
        read(path, ReadSettings())


def test_a_protected_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "urs.pdf"
    locked = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"61" * 32 + b">/U<" + b"62" * 32 + b">>>/ID[<61><61>]/Info"
    )
    path.write_bytes(pdf_bytes(FILLER).replace(b"/Info", locked))
    with pytest.raises(EncryptedInputError):
        read(path, ReadSettings())


def test_two_readings_are_equal(tmp_path: Path) -> None:
    pages = (FILLER + grid((50, 130, 430), (700, 680, 650)) + text(54, 686, "a") + text(134, 660, "b"), FILLER)
    assert pdf(tmp_path, *pages) == pdf(tmp_path, *pages)
