"""The whole job on one page: read the document → run the workflow → render the outputs → seal the folder.

`following` is the one consumer of the workflow's events: each goes to the journal first, then to whoever shows
progress. Where a person has to decide and nobody does, `pending` keeps the question instead of a suite.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from gampgen import readers, rendering
from gampgen.audit.canonical import file_sha256
from gampgen.audit.journal import Journal
from gampgen.audit.names import SUITE_NAME
from gampgen.audit.record import DigestOf, FileDigest, Occurrence, RunStatus, Seal
from gampgen.audit.seal import close_record, file_digest
from gampgen.audit.verify import RunState
from gampgen.domain.advice import AgentAnswer
from gampgen.domain.base import Value
from gampgen.domain.suite import OQTestSuite
from gampgen.pipeline.collecting import collected_seldom
from gampgen.pipeline.context import context_digests, read_context
from gampgen.pipeline.following import Decide, UndecidedError, Watch, followed, leave_undecided
from gampgen.pipeline.occupation import place_beside, record_in
from gampgen.pipeline.pending import PendingRun, pending_run, refuse_changed, resumption, wait_beside
from gampgen.pipeline.provenance import RunFacts, facts_of, run_record, settled, tool_record
from gampgen.pipeline.replayed import Replayed
from gampgen.pipeline.sealing import Sealing, choose_sealing, remembered, report_and_seal, still_verifies
from gampgen.pipeline.second_reading import SecondEyes, second_eyes, written
from gampgen.publishing import (
    always,
    cannot_write,
    finish_exchange,
    held,
    make_parent,
    publish,
    refuse_lost_claim,
    stage_for,
)
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


def generate(  # noqa: PLR0913 - one parameter for each thing that a caller may want
    source: Path,
    folder: Path,
    resolved: Resolved,
    watch: Watch,
    *,
    force: bool = False,
    decide: Decide = leave_undecided,
    resumed: PendingRun | None = None,
    signed: bool = True,
    kept: tuple[AgentAnswer, ...] = (),
    still_ours: Callable[[], bool] = always,
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
        kept: answers of agents that an interrupted run of the very same inputs and settings already had.
        still_ours: whether a recorded run is still this process's to do; asked just before anything is published.

    Raises:
        DecisionPendingError: nobody decided; `<folder>.pending` holds the question.
        ClaimLostError: the run is not this process's any more.
        GampgenError: any of its kinds; no output folder is left behind then, and an earlier one is untouched.
    """
    settings = resolved.settings
    rendering.refuse_impossible(settings.house_style)
    eyes = second_eyes(settings.llm)
    document = readers.read(source, settings.read)
    context = read_context(settings.context, settings.read)
    return produce(
        Order(
            source=source, folder=folder, resolved=resolved, eyes=eyes, watch=watch, decide=decide, force=force,
            resumed=resumed, signed=signed, kept=kept, still_ours=still_ours,
        ),
        DocumentRead(document=document, **dict(context)),
    )  # fmt: skip


@dataclass(frozen=True)
class Order:
    """What a run is to make: from which file into which folder, told by which settings, shown to whom.

    `eyes` is the language model, or the recorded run in its place; `replayed` the run that is made again; `kept` are
    answers of agents from an interrupted run; `still_ours` tells whether no other process has taken the run over.
    """

    source: Path
    folder: Path
    resolved: Resolved
    eyes: SecondEyes | None
    watch: Watch
    decide: Decide
    force: bool = False
    resumed: PendingRun | None = None
    signed: bool = True
    replayed: Replayed | None = None
    kept: tuple[AgentAnswer, ...] = ()
    still_ours: Callable[[], bool] = always


@collected_seldom()
def produce(order: Order, read: DocumentRead) -> Outcome:
    """Make the suite of a document that was read; see `generate` for what is raised.

    Raises:
        VerificationError: a replayed run gives another suite than was recorded.
    """
    folder, settings = order.folder, order.resolved.settings
    document = DigestOf(name=read.document.file_name, sha256=read.document.sha256)
    facts = facts_of(document, context_digests(read.files), settings)
    if order.resumed is not None:
        refuse_changed(order.resumed, facts.inputs)
    sealing = choose_sealing(signed=order.signed)
    make_parent(folder)
    with held(folder):
        finish_exchange(folder)
        earlier = _earlier(folder, facts, sealing)
        if earlier is not None and not order.force:
            return earlier
        superseded = place_beside(folder, force=order.force)
        try:
            with stage_for(folder, facts.id) as stage:
                opening = (*_begun(facts, superseded, order), settled(order.resolved), sealing.occurrence())
                suite, seal = _fill(stage, read, _Making(order, facts, sealing), opening)
                publish(stage, folder, superseded, order.still_ours)
        except UndecidedError as error:
            waiting = pending_run(order.source, folder, order.resolved, facts, error, force=order.force)
            refuse_lost_claim(folder, order.still_ours)
            raise wait_beside(folder, waiting) from error
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


@dataclass(frozen=True)
class _Making:
    """What a run is made with, from its first step to its seal."""

    order: Order
    facts: RunFacts
    sealing: Sealing


def _fill(
    stage: Path, read: DocumentRead, making: _Making, opening: tuple[Occurrence, ...]
) -> tuple[OQTestSuite, Seal]:
    """Everything between an empty stage and a sealed one."""
    order, facts = making.order, making.facts
    settings, watch, eyes = order.resolved.settings, order.watch, order.eyes
    with Journal(stage / JOURNAL_NAME) as journal:
        journal.record(*opening)
        suite = followed(read, settings, journal, watch, order.decide, eyes.reader if eyes else None, order.kept)
        try:
            made = chain(rendering.render(suite, stage, settings.house_style), written(eyes, stage, read))
            outputs = tuple(_rendered(stage, path, journal, watch) for path in made)
            if order.replayed is not None:
                order.replayed.refuse_other(stage / SUITE_NAME, facts.inputs)
            status = RunStatus.COMPLETED if suite.complete else RunStatus.PARTIAL
            journal.record(Occurrence(actor=ENGINE, action="run_closed", subject=facts.id, after=status))
            record = close_record(
                stage,
                journal,
                run=run_record(facts.decided(settings, suite.categorisation.decision), status),
                tool=tool_record(with_model=eyes is not None),
                settings=facts.settings,
                inputs=facts.inputs,
                outputs=outputs,
            )
            seal = report_and_seal(stage, record, outputs, making.sealing, settings.house_style.document.paper)
            (stage / JOURNAL_NAME).unlink()  # its entries now stand in the audit record
        except OSError as error:
            raise cannot_write(stage, error) from error
    return suite, seal


def _begun(facts: RunFacts, superseded: Path | None, order: Order) -> tuple[Occurrence, ...]:
    started = Occurrence(
        actor=ENGINE,
        action="run_started",
        subject=facts.id,
        reason=f"an earlier run is kept as {superseded.name}" if superseded else "",
        inputs=facts.inputs,
    )
    resumed = () if order.resumed is None else (resumption(order.resumed),)
    return (started, *resumed, *(() if order.replayed is None else (order.replayed.occurrence(),)))


def _rendered(stage: Path, path: Path, journal: Journal, watch: Watch) -> FileDigest:
    digest = file_digest(stage, path)
    made = DigestOf(name=digest.name, sha256=digest.sha256)
    rendered = Occurrence(actor=ENGINE, action="file_rendered", subject=digest.name, outputs=(made,))
    journal.record(rendered)
    watch(rendered)
    return digest


def _earlier(folder: Path, facts: RunFacts, sealing: Sealing) -> Outcome | None:
    """The run that the folder holds, if it is of the same input, settings and version and still verifies."""
    record = record_in(folder)
    if record is None or record.run.key != facts.key or still_verifies(folder, sealing).state is not RunState.VALID:
        return None
    suite = OQTestSuite.model_validate_json((folder / SUITE_NAME).read_bytes())
    return Outcome(folder=folder, suite=suite, suite_sha256=file_sha256(folder / SUITE_NAME), unchanged=True)
