"""Is the firm's own Word template sound? Its names are looked up, it is filled in, and the result is opened again."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.composing import compose
from gampgen.rendering.protocol_docx import fill, package_failures, shipped_protocol, word_text
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.template_names import uses_of
from gampgen.rendering.templates import read_own_file
from gampgen.rendering.wording import wording_of
from gampgen.settings.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What a check found. `unknown`: names that no suite has. `missing`: names that the shipped template prints.

    `paragraphs` counts the paragraphs of each sample protocol that was made from it and opened again.
    """

    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    paragraphs: tuple[int, ...]


def check_template(path: Path, samples: tuple[OQTestSuite, ...], style: HouseStyle) -> TemplateReport:
    """Look up the names of a template, and fill it with each sample suite where it has no unknown one.

    Raises:
        TemplateError: it is no .docx file, its tags cannot be read, or it cannot be filled in.
    """
    source = read_own_file(path, "Word template")
    used = _uses(source, path.name)
    shipped = _uses(shipped_protocol(style), "the shipped template")
    unknown = tuple(name for name, known in used.items() if not known)
    missing = tuple(name for name in shipped if name not in used)
    counts = () if unknown else tuple(_filled(source, path.name, suite, style) for suite in samples)
    return TemplateReport(unknown, missing, counts)


def _uses(source: bytes, name: str) -> dict[str, bool]:
    """The names that a template uses in its body, headers and footers, and whether the suite has them."""
    with template_failures(name), package_failures(name):
        template = DocxTemplate(io.BytesIO(source))
        template.init_docx()
        parts = [template.get_xml()]
        for uri in (template.HEADER_URI, template.FOOTER_URI):
            parts += [template.get_part_xml(part) for _, part in template.get_headers_footers(uri)]
        sandbox = Sandbox(word_text)
        trees = [sandbox.parse(template.patch_xml(part)) for part in parts]
        return {use.path: use.known for tree in trees for use in uses_of(tree)}


def _filled(source: bytes, name: str, suite: OQTestSuite, style: HouseStyle) -> int:
    content = compose(suite, "0" * 64, wording_of(style), style)
    filled = fill(source, name, content, style.company.logo)
    with package_failures(name):
        return len(Document(io.BytesIO(filled)).paragraphs)
