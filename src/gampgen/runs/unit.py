"""One document, in this process: the job in, its events and answers while it goes on, its result at the end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from workflows.events import Event

from gampgen.audit.record import Occurrence
from gampgen.domain.finding import FindingSeverity
from gampgen.errors import DecisionPendingError, GampgenError, OutputOccupiedError
from gampgen.pipeline.exits import exit_code
from gampgen.pipeline.following import Watch
from gampgen.pipeline.generate import Outcome, generate
from gampgen.pipeline.pending import read_pending, removed
from gampgen.runs.job import Job, Told
from gampgen.runs.narrating import told
from gampgen.runs.report import DocumentResult, DocumentStatus
from gampgen.runs.telling import Teller
from gampgen.workflow.events import AgentAnswered

WORTH_KEEPING_US = 250_000
"""Microseconds: an answer that took less is sooner given again than stored."""


def carry_out(job: Job, tell: Callable[[Told], None], still_ours: Callable[[], bool]) -> DocumentResult:
    """Write the suite of one document; a failure on purpose becomes a result, a bug ends the process.

    Args:
        job: what to do.
        tell: gets each event, and each agent's answer that is worth keeping, as it happens.
        still_ours: asked just before the suite is published, whether the run is still to be done here.
    """
    teller = Teller(job.run, job.name)

    def watch(event: Event | Occurrence) -> None:
        said = told(teller, event)
        if said is not None:
            tell(Told(event=said))
        if isinstance(event, AgentAnswered) and worth_keeping(event):
            tell(Told(answer=event.answer))

    sys.argv = list(job.command) or sys.argv  # the audit names the command that a person called
    begun = time.monotonic()
    try:
        outcome = _generated(job, watch, still_ours)
    except GampgenError as error:
        return failed_result(job, error, time.monotonic() - begun)
    return result_of(job, outcome, time.monotonic() - begun)


def _generated(job: Job, watch: Watch, still_ours: Callable[[], bool]) -> Outcome:
    """The suite; where the folder holds a run of something else and that may be replaced, with that kept beside."""
    source, folder = Path(job.source), Path(job.folder)
    run = partial(
        generate, source, folder, job.resolved, watch, signed=job.signed, kept=job.kept, still_ours=still_ours
    )
    if job.answered:
        place, waiting = read_pending(folder)
        outcome = run(force=waiting.force, resumed=waiting)
        removed(place)
        return outcome
    try:
        return run(force=job.force)
    except OutputOccupiedError:
        if not job.replace:
            raise
        return run(force=True)


def worth_keeping(event: AgentAnswered) -> bool:
    """Whether an answer is to be kept for when the run is interrupted."""
    return event.answer.failure is None and not event.kept and event.elapsed_us >= WORTH_KEEPING_US


def failed_result(job: Job, error: GampgenError, seconds: float) -> DocumentResult:
    """The result of a run that a failure, or a question to a person, ended."""
    waits = isinstance(error, DecisionPendingError)
    return DocumentResult(
        source=job.name,
        folder=job.name,
        status=DocumentStatus.WAITING if waits else DocumentStatus.FAILED,
        exit_code=error.exit_code,
        unchanged=False,
        run=job.run,
        seconds=round(seconds, 3),
        problem=str(error),
    )


def result_of(job: Job, outcome: Outcome, seconds: float) -> DocumentResult:
    """The result of a run that left a suite."""
    suite, code = outcome.suite, exit_code(outcome.suite, job.resolved.settings)
    severities = Counter(one.severity for one in suite.findings if not one.suppressed)
    return DocumentResult(
        source=job.name,
        folder=job.name,
        status=DocumentStatus.OBJECTIONS if code else DocumentStatus.DONE,
        exit_code=code,
        unchanged=outcome.unchanged,
        run=job.run,
        category=suite.categorisation.category,
        needs_review=suite.categorisation.needs_review,
        requirements=len(suite.requirements),
        tests=len(suite.tests),
        findings=len(suite.findings),
        errors=severities[FindingSeverity.ERROR],
        warnings=severities[FindingSeverity.WARNING],
        faults_seeded=suite.adequacy.seeded if suite.adequacy else None,
        faults_found=suite.adequacy.found if suite.adequacy else None,
        seconds=round(seconds, 3),
        suite_sha256=outcome.suite_sha256,
    )
