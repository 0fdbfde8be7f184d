"""Running the workflow alone, with agents of the test's own."""

import asyncio
from pathlib import Path

from workflows.events import Event

from gampgen import readers
from gampgen.domain.category import CategoryDecision
from gampgen.domain.suite import Generator, OQTestSuite
from gampgen.settings import Settings
from gampgen.workflow.events import DecisionAsked, DecisionTaken, DocumentRead
from gampgen.workflow.flow import OQWorkflow

GENERATOR = Generator(name="gampgen", version="0", engine="rules", settings_sha256="0" * 64)

URS = """# User Requirements Specification: Cold store

## 1 Requirements

- **CS-1**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
- **CS-2**: Only users with the role Supervisor shall be able to change an alarm limit.
- **CS-3**: The system shall record each change of an alarm limit in the audit trail with user, date and time,
  old value, new value and reason.
- **CS-4**: The supplier shall hold an ISO 9001 certificate.
"""


def read_urs(folder: Path, text: str = URS) -> DocumentRead:
    """The document as the pipeline would hand it over."""
    path = folder / "cold_store.md"
    path.write_text(text, encoding="utf-8")
    settings = Settings()
    return DocumentRead(document=readers.read(path, settings.read), passages=())


def run_flow(
    read: DocumentRead, settings: Settings, consulted: tuple | None = None, answer: CategoryDecision | None = None
) -> tuple[OQTestSuite, list[Event]]:
    """The suite and every event of the stream; a question about the category gets `answer`."""

    async def run() -> tuple[OQTestSuite, list[Event]]:
        handler = OQWorkflow(settings, GENERATOR, consulted).run(start_event=read)
        events = []
        async for event in handler.stream_events():
            events.append(event)
            if isinstance(event, DecisionAsked):
                handler.ctx.send_event(DecisionTaken(decision=answer))
        return (await handler).suite, events

    return asyncio.run(run())
