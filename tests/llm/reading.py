"""A second reading of a small document by the real client against a server that answers as told."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from tests.llm.fake_server import FakeServer

from gampgen import readers
from gampgen.domain.suite import Generator, OQTestSuite
from gampgen.drafting import Draft
from gampgen.llm.calling import Asker, Caller
from gampgen.llm.openai_compatible import OpenAICompatibleModel
from gampgen.llm.port import ModelSettings
from gampgen.llm.recording import Recording
from gampgen.settings import Settings
from gampgen.settings.language_model import LlmSettings
from gampgen.workflow.events import (
    DocumentRead,
    DraftReadAgain,
    RequirementsParsed,
    SuitePlanned,
    SystemCategorised,
)
from gampgen.workflow.flow import OQWorkflow
from gampgen.workflow.model_reader import ModelReader
from gampgen.workflow.rereading import NoReader, Tell

URS = """# User Requirements Specification: GMP cold store

## 1 Alarms

- **CS-1**: The system shall not accept a set point above 8.0 °C.
- **CS-2**: The system shall quickly raise an alarm when the temperature rises above 8.0 °C for 300 seconds.
"""
MODEL = "served-model"
GENERATOR = Generator(name="gampgen", version="0", engine="rules+llm", settings_sha256="0" * 64)


def settings_at(server: FakeServer, **changes: object) -> LlmSettings:
    values = {"enabled": True, "model": MODEL, "base_url": server.address(), "timeout_seconds": 60, **changes}
    return LlmSettings.model_validate(values)


class NoWait:
    """The machine's time, and no waiting."""

    def now(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Waiting is somebody else's."""


def caller_for(llm: LlmSettings, recording: Recording | None = None) -> Caller:
    """A caller through the real client, which tries again without waiting."""
    named = ModelSettings(name=llm.model, base_url=llm.base_url, timeout_seconds=llm.timeout_seconds)
    return Caller(OpenAICompatibleModel(named), named, llm, recording or Recording(), NoWait(), lambda: 0.0)


def read_document(folder: Path, text: str = URS) -> DocumentRead:
    path = folder / "cold_store.md"
    path.write_text(text, encoding="utf-8")
    return DocumentRead(document=readers.read(path, Settings().read), passages=())


def suite_of(read: DocumentRead, llm: LlmSettings | None = None, asker: object = None) -> OQTestSuite:
    """The suite of a document; without settings by the rules alone."""
    reader = None
    if llm is not None:
        named = ModelSettings(name=llm.model, base_url=llm.base_url, timeout_seconds=llm.timeout_seconds)
        reader = ModelReader(asker or caller_for(llm), named, llm, lambda: "")

    async def run() -> OQTestSuite:
        return (await OQWorkflow(Settings(), GENERATOR, second=reader).run(start_event=read)).suite

    return asyncio.run(run())


@dataclass(frozen=True)
class Drafted:
    """What a second reader is given: the rules' draft and what it rests on."""

    draft: Draft
    parsed: RequirementsParsed
    found: SystemCategorised
    plan: SuitePlanned


class _Capturing(NoReader):
    given: Drafted

    async def read(
        self, draft: Draft, parsed: RequirementsParsed, found: SystemCategorised, plan: SuitePlanned, tell: Tell
    ) -> DraftReadAgain:
        self.given = Drafted(draft, parsed, found, plan)
        return await super().read(draft, parsed, found, plan, tell)


def drafted(read: DocumentRead) -> Drafted:
    """The rules' draft of a document, as a second reader gets it."""
    capturing = _Capturing()

    async def run() -> None:
        await OQWorkflow(Settings(), GENERATOR, second=capturing).run(start_event=read)

    asyncio.run(run())
    return capturing.given


def read_again(given: Drafted, llm: LlmSettings, asker: Asker) -> DraftReadAgain:
    """A second reading alone, without the flow around it."""
    named = ModelSettings(name=llm.model or "", base_url=llm.base_url, timeout_seconds=llm.timeout_seconds)
    reader = ModelReader(asker, named, llm, lambda: "")
    return asyncio.run(reader.read(given.draft, given.parsed, given.found, given.plan, lambda _event: None))


def rules_part(suite: OQTestSuite) -> dict[str, object]:
    """All of a suite that a model may never change, in comparable form: everything but its marked words."""
    held = suite.model_dump(mode="json")
    held["tests"] = [test for test in held["tests"] if test["origin"] == "rules"]
    for test in held["tests"]:
        for step in test["steps"]:
            if step["origin"] == "llm":
                step["action"] = step["expected_result"] = step["origin"] = ""
    held["advice"] = [one for one in held["advice"] if one["origin"] == "rules"]
    held["findings"] = [one for one in held["findings"] if not one["code"].startswith("LLM")]
    for one in held["requirements"]:
        one["findings"] = [code for code in one["findings"] if not code.startswith("LLM")]
    for entry in held["traceability"]:
        entry["test_ids"] = [name for name in entry["test_ids"] if "-llm-" not in name]
    del held["second_reading"]
    held.pop("execution", None)  # the order of all tests, a model's among them
    return held
