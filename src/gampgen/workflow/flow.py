"""The order of work, as a LlamaIndex workflow. What each step means is in the room that it calls."""

from __future__ import annotations

from typing import TypeVar

from workflows import Context, Workflow, catch_error, step
from workflows.events import Event, StepFailedEvent

from gampgen import agents, categorisation, drafting, knowledge, planning, quality, techniques
from gampgen.agents.interface import Agent
from gampgen.domain.advice import AgentAnswer, Question
from gampgen.domain.suite import Generator
from gampgen.drafting.assembly import SuiteParts
from gampgen.knowledge import Knowledge
from gampgen.parsing import analysis, recognition
from gampgen.settings import Settings
from gampgen.workflow.consulting import AGENTS_AT_ONCE, TRY_AGAIN, Consultation, asked_or_again
from gampgen.workflow.events import (
    AdviceCollected,
    AgentAnswered,
    AgentAsked,
    CasesDrafted,
    CategoryProposed,
    DecisionAsked,
    DecisionTaken,
    DocumentRead,
    DraftReadAgain,
    RequirementsParsed,
    SuiteAssembled,
    SuitePlanned,
    SystemCategorised,
)
from gampgen.workflow.failures import incomplete
from gampgen.workflow.measuring import measured
from gampgen.workflow.once import Once
from gampgen.workflow.rereading import NoReader, SecondReader
from gampgen.workflow.settling import answered, asks_a_person, settled
from gampgen.workflow.state import RunState

_Told = TypeVar("_Told", bound=Event)


class OQWorkflow(Workflow):
    """URS document in, OQ suite out. One instance serves one run.

    Args:
        settings: the run's settings.
        generator: what names itself as the maker of the suite.
        reference: the regulatory reference; by default the shipped one.
        consulted: the agents to ask, in the order in which their answers count; by default all that are installed.
        second: the language model that looks at the draft; None without one.
        kept: answers that agents already gave in an interrupted run of the same inputs; they are not asked again.
    """

    def __init__(
        self, settings: Settings, generator: Generator, consulted: tuple[Agent, ...] | None = None,
        reference: Knowledge | None = None, second: SecondReader | None = None, kept: tuple[AgentAnswer, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(timeout=None)  # the engine's default of 45 s would end a large document
        self._settings = settings
        self._generator = generator
        self._reference = reference or knowledge.load()
        self._consultation = Consultation(
            consulted or agents.consulted_agents(self._reference), settings.agent_timeout_seconds, self._reference, kept
        )
        self._once = Once()
        self._second = second or NoReader()

    @step
    async def parse_requirements(self, ctx: Context[RunState], event: DocumentRead) -> RequirementsParsed:
        """Recognise the requirements, read their statements, review their wording."""
        self._told(ctx, event)
        found = recognition.recognise(event.document, self._settings.read.system)
        requirements = analysis.analyse(found.requirements)
        wording = tuple(finding for requirement in requirements for finding in quality.review_statement(requirement))
        findings = (
            *event.document.findings, *event.findings, *found.findings,
            *wording, *quality.review_set(requirements, found),
        )  # fmt: skip
        parsed = RequirementsParsed(recognition=found, requirements=requirements, findings=findings)
        await ctx.store.set("read", event)
        await ctx.store.set("parsed", parsed)
        return self._told(ctx, parsed)

    @step
    async def categorise_system(
        self, ctx: Context[RunState], event: RequirementsParsed
    ) -> SystemCategorised | DecisionAsked:
        """Propose the GAMP category; where it is in doubt and the run was told to ask, ask a person."""
        read: DocumentRead = await ctx.store.get("read")
        proposal, findings = categorisation.propose(read.document, event.recognition, event.requirements)
        self._told(ctx, CategoryProposed(categorisation=proposal))
        if asks_a_person(proposal, self._settings):
            asked = DecisionAsked(question=categorisation.question_on(proposal, findings))
            await ctx.store.set("asked", asked)
            return asked
        return await self._categorised(
            ctx, settled(proposal, findings, self._settings.decision, self._settings.on_doubt)
        )

    @step
    async def take_decision(self, ctx: Context[RunState], event: DecisionTaken) -> SystemCategorised:
        """Go on with what a person decided; without a decision, with the proposal."""
        asked: DecisionAsked | None = await ctx.store.get("asked")
        return await self._categorised(ctx, answered(asked, event.decision))

    @step
    async def plan_suite(self, ctx: Context[RunState], event: SystemCategorised) -> SuitePlanned:
        """Assess risk, decide where each requirement is verified, derive what has to be covered."""
        parsed: RequirementsParsed = await ctx.store.get("parsed")
        planned = tuple(planning.assess(one, event.categorisation.category) for one in parsed.requirements)
        items = techniques.design(planned, parsed.recognition)
        plan = SuitePlanned(planned=planned, coverage=items, findings=planning.review(planned))
        await ctx.store.set("planned", plan)
        return self._told(ctx, plan)

    @step
    async def ask_agents(self, ctx: Context[RunState], event: SuitePlanned) -> list[AgentAsked]:
        """Fan out: each agent is asked about each chunk of requirements."""
        read: DocumentRead = await ctx.store.get("read")
        parsed: RequirementsParsed = await ctx.store.get("parsed")
        categorised: SystemCategorised = await ctx.store.get("categorised")
        whole = Question(
            chunk=0,
            requirements=event.planned,
            recognition=parsed.recognition,
            categorisation=categorised.categorisation,
            passages=read.passages,
        )
        return self._consultation.questions(whole, self._settings.chunk_size)

    @step(num_workers=AGENTS_AT_ONCE, retry_policy=TRY_AGAIN)
    async def consult(self, ctx: Context[RunState], event: AgentAsked) -> AgentAnswered:
        """Ask one agent one question, under the agent's own time-out."""
        self._told(ctx, asked_or_again(event, ctx.retry_info()))
        return self._told(ctx, await self._consultation.answer(event, ctx.retry_info()))

    @catch_error(for_steps=["consult"])
    async def note_failure(self, ctx: Context[RunState], event: StepFailedEvent) -> AgentAnswered:
        """An agent failed for good: its answer says so, and the others go on."""
        return self._told(ctx, self._consultation.failure(event))

    @step
    async def collect_advice(self, ctx: Context[RunState], answered: list[AgentAnswered]) -> AdviceCollected:
        """Join: answers in the order of agents and chunks, whichever came first."""
        answers = self._consultation.in_order(answered)
        failed = [one for one in answers if one.failure is not None]
        if failed and not self._settings.allow_partial:
            raise incomplete(failed)
        read: DocumentRead = await ctx.store.get("read")
        collected = AdviceCollected(answers=answers, findings=agents.findings_on(answers, read.files))
        await ctx.store.set("advice", collected)
        return self._told(ctx, collected)

    @step
    async def draft_cases(self, ctx: Context[RunState], event: AdviceCollected) -> CasesDrafted:
        """Put the coverage items into words, with the agents' advice."""
        parsed: RequirementsParsed = await ctx.store.get("parsed")
        plan: SuitePlanned = await ctx.store.get("planned")
        draft = drafting.draft(plan.coverage, plan.planned, parsed.recognition, event.answers)
        return self._told(ctx, CasesDrafted(draft=draft))

    @step
    async def read_again(self, ctx: Context[RunState], event: CasesDrafted) -> DraftReadAgain:
        """Let a language model look at the draft, where one is used; without one it goes on as it is."""
        parsed: RequirementsParsed = await ctx.store.get("parsed")
        plan: SuitePlanned = await ctx.store.get("planned")
        found: SystemCategorised = await ctx.store.get("categorised")
        return self._told(ctx, await self._second.read(event.draft, parsed, found, plan, ctx.write_event_to_stream))

    @step
    async def assemble_suite(self, ctx: Context[RunState], event: DraftReadAgain) -> SuiteAssembled:
        """Put the suite together, prove its promises, and measure what it would notice."""
        parsed: RequirementsParsed = await ctx.store.get("parsed")
        categorised: SystemCategorised = await ctx.store.get("categorised")
        plan: SuitePlanned = await ctx.store.get("planned")
        advice: AdviceCollected = await ctx.store.get("advice")
        parts = SuiteParts(
            generator=self._generator, recognition=parsed.recognition, categorisation=categorised.categorisation,
            planned=plan.planned, ledger=planning.ledger(plan.planned), answers=advice.answers, draft=event.draft,
            findings=(
                *parsed.findings, *categorised.findings, *plan.findings, *advice.findings, *event.draft.findings,
                *event.findings,
            ),
            second_reading=event.reading,
        )  # fmt: skip
        suite = drafting.assemble(parts, self._reference)
        return SuiteAssembled(suite=measured(suite, event.rules.tests, self._settings.min_kill))

    async def _categorised(self, ctx: Context[RunState], categorised: SystemCategorised) -> SystemCategorised:
        await ctx.store.set("categorised", categorised)
        return self._told(ctx, categorised)

    def _told(self, ctx: Context[RunState], event: _Told) -> _Told:
        """Show the event, which must be new, to whoever watches the run, and hand it on."""
        self._once.note(event)
        ctx.write_event_to_stream(event)
        return event
