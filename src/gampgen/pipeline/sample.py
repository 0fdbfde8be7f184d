"""A small suite made on the spot by the rules, to try a template on."""

from __future__ import annotations

import asyncio
import hashlib

from gampgen import __version__
from gampgen.domain.advice import AgentFailure
from gampgen.domain.document import Block, DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.suite import Generator, OQTestSuite
from gampgen.errors import InternalError
from gampgen.settings import Settings
from gampgen.workflow.events import DocumentRead, SuiteAssembled
from gampgen.workflow.flow import OQWorkflow

_LINES = (
    "URS-001 The system shall raise an alarm when the temperature rises above 8.0 °C for 30 seconds.",
    "URS-002 Only users with the role Supervisor shall be able to release a recipe.",
    "URS-003 Each change of a limit shall be recorded in the audit trail with old value, new value, user & time.",
    "URS-004 The screen shall be user-friendly.",
    "URS-005 Users shall be trained before first use.",
)


def sample_suites() -> tuple[OQTestSuite, OQTestSuite]:
    """A whole suite, and the same one with an agent's answer missing."""
    text = "\n".join(_LINES)
    heading = Heading(level=1, text="Sample requirements", location=Location(line=1))
    blocks: tuple[Block, ...] = (
        heading,
        *(Paragraph(text=line, location=Location(line=number)) for number, line in enumerate(_LINES, 2)),
    )
    document = UrsDocument(
        title="Sample requirements",
        file_name="sample.txt",
        format=DocumentFormat.TEXT,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=blocks,
    )
    whole = asyncio.run(_run(document))
    failure = AgentFailure(kind="TimeoutError", message="no answer within 60 s", attempts=3)
    failed = tuple(agent.model_copy(update={"answered": False, "failures": (failure,)}) for agent in whole.agents[:1])
    partial = whole.model_copy(update={"complete": False, "agents": (*failed, *whole.agents[1:])})
    return whole, partial


async def _run(document: UrsDocument) -> OQTestSuite:
    settings = Settings()
    generator = Generator(
        name="gampgen", version=__version__, engine="rules", settings_sha256=settings.content_sha256()
    )
    assembled: object = await OQWorkflow(settings, generator).run(
        start_event=DocumentRead(document=document, passages=())
    )
    if not isinstance(assembled, SuiteAssembled):
        raise InternalError("The workflow ended without a suite", hint="Please report this")
    return assembled.suite
