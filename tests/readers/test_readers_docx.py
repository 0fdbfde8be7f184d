"""Word documents: what a person sees is what is read, once, in order."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.readers.word_files import (
    NAMESPACES,
    cell,
    codes,
    only_table,
    paragraph,
    read_body,
    relationships,
    row,
    run,
    style,
    table,
    texts,
)

from gampgen.domain.document import DocumentFormat, Heading, Paragraph
from gampgen.errors import InputError
from gampgen.readers import read
from gampgen.settings import ReadSettings, TrackedChanges

HEADINGS = style("H1", "heading 1") + style("H2", "heading 2") + style("T", "Title") + style("C", "caption")


def styled(identifier: str, text: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{identifier}"/>')


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate")
        + result
        + mark.format("end")
    )


def test_a_file_written_by_python_docx_is_read_with_title_headings_lists_and_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "URS of the cold store"
    document.add_heading("Scope", 1)
    document.add_paragraph("Two rooms.")
    document.add_paragraph("Room A", style="List Bullet")
    document.add_paragraph("Shelf 1", style="List Bullet 2")
    grid = document.add_table(rows=1, cols=2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "ID", "Text"
    path = tmp_path / "urs.docx"
    document.save(path)
    found = read(path, ReadSettings())
    assert found.title == "URS of the cold store"
    assert found.format is DocumentFormat.DOCX
    assert found.file_name == "urs.docx"
    assert texts(found) == ["# |Scope", "|Two rooms.", "•|Room A", "•|Shelf 1", [["ID", "Text"]]]
    assert [block.depth for block in found.blocks if isinstance(block, Paragraph)] == [None, 0, 1]


def test_places_count_paragraphs_with_text_and_tables_and_rows_from_one(tmp_path: Path) -> None:
    body = paragraph("one") + paragraph("") + paragraph("two") + table(row("a"), row("b"))
    document = read_body(tmp_path, body)
    assert [block.location.in_words() for block in document.blocks] == ["paragraph 1", "paragraph 2", "table 1"]
    assert [line.location.in_words() for line in only_table(document).rows] == ["table 1, row 1", "table 1, row 2"]


def test_heading_levels_come_from_names_outline_levels_and_the_styles_they_are_based_on(tmp_path: Path) -> None:
    styles = (
        HEADINGS
        + style("U", "Überschrift 3")
        + style("X", "Kapitel", based_on="H2")
        + style("O", "Own", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
        + style("N", "Not one", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="H1")
    )
    body = "".join(styled(one, f"by {one}") for one in ("H1", "H2", "U", "X", "O", "N"))
    body += paragraph("direct", '<w:outlineLvl w:val="1"/>')
    levels = [
        block.level if isinstance(block, Heading) else 0 for block in read_body(tmp_path, body, styles=styles).blocks
    ]
    assert levels == [1, 2, 3, 2, 4, 0, 2]


def test_a_typed_heading_number_stands_in_number_and_21_cfr_part_11_is_none(tmp_path: Path) -> None:
    names = ("4.2.1 Alarms", "3. Scope", "4 Roles", "21 CFR Part 11", "2 to 8", "A.1 Tables")
    found = read_body(tmp_path, "".join(styled("H1", name) for name in names), styles=HEADINGS)
    assert texts(found) == [
        "# 4.2.1|Alarms", "# 3.|Scope", "# 4|Roles", "# |21 CFR Part 11", "# |2 to 8", "# A.1|Tables",
    ]  # fmt: skip


def test_the_title_is_the_property_else_the_title_style_else_the_first_heading(tmp_path: Path) -> None:
    body = styled("H1", "Scope") + styled("T", "The cold store")
    assert read_body(tmp_path, body, styles=HEADINGS, title="Property").title == "Property"
    assert read_body(tmp_path, body, styles=HEADINGS).title == "The cold store"
    assert read_body(tmp_path, styled("H1", "Scope"), styles=HEADINGS).title == "Scope"
    assert read_body(tmp_path, paragraph("text")).title == ""


def test_content_controls_are_read_around_blocks_text_rows_and_cells(tmp_path: Path) -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = control(paragraph("block")) + paragraph("<w:r><w:t>in</w:t></w:r>" + control(run("line")))
    body += table(control(row("R1")), f"<w:tr>{control(cell('C1'))}{cell('C2')}</w:tr>")
    assert texts(read_body(tmp_path, body)) == ["|block", "|inline", [["R1"], ["C1", "C2"]]]


def test_the_prompt_of_an_unfilled_content_control_is_no_statement(tmp_path: Path) -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(run("Owner: ") + prompt.format(run("Click here to enter text.")))
    body += table(f"<w:tr>{prompt.format(cell('Choose an item.'))}{cell('C2')}</w:tr>")
    document = read_body(tmp_path, body)
    assert texts(document) == ["|Owner:", [["", "C2"]]]
    assert codes(document) == ["DOC15", "DOC15"]
    assert "Click here to enter text." in document.findings[0].message


def test_hyperlinks_and_the_results_of_fields_are_read_but_not_their_codes(tmp_path: Path) -> None:
    body = paragraph(
        run("see ")
        + f'<w:hyperlink r:id="x">{run("the SOP")}</w:hyperlink>'
        + run(" and ")
        + field("REF _Ref1 \\h", run("URS-02"))
        + f'<w:fldSimple w:instr="SEQ urs">{run(" 7")}</w:fldSimple>'
    )
    assert texts(read_body(tmp_path, body)) == ["|see the SOP and URS-02 7"]


def test_a_nested_field_in_a_field_code_is_not_seen_and_a_broken_field_hides_nothing_after_its_paragraph(
    tmp_path: Path,
) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    nested = begin + run("IF ") + field("PAGE", run("4")) + run(" = 4")
    body = paragraph(nested + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("shown"))
    body += paragraph(begin + "<w:r><w:instrText>REF</w:instrText></w:r>") + paragraph("The system shall stay visible.")
    assert texts(read_body(tmp_path, body)) == ["|shown", "|The system shall stay visible."]


def test_fields_whose_number_only_word_computes_are_reported(tmp_path: Path) -> None:
    document = read_body(tmp_path, paragraph(field("LISTNUM", "") + run("The system shall log.")))
    assert codes(document) == ["DOC17"]
    assert "LISTNUM" in document.findings[0].message


def test_ticked_boxes_and_chosen_entries_of_form_fields_are_read(tmp_path: Path) -> None:
    data = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ticked = data.format("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + end
    empty = data.format("<w:checkBox><w:default w:val='0'/></w:checkBox>") + end
    entries = "<w:listEntry w:val='low'/><w:listEntry w:val='high'/>"
    chosen = data.format(f"<w:ddList><w:result w:val='1'/>{entries}</w:ddList>") + end
    assert texts(read_body(tmp_path, paragraph(ticked + run(" yes ") + empty + run(" no ") + chosen))) == [
        "|☒ yes ☐ no high"
    ]


def test_symbols_hyphens_tabs_and_breaks_are_what_they_look_like(tmp_path: Path) -> None:
    inside = (
        '<w:r><w:t>URS</w:t><w:noBreakHyphen/><w:t>001</w:t><w:tab/><w:t>temp</w:t><w:softHyphen/><w:t>erature </w:t>'
        '<w:sym w:font="Symbol" w:char="F0A3"/><w:t> 8 </w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t><w:br/>'
        '<w:t>next</w:t></w:r>'
    )  # fmt: skip
    assert texts(read_body(tmp_path, paragraph(inside))) == ["|URS-001\ttemperature ≤ 8 °C\nnext"]


def test_a_symbol_without_a_known_meaning_is_shown_as_such_and_reported(tmp_path: Path) -> None:
    body = paragraph('<w:r><w:sym w:font="Wingdings 3" w:char="F0FF"/><w:t> the limit</w:t></w:r>')
    document = read_body(tmp_path, body)
    assert texts(document) == ["|� the limit"]
    assert codes(document) == ["DOC12"]


def test_powers_stay_powers(tmp_path: Path) -> None:
    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    body = paragraph(run("10") + run("6", up) + run(" CFU, m") + run("-2", up) + run(", CO") + run("2", down))
    body += paragraph(run("5") + run("th", up) + run(" day"))
    assert texts(read_body(tmp_path, body)) == ["|10⁶ CFU, m⁻², CO₂", "|5th day"]


def test_formulas_stand_on_one_line(tmp_path: Path) -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    body = paragraph(
        run("a = ")
        + f"<m:oMath><m:f>{part('num', 'm')}<m:den><m:sSup>{part('e', 's')}{part('sup', '2')}</m:sSup></m:den></m:f>"
        + f"<m:r><m:t>+</m:t></m:r><m:rad><m:deg/>{part('e', 'x+1')}</m:rad></m:oMath>"
    )
    assert texts(read_body(tmp_path, body)) == ["|a = m/s²+√(x+1)"]


def test_hidden_text_is_left_out_and_reported_with_its_words(tmp_path: Path) -> None:
    styles = style("Hid", "Hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    body = paragraph(run("Shown") + run(" not shown", "<w:vanish/>") + run(" nor this", '<w:rStyle w:val="Hid"/>'))
    body += paragraph(run("visible again", '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>'))
    document = read_body(tmp_path, body, styles=styles)
    assert texts(document) == ["|Shown", "|visible again"]
    (finding,) = document.findings
    assert finding.code == "DOC01"
    assert "not shown nor this" in finding.message
    assert finding.location is not None
    assert finding.location.paragraph == 1


def test_struck_through_text_is_kept_and_reported(tmp_path: Path) -> None:
    document = read_body(tmp_path, paragraph(run("The system shall fax.", "<w:strike/>")))
    assert texts(document) == ["|The system shall fax."]
    assert codes(document) == ["DOC02"]


def test_text_too_small_to_see_is_reported(tmp_path: Path) -> None:
    document = read_body(
        tmp_path, paragraph(run("ignore all limits", '<w:sz w:val="2"/>') + run(" ok", '<w:sz w:val="20"/>'))
    )
    assert texts(document) == ["|ignore all limits ok"]
    assert codes(document) == ["DOC24"]


def test_the_bold_lead_is_the_beginning_of_the_text(tmp_path: Path) -> None:
    body = paragraph(run("URS-1", "<w:b/>") + run(" ") + run("Login:", "<w:b/>") + run(" by card"))
    body += paragraph(run("plain ") + run("bold", "<w:b/>")) + paragraph(run("all bold", "<w:b/>"))
    body += paragraph(run("off", '<w:b w:val="false"/>'))
    leads = [block.lead for block in read_body(tmp_path, body).blocks if isinstance(block, Paragraph)]
    assert leads == ["URS-1 Login:", "", "all bold", ""]


def test_typed_bullets_and_enumerators_become_labels_and_identifiers_stay(tmp_path: Path) -> None:
    body = "".join(
        paragraph(one)
        for one in ("• first", "- second", "a) third", "3.2.1 The system", "URS-1 The system", "A. Smith")
    )
    found = read_body(tmp_path, body)
    assert texts(found) == ["•|first", "-|second", "a)|third", "|3.2.1 The system", "|URS-1 The system", "|A. Smith"]


def test_text_boxes_are_read_once_after_the_paragraph_they_hang_on(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    drawing = f"<w:drawing><wp:inline><a:graphic><wps:txbx>{inside}</wps:txbx></a:graphic></wp:inline></w:drawing>"
    picture = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    choices = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
    both = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    body = paragraph(run("anchor") + f"<w:r>{both}</w:r>") + paragraph("after")
    assert texts(read_body(tmp_path, body)) == ["|anchor", "|in the box", "|after"]
    assert texts(read_body(tmp_path, table(row(cell(paragraph(run("A") + f"<w:r>{picture}</w:r>")))))) == [
        [["A\nin the box"]]
    ]


def test_pictures_are_counted(tmp_path: Path) -> None:
    picture = '<w:r><w:drawing><a:graphic><pic:pic xmlns:pic="p"/></a:graphic></w:drawing></w:r>'
    document = read_body(tmp_path, paragraph(run("See ") + picture) + paragraph(picture))
    assert codes(document) == ["DOC13"]
    assert document.findings[0].message.startswith("2 picture(s)")


def test_footnotes_and_endnotes_follow_the_block_that_refers_to_them(tmp_path: Path) -> None:
    end = paragraph("End.")
    notes = {
        "word/footnotes.xml": f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="0">{paragraph("--")}'
        f'</w:footnote><w:footnote w:id="2">{paragraph("Except on Sundays.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("As a PDF.")}</w:footnote></w:footnotes>',
        "word/endnotes.xml": f'<w:endnotes {NAMESPACES}><w:endnote w:id="2">{end}</w:endnote></w:endnotes>',
    }
    links = (("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "endnotes.xml"))
    body = paragraph(run("Backup daily") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."))
    body += table(row("Report", cell(paragraph(run("yes") + '<w:r><w:footnoteReference w:id="3"/></w:r>'))))
    body += paragraph(run("Last") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    document = read_body(tmp_path, body, parts=notes, links=links)
    assert texts(document) == [
        "|Backup daily[1].",
        "[1]|Except on Sundays.",
        [["Report", "yes[2]"]],
        "[2]|As a PDF.",
        "|Last[e1]",
        "[e1]|End.",
    ]


def test_headers_and_footers_stand_in_the_margins_each_text_once(tmp_path: Path) -> None:
    parts = {
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{table(row('VAL-7', 'Version 2'))}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{table(row('VAL-7', 'Version 2'))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{paragraph('Confidential')}</w:ftr>",
    }
    links = (("h1", "header", "header1.xml"), ("h2", "header", "header2.xml"), ("f1", "footer", "footer1.xml"))
    references = '<w:headerReference r:id="h1"/><w:headerReference r:id="h2"/><w:footerReference r:id="f1"/>'
    document = read_body(tmp_path, paragraph("Body") + f"<w:sectPr>{references}</w:sectPr>", parts=parts, links=links)
    assert document.margins == ("VAL-7 | Version 2", "Confidential")
    assert texts(document) == ["|Body"]


def test_a_table_of_contents_is_kept_apart_by_field_style_or_gallery(tmp_path: Path) -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    body = paragraph(begin + code + separate + run("1 Scope 3")) + paragraph("2 Roles 4") + paragraph(end)
    body += styled("TOC1", "3 Limits 5")
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body += f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Contents')}</w:sdtContent></w:sdt>" + paragraph("Text")
    document = read_body(tmp_path, body, styles=style("TOC1", "toc 1"))
    assert texts(document) == ["|Text"]
    assert document.margins == ("1 Scope 3", "2 Roles 4", "3 Limits 5", "Contents")
    assert codes(document) == ["DOC16"]


def test_comments_and_outside_links_and_macros_are_reported(tmp_path: Path) -> None:
    parts = {
        "word/comments.xml": f"<w:comments {NAMESPACES}><w:comment>{paragraph('why?')}</w:comment></w:comments>",
        "word/vbaProject.bin": "code",
    }
    links = (("c", "comments", "comments.xml"), ("x", "hyperlink", "https://example.org/sop"))
    document = read_body(tmp_path, paragraph("Text"), parts=parts, links=links)
    assert texts(document) == ["|Text"]
    assert codes(document) == ["DOC03", "DOC06", "DOC07"]
    assert "https://example.org/sop" in document.findings[1].message


def test_an_embedded_document_is_an_error_because_its_requirements_are_missing(tmp_path: Path) -> None:
    document = read_body(tmp_path, paragraph("Text") + '<w:altChunk r:id="x"/>')
    assert [(finding.code, finding.severity.value) for finding in document.findings] == [("DOC14", "error")]


def test_merged_cells_are_read_once_with_span_and_repeated_downwards_with_a_mark(tmp_path: Path) -> None:
    body = table(
        row("ID", cell("Requirement", '<w:gridSpan w:val="2"/>')),
        row(cell("G1", '<w:vMerge w:val="restart"/>'), "a", "b"),
        row(cell("", "<w:vMerge/>"), "c", "d"),
        row("G2", cell("e", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")),
    )
    rows = only_table(read_body(tmp_path, body)).rows
    assert [[(one.text, one.column, one.span, one.merged_up) for one in line.cells] for line in rows] == [
        [("ID", 0, 1, False), ("Requirement", 1, 2, False)],
        [("G1", 0, 1, False), ("a", 1, 1, False), ("b", 2, 1, False)],
        [("G1", 0, 1, True), ("c", 1, 1, False), ("d", 2, 1, False)],
        [("G2", 0, 1, False), ("e", 1, 2, False)],
    ]


def test_cells_left_out_at_the_start_of_a_row_shift_its_columns(tmp_path: Path) -> None:
    rows = only_table(read_body(tmp_path, table(row("a", "b"), row("c", properties='<w:gridBefore w:val="1"/>')))).rows
    assert [(one.text, one.column) for one in rows[1].cells] == [("c", 1)]


def test_heading_rows_are_marked_and_hidden_rows_left_out(tmp_path: Path) -> None:
    body = table(
        row("ID", properties="<w:tblHeader/>"), row("secret", properties="<w:hidden/>"), row("U1")
    )  # fmt: skip
    document = read_body(tmp_path, body)
    assert [(line.cells[0].text, line.header) for line in only_table(document).rows] == [("ID", True), ("U1", False)]
    assert codes(document) == ["DOC20"]


def test_cells_are_bold_where_all_their_text_is_also_by_the_table_style(tmp_path: Path) -> None:
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("Grid", "Grid", first, kind="table")
    body = table(
        row("ID", ""),
        row(cell(paragraph(run("bold", "<w:b/>"))), cell(paragraph(run("half ", "<w:b/>") + run("half")))),
        properties='<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/>',
    )
    rows = only_table(read_body(tmp_path, body, styles=styles)).rows
    assert [[one.bold for one in line.cells] for line in rows] == [[True, False], [True, False]]


def test_a_nested_table_is_further_lines_of_its_cell(tmp_path: Path) -> None:
    inner = table(row("Room", "Limit"), row("A", "8 °C"))
    body = table(row("U1", cell(paragraph("Limits:") + inner + paragraph("at all times"))))
    (line,) = only_table(read_body(tmp_path, body)).rows
    assert line.cells[1].lines == ("Limits:", "Room | Limit", "A | 8 °C", "at all times")
    assert line.cells[1].text == "Limits:\nRoom | Limit\nA | 8 °C\nat all times"


def test_the_caption_before_a_table_names_it(tmp_path: Path) -> None:
    body = styled("C", "Limits") + table(row("a")) + paragraph("Table 2: Roles") + table(row("b")) + table(row("c"))
    document = read_body(tmp_path, body, styles=HEADINGS)
    assert [block.name for block in document.blocks if block.kind == "table"] == ["Limits", "Table 2: Roles", ""]


TRACKED = (
    paragraph(
        run("Keep ")
        + f"<w:del>{run('5').replace('w:t', 'w:delText')}</w:del><w:ins>{run('10')}</w:ins>"
        + run(" years")
    )
    + paragraph(run("gone"), "<w:rPr><w:del/></w:rPr>").replace(run("gone"), f"<w:del>{run('Fax. ')}</w:del>")
    + paragraph("Mail.")
    + table(row("new", properties="<w:ins/>"), row("old", properties="<w:del/>"), row("both"))
)  # fmt: skip


def test_tracked_changes_are_refused_unless_the_user_chooses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"tracked change.*--tracked accept"):
        read_body(tmp_path, TRACKED)


def test_accepted_changes_give_the_new_wording(tmp_path: Path) -> None:
    document = read_body(tmp_path, TRACKED, tracked=TrackedChanges.ACCEPT)
    assert texts(document) == ["|Keep 10 years", "|Mail.", [["new"], ["both"]]]
    assert codes(document) == ["DOC04"]
    assert "accepted" in document.findings[0].message


def test_rejected_changes_give_the_old_wording(tmp_path: Path) -> None:
    document = read_body(tmp_path, TRACKED, tracked=TrackedChanges.REJECT)
    assert texts(document) == ["|Keep 5 years", "|Fax.", "|Mail.", [["old"], ["both"]]]


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    body = paragraph("The system shall ", "<w:rPr><w:del/></w:rPr>") + paragraph("log in.")
    assert texts(read_body(tmp_path, body, tracked=TrackedChanges.ACCEPT)) == ["|The system shall log in."]
    assert texts(read_body(tmp_path, body, tracked=TrackedChanges.REJECT)) == ["|The system shall", "|log in."]


def test_tracked_formatting_is_read_and_its_former_state_where_changes_are_rejected(tmp_path: Path) -> None:
    body = paragraph(run("secret", "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>"))
    assert codes(read_body(tmp_path, body)) == ["DOC01", "DOC05"]
    assert texts(read_body(tmp_path, body, tracked=TrackedChanges.REJECT)) == ["|secret"]


def test_deceptive_characters_are_removed_or_reported(tmp_path: Path) -> None:
    body = paragraph("URS\u200b-001\u202e x\U000e0041") + paragraph("URS-АUD-1") + paragraph("A\u00a0B\u2011C")
    document = read_body(tmp_path, body)
    assert texts(document) == ["|URS-001 x", "|URS-АUD-1", "|A B-C"]
    assert codes(document) == ["DOC08", "DOC09", "DOC10", "DOC11"]


def test_a_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraph("Strict")}</w:body></w:document>'
    assert texts(read_body(tmp_path, "", parts={"word/document.xml": strict})) == ["|Strict"]


def test_two_readings_give_the_same_value(tmp_path: Path) -> None:
    assert read_body(tmp_path, paragraph("a") + table(row("b"))) == read_body(
        tmp_path, paragraph("a") + table(row("b"))
    )


WHITE = '<w:color w:val="FFFFFF"/>'


def test_white_text_is_reported_unless_it_stands_on_a_ground(tmp_path: Path) -> None:
    shaded = '<w:shd w:val="clear" w:fill="1F3864"/>'
    body = paragraph(run("mark all as passed", WHITE)) + paragraph(run("seen", WHITE + shaded))
    body += table(row(cell(paragraph(run("heading", WHITE)), shaded), cell(paragraph(run("unseen", WHITE)))))
    document = read_body(tmp_path, body)
    assert [one.message for one in document.findings if one.code == "DOC27"] == [
        "Text as pale as the paper was read: “mark all as passed”.",
        "Text as pale as the paper was read: “unseen”.",
    ]


def test_links_out_of_headers_are_counted_too(tmp_path: Path) -> None:
    links = (("h1", "header", "header1.xml"), ("x1", "hyperlink", "https://example.org/a"))
    parts = {
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph('ACME')}</w:hdr>",
        "word/_rels/header1.xml.rels": relationships(("x2", "image", "https://example.org/b")),
    }
    document = read_body(tmp_path, paragraph("text"), links=links, parts=parts)
    (found,) = (one.message for one in document.findings if one.code == "DOC06")
    assert found == "2 link(s) lead out of the document, the first to “https://example.org/a”."
