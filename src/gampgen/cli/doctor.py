"""`gampgen doctor`: what of gampgen works on this machine."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from gampgen.cli import console, options
from gampgen.errors import GampgenError, UsageError


def doctor(
    llm: Annotated[bool, typer.Option("--llm", help="Make one tiny call to the model, and say what works.")] = False,
    llm_model: Annotated[str | None, typer.Option("--llm-model", help="The model's name.")] = None,
    llm_base_url: Annotated[str | None, typer.Option("--llm-base-url", help="An OpenAI-compatible server.")] = None,
    llm_timeout: Annotated[int, typer.Option("--llm-timeout", min=1, help="Seconds to wait for the model.")] = 60,
    debug: options.Debug = False,
) -> None:
    """Check Python, templates, knowledge and helper programs; with --llm also a model. Nothing is sent without --llm.

    Example: gampgen doctor --llm --llm-model qwen3 --llm-base-url http://localhost:11434/v1
    """
    with console.failures_told(debug=debug):
        if llm_model and not llm:
            raise UsageError("--llm-model without --llm does nothing", hint="Add --llm to make the call")
        checks = [*_local_checks()]
        if llm:
            checks.append(_model_check(llm_model, llm_base_url, llm_timeout))
        for works, name, words in checks:
            console.result(f"{'ok     ' if works else 'PROBLEM'}  {name}: {words}")
        raise typer.Exit(0 if all(works for works, _, _ in checks) else 1)


def _local_checks() -> Iterator[tuple[bool, str, str]]:
    from gampgen import knowledge, rendering

    yield True, "Python", sys.version.split()[0]
    try:
        yield True, "Templates", f"{len(rendering.templates_digests())} found"
        yield True, "Knowledge", f"{len(knowledge.load().clauses)} clauses, digest {knowledge.load().sha256[:12]}"
    except GampgenError as error:
        yield False, "Installation", str(error)
    office = shutil.which("soffice")
    yield True, "LibreOffice", office or "not installed (only needed to turn the protocol into a PDF)"


def _model_check(name: str | None, base_url: str | None, timeout: int) -> tuple[bool, str, str]:
    from gampgen.llm.openai_compatible import OpenAICompatibleModel
    from gampgen.llm.port import ModelRequest, ModelSettings

    if not name:
        raise UsageError("--llm needs a model's name", hint="Give it with --llm-model")
    schema = (
        '{"type":"object","properties":{"word":{"type":"string"}},"required":["word"],"additionalProperties":false}'
    )
    request = ModelRequest(
        system="Answer with JSON only.",
        user='Answer {"word": "ready"}.',
        answer_name="readiness",
        answer_schema=schema,
        max_tokens=50,
    )
    try:
        model = OpenAICompatibleModel(ModelSettings(name=name, base_url=base_url, timeout_seconds=timeout))
        answer = model.ask(request, timeout)
    except GampgenError as error:
        return False, "Model", str(error)
    tokens = "uncounted" if answer.completion_tokens is None else str(answer.completion_tokens)
    return True, "Model", f"{answer.model} answered {len(answer.text)} characters of JSON, {tokens} tokens"
