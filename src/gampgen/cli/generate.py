"""`gampgen generate`: the main job."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options, records
from gampgen.cli.flags import flagged

if TYPE_CHECKING:
    from gampgen.settings.resolving import Resolved


@dataclass(frozen=True)
class GenerateFlags:
    """What the main job can be told on the command line."""

    urs: options.Source
    out: Annotated[Path | None, typer.Option(help="The output folder.", show_default="<name of the document>-oq")] = (
        None
    )
    context: Annotated[Path | None, typer.Option(help="Folder of further documents that agents may quote.")] = None
    knowledge: options.KnowledgeFiles = None
    category: Annotated[int | None, typer.Option(help="A person's decision: GAMP category 1, 3, 4 or 5.")] = None
    decided_by: Annotated[str | None, typer.Option(help="Who decided the category.")] = None
    reason: Annotated[str | None, typer.Option(help="Why the category was decided so.")] = None
    on_doubt: options.OnDoubtOption = None
    fail_on: options.FailOnSetting = None
    system: options.System = None
    tracked: options.Tracked = None
    encoding: options.Encoding = None
    allow_unread_pages: options.UnreadPages = False
    allow_partial: Annotated[
        bool, typer.Option("--allow-partial", help="Deliver without an agent that failed, and say so everywhere.")
    ] = False
    min_kill: Annotated[
        float | None,
        typer.Option("--min-kill", min=0, max=1, help="Share of the seeded faults that has to be noticed, e.g. 0.95."),
    ] = None
    agent_timeout: Annotated[
        int | None, typer.Option(min=1, help="Seconds that each agent has for one question.", show_default="60")
    ] = None
    template: options.Template = None
    pdf: options.Pdf = False
    llm: options.Llm = False
    llm_model: options.LlmModel = None
    llm_base_url: options.LlmBaseUrl = None
    llm_required: options.LlmRequired = False
    llm_dry_run: options.LlmDryRun = False
    llm_cache: options.LlmCache = None
    llm_timeout: options.LlmTimeout = None
    max_tokens: options.MaxTokens = None
    max_cost: options.MaxCost = None
    max_requests: options.MaxRequests = None
    trace: options.Trace = None
    trace_texts: options.TraceTexts = False
    no_key: Annotated[
        bool, typer.Option("--no-key", help="Do not sign: the seal then shows accidental change, not forgery.")
    ] = False
    force: Annotated[bool, typer.Option("--force", help="Keep an earlier run beside the new one.")] = False
    events: options.Events = None
    database: records.DatabaseIfAny = None
    as_json: options.Json = False
    quiet: options.Quiet = False
    verbose: options.Verbose = False
    debug: options.Debug = False


@flagged(GenerateFlags)
def generate(flags: GenerateFlags) -> None:
    """Write the OQ suite of a URS: protocol, trace matrix, findings, audit record.

    Example: gampgen generate sample_urs/monitoring_urs.docx --out oq
    """
    with console.failures_told(debug=flags.debug):
        from gampgen.cli.decision import on_a_terminal, with_doubt_settled
        from gampgen.cli.rehearsing import rehearse_and_tell
        from gampgen.cli.running import Hearing, Telling, run_and_tell

        resolved = with_doubt_settled(_settings(flags), terminal=on_a_terminal(quiet=flags.quiet))
        if flags.llm_dry_run:
            raise typer.Exit(rehearse_and_tell(flags.urs, resolved, as_json=flags.as_json, quiet=flags.quiet))
        folder = flags.out or Path(f"{flags.urs.stem}-oq")
        show = Telling(as_json=flags.as_json, quiet=flags.quiet, verbose=flags.verbose)
        console.refuse_two_results(as_json=flags.as_json, events=flags.events)
        heard = flags.events or flags.database
        hearing = Hearing(events=flags.events, database=flags.database) if heard else None
        raise typer.Exit(
            run_and_tell(flags.urs, folder, resolved, show, force=flags.force, signed=not flags.no_key, hearing=hearing)
        )


def _settings(flags: GenerateFlags) -> Resolved:
    """The project's settings with what the flags say. Raises UsageError."""
    from gampgen.cli.configuration import project_settings
    from gampgen.cli.decision import person_decision

    decided = person_decision(flags.category, flags.decided_by, flags.reason)
    return project_settings(
        {
            **options.reading(flags.system, flags.tracked, flags.encoding, flags.allow_unread_pages),
            "context": str(flags.context) if flags.context else None,
            "knowledge": [str(path) for path in flags.knowledge] if flags.knowledge else None,
            "decision.category": decided.category if decided else None,
            "decision.decided_by": decided.decided_by if decided else None,
            "decision.reason": decided.reason if decided else None,
            "on_doubt": flags.on_doubt,
            "fail_on": flags.fail_on,
            "allow_partial": flags.allow_partial or None,
            "min_kill": flags.min_kill,
            "agent_timeout_seconds": flags.agent_timeout,
            "document.template": str(flags.template) if flags.template else None,
            "document.pdf": flags.pdf or None,
            "trace.to": flags.trace,
            "trace.texts": flags.trace_texts or None,
            **options.language_model(
                flags.llm or flags.llm_dry_run,
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
