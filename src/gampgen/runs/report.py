"""What a batch says about its documents (`batch.json`), and the same for people (`summary.md`)."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value

SCHEMA_VERSION = "1.0"


class DocumentStatus(StrEnum):
    """How a document's run ended. `objections`: done, with findings at or above --fail-on, or partial."""

    DONE = "done"
    OBJECTIONS = "objections"
    FAILED = "failed"


class DocumentResult(Value):
    """One document of the batch. `source` and `folder` are relative, with forward slashes.

    `problem` is the failure in words where there was one; the figures are None then.
    """

    source: str
    folder: str
    status: DocumentStatus
    exit_code: int
    unchanged: bool
    category: int | None = None
    needs_review: bool | None = None
    requirements: int | None = None
    tests: int | None = None
    findings: int | None = None
    suite_sha256: str | None = None
    problem: str | None = None


class BatchReport(Value):
    """The whole batch, documents in the order of their paths."""

    schema_version: str
    documents: tuple[DocumentResult, ...]

    def count(self, status: DocumentStatus) -> int:
        """How many documents ended so."""
        return sum(one.status is status for one in self.documents)


def summary_markdown(report: BatchReport) -> str:
    """The report as a Markdown table, one line for each document."""
    figures = ", ".join(f"{report.count(status)} {status}" for status in DocumentStatus)
    lines = [
        "# Batch summary",
        "",
        f"{len(report.documents)} documents: {figures}.",
        "",
        "| document | status | category | requirements | tests | findings |",
        "|---|---|---|---|---|---|",
        *(_line(one) for one in report.documents),
    ]
    return "\n".join(lines) + "\n"


def _line(one: DocumentResult) -> str:
    figures = (one.category, one.requirements, one.tests, one.findings)
    told = one.status.value + (" (unchanged)" if one.unchanged else "") + (f": {one.problem}" if one.problem else "")
    cells = (one.source, told, *("" if figure is None else str(figure) for figure in figures))
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    marked = "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in text)
    return " ".join(marked.split())
