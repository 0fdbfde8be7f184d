"""The templates: where they are, and what they are (digests)."""

from __future__ import annotations

import hashlib
import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

from gampgen.errors import UsageError

WORD_PROTOCOL = "oq_protocol.docx"
MARKDOWN_PROTOCOL = "oq_protocol.md.j2"
REPORT = "report.html.j2"
REPORT_STYLE = "report.css"
REPORT_SCRIPT = "report.js"
WORDING = "protocol_wording.yaml"
_SHIPPED = (WORD_PROTOCOL, MARKDOWN_PROTOCOL, WORDING, REPORT_STYLE, REPORT, REPORT_SCRIPT)


class TemplateError(UsageError):
    """A template is missing, asks for something that the suite does not have, or tries what the sandbox forbids."""


def templates_digests(template: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Name and SHA-256 (hexadecimal) of every template that shapes an output, in order of name.

    Args:
        template: the firm's own Word template, which then stands in the place of the shipped one.

    Raises:
        TemplateError: a template is missing.
    """
    contents = [(name, read_template(name)) for name in _SHIPPED if template is None or name != WORD_PROTOCOL]
    contents += [(template.name, read_own_template(template))] if template else []
    return tuple((name, hashlib.sha256(content).hexdigest()) for name, content in sorted(contents))


def read_template(name: str) -> bytes:
    """The bytes of a shipped template.

    Raises:
        TemplateError: it is not there.
    """
    try:
        return (_folder() / name).read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The template {name} cannot be read: {error.strerror or error}",
            hint="Install gampgen again: its templates are part of the package.",
            where=name,
        ) from error


def read_own_template(path: Path) -> bytes:
    """The bytes of the firm's own Word template.

    Raises:
        TemplateError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The Word template cannot be read: {error.strerror or error}",
            hint="Give the path of a .docx file, or leave the option out to use the template that gampgen ships.",
            where=str(path),
        ) from error


def _folder() -> Traversable:
    """The folder of templates: inside the installed package, else beside `src` in a checkout."""
    installed = importlib.resources.files("gampgen") / "templates"
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[3] / "templates"
    if checkout.is_dir():
        return checkout
    raise TemplateError(
        "The templates of gampgen are missing",
        hint="Install gampgen again; in a checkout, restore the folder templates/.",
        where=str(checkout),
    )
