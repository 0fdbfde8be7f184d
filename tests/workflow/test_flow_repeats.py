"""An event that comes again, or runs in a circle, ends the run: it never changes what was decided."""

import asyncio
from pathlib import Path

import pytest
from tests.workflow.flow_fixture import GENERATOR, read_urs
from workflows.events import Event

from gampgen.domain.category import CategoryDecision, GampCategory
from gampgen.errors import InternalError
from gampgen.settings import Settings
from gampgen.workflow.events import (
    AgentAsked,
    DecisionTaken,
    RequirementsParsed,
    SuitePlanned,
    SystemCategorised,
)
from gampgen.workflow.flow import OQWorkflow
from gampgen.workflow.once import RepeatedEventError


def run_repeating(folder: Path, kind: type[Event]) -> None:
    """Send the first event of this kind a second time."""

    async def run() -> None:
        handler = OQWorkflow(Settings(), GENERATOR).run(start_event=read_urs(folder))
        sent = False
        async for event in handler.stream_events():
            if isinstance(event, kind) and not sent:
                sent = True
                handler.ctx.send_event(event)
        assert sent
        await handler

    asyncio.run(run())


@pytest.mark.parametrize("kind", [RequirementsParsed, SystemCategorised, SuitePlanned, AgentAsked])
def test_a_repeated_event_ends_the_run(kind: type[Event], tmp_path: Path) -> None:
    with pytest.raises(RepeatedEventError, match="came a second time"):
        run_repeating(tmp_path, kind)


def test_a_decision_that_nobody_asked_for_ends_the_run(tmp_path: Path) -> None:
    decision = CategoryDecision(category=GampCategory.STANDARD, decided_by="A. Stranger", reason="because")

    async def run() -> None:
        handler = OQWorkflow(Settings(), GENERATOR).run(start_event=read_urs(tmp_path))
        async for event in handler.stream_events():
            if isinstance(event, RequirementsParsed):
                handler.ctx.send_event(DecisionTaken(decision=decision))
        await handler

    with pytest.raises(InternalError, match="nobody had asked"):
        asyncio.run(run())
