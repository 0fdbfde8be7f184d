"""`summary.md`: the batch as a table, also the step summary of GitHub Actions."""

from __future__ import annotations

from gampgen.domain.visible import visible
from gampgen.runs.report import BatchReport, DocumentResult, kill_rate

HEADS = ("document", "status", "category", "requirements", "tests", "findings", "errors", "kill rate", "seconds")


def summary_markdown(report: BatchReport) -> str:
    """The report as a Markdown table, one line for each document."""
    lines = [
        "# Batch summary",
        "",
        report.in_words(),
        "",
        f"| {' | '.join(HEADS)} |",
        "|---" * len(HEADS) + "|",
        *(_line(one) for one in report.documents),
    ]
    return "\n".join(lines) + "\n"


def figures(one: DocumentResult) -> tuple[str, ...]:
    """The figures of a document in the order of the heads, from the category on; "" where there is none."""
    counted = (one.category, one.requirements, one.tests, one.findings, one.errors)
    seconds = "" if one.seconds is None else f"{one.seconds:.1f}"
    return (*("" if figure is None else str(figure) for figure in counted), kill_rate(one), seconds)


def status_in_words(one: DocumentResult) -> str:
    """How it ended, and why where it failed."""
    return one.status.value + (" (unchanged)" if one.unchanged else "") + (f": {one.problem}" if one.problem else "")


def _line(one: DocumentResult) -> str:
    cells = (one.source, status_in_words(one), *figures(one))
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    marked = "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in visible(text))
    return " ".join(marked.split())
