"""Following a run: the one consumer of the workflow's events, and the one who asks a person.

The workflow never waits inside a step. Where the category is in doubt it hands out a question and is idle; the event
loop stands still while a person thinks, so that Ctrl-C works and nothing else goes on, and runs again with the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from workflows.events import Event
from workflows.handler import WorkflowHandler

from gampgen import __version__, knowledge
from gampgen.audit.journal import Journal
from gampgen.audit.record import Occurrence
from gampgen.domain.advice import AgentAnswer
from gampgen.domain.category import CategoryDecision, CategoryQuestion
from gampgen.domain.suite import Generator, OQTestSuite
from gampgen.errors import DecisionPendingError, InternalError
from gampgen.pipeline.acceptance import suite_with_acceptances, suppressions
from gampgen.pipeline.provenance import content_digest
from gampgen.settings import Settings
from gampgen.workflow.events import DecisionAsked, DecisionTaken, DocumentRead, SuiteAssembled
from gampgen.workflow.flow import OQWorkflow
from gampgen.workflow.narrative import occurrences
from gampgen.workflow.rereading import SecondReader

ENGINE, ENGINE_WITH_MODEL = "rules", "rules+llm"
Watch = Callable[[Event | Occurrence], None]
Decide = Callable[[CategoryQuestion], CategoryDecision | None]


class UndecidedError(DecisionPendingError):
    """Nobody decided; `question` is what was asked."""

    def __init__(self, question: CategoryQuestion) -> None:
        super().__init__(
            "The category needs a person's decision, and none was taken",
            hint="Decide with --category N --decided-by NAME --reason TEXT",
        )
        self.question = question


def leave_undecided(question: CategoryQuestion) -> CategoryDecision | None:
    """Decide nothing: the run ends and leaves the question. Raises UndecidedError."""
    raise UndecidedError(question)


def followed(
    read: DocumentRead,
    settings: Settings,
    journal: Journal,
    watch: Watch,
    decide: Decide,
    second: SecondReader | None = None,
    kept: tuple[AgentAnswer, ...] = (),
) -> OQTestSuite:
    """Run the workflow to its end; each event goes to the journal first, then to `watch`.

    Args:
        read: the document.
        settings: the run's settings.
        journal: gets what each event means.
        watch: is shown each event.
        decide: answers a question about the category: a decision, or None to go on with the proposal.
        second: the language model that looks at the draft; None without one.
        kept: answers that agents already gave in an interrupted run.

    Raises:
        GampgenError: what a step, or `decide`, raised.
    """
    with asyncio.Runner() as loop:
        run = loop.run(_Run.begun(read, settings, journal, watch, second, kept))
        while (asked := loop.run(run.until_asked())) is not None:
            loop.run(run.answer(decide(asked)))
        suite = suite_with_acceptances(loop.run(run.suite()), settings.accepted)
    journal.record(*suppressions(suite))
    return suite


class _Run:
    """One run of the workflow, followed in stretches: from the start, or an answer, to the next question or the end."""

    def __init__(self, handler: WorkflowHandler, journal: Journal, watch: Watch) -> None:
        self._handler = handler
        self._events: AsyncIterator[Event] = handler.stream_events()
        self._journal = journal
        self._watch = watch

    @classmethod
    async def begun(
        cls,
        read: DocumentRead,
        settings: Settings,
        journal: Journal,
        watch: Watch,
        second: SecondReader | None,
        kept: tuple[AgentAnswer, ...],
    ) -> _Run:
        engine = ENGINE if second is None else ENGINE_WITH_MODEL
        generator = Generator(
            name="gampgen", version=__version__, engine=engine, settings_sha256=content_digest(settings)
        )
        reference = knowledge.load_with(settings.knowledge)
        flow = OQWorkflow(settings, generator, reference=reference, second=second, kept=kept)
        return cls(flow.run(start_event=read), journal, watch)

    async def until_asked(self) -> CategoryQuestion | None:
        """Follow the events up to a question, which is returned, or to the end of the stream."""
        async for event in self._events:
            self._journal.record(*occurrences(event))
            self._watch(event)
            if isinstance(event, DecisionAsked):
                return event.question
        return None

    async def answer(self, decision: CategoryDecision | None) -> None:
        self._handler.ctx.send_event(DecisionTaken(decision=decision))

    async def suite(self) -> OQTestSuite:
        assembled: object = await self._handler
        if not isinstance(assembled, SuiteAssembled):
            raise InternalError("The workflow ended without a suite", hint="Please report this")
        return assembled.suite
