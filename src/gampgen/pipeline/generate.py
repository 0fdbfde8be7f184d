"""The whole job on one page: read the document → run the workflow → render the outputs → seal the folder.

`following` is the one consumer of the workflow's events: each goes to the journal first, then to whoever shows
progress. Where a person has to decide and nobody does, `pending` keeps the question instead of a suite.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from gampgen import readers, rendering
from gampgen.audit.canonical import file_sha256
from gampgen.audit.journal import Journal
from gampgen.audit.names import AUDIT_NAME, SUITE_NAME
from gampgen.audit.record import AuditRecord, DigestOf, FileDigest, Occurrence, RunStatus, Seal
from gampgen.audit.seal import close_record, file_digest
from gampgen.audit.verify import RunState
from gampgen.domain.base import Value
from gampgen.domain.suite import OQTestSuite
from gampgen.errors import VerificationError
from gampgen.pipeline.context import read_context
from gampgen.pipeline.following import Decide, UndecidedError, Watch, followed, leave_undecided
from gampgen.pipeline.pending import PendingRun, pending_run, refuse_changed, resumption, wait_beside
from gampgen.pipeline.provenance import RunFacts, facts_of, run_record, settled, tool_record
from gampgen.pipeline.sealing import Sealing, choose_sealing, remembered, report_and_seal, still_verifies
from gampgen.publishing import cannot_write, finish_exchange, held, make_parent, publish, refuse_occupied, stage_for
from gampgen.settings import Settings
from gampgen.settings.resolving import Resolved
from gampgen.workflow.events import DocumentRead
from gampgen.workflow.narrative import ENGINE

JOURNAL_NAME = "journal.jsonl"


class Outcome(Value):
    """What a run left behind. `unchanged`: an earlier run of the same input and settings was found, nothing was done.

    `superseded` is where an earlier run was kept, or None; `sealing` says by which key the run was sealed, None where
    nothing was done; `notices` are what a person should know of the end of the run.
    """

    folder: Path
    suite: OQTestSuite
    suite_sha256: str
    unchanged: bool
    superseded: Path | None = None
    sealing: Sealing | None = None
    notices: tuple[str, ...] = ()


def generate(
    source: Path,
    folder: Path,
    resolved: Resolved,
    watch: Watch,
    *,
    force: bool = False,
    decide: Decide = leave_undecided,
    resumed: PendingRun | None = None,
    signed: bool = True,
) -> Outcome:
    """Read a URS and write its OQ suite into a folder, which appears whole or not at all.

    Args:
        source: the requirement document.
        folder: the output folder; must not exist, unless it holds a run of the same input or `force` is given.
        resolved: what shapes the run, each setting with its origin.
        watch: is shown each event of the workflow and each file written, after it was journalled.
        force: keep an earlier run beside the new one instead of refusing.
        decide: is asked where the category is in doubt and the settings say to ask or to stop.
        resumed: the waiting run that this one completes; it must be of the very same inputs.
        signed: sign the seal with the machine's run key, which the first run makes.

    Raises:
        DecisionPendingError: nobody decided; `<folder>.pending` holds the question.
        GampgenError: any of its kinds; no output folder is left behind then, and an earlier one is untouched.
    """
    settings = resolved.settings
    rendering.refuse_impossible(settings.house_style)
    document = readers.read(source, settings.read)
    context = read_context(settings.context, settings.read)
    facts = facts_of(DigestOf(name=document.file_name, sha256=document.sha256), context.digests(), settings)
    if resumed is not None:
        refuse_changed(resumed, facts.inputs)
    sealing = choose_sealing(signed=signed)
    make_parent(folder)
    with held(folder):
        finish_exchange(folder)
        earlier = _earlier(folder, facts, sealing)
        if earlier is not None and not force:
            return earlier
        superseded = _beside(folder, force=force)
        try:
            with stage_for(folder, facts.id) as stage:
                read = DocumentRead(document=document, **dict(context))
                opening = (*_begun(facts, superseded, resumed), settled(resolved), sealing.occurrence())
                suite, seal = _fill(stage, read, settings, facts, opening, watch, decide, sealing)
                publish(stage, folder, superseded)
        except UndecidedError as error:
            raise wait_beside(folder, pending_run(source, folder, resolved, facts, error, force=force)) from error
    notice = remembered(folder, seal, sealing)
    return Outcome(
        folder=folder,
        suite=suite,
        suite_sha256=seal.suite_sha256,
        unchanged=False,
        superseded=superseded,
        sealing=sealing,
        notices=(notice,) if notice else (),
    )


def _fill(
    stage: Path,
    read: DocumentRead,
    settings: Settings,
    facts: RunFacts,
    opening: tuple[Occurrence, ...],
    watch: Watch,
    decide: Decide,
    sealing: Sealing,
) -> tuple[OQTestSuite, Seal]:
    """Everything between an empty stage and a sealed one."""
    with Journal(stage / JOURNAL_NAME) as journal:
        journal.record(*opening)
        suite = followed(read, settings, journal, watch, decide)
        try:
            outputs = tuple(
                _rendered(stage, path, journal, watch) for path in rendering.render(suite, stage, settings.house_style)
            )
            status = RunStatus.COMPLETED if suite.complete else RunStatus.PARTIAL
            journal.record(Occurrence(actor=ENGINE, action="run_closed", subject=facts.id, after=status))
            record = close_record(
                stage,
                journal,
                run=run_record(facts.decided(settings, suite.categorisation.decision), status),
                tool=tool_record(),
                settings=facts.settings,
                inputs=facts.inputs,
                outputs=outputs,
            )
            seal = report_and_seal(stage, record, outputs, sealing, settings.house_style.document.paper)
            (stage / JOURNAL_NAME).unlink()  # its entries now stand in the audit record
        except OSError as error:
            raise cannot_write(stage, error) from error
    return suite, seal


def _begun(facts: RunFacts, superseded: Path | None, resumed: PendingRun | None) -> tuple[Occurrence, ...]:
    started = Occurrence(
        actor=ENGINE,
        action="run_started",
        subject=facts.id,
        reason=f"an earlier run is kept as {superseded.name}" if superseded else "",
        inputs=facts.inputs,
    )
    return (started,) if resumed is None else (started, resumption(resumed))


def _rendered(stage: Path, path: Path, journal: Journal, watch: Watch) -> FileDigest:
    digest = file_digest(stage, path)
    made = DigestOf(name=digest.name, sha256=digest.sha256)
    rendered = Occurrence(actor=ENGINE, action="file_rendered", subject=digest.name, outputs=(made,))
    journal.record(rendered)
    watch(rendered)
    return digest


def _earlier(folder: Path, facts: RunFacts, sealing: Sealing) -> Outcome | None:
    """The run that the folder holds, if it is of the same input, settings and version and still verifies."""
    record = _record_in(folder)
    if record is None or record.run.key != facts.key or still_verifies(folder, sealing).state is not RunState.VALID:
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
