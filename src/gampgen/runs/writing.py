"""The files of a batch beside its sub-folders; each is replaced as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.publishing import cannot_write
from gampgen.runs.report import BatchReport
from gampgen.runs.reports.junit import junit
from gampgen.runs.reports.markdown import summary_markdown
from gampgen.runs.reports.page import page, portfolio_page

if TYPE_CHECKING:  # it reads statements, which a batch without it does not
    from gampgen.runs.portfolio import Portfolio

BATCH_NAME, SUMMARY_NAME, PAGE_NAME, JUNIT_NAME = "batch.json", "summary.md", "batch.html", "junit.xml"
PORTFOLIO_NAME, PORTFOLIO_PAGE_NAME = "portfolio.json", "portfolio.html"


def write_reports(report: BatchReport, out: Path) -> None:
    """Write them into the batch's output folder. Raises OutputError."""
    contents = {
        BATCH_NAME: (report.model_dump_json(indent=2) + "\n").encode(),
        SUMMARY_NAME: summary_markdown(report).encode(),
        PAGE_NAME: page(report),
        JUNIT_NAME: junit(report),
    }
    for name, content in contents.items():
        write_whole(out / name, content)


def write_portfolio(portfolio: Portfolio, out: Path) -> None:
    """Write what the documents have in common, for programs and for people. Raises OutputError."""
    write_whole(out / PORTFOLIO_NAME, (portfolio.model_dump_json(indent=2) + "\n").encode())
    write_whole(out / PORTFOLIO_PAGE_NAME, portfolio_page(portfolio))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises OutputError."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
