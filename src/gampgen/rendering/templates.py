"""The templates: where they are, and what they are (digests)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gampgen.errors import UsageError
from gampgen.settings.house_style import PLAIN_STYLE, HouseStyle, Language
from gampgen.settings.shipped import shipped_files

WORD_PROTOCOL = {Language.EN: "oq_protocol.docx", Language.DE: "oq_protocol.de.docx"}
MARKDOWN_PROTOCOL = "oq_protocol.md.j2"
REPORT = "report.html.j2"
REPORT_STYLE = "report.css"
REPORT_SCRIPT = "report.js"
WORDING = {Language.EN: "protocol_wording.yaml", Language.DE: "protocol_wording.de.yaml"}
AUDIT_REPORT = "audit_report.html.j2"
AUDIT_REPORT_SCRIPT = "audit_report.js"
AUDIT_APPENDIX = "audit_report.docx"
PARSE_VIEW = "parse_view.html.j2"
PARSE_STYLE = "parse_view.css"
# What generate renders; the page of `gampgen parse` is none of its outputs.
_SHIPPED = (MARKDOWN_PROTOCOL, REPORT_STYLE, REPORT, REPORT_SCRIPT, AUDIT_REPORT, AUDIT_REPORT_SCRIPT, AUDIT_APPENDIX)


class TemplateError(UsageError):
    """A template is missing, asks for something that the suite does not have, or tries what the sandbox forbids."""


def templates_digests(style: HouseStyle = PLAIN_STYLE) -> tuple[tuple[str, str], ...]:
    """Name and SHA-256 (hexadecimal) of every file that shapes an output's look, in order of name.

    Args:
        style: the firm's: its own Word template stands in the place of the shipped one, its logo beside it.

    Raises:
        TemplateError: a file is missing.
    """
    language, own, logo = style.document.language, style.document.template, style.company.logo
    shipped = {*_SHIPPED, WORDING[Language.EN], WORDING[language]} | (set() if own else {WORD_PROTOCOL[language]})
    contents = [(name, read_template(name)) for name in shipped]
    contents += [(f"own {own.name}", read_own_file(own, "Word template"))] if own else []
    contents += [(f"logo {logo.name}", read_own_file(logo, "logo"))] if logo else []
    return tuple((name, hashlib.sha256(content).hexdigest()) for name, content in sorted(contents))


def read_template(name: str) -> bytes:
    """The bytes of a shipped template.

    Raises:
        TemplateError: it is not there.
    """
    try:
        return (shipped_files() / name).read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The template {name} cannot be read: {error.strerror or error}",
            hint="Install gampgen again: its templates are part of the package.",
            where=name,
        ) from error


def read_own_file(path: Path, what: str) -> bytes:
    """The bytes of the firm's own Word template or logo (`what`).

    Raises:
        TemplateError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The {what} cannot be read: {error.strerror or error}",
            hint="Give the path of a file that exists, or leave the setting out.",
            where=str(path),
        ) from error
