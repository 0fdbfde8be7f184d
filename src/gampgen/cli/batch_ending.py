"""How a batch ends: its words, what a build server is told, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.cli import console

if TYPE_CHECKING:
    from gampgen.runs.plan import Order
    from gampgen.runs.records.store import RunStore
    from gampgen.runs.report import BatchReport

OBJECTIONS, WAITING = 1, 6


def ended(order: Order, report: BatchReport, *, as_json: bool, quiet: bool, portfolio: bool = False) -> int:
    """Tell how a batch ended, and return the exit code."""
    from gampgen.runs.writing import PAGE_NAME, PORTFOLIO_PAGE_NAME

    if as_json:
        console.result(report.model_dump_json(indent=2))
    if not quiet:
        pages = (PAGE_NAME, *((PORTFOLIO_PAGE_NAME,) if portfolio else ()))
        console.say(f"{report.in_words()} Reports: {', '.join(str(order.out / page) for page in pages)}")
        _waiting_told(report)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        _github(order, report)
    return batch_code(report)


def batch_code(report: BatchReport) -> int:
    """0 where every document is done without objection; 6 where the only objection is that some wait; else 1."""
    from gampgen.runs.report import DocumentStatus

    statuses = {one.status for one in report.documents} - {DocumentStatus.DONE}
    if statuses == {DocumentStatus.WAITING}:
        return WAITING
    return OBJECTIONS if statuses else 0


def dry_run_told(order: Order, store: RunStore, *, as_json: bool) -> None:
    """Say what a batch would do, and do nothing."""
    from gampgen.runs.plan import planned

    tasks = planned(order, store)
    if as_json:
        told = [{"source": one.found.name, "what": one.what.value, "folder": one.job.folder} for one in tasks]
        console.result(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for one in tasks:
        console.say(f"{one.what:12} {one.found.name}")
    console.say(f"{console.counted(len(tasks), 'document')}; nothing was done (--dry-run)")


def _waiting_told(report: BatchReport) -> None:
    from gampgen.runs.report import DocumentStatus

    waiting = report.count(DocumentStatus.WAITING)
    if waiting:
        wait = "document waits" if waiting == 1 else "documents wait"
        console.say(f"{waiting} {wait} for a person's decision: gampgen pending lists them, gampgen answer takes it")


def _github(order: Order, report: BatchReport) -> None:
    """Annotations on the error output, which GitHub Actions reads too, and the step summary into its file."""
    from gampgen.runs.reports.annotations import workflow_commands
    from gampgen.runs.reports.markdown import summary_markdown

    for line in workflow_commands(report, order.folder.as_posix()):
        console.say(line)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(summary_markdown(report))
