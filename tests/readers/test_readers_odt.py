"""OpenDocument texts: headings, numbered lists, tables, notes, and what is not part of the text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.readers.pdf_files import rows, said
from tests.readers.word_files import codes, only_table

from gampgen.domain.document import Paragraph, UrsDocument
from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, UnsupportedInputError
from gampgen.readers import read
from gampgen.settings import ReadSettings, TrackedChanges

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"


def _text_style(name: str, look: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'


STYLES = (
    _text_style("B", 'fo:font-weight="bold"')
    + _text_style("H", 'text:display="none"')
    + _text_style("S", 'style:text-position="super 58%"')
    + _text_style("X", 'style:text-line-through-style="solid"')
    + _text_style("W", 'fo:color="#ffffff"')
    + '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="U"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-prefix="URS-" text:start-value="7"/></text:list-style>'
    '<text:list-style style:name="D"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)
OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
)


def odt(
    folder: Path, body: str, *, kind: str = KIND, styles: str = OUTLINE, master: str = "", manifest: str = "",
    settings: ReadSettings | None = None,
) -> UrsDocument:  # fmt: skip
    path = folder / "urs.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", kind)
        target.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        target.writestr(
            "styles.xml",
            f"<office:document-styles {_NAMES}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{master}</office:master-styles></office:document-styles>",
        )
        target.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return read(path, settings or ReadSettings())


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def span(style: str, content: str) -> str:
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def listed(style: str, *items: str, more: str = "") -> str:
    rows_ = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{rows_}</text:list>'


def test_headings_bear_the_numbers_of_the_outline(tmp_path: Path) -> None:
    document = odt(
        tmp_path,
        '<text:h text:outline-level="1">Scope</text:h><text:h text:outline-level="2">In</text:h>'
        '<text:h text:outline-level="2">Out</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Annex</text:h>'
        '<text:h text:outline-level="1">Alarms</text:h>',
    )
    assert said(document) == ["# 1 Scope", "## 1.1 In", "## 1.2 Out", "# Annex", "# 2 Alarms"]


def test_a_paragraph_in_the_style_of_a_heading_is_one(tmp_path: Path) -> None:
    styles = '<style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    styles += '<style:style style:name="Heading_20_2" style:family="paragraph"/>'
    assert said(odt(tmp_path, p("Alarms", "Mine"), styles=styles)) == ["## Alarms"]


def test_lists_are_counted_level_by_level(tmp_path: Path) -> None:
    inner = listed("N", p("a one"), p("a two"))
    document = odt(tmp_path, listed("N", p("one") + inner, p("two") + listed("N", p("b one"))))
    shown = [(b.label, b.depth, b.number_automatic) for b in document.blocks if isinstance(b, Paragraph)]
    assert shown == [("1.", 0, True), ("a)", 1, True), ("b)", 1, True), ("2.", 0, True), ("a)", 1, True)]


def test_a_list_goes_on_counting_where_it_says_so(tmp_path: Path) -> None:
    first = listed("U", p("one"), more='xml:id="l1"')
    other, new = listed("U", p("two"), more='text:continue-list="l1"'), listed("U", p("three"))
    document = odt(tmp_path, first + p("between") + other + new)
    assert said(document) == ["URS-7 one", "between", "URS-8 two", "URS-7 three"]


def test_bullets_and_stated_numbers(tmp_path: Path) -> None:
    stated = listed("N", p("five")).replace("<text:list-item>", '<text:list-item text:start-value="5">')
    assert said(odt(tmp_path, listed("D", p("dot")) + stated)) == ["• dot", "5. five"]


def test_inline_markup_tabs_spaces_and_the_lead(tmp_path: Path) -> None:
    document = odt(
        tmp_path, p(span("B", "URS-1:") + " 10" + span("S", "-6") + '<text:s text:c="2"/>bar<text:line-break/>now')
    )
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert (block.lead, block.text) == ("URS-1:", "URS-1: 10⁻⁶  bar\nnow")


def test_hidden_struck_and_white_text_are_reported(tmp_path: Path) -> None:
    document = odt(
        tmp_path, p("The pump" + span("H", " secretly") + span("X", " never") + span("W", " ever") + " stops.")
    )
    assert said(document) == ["The pump never ever stops."]
    assert codes(document) == ["DOC01", "DOC02", "DOC27"]


def test_a_hidden_section_is_left_out_and_reported(tmp_path: Path) -> None:
    document = odt(tmp_path, p("seen") + f'<text:section text:display="none">{p("secret")}</text:section>')
    assert said(document) == ["seen"]
    assert codes(document) == ["DOC01"]


def test_notes_follow_their_paragraph(tmp_path: Path) -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    document = odt(tmp_path, p(f"Stops{note}{p('at once')}</text:note-body></text:note>.") + p("next"))
    assert said(document) == ["Stops[1].", "[1] at once", "next"]


def test_tables_with_spans_and_heading_rows(tmp_path: Path) -> None:
    cell, covered = "<table:table-cell {}>{}</table:table-cell>", "<table:covered-table-cell/>"
    head = cell.format("", p("ID")) + cell.format('table:number-columns-spanned="2"', p("Text")) + covered
    first = cell.format('table:number-rows-spanned="2"', p("A")) + cell.format("", p("b")) + cell.format("", p("c"))
    second = covered + cell.format('table:number-columns-repeated="2"', p("d"))
    document = odt(
        tmp_path,
        f"<table:table><table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{first}</table:table-row><table:table-row>{second}</table:table-row></table:table>",
    )
    table = only_table(document)
    assert rows(table) == ["ID | Text", "A | b | c", "A | d | d"]
    assert [row.header for row in table.rows] == [True, False, False]
    assert [(c.column, c.span, c.merged_up) for c in table.rows[2].cells] == [
        (0, 1, True),
        (1, 1, False),
        (2, 1, False),
    ]


def test_rows_repeated_beyond_reason_are_refused_and_empty_ones_passed_over(tmp_path: Path) -> None:
    row = '<table:table><table:table-row table:number-rows-repeated="{}"><table:table-cell>{}</table:table-cell>'
    row += "</table:table-row></table:table>"
    assert len(only_table(odt(tmp_path, row.format(1_000_000, ""))).rows) == 1
    with pytest.raises(DamagedInputError):
        odt(tmp_path, row.format(1_000_000, p("x")))


def test_lists_of_contents_and_headers_go_to_the_margins(tmp_path: Path) -> None:
    contents = f"<text:table-of-content><text:index-body>{p('1 Scope 2')}</text:index-body></text:table-of-content>"
    master = f"<style:master-page><style:header>{p('ACME')}</style:header></style:master-page>"
    document = odt(tmp_path, contents + p("text"), master=master)
    assert said(document) == ["text"]
    assert document.margins == ("ACME", "1 Scope 2")


CHANGED = (
    "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
    + p("The pump <text:change-start/>never <text:change-end/>stops.")
)  # fmt: skip


def test_tracked_changes_are_refused_unless_they_shall_be_accepted(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="two wordings"):
        odt(tmp_path, CHANGED)
    with pytest.raises(InputError, match="cannot be rejected"):
        odt(tmp_path, CHANGED, settings=ReadSettings(tracked=TrackedChanges.REJECT))
    document = odt(tmp_path, CHANGED, settings=ReadSettings(tracked=TrackedChanges.ACCEPT))
    assert said(document) == ["The pump never stops."]
    assert codes(document) == ["DOC04"]


def test_text_boxes_pictures_comments_and_links(tmp_path: Path) -> None:
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="a.png"/></draw:frame>'
    link = '<text:a xlink:href="https://example.org">there</text:a>'
    document = odt(tmp_path, p(f"here {link}{box}{picture}<office:annotation>{p('why?')}</office:annotation>"))
    assert said(document) == ["here there", "boxed"]
    assert codes(document) == ["DOC03", "DOC06", "DOC13"]


def test_other_kinds_and_protected_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedInputError):
        odt(tmp_path, p("x"), kind="application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(EncryptedInputError):
        odt(tmp_path, p("x"), manifest="<manifest:encryption-data/>")


def test_text_nested_beyond_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedInputError):
        odt(tmp_path, "<text:section>" * 100 + p("x") + "</text:section>" * 100)
