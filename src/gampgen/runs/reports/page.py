"""`batch.html`: one page to read, with links to each document's report; nothing of it comes from outside."""

from __future__ import annotations

from urllib.parse import quote

from gampgen.rendering.report_html import HtmlReport, html_text, inline
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import REPORT_STYLE, read_template
from gampgen.rendering.text import visible
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.reports.markdown import figures

TEMPLATE = "batch.html.j2"
_WITH_REPORT = (DocumentStatus.DONE, DocumentStatus.OBJECTIONS)


def page(report: BatchReport) -> bytes:
    """The .html file's bytes, UTF-8."""
    told = {
        "figures": [
            {"name": "documents", "value": len(report.documents)},
            *({"name": status.value, "value": report.count(status)} for status in DocumentStatus),
            {"name": "requirements", "value": sum(one.requirements or 0 for one in report.documents)},
            {"name": "tests", "value": sum(one.tests or 0 for one in report.documents)},
        ],
        "documents": [_row(one) for one in report.documents],
        "batch": report.batch,
        "seconds": "" if report.seconds is None else f"{report.seconds:.1f}",
    }
    with template_failures(TEMPLATE):
        template = Sandbox(html_text).from_string(read_template(TEMPLATE).decode())
        return template.render(told, style=inline(REPORT_STYLE)).lstrip().encode()


def _row(one: DocumentResult) -> dict[str, object]:
    link = f"{quote(one.folder)}/{HtmlReport.file_name}" if one.status in _WITH_REPORT else ""
    return {
        "name": visible(one.source),
        "link": link,
        "status": one.status.value,
        "unchanged": one.unchanged,
        "problem": visible(one.problem or ""),
        "figures": figures(one),
        "bad": one.status not in _WITH_REPORT,
        "objections": one.status is DocumentStatus.OBJECTIONS,
    }
