"""The whole job on one page: read the document → run the workflow → render the outputs → seal the folder.

This is the one consumer of the workflow's events: each goes to the journal first, then to whoever shows progress.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError
from workflows.events import Event

from gampgen import __version__, readers, rendering
from gampgen.audit.canonical import file_sha256
from gampgen.audit.journal import Journal
from gampgen.audit.record import AuditRecord, DigestOf, FileDigest, Occurrence, RunStatus, Seal
from gampgen.audit.seal import close_run, file_digest
from gampgen.audit.verify import AUDIT_NAME, SUITE_NAME, RunState, verify_folder
from gampgen.domain.advice import ContextPassage
from gampgen.domain.base import Value
from gampgen.domain.suite import Generator, OQTestSuite
from gampgen.errors import InternalError, VerificationError
from gampgen.pipeline.context import read_context
from gampgen.pipeline.provenance import RunFacts, facts_of, run_record, tool_record
from gampgen.publishing import cannot_write, held, make_parent, publish, refuse_occupied, stage_for
from gampgen.settings import Settings
from gampgen.workflow.events import DocumentRead, SuiteAssembled
from gampgen.workflow.flow import OQWorkflow
from gampgen.workflow.narrative import ENGINE, occurrences

JOURNAL_NAME = "journal.jsonl"

Watch = Callable[[Event | Occurrence], None]


class Outcome(Value):
    """What a run left behind. `unchanged`: an earlier run of the same input and settings was found, nothing was done.

    `superseded` is where an earlier run was kept, or None.
    """

    folder: Path
    suite: OQTestSuite
    suite_sha256: str
    unchanged: bool
    superseded: Path | None = None


def generate(source: Path, folder: Path, settings: Settings, watch: Watch, *, force: bool = False) -> Outcome:
    """Read a URS and write its OQ suite into a folder, which appears whole or not at all.

    Args:
        source: the requirement document.
        folder: the output folder; must not exist, unless it holds a run of the same input or `force` is given.
        settings: what shapes the run.
        watch: is shown each event of the workflow and each file written, after it was journalled.
        force: keep an earlier run beside the new one instead of refusing.

    Raises:
        GampgenError: any of its kinds; no output folder is left behind then, and an earlier one is untouched.
    """
    document = readers.read(source, settings.read)
    passages = read_context(settings.context, settings.read)
    facts = facts_of(DigestOf(name=document.file_name, sha256=document.sha256), _digests(passages), settings)
    make_parent(folder)
    with held(folder):
        earlier = _earlier(folder, facts)
        if earlier is not None and not force:
            return earlier
        superseded = _beside(folder, force=force)
        with stage_for(folder, facts.id) as stage:
            read = DocumentRead(document=document, passages=passages)
            suite, seal = _fill(stage, read, settings, facts, watch, superseded)
            publish(stage, folder, superseded)
    return Outcome(
        folder=folder, suite=suite, suite_sha256=seal.suite_sha256, unchanged=False, superseded=superseded
    )  # fmt: skip


def _fill(
    stage: Path, read: DocumentRead, settings: Settings, facts: RunFacts, watch: Watch, superseded: Path | None
) -> tuple[OQTestSuite, Seal]:
    """Everything between an empty stage and a sealed one."""
    with Journal(stage / JOURNAL_NAME) as journal:
        journal.record(_begun(facts, superseded))
        suite = asyncio.run(_run(read, settings, journal, watch))
        try:
            outputs = tuple(_rendered(stage, path, journal, watch) for path in rendering.render(suite, stage))
            status = RunStatus.COMPLETED if suite.complete else RunStatus.PARTIAL
            journal.record(Occurrence(actor=ENGINE, action="run_closed", subject=facts.id, after=status))
            seal = close_run(
                stage,
                journal,
                run=run_record(facts, status),
                tool=tool_record(),
                settings=facts.settings,
                inputs=facts.inputs,
                outputs=outputs,
            )
            (stage / JOURNAL_NAME).unlink()  # its entries now stand in the audit record
        except OSError as error:
            raise cannot_write(stage, error) from error
    return suite, seal


async def _run(read: DocumentRead, settings: Settings, journal: Journal, watch: Watch) -> OQTestSuite:
    generator = Generator(
        name="gampgen", version=__version__, engine="rules", settings_sha256=settings.content_sha256()
    )
    handler = OQWorkflow(settings, generator).run(start_event=read)
    async for event in handler.stream_events():
        for occurrence in occurrences(event):
            journal.record(occurrence)
        watch(event)
    assembled: object = await handler
    if not isinstance(assembled, SuiteAssembled):
        raise InternalError("The workflow ended without a suite", hint="Please report this")
    return assembled.suite


def _begun(facts: RunFacts, superseded: Path | None) -> Occurrence:
    return Occurrence(
        actor=ENGINE,
        action="run_started",
        subject=facts.id,
        reason=f"an earlier run is kept as {superseded.name}" if superseded else "",
        inputs=facts.inputs,
    )


def _rendered(stage: Path, path: Path, journal: Journal, watch: Watch) -> FileDigest:
    digest = file_digest(stage, path)
    made = DigestOf(name=digest.name, sha256=digest.sha256)
    rendered = Occurrence(actor=ENGINE, action="file_rendered", subject=digest.name, outputs=(made,))
    journal.record(rendered)
    watch(rendered)
    return digest


def _digests(passages: tuple[ContextPassage, ...]) -> tuple[DigestOf, ...]:
    files = dict.fromkeys((passage.document, passage.sha256) for passage in passages)
    return tuple(DigestOf(name=f"context {name}", sha256=digest) for name, digest in files)


def _earlier(folder: Path, facts: RunFacts) -> Outcome | None:
    """The run that the folder holds, if it is of the same input, settings and version and still verifies."""
    record = _record_in(folder)
    if record is None or record.run.key != facts.key or verify_folder(folder).state is not RunState.VALID:
        return None
    suite = OQTestSuite.model_validate_json((folder / SUITE_NAME).read_bytes())
    return Outcome(folder=folder, suite=suite, suite_sha256=file_sha256(folder / SUITE_NAME), unchanged=True)


def _beside(folder: Path, *, force: bool) -> Path | None:
    """Where an existing folder is moved to; None where there is none or an empty one. Refuses what is no run."""
    if not folder.exists() and not folder.is_symlink():
        return None
    if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
        return None
    record = _record_in(folder)
    if record is None or not force:
        refuse_occupied(folder)
        return None
    return folder.with_name(f"{folder.name}.superseded-{record.run.id}")


def _record_in(folder: Path) -> AuditRecord | None:
    try:
        return AuditRecord.model_validate_json((folder / AUDIT_NAME).read_bytes())
    except (OSError, ValidationError, VerificationError):
        return None  # no readable record: the folder is not a run that could be kept or repeated
