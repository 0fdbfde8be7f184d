"""GitHub's workflow commands: an annotation for each document that is not done without objection."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.visible import visible
from gampgen.exporting.findings.github import escaped_data, escaped_property
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus

_LEVEL = {
    DocumentStatus.OBJECTIONS: "warning",
    DocumentStatus.WAITING: "warning",
    DocumentStatus.FAILED: "error",
    DocumentStatus.QUARANTINED: "error",
    DocumentStatus.CANCELLED: "notice",
}


def workflow_commands(report: BatchReport, folder: str) -> Iterator[str]:
    """A line for each; `folder` is the batch's folder as the checkout names it."""
    for one in report.documents:
        level = _LEVEL.get(one.status)
        if level is not None:
            file = escaped_property(visible(f"{folder}/{one.source}"))
            yield f"::{level} file={file},title=gampgen {one.status}::{escaped_data(visible(_words(one)))}"


def _words(one: DocumentResult) -> str:
    if one.problem:
        return one.problem
    return f"{one.errors} open errors and {one.warnings} open warnings among {one.findings} findings"
