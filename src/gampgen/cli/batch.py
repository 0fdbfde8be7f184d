"""`gampgen batch`: the main job for every document below a folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options, records
from gampgen.cli.flags import flagged

if TYPE_CHECKING:
    from gampgen.runs.plan import Order
    from gampgen.runs.records.store import RunStore
    from gampgen.runs.report import BatchReport
    from gampgen.settings.resolving import Resolved


@dataclass(frozen=True)
class BatchFlags:
    """What a batch can be told on the command line."""

    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the documents are.", show_default=False)]
    out: Annotated[Path, typer.Option(help="Gets a sub-folder for each document, and the reports.")]
    include: options.Include = None
    exclude: options.Exclude = None
    jobs: options.Jobs = None
    timeout: Annotated[
        float | None, typer.Option(min=1, help="Seconds that one document may take.", show_default="no limit")
    ] = None
    changed_only: Annotated[
        bool, typer.Option("--changed-only", help="Leave alone what was completed and has not changed since.")
    ] = False
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what an earlier batch left unfinished.")] = False
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast/--keep-going", help="Stop at the first document that fails, or do the others.")
    ] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False
    context: Annotated[Path | None, typer.Option(help="Folder of further documents that agents may quote.")] = None
    knowledge: options.KnowledgeFiles = None
    on_doubt: Annotated[
        str | None, typer.Option(help="When a category needs a person: stop, highest or proposed.", show_default=False)
    ] = None
    fail_on: options.FailOnSetting = None
    allow_partial: Annotated[bool, typer.Option("--allow-partial", help="As for generate.")] = False
    llm: options.Llm = False
    llm_model: options.LlmModel = None
    llm_base_url: options.LlmBaseUrl = None
    llm_required: options.LlmRequired = False
    llm_cache: options.LlmCache = None
    llm_timeout: options.LlmTimeout = None
    max_tokens: options.MaxTokens = None
    max_cost: options.MaxCost = None
    max_requests: options.MaxRequests = None
    no_key: Annotated[bool, typer.Option("--no-key", help="As for generate.")] = False
    force: Annotated[bool, typer.Option("--force", help="Keep earlier runs beside the new ones.")] = False
    portfolio: Annotated[
        bool, typer.Option("--portfolio", help="Also what the documents have in common, and where they contradict.")
    ] = False
    events: options.Events = None
    database: records.Database = None
    broker: records.Broker = None
    queue: Annotated[
        str | None,
        typer.Option(help="With --broker: the queue, offline or llm.", show_default="llm with a model, else offline"),
    ] = None
    priority: Annotated[int, typer.Option(min=0, max=9, help="With --broker: 9 is done first.")] = 5
    storage: Annotated[
        str | None,
        typer.Option(metavar="URL", help="With --broker: where documents and suites travel, as in s3://bucket/folder."),
    ] = None
    as_json: options.Json = False
    quiet: options.Quiet = False
    verbose: options.Verbose = False
    debug: options.Debug = False


@flagged(BatchFlags)
def batch(flags: BatchFlags) -> None:
    """Write an OQ suite for each URS below a folder, each isolated from the others' failure.

    Example: gampgen batch sample_urs --out suites
    """
    with console.failures_told(debug=flags.debug):
        from gampgen.cli.batch_ending import dry_run_told, ended

        order = _order(flags)
        console.refuse_two_results(as_json=flags.as_json, events=flags.events)
        store = records.opened_store(flags.database)
        if flags.dry_run:
            dry_run_told(order, store, as_json=flags.as_json)
            return
        report = _done(flags, order, store)
        if flags.portfolio:
            from gampgen.runs.portfolio import portfolio_of
            from gampgen.runs.writing import write_portfolio

            write_portfolio(portfolio_of(report, flags.out), flags.out)
        raise typer.Exit(ended(order, report, as_json=flags.as_json, quiet=flags.quiet, portfolio=flags.portfolio))


def _order(flags: BatchFlags) -> Order:
    """What the flags ask for. Raises UsageError."""
    from gampgen.cli.decision import with_doubt_settled
    from gampgen.runs.documents import Patterns
    from gampgen.runs.plan import Order

    given = _settings(flags)
    return Order(
        folder=flags.folder,
        out=flags.out,
        resolved=records.with_answers_kept(with_doubt_settled(given, terminal=False)),
        patterns=Patterns(include=tuple(flags.include or ()), exclude=tuple(flags.exclude or ())),
        jobs=flags.jobs or os.cpu_count() or 1,
        force=flags.force,
        signed=not flags.no_key,
        changed_only=flags.changed_only,
        resume=flags.resume,
        fail_fast=flags.fail_fast,
        seconds=flags.timeout,
        priority=flags.priority,
        queue=records.known_queue(flags.queue or ("llm" if given.settings.llm.enabled else "offline")),
        command=(Path(sys.argv[0]).name, *sys.argv[1:]),
    )


def _settings(flags: BatchFlags) -> Resolved:
    """The project's settings with what the flags say. Raises UsageError."""
    from gampgen.cli.configuration import project_settings

    return project_settings(
        {
            "context": str(flags.context) if flags.context else None,
            "knowledge": [str(path) for path in flags.knowledge] if flags.knowledge else None,
            "on_doubt": flags.on_doubt,
            "fail_on": flags.fail_on,
            "allow_partial": flags.allow_partial or None,
            **options.language_model(
                flags.llm,
                flags.llm_model,
                flags.llm_base_url,
                flags.llm_required,
                flags.llm_cache,
                flags.llm_timeout,
                flags.max_tokens,
                flags.max_cost,
                flags.max_requests,
            ),
        }
    )


def _done(flags: BatchFlags, order: Order, store: RunStore) -> BatchReport:
    """Do the batch, here or by the workers of a broker, and show how it goes on."""
    from gampgen.cli.batch_progress import audience_for
    from gampgen.runs.batch import run_batch
    from gampgen.runs.sinks import events_to

    with (
        console.interrupted("gampgen batch … --resume goes on"),
        audience_for(quiet=flags.quiet or flags.as_json, verbose=flags.verbose) as audience,
        events_to(flags.events, console.say, console.result) as tell,
    ):
        if flags.broker:
            from gampgen.runs.distributed.producer import run_distributed

            return run_distributed(order, store, flags.broker, audience, flags.storage, tell)
        return run_batch(order, store, audience, tell)
