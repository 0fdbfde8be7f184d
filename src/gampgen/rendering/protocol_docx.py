"""`oq_protocol.docx`: the protocol in gampgen's Word template, or in the firm's own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from xml.parsers.expat import ExpatError, ParserCreate

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import OpcError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from lxml import etree
from markupsafe import Markup

from gampgen.rendering.archive import fixed_archive
from gampgen.rendering.content import Content, Plain, laid_out
from gampgen.rendering.half_tags import refuse_half_tags
from gampgen.rendering.own_template import OwnTemplate, fill_own
from gampgen.rendering.paper import on_paper
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import WORD_PROTOCOL, TemplateError, read_own_file, read_template
from gampgen.rendering.text import split_blanks
from gampgen.settings.house_style import HouseStyle

_LOGO_HEIGHT = Mm(18)
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_EMPTY_CELL = re.compile(rb"(</w:tcPr>|<w:tcPr/>|<w:tc(?: [^<>]*[^<>/])?>)\s*(</w:tc>)")
_PICTURE_NUMBER = re.compile(rb"(<wp:docPr\b[^<>]*?\bid=)[\"'][^\"'<>]*[\"']")
_BLANK_RUN = (
    '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="OQBlank"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">'
)
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    # docxtpl replaces "{_{" and its like after filling in, also in data: an underscore as a reference escapes it.
    "_": "&#95;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}
_SPECIAL = re.compile("[&<>_\n\t]")
_KEPT_TAGS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


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
        filled.name = name
        filled.render(_with_logo(values, filled, logo, logo_name), Sandbox(word_text))
        filled.save(target)
    return fixed_archive(target.getvalue(), filled.filled_parts)


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
        return Markup(_escaped(text))  # noqa: S704 - escaped right here
    pieces = (
        _BLANK_RUN.format(_escaped(piece.text)) if piece.marked else _escaped(piece.text)
        for piece in split_blanks(text)
    )
    return Markup("".join(pieces))  # noqa: S704 - escaped right here


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)


@lru_cache(maxsize=32)
def _cleaned(xml: str) -> str:
    """A part's tags after docxtpl's clean-up: the same for each document that the part is filled in for."""
    return str(DocxTemplate(io.BytesIO()).patch_xml(xml))


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl that neither mends nor drops: what is not well-formed is an error, and properties are plain text.

    The filled body stays bytes: as a tree, a long protocol takes longer to build and to write than to fill, and as a
    text it takes twice the memory. `filled_parts` are the parts to put into the package that `save` writes.
    """

    filled_parts: dict[str, bytes]
    name = ""

    def resolve_listing(self, xml: str) -> str:
        """Nothing: `word_text` has made the line breaks."""
        return xml

    def patch_xml(self, src_xml: str) -> str:
        """The clean-up of the tags; remembers whether the template makes columns in a loop. Raises TemplateError."""
        refuse_half_tags(src_xml, self.name)
        self._makes_columns = "{%tc" in src_xml
        return _cleaned(src_xml)

    def render_xml_part(self, src_xml: str, part: object, context: object, jinja_env: Sandbox) -> str:
        """A part filled in at one go; docxtpl's own escapes for tags that shall stay ("{_{") are undone."""
        self.current_rendering_part = part
        filled = jinja_env.from_string(src_xml).render(context)
        for kept, shown in _KEPT_TAGS.items():
            filled = filled.replace(kept, shown)
        return filled

    def build_xml(self, context: object, jinja_env: Sandbox) -> str:
        """The body filled in, kept for `map_tree`; docxtpl gets nothing to hold on to."""
        source = self.patch_xml(self.get_xml())
        self.current_rendering_part = self.docx._part  # noqa: SLF001 - docxtpl's own way to the part
        body = b"".join(piece.encode() for piece in jinja_env.from_string(source).generate(context))
        for kept, shown in _KEPT_TAGS.items():
            body = body.replace(kept.encode(), shown.encode())
        self._body = body
        return ""

    def fix_tables(self, xml: str) -> str:
        """A paragraph in each cell: Word refuses a cell without one; and the columns that a loop made."""
        if self._makes_columns:
            checked = etree.fromstring(self._body, etree.XMLParser(resolve_entities=False, huge_tree=True))
            self._body = etree.tostring(
                super().fix_tables(etree.tostring(checked, encoding="unicode")), encoding="UTF-8"
            )
        self._body = _EMPTY_CELL.sub(rb"\1<w:p/>\2", self._body)
        return xml

    def fix_docpr_ids(self, tree: str) -> None:  # noqa: ARG002 - docxtpl's signature
        """Number the pictures."""
        self._body = _PICTURE_NUMBER.sub(self._numbered, self._body)

    def map_tree(self, tree: str) -> None:  # noqa: ARG002 - docxtpl's signature
        """Keep the body as it is, in the part that it belongs to.

        Raises:
            ExpatError: it is not well-formed. docxtpl's own parser drops what it cannot read without a word.
        """
        root = etree.tostring(self.docx._element, encoding="unicode")  # noqa: SLF001 - docxtpl's own way to the part
        before, _, after = root.partition("<w:body")
        end = after.rpartition("</w:body>")[2].encode()
        whole = b"".join((_DECLARATION, before.encode(), self._body, end))
        self._body = b""
        ParserCreate().Parse(whole, True)  # noqa: FBT003 - expat's signature: this is all of it
        self.filled_parts = {str(self.docx.part.partname).lstrip("/"): whole}

    def _numbered(self, match: re.Match[bytes]) -> bytes:
        self.docx_ids_index += 1
        return match[1] + f'"{self.docx_ids_index}"'.encode()

    def render_properties(self, context: object, jinja_env: object = None) -> None:  # noqa: ARG002 - docxtpl's signature
        """Title and the other document properties are no XML: escaping would show."""
        super().render_properties(context, Sandbox(autoescape=False))


@contextmanager
def package_failures(name: str) -> Iterator[None]:
    """Turn what a broken .docx file raises into a `TemplateError`."""
    try:
        yield
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, ExpatError) as error:
        raise TemplateError(
            f"The Word template is not a sound .docx file: {error}",
            hint="Open the template in Word, save it again as .docx, and keep each tag inside one paragraph.",
            where=name,
        ) from error
