"""`batch.html` and `portfolio.html`: pages to read, with links to each suite's report; nothing comes from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from gampgen.rendering.report_html import HtmlReport, html_text, inline
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import REPORT_STYLE, read_template
from gampgen.rendering.text import visible
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.reports.markdown import figures

if TYPE_CHECKING:  # it reads statements, which a batch without it does not
    from gampgen.runs.portfolio import Portfolio, Repeated

TEMPLATE, PORTFOLIO_TEMPLATE = "batch.html.j2", "portfolio.html.j2"
_WITH_REPORT = (DocumentStatus.DONE, DocumentStatus.OBJECTIONS)


def page(report: BatchReport) -> bytes:
    """The .html file's bytes, UTF-8."""
    told = {
        "figures": [
            {"name": "documents", "value": len(report.documents)},
            *({"name": status.value, "value": number} for status in DocumentStatus if (number := report.count(status))),
            {"name": "requirements", "value": sum(one.requirements or 0 for one in report.documents)},
            {"name": "tests", "value": sum(one.tests or 0 for one in report.documents)},
        ],
        "documents": [_row(one) for one in report.documents],
        "batch": report.batch,
        "seconds": "" if report.seconds is None else f"{report.seconds:.1f}",
    }
    return _filled(TEMPLATE, told)


def portfolio_page(portfolio: Portfolio) -> bytes:
    """`portfolio.html`: the bytes, UTF-8."""
    totals = portfolio.totals.model_dump()
    told = {
        "figures": [{"name": name.replace("_", " "), "value": value} for name, value in totals.items()],
        "requirements": [_repeated(one) for one in portfolio.repeated_requirements],
        "tests": [_repeated(one) for one in portfolio.repeated_tests],
        "contradictions": [
            {
                "first": f"{one.first.document} {one.first.id}",
                "first_text": visible(one.first_text),
                "second": f"{one.second.document} {one.second.id}",
                "second_text": visible(one.second_text),
            }
            for one in portfolio.contradictions
        ],
    }
    return _filled(PORTFOLIO_TEMPLATE, told)


def _repeated(one: Repeated) -> dict[str, object]:
    return {"text": visible(one.text), "places": [visible(f"{place.document} {place.id}") for place in one.places]}


def _filled(name: str, told: Mapping[str, object]) -> bytes:
    with template_failures(name):
        template = Sandbox(html_text).from_string(read_template(name).decode())
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
