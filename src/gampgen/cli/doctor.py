"""`gampgen doctor`: what of gampgen works on this machine."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options
from gampgen.errors import GampgenError, UsageError

if TYPE_CHECKING:
    from gampgen.settings.language_model import LlmSettings

_READY_SCHEMA = (
    '{"type":"object","properties":{"word":{"type":"string"}},"required":["word"],"additionalProperties":false}'
)


def doctor(
    llm: Annotated[bool, typer.Option("--llm", help="Make one tiny call to the model, and say what works.")] = False,
    llm_model: Annotated[str | None, typer.Option("--llm-model", help="The model's name.")] = None,
    llm_base_url: Annotated[str | None, typer.Option("--llm-base-url", help="An OpenAI-compatible server.")] = None,
    llm_timeout: options.LlmTimeout = None,
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
            from gampgen.cli.configuration import project_settings

            flags = {"llm.model": llm_model, "llm.base_url": llm_base_url, "llm.timeout_seconds": llm_timeout}
            checks += _model_checks(project_settings({"llm.enabled": True, **flags}).settings.llm)
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
    typst = importlib.util.find_spec("typst") is not None
    yield True, "Typst", "installed" if typst else "not installed (the extra [pdf]: PDF without LibreOffice)"


def _model_checks(settings: LlmSettings) -> Iterator[tuple[bool, str, str]]:
    """One tiny call: whether the model is there, answers by a schema and as a whole, and counts its tokens."""
    from gampgen.llm.keys import plain_address
    from gampgen.llm.openai_compatible import OpenAICompatibleModel
    from gampgen.llm.port import ModelRequest
    from gampgen.pipeline.second_reading import named_model

    named = named_model(settings)
    request = ModelRequest(
        system="Answer with JSON only.",
        user='Answer {"word": "ready"}.',
        answer_name="readiness",
        answer_schema=_READY_SCHEMA,
        max_tokens=50,
    )
    try:
        answer = OpenAICompatibleModel(named).ask(request, settings.timeout_seconds)
    except GampgenError as error:
        yield False, "Model", str(error)
        return
    yield True, "Model", f"{answer.model or 'a model without a name'} answered at {plain_address(settings.base_url)}"
    whole = answer.finish_reason == "stop" and not answer.refused
    obeyed = whole and _obeys(answer.text)
    words = "the answer obeys the schema that was asked for" if obeyed else "the answer does not obey the schema"
    yield obeyed, "Structured answers", words if whole else f"the answer is not whole ({answer.finish_reason})"
    counted = answer.prompt_tokens is not None and answer.completion_tokens is not None
    yield True, "Token counts", "given" if counted else "not given: gampgen estimates them"
    price = "known" if settings.price() else "unknown: --max-cost needs it under llm.prices"
    yield True, "Price", price


def _obeys(text: str) -> bool:
    from gampgen.second_reading.gates.strict_json import NotStrictError, strict_json

    try:
        value = strict_json(text)
    except NotStrictError:
        return False
    return isinstance(value, dict) and list(value) == ["word"] and isinstance(value["word"], str)
