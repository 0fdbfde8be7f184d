"""Automatic numbers, which are often the identifiers: as the word processor shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readers.word_files import (
    cell,
    codes,
    definition,
    item,
    level,
    numbered,
    only_table,
    paragraph,
    read_body,
    row,
    run,
    style,
    table,
    texts,
)

from gampgen.domain.document import Paragraph, UrsDocument
from gampgen.readers.number_words import in_format
from gampgen.settings import TrackedChanges

OUTLINE = definition(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
URS = definition(2, level(0, "decimalZero", "URS-%1"), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "(%3)"))


def labels(document: UrsDocument) -> list[str]:
    return [block.label for block in document.blocks if isinstance(block, Paragraph)]


def test_levels_count_on_their_own_and_start_again_below_a_higher_one(tmp_path: Path) -> None:
    body = "".join(item("x", 1, depth) for depth in (0, 1, 1, 0, 1, 1, 2, 2, 1))
    document = read_body(tmp_path, body, numbering=URS + numbered(1, 2))
    assert labels(document) == ["URS-01", "a)", "b)", "URS-02", "a)", "b)", "(i)", "(ii)", "c)"]
    first, second = document.blocks[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.number_automatic, first.depth, second.depth) == (True, 0, 1)
    assert first.text == "x"


def test_headings_numbered_by_their_styles_carry_the_number(tmp_path: Path) -> None:
    outline = definition(
        1,
        level(0, "decimal", "%1", more='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="H2"/>'),
    )
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    only_level = '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    body = "".join(paragraph(f"t{one}", f'<w:pStyle w:val="{one}"/>') for one in ("H1", "H2", "H2", "H1", "H2"))
    tied = style("H1", "heading 1", in_list) + style("H2", "heading 2", in_list)
    based = style("H1", "heading 1", in_list) + style("H2", "heading 2", only_level, based_on="H1")
    for styles in (tied, based):
        document = read_body(tmp_path, body, styles=styles, numbering=outline + numbered(1, 1))
        assert texts(document) == ["# 1|tH1", "## 1.1|tH2", "## 1.2|tH2", "# 2|tH1", "## 2.1|tH2"]


def test_a_paragraph_takes_itself_out_of_its_styles_list(tmp_path: Path) -> None:
    styles = style("L", "Req", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    off = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("a", '<w:pStyle w:val="L"/>') + paragraph("b", off) + paragraph("c", '<w:pStyle w:val="L"/>')
    assert labels(read_body(tmp_path, body, styles=styles, numbering=URS + numbered(1, 2))) == ["URS-01", "", "URS-02"]


def test_a_restart_begins_at_its_own_number_and_is_reported_where_lists_share_a_definition(tmp_path: Path) -> None:
    restart = numbered(2, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>')
    body = item("a", 1) + item("b", 1) + item("c", 2) + item("d", 2)
    document = read_body(tmp_path, body, numbering=URS + numbered(1, 2) + restart)
    assert labels(document) == ["URS-01", "URS-02", "URS-10", "URS-11"]
    assert codes(document) == ["DOC18"]


def test_two_lists_of_one_definition_continue_one_count_and_other_definitions_do_not(tmp_path: Path) -> None:
    numbering = OUTLINE + URS + numbered(1, 2) + numbered(2, 2) + numbered(3, 1)
    body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 1)
    assert labels(read_body(tmp_path, body, numbering=numbering)) == ["URS-01", "URS-02", "1", "URS-03"]


def test_a_level_can_be_told_not_to_start_again(tmp_path: Path) -> None:
    never = definition(1, level(0, "decimal", "%1"), level(1, "decimal", "REQ-%2", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(item("x", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert labels(read_body(tmp_path, body, numbering=never + numbered(1, 1))) == ["1", "REQ-1", "REQ-2", "2", "REQ-3"]


def test_a_level_override_changes_what_is_shown(tmp_path: Path) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "FS-%1")}</w:lvlOverride>'
    document = read_body(tmp_path, item("a", 1) + item("b", 1), numbering=URS + numbered(1, 2, other))
    assert labels(document) == ["FS-I", "FS-II"]


def test_a_list_style_leads_to_the_definition_that_owns_it(tmp_path: Path) -> None:
    owner = definition(1, level(0, "decimal", "L%1"), more='<w:styleLink w:val="Req"/>')
    user = definition(2, more='<w:numStyleLink w:val="Req"/>')
    assert labels(read_body(tmp_path, item("a", 5), numbering=owner + user + numbered(5, 2))) == ["L1"]


def test_the_three_digit_format_of_newer_word_is_read(tmp_path: Path) -> None:
    custom = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="URS-T-%1"/></w:lvl></w:abstractNum>'
    )
    assert labels(read_body(tmp_path, item("a", 1) + item("b", 1), numbering=custom + numbered(1, 1))) == [
        "URS-T-001",
        "URS-T-002",
    ]


def test_a_cell_that_holds_only_an_automatic_number_has_it_as_text(tmp_path: Path) -> None:
    body = table(row(cell(item("", 1)), "Audit trail"), row(cell(item("", 1)), cell(item("in PDF", 1))))
    rows = only_table(read_body(tmp_path, body, numbering=URS + numbered(1, 2))).rows
    assert [[one.text for one in line.cells] for line in rows] == [
        ["URS-01", "Audit trail"],
        ["URS-02", "URS-03 in PDF"],
    ]


def test_bullets_of_symbol_fonts_are_round_and_dashes_stay(tmp_path: Path) -> None:
    bullets = definition(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "-"), level(2, "bullet", "o"))
    body = "".join(item("x", 1, depth) for depth in (0, 1, 2)) + item("", 1, 0)
    document = read_body(tmp_path, body, numbering=bullets + numbered(1, 1))
    items = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [(one.label, one.depth, one.number_automatic) for one in items] == [
        ("•", 0, False), ("-", 1, False), ("•", 2, False),
    ]  # fmt: skip


def test_an_empty_numbered_paragraph_shows_its_number_and_counts(tmp_path: Path) -> None:
    document = read_body(tmp_path, item("a", 1) + item("", 1) + item("c", 1), numbering=URS + numbered(1, 2))
    assert texts(document) == ["URS-01|a", "URS-02|", "URS-03|c"]


def test_hidden_and_deleted_list_items_are_not_counted(tmp_path: Path) -> None:
    in_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    hidden = paragraph(run("b", "<w:vanish/>"), f"{in_list}<w:rPr><w:vanish/></w:rPr>")
    deleted = f"<w:p><w:pPr>{in_list}<w:rPr><w:del/></w:rPr></w:pPr><w:del>{run('c')}</w:del></w:p>"
    document = read_body(
        tmp_path,
        item("a", 1) + hidden + deleted + item("d", 1),
        numbering=URS + numbered(1, 2),
        tracked=TrackedChanges.ACCEPT,
    )
    assert texts(document) == ["URS-01|a", "URS-02|d"]


def test_legal_numbering_shows_all_levels_as_decimals(tmp_path: Path) -> None:
    legal = definition(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    body = item("a", 1, 0) + item("b", 1, 0) + item("c", 1, 1)
    assert labels(read_body(tmp_path, body, numbering=legal + numbered(1, 1))) == ["I.", "II.", "2.1"]


def test_an_unknown_number_format_is_shown_as_a_plain_number_and_reported(tmp_path: Path) -> None:
    odd = definition(1, level(0, "hebrew2", "%1."))
    document = read_body(tmp_path, item("a", 1), numbering=odd + numbered(1, 1))
    assert labels(document) == ["1."]
    assert codes(document) == ["DOC17"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (14, "decimalZero", "14"), (1999, "lowerRoman", "mcmxcix"),
        (4, "upperRoman", "IV"), (5000, "upperRoman", "5000"), (1, "lowerLetter", "a"), (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"), (1, "ordinal", "1st"), (12, "ordinal", "12th"), (22, "ordinal", "22nd"),
        (3, "decimalEnclosedCircle", "③"), (7, "none", ""),
    ],
)  # fmt: skip
def test_number_formats_follow_the_standards_examples(number: int, form: str, shown: str) -> None:
    assert in_format(number, form) == shown
