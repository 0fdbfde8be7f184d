"""Is the firm's own Word template sound? Its names are looked up, it is filled in, and the result is opened again."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.composing import compose
from gampgen.rendering.content import plain
from gampgen.rendering.own_template import OwnTemplate, fill_own, names_used
from gampgen.rendering.protocol_docx import package_failures, shipped_protocol
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
    logo = style.company.logo
    template = OwnTemplate(path.name, read_own_file(path, "Word template"), logo.name if logo else "", _picture(logo))
    used = names_used(template)
    shipped = names_used(OwnTemplate("the shipped template", shipped_protocol(style)))
    unknown = tuple(name for name, known in used.items() if not known)
    missing = tuple(name for name in shipped if name not in used)
    counts = () if unknown else tuple(_filled(template, suite, style) for suite in samples)
    return TemplateReport(unknown, missing, counts)


def _picture(logo: Path | None) -> bytes | None:
    return read_own_file(logo, "logo") if logo else None


def _filled(template: OwnTemplate, suite: OQTestSuite, style: HouseStyle) -> int:
    filled = fill_own(template, plain(compose(suite, "0" * 64, wording_of(style), style)))
    with package_failures(template.name):
        return len(Document(io.BytesIO(filled)).paragraphs)
