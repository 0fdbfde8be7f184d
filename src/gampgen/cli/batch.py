"""`gampgen batch`: the main job for every document below a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options


def batch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the documents are.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Gets a sub-folder for each document, and the summary.")],
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Documents at a time.", show_default="number of processors")
    ] = None,
    context: Annotated[Path | None, typer.Option(help="Folder of further documents that agents may quote.")] = None,
    fail_on: options.FailOnSetting = None,
    allow_partial: Annotated[bool, typer.Option("--allow-partial", help="As for generate.")] = False,
    llm: options.Llm = False,
    llm_model: options.LlmModel = None,
    llm_base_url: options.LlmBaseUrl = None,
    llm_required: options.LlmRequired = False,
    llm_cache: options.LlmCache = None,
    llm_timeout: options.LlmTimeout = None,
    max_tokens: options.MaxTokens = None,
    max_cost: options.MaxCost = None,
    max_requests: options.MaxRequests = None,
    force: Annotated[bool, typer.Option("--force", help="Keep earlier runs beside the new ones.")] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Write an OQ suite for each URS below a folder, each isolated from the others' failure.

    Example: gampgen batch sample_urs --out suites
    """
    with console.failures_told(debug=debug):
        from gampgen.runs.batch import run_batch
        from gampgen.runs.report import DocumentResult, DocumentStatus

        def watch(result: DocumentResult) -> None:
            if not quiet:
                told = result.problem or f"{result.requirements} requirements, {result.tests} tests"
                console.say(f"{result.status:10}  {result.source}: {told}")

        arguments = ["--fail-on", fail_on.value] if fail_on else []
        arguments += ["--context", str(context)] if context else []
        arguments += ["--allow-partial"] if allow_partial else []
        arguments += ["--force"] if force else []
        flags: tuple[tuple[str, str | int | Path | None], ...] = (
            ("--llm-model", llm_model),
            ("--llm-base-url", llm_base_url),
            ("--llm-cache", llm_cache),
            ("--llm-timeout", llm_timeout),
            ("--max-tokens", max_tokens),
            ("--max-cost", max_cost),
            ("--max-requests", max_requests),
        )
        arguments += [part for name, value in flags if value is not None for part in (name, str(value))]
        arguments += [name for name, wanted in (("--llm", llm), ("--llm-required", llm_required)) if wanted]
        report = run_batch(folder, out, arguments, jobs or os.cpu_count() or 1, watch)
        if as_json:
            console.result(report.model_dump_json(indent=2))
        done = report.count(DocumentStatus.DONE)
        if not quiet:
            console.say(f"{done} of {len(report.documents)} documents without objection; summary in {out}/summary.md")
        raise typer.Exit(0 if done == len(report.documents) else 1)
