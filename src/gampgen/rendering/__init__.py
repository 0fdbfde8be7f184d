"""Suite to docx, xlsx, html, md and json."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gampgen.audit.record import AuditRecord
from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.templates import TemplateError, templates_digests
from gampgen.settings.house_style import PLAIN_STYLE, HouseStyle, Paper

__all__ = [
    "AUDIT_APPENDIX_NAME",
    "AUDIT_REPORT_NAME",
    "AuditReports",
    "TemplateError",
    "refuse_impossible",
    "render",
    "render_audit",
    "templates_digests",
]

AUDIT_REPORT_NAME = "audit_report.html"
AUDIT_APPENDIX_NAME = "audit_report.docx"


class AuditReports(NamedTuple):
    """The audit record for people: the bytes of the page, and of the same content for the printed file."""

    page: bytes
    appendix: bytes


def render(suite: OQTestSuite, folder: Path, style: HouseStyle = PLAIN_STYLE) -> Iterator[Path]:
    """Write the deliverables and yield the path of each as it is written.

    They are `suite.json`, `oq_protocol.docx` (and `oq_protocol.pdf` where the style asks for it), `oq_protocol.md`,
    `traceability.xlsx` and `report.html`, in this order. The same suite and templates give the same bytes.

    Args:
        suite: the whole result.
        folder: where to write; it must exist.
        style: the firm's data, template, paper and language.

    Raises:
        TemplateError: a template is missing, asks for something unknown, or tries what the sandbox forbids.
        OutputError: a file cannot be written.
        InternalError: the suite names a requirement or test that it does not hold.
    """
    from gampgen.rendering.deliverables import write  # noqa: PLC0415 - the writers are heavy to import

    return write(suite, folder, style)


def refuse_impossible(style: HouseStyle) -> None:
    """Say before the work what could not be written after it.

    Raises:
        OutputError: a PDF is asked for, and neither LibreOffice nor the extra `[pdf]` is installed.
    """
    if style.document.pdf:
        from gampgen.rendering.protocol_pdf import refuse_without_program  # noqa: PLC0415 - only where a PDF is asked for

        refuse_without_program()


def render_audit(record: AuditRecord, audit_sha256: str, paper: Paper) -> AuditReports:
    """`audit_report.html` and `audit_report.docx`, made from the audit record alone; `audit_sha256` is its digest.

    Raises:
        TemplateError: a template is missing or cannot be filled.
    """
    from gampgen.rendering.audit_report import audit_reports  # noqa: PLC0415 - Jinja and docxtpl are heavy to import

    return AuditReports(*audit_reports(record, audit_sha256, paper))
