"""`oq_protocol.docx`: the protocol in gampgen's Word template, or in the firm's own."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from xml.sax.saxutils import escape

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import OpcError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from lxml import etree
from markupsafe import Markup

from gampgen.rendering.archive import fixed_archive
from gampgen.rendering.content import Content, Plain, laid_out
from gampgen.rendering.own_template import OwnTemplate, fill_own
from gampgen.rendering.paper import on_paper
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import WORD_PROTOCOL, TemplateError, read_own_file, read_template
from gampgen.rendering.text import split_blanks
from gampgen.settings.house_style import HouseStyle

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LOGO_HEIGHT = Mm(18)
_EMPTY_CELLS = etree.ETXPath(f"//{{{_W}}}tc[not({{{_W}}}p)]")
_BLANK_RUN = (
    '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="OQBlank"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">'
)
_BODY_MARK = "the body"
_BODY = f"<!--{_BODY_MARK}-->".encode()
_ENTITIES = {
    # docxtpl replaces "{_{" and its like after filling in, also in data: an underscore as a reference escapes it.
    "_": "&#95;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}


class WordProtocol:
    """The Word protocol.

    Args:
        style: the firm's: its own template, or language and paper of the shipped one; its logo.
    """

    file_name = "oq_protocol.docx"

    def __init__(self, style: HouseStyle) -> None:
        self._style = style

    def render(self, content: Content) -> bytes:
        """The .docx file's bytes."""
        own, logo = self._style.document.template, self._style.company.logo
        picture, picture_name = (read_own_file(logo, "logo"), logo.name) if logo else (None, "")
        if own:
            template = OwnTemplate(own.name, read_own_file(own, "Word template"), picture_name, picture)
            return fill_own(template, laid_out(content))
        name = WORD_PROTOCOL[self._style.document.language]
        return fill(shipped_protocol(self._style), name, laid_out(content), picture, picture_name)


def shipped_protocol(style: HouseStyle) -> bytes:
    """The template that gampgen ships, in the language and on the paper asked for."""
    return on_paper(read_template(WORD_PROTOCOL[style.document.language]), style.document.paper)


def fill(source: bytes, name: str, values: Plain, logo: bytes | None = None, logo_name: str = "") -> bytes:
    """A Word template filled in.

    Args:
        source: the template.
        name: its name in a failure.
        values: what to fill in.
        logo: the firm's logo, a .png or .jpg file; `logo_name` is its name in a failure.
        logo_name: see `logo`.

    Raises:
        TemplateError: the template or the logo cannot be used.
    """
    target = io.BytesIO()
    with template_failures(name), package_failures(name):
        filled = _StrictTemplate(io.BytesIO(source))
        filled.render(_with_logo(values, filled, logo, logo_name), Sandbox(word_text))
        filled.save(target)
    return fixed_archive(target.getvalue())


def _with_logo(values: Plain, filled: DocxTemplate, logo: bytes | None, name: str) -> Plain:
    """The values with the picture itself in the place of the logo's name."""
    if logo is None or not isinstance(values, dict) or not isinstance(values["firm"], dict):
        return values
    filled.init_docx()
    filled.current_rendering_part = filled.docx._part  # noqa: SLF001 - docxtpl's own way to say where a picture goes
    try:
        drawn = str(InlineImage(filled, io.BytesIO(logo), height=_LOGO_HEIGHT).__html__())
    except UnrecognizedImageError as error:
        raise TemplateError("The logo is no .png or .jpg file", hint="Save it as .png", where=name) from error
    return {**values, "firm": {**values["firm"], "logo": Markup(drawn)}}  # noqa: S704 - made by docxtpl just now


def word_text(value: object) -> Markup:
    """A value as the inside of a Word text: escaped, line ends as breaks, marked blanks in their own style.

    Raises:
        TemplateError: the tag names a whole list or table, which has no text.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, list | dict) or value is None:
        raise TemplateError(
            "A tag of the Word template names something that is not a text",
            hint="Loop over lists with {%p for … %} or {%tr for … %}, and name the field that you want to print.",
        )
    text = str(value)
    if "<" not in text:
        return Markup(escape(text, _ENTITIES))  # noqa: S704 - escaped right here
    pieces = (
        _BLANK_RUN.format(escape(piece.text, _ENTITIES)) if piece.marked else escape(piece.text, _ENTITIES)
        for piece in split_blanks(text)
    )
    return Markup("".join(pieces))  # noqa: S704 - escaped right here


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl that neither mends nor drops: what is not well-formed is an error, and properties are plain text."""

    def resolve_listing(self, xml: str) -> str:
        """Nothing: `word_text` has made the line breaks."""
        return xml

    def patch_xml(self, src_xml: str) -> str:
        """The clean-up of the tags; remembers whether the template makes columns in a loop."""
        self._makes_columns = "{%tc" in src_xml
        return str(super().patch_xml(src_xml))

    def fix_tables(self, xml: str) -> etree._Element:
        """The body as a tree, inside its document. docxtpl's own parser drops what it cannot read; this one raises."""
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True, ns_clean=True)
        if self._makes_columns:
            etree.fromstring(xml.encode(), parser)
            xml = etree.tostring(super().fix_tables(xml), encoding="unicode")
        whole = etree.fromstring(self._around_body().replace(_BODY, xml.encode(), 1), parser)
        body = next(whole.iterchildren(f"{{{_W}}}body"))
        for cell in cast("list[etree._Element]", _EMPTY_CELLS(body)):  # noqa: SLF001 - lxml's only name for the type
            etree.SubElement(cell, f"{{{_W}}}p")  # Word refuses a cell without a paragraph
        return body

    def _around_body(self) -> bytes:
        """The template's document with a mark in the place of its body."""
        document = copy.deepcopy(self.docx._element)  # noqa: SLF001 - docxtpl's own way to the document
        mark = etree.Comment(_BODY_MARK)
        document.replace(document.find(f"{{{_W}}}body"), mark)
        return etree.tostring(document)

    def map_tree(self, tree: etree._Element) -> None:
        """Put the filled document in the template's place, whole.

        docxtpl moves the body from one lxml document to another, which takes time with the square of its size.
        """
        self.docx._part._element = tree.getparent()  # noqa: SLF001 - what python-docx writes to the file

    def render_properties(self, context: object, jinja_env: object = None) -> None:  # noqa: ARG002 - docxtpl's signature
        """Title and the other document properties are no XML: escaping would show."""
        super().render_properties(context, Sandbox(autoescape=False))


@contextmanager
def package_failures(name: str) -> Iterator[None]:
    """Turn what a broken .docx file raises into a `TemplateError`."""
    try:
        yield
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            f"The Word template is not a sound .docx file: {error}",
            hint="Open the template in Word, save it again as .docx, and keep each tag inside one paragraph.",
            where=name,
        ) from error
