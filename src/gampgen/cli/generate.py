"""`gampgen generate`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options, records


def generate(
    urs: options.Source,
    out: Annotated[
        Path | None, typer.Option(help="The output folder.", show_default="<name of the document>-oq")
    ] = None,
    context: Annotated[Path | None, typer.Option(help="Folder of further documents that agents may quote.")] = None,
    knowledge: options.KnowledgeFiles = None,
    category: Annotated[int | None, typer.Option(help="A person's decision: GAMP category 1, 3, 4 or 5.")] = None,
    decided_by: Annotated[str | None, typer.Option(help="Who decided the category.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why the category was decided so.")] = None,
    on_doubt: options.OnDoubtOption = None,
    fail_on: options.FailOnSetting = None,
    system: options.System = None,
    tracked: options.Tracked = None,
    encoding: options.Encoding = None,
    allow_unread_pages: options.UnreadPages = False,
    allow_partial: Annotated[
        bool, typer.Option("--allow-partial", help="Deliver without an agent that failed, and say so everywhere.")
    ] = False,
    min_kill: Annotated[
        float | None,
        typer.Option("--min-kill", min=0, max=1, help="Share of the seeded faults that has to be noticed, e.g. 0.95."),
    ] = None,
    agent_timeout: Annotated[
        int | None, typer.Option(min=1, help="Seconds that each agent has for one question.", show_default="60")
    ] = None,
    template: options.Template = None,
    pdf: options.Pdf = False,
    llm: options.Llm = False,
    llm_model: options.LlmModel = None,
    llm_base_url: options.LlmBaseUrl = None,
    llm_required: options.LlmRequired = False,
    llm_dry_run: options.LlmDryRun = False,
    llm_cache: options.LlmCache = None,
    llm_timeout: options.LlmTimeout = None,
    max_tokens: options.MaxTokens = None,
    max_cost: options.MaxCost = None,
    max_requests: options.MaxRequests = None,
    trace: options.Trace = None,
    trace_texts: options.TraceTexts = False,
    no_key: Annotated[
        bool, typer.Option("--no-key", help="Do not sign: the seal then shows accidental change, not forgery.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Keep an earlier run beside the new one.")] = False,
    events: options.Events = None,
    database: records.DatabaseIfAny = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> None:
    """Write the OQ suite of a URS: protocol, trace matrix, findings, audit record.

    Example: gampgen generate sample_urs/monitoring_urs.docx --out oq
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.configuration import project_settings
        from gampgen.cli.decision import on_a_terminal, person_decision, with_doubt_settled
        from gampgen.cli.rehearsing import rehearse_and_tell
        from gampgen.cli.running import Hearing, Telling, run_and_tell

        decided = person_decision(category, decided_by, reason)
        given = project_settings(
            {
                **options.reading(system, tracked, encoding, allow_unread_pages),
                "context": str(context) if context else None,
                "knowledge": [str(path) for path in knowledge] if knowledge else None,
                "decision.category": decided.category if decided else None,
                "decision.decided_by": decided.decided_by if decided else None,
                "decision.reason": decided.reason if decided else None,
                "on_doubt": on_doubt,
                "fail_on": fail_on,
                "allow_partial": allow_partial or None,
                "min_kill": min_kill,
                "agent_timeout_seconds": agent_timeout,
                "document.template": str(template) if template else None,
                "document.pdf": pdf or None,
                "trace.to": trace,
                "trace.texts": trace_texts or None,
                **options.language_model(
                    llm or llm_dry_run,
                    llm_model,
                    llm_base_url,
                    llm_required,
                    llm_cache,
                    llm_timeout,
                    max_tokens,
                    max_cost,
                    max_requests,
                ),
            }
        )
        resolved = with_doubt_settled(given, terminal=on_a_terminal(quiet=quiet))
        if llm_dry_run:
            raise typer.Exit(rehearse_and_tell(urs, resolved, as_json=as_json, quiet=quiet))
        folder = out or Path(f"{urs.stem}-oq")
        show = Telling(as_json=as_json, quiet=quiet, verbose=verbose)
        console.refuse_two_results(as_json=as_json, events=events)
        hearing = Hearing(events=events, database=database) if events or database else None
        raise typer.Exit(run_and_tell(urs, folder, resolved, show, force=force, signed=not no_key, hearing=hearing))
