"""`report.html`: one page to read and search the suite, without any reference to the outside."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup, escape

from gampgen.errors import InternalError
from gampgen.rendering.content import Content, Plain, laid_out
from gampgen.rendering.report_packing import LARGE, packed_tests
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import REPORT, REPORT_SCRIPT, REPORT_STYLE, read_template
from gampgen.rendering.text import split_blanks


class HtmlReport:
    """The report for a browser. Its own script is the only one that its policy lets run; none comes from data."""

    file_name = "report.html"

    def render(self, content: Content) -> bytes:
        """The .html file's bytes, UTF-8."""
        values = laid_out(content)
        page = _page(values, Markup())
        return page if len(page) <= LARGE else _page(values, packed_tests(content.scripts))


def _page(values: Plain, packed: Markup) -> bytes:
    """The page; `packed` are its tests as data, empty where they stand in it as markup."""
    style, script = inline(REPORT_STYLE), inline(REPORT_SCRIPT)
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    with template_failures(REPORT):
        template = Sandbox(html_text).from_string(read_template(REPORT).decode())
        page = template.render(values, packed=packed, style=style, script=script, script_sha256=allowed)
    return page.lstrip().encode()


def inline(name: str) -> Markup:
    """A style sheet or script to stand inside the page: a shipped file, not data. It must not end its element."""
    text = read_template(name).decode()
    if "</" in text:
        raise InternalError("A style sheet or script would end its own element", hint="Report this.", where=name)
    return Markup(text)  # noqa: S704 - a shipped file, checked above


def html_text(value: object) -> Markup:
    """A value as HTML text: escaped, marked blanks in a class of their own."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    if "<" not in text:
        return escape(text)
    pieces = (
        Markup('<span class="blank">{}</span>').format(piece.text) if piece.marked else escape(piece.text)
        for piece in split_blanks(text)
    )
    return Markup("").join(pieces)
