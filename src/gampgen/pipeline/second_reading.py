"""Setting up the second pair of eyes for a run: the model, or a recorded run in its place; and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.domain.advice import ContextFile, ContextPassage
from gampgen.domain.base import LargeValue
from gampgen.domain.document import UrsDocument
from gampgen.domain.finding import Finding
from gampgen.errors import UsageError
from gampgen.settings.language_model import LlmSettings
from gampgen.workflow.events import DocumentRead

if TYPE_CHECKING:
    from gampgen.llm.calling import Caller
    from gampgen.llm.port import ChatModel, ModelSettings
    from gampgen.llm.recording import Recording
    from gampgen.workflow.rereading import SecondReader

LLM_FOLDER, READ_NAME = "llm", "document.json"


@dataclass(frozen=True)
class SecondEyes:
    """The reader of a run, and the recording that grows while it reads."""

    reader: SecondReader
    recording: Recording


def named_model(settings: LlmSettings) -> ModelSettings:
    """The model that the settings name.

    Raises:
        UsageError: they name none, or its address is not one.
    """
    from gampgen.llm.keys import plain_address  # noqa: PLC0415 - only where a model is used
    from gampgen.llm.port import ModelSettings  # noqa: PLC0415

    if not settings.model:
        raise UsageError("--llm needs a model's name", hint="Give it with --llm-model, or as llm.model in gampgen.yaml")
    plain_address(settings.base_url)
    return ModelSettings(
        name=settings.model,
        base_url=settings.base_url,
        timeout_seconds=settings.timeout_seconds,
        provider=settings.provider,
        api_version=settings.api_version,
        seed=settings.seed,
    )


def second_eyes(
    settings: LlmSettings, recorded: Recording | None = None, model: ChatModel | None = None
) -> SecondEyes | None:
    """The second pair of eyes, or None where no model is used.

    Args:
        settings: whether, which, within what limits.
        recorded: a recorded run that answers in the model's place; nothing is sent then.
        model: whom to ask instead of the server that the settings name.

    Raises:
        UsageError: no model is named, or a limit cannot be kept.
    """
    if not settings.enabled:
        return None
    from gampgen.llm.calling import Caller, Replayer  # noqa: PLC0415 - only where a model is used
    from gampgen.llm.openai_compatible import OpenAICompatibleModel  # noqa: PLC0415
    from gampgen.llm.recording import Recording  # noqa: PLC0415
    from gampgen.workflow.model_reader import ModelReader  # noqa: PLC0415

    named, kept = named_model(settings), Recording()
    if recorded is not None:
        replayer = Replayer(named, recorded, kept)
        return SecondEyes(ModelReader(replayer, named, settings, lambda: "out of the recorded run"), kept)
    caller = Caller(model or OpenAICompatibleModel(named), named, settings, kept)
    return SecondEyes(ModelReader(caller, named, settings, lambda: _spent(caller)), kept)


def _spent(caller: Caller) -> str:
    return caller.budget.spent.in_words()


class RecordedRead(LargeValue):
    """The document and the context files as they were read: what a replay begins with, without the files themselves."""

    document: UrsDocument
    passages: tuple[ContextPassage, ...]
    files: tuple[ContextFile, ...]
    findings: tuple[Finding, ...]


def written(eyes: SecondEyes | None, stage: Path, read: DocumentRead) -> Iterator[Path]:
    """Write what a replay needs into the stage and yield the paths: what was read, then one file for each exchange.

    Nothing is written for a run without a model. Raises OSError.
    """
    if eyes is None:
        return
    folder = stage / LLM_FOLDER
    folder.mkdir()
    recorded = RecordedRead(document=read.document, passages=read.passages, files=read.files, findings=read.findings)
    (folder / READ_NAME).write_text(recorded.model_dump_json() + "\n", encoding="utf-8")
    yield folder / READ_NAME
    for exchange in eyes.recording.exchanges():
        path = folder / f"{exchange.digest}.json"
        path.write_bytes(exchange.file_bytes())
        yield path
