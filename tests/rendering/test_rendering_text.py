"""Text out is text in: escaping and marking lose nothing and hide nothing."""

from __future__ import annotations

import html
import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from gampgen.rendering.protocol_docx import word_text
from gampgen.rendering.protocol_markdown import markdown_text
from gampgen.rendering.report_html import html_text
from gampgen.rendering.text import bare_blanks, split_blanks, split_quotes, unseen_escaped, visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANY = st.text(st.characters(), max_size=60) | st.text(alphabet="<>&|*_`~[](){}\\!#-+=.:1a \n\t$@%\"'/", max_size=60)


def folded(text: str) -> str:
    return " ".join(text.split())


def test_controls_direction_marks_tags_and_surrogates_become_visible() -> None:
    text = "a\x00b\x1bc\u202ed\U000e0041e\ud800f\u200bg\ufffeh\x85i"
    shown = visible(text)
    assert shown == "a[U+0000]b[U+001B]c[U+202E]d[U+E0041]e[U+D800]f[U+200B]g[U+FFFE]h[U+0085]i"


def test_what_is_seen_anyway_stays_character_for_character() -> None:
    text = "2.0–8.0 °C ± 0.1 µm ≤ 5 % Ω ÄÖÜß 日本語 العربية a < b & c\ttab\nline 👍️"
    assert visible(text) == text


def test_all_line_ends_become_line_feeds() -> None:
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"


@given(ANY)
def test_visible_text_holds_no_control_and_stays_the_same_when_done_twice(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cs"} and one not in "\n\t"]


@given(ANY)
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(piece.text for piece in split_blanks(text)) == text
    assert "".join(piece.text for piece in split_quotes(text, (text[2:5], text[4:9]))) == text


def test_blanks_are_marked_and_comparisons_are_not() -> None:
    marked = [piece.text for piece in split_blanks("Show <alarm text> if a < b & c > d for <role>.") if piece.marked]
    assert marked == ["<alarm text>", "<role>"]


def test_quotes_are_found_with_white_space_folded_and_overlaps_joined() -> None:
    pieces = split_quotes("rises above\n2.50 bar for 30 s", ("above 2.50", "2.50 bar"))
    assert [piece.text for piece in pieces if piece.marked] == ["above\n2.50 bar"]


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_json_with_escapes_holds_equal_values(text: str) -> None:
    assert json.loads(unseen_escaped(json.dumps(text, ensure_ascii=False))) == text


@given(ANY)
def test_a_word_text_reads_back_as_it_was(text: str) -> None:
    shown = visible(text)
    inside = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t xml:space="preserve">{word_text(shown)}</w:t></w:r></w:p>'
    assert paragraph_text(etree.fromstring(inside.encode())) == shown


def paragraph_text(paragraph: etree._Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(marks.get(str(node.tag), node.text or "") for node in paragraph.iter(f"{W}t", *marks))


@given(ANY)
def test_a_word_text_never_holds_what_the_template_engine_replaces(text: str) -> None:
    assert not [sign for sign in ("{_{", "}_}", "{_%", "%_}") if sign in word_text(text + "{_{ }_} {_% %_}")]


@given(ANY)
def test_a_markdown_text_reads_back_as_it_was(text: str) -> None:
    shown = visible(text)
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(
        f"| a |\n| --- |\n| x{markdown_text(shown)}x |\n\nx{markdown_text(shown)}x\n\n> {markdown_text(shown)}x\n"
    )
    read = [inline_text(token) for token in tokens if token.type == "inline"][1:]
    assert [folded(one) for one in read] == [folded(f"x{shown}x"), folded(f"x{shown}x"), folded(f"{shown}x")]


def inline_text(token) -> str:  # noqa: ANN001 - markdown-it's token
    words = {"html_inline": lambda child: "\n" if child.content == "<br>" else "", "softbreak": lambda _: "\n"}
    return "".join(words.get(child.type, lambda one: one.content)(child) for child in token.children)


@given(ANY)
def test_an_html_text_reads_back_as_it_was(text: str) -> None:
    shown = visible(text)
    markup = str(html_text(shown)).replace('<span class="blank">', "").replace("</span>", "")
    assert "<" not in markup
    assert html.unescape(markup) == shown


def test_code_marks_come_off_blanks_and_stay_elsewhere() -> None:
    text = "Enter `<record>` with `code` and `a < b`; note `<role of the tester>`."
    assert bare_blanks(text) == "Enter <record> with `code` and `a < b`; note <role of the tester>."
