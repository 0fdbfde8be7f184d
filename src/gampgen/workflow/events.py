"""The events that carry the work from step to step, in the past tense; each holds frozen domain values.

LlamaIndex events accept unknown keywords in silence, so each has few, required, typed fields.
"""

from __future__ import annotations

from workflows.events import Event, HumanResponseEvent, InputRequiredEvent, StartEvent, StopEvent

from gampgen.domain.advice import AgentAnswer, AgentId, ContextFile, ContextPassage, Question
from gampgen.domain.category import Categorisation, CategoryDecision, CategoryQuestion
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.document import UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import AnalysedRequirement, Recognition
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.second_reading import ModelCall, SecondReading
from gampgen.domain.suite import OQTestSuite
from gampgen.drafting import Draft


class DocumentRead(StartEvent):
    """The document was read, and the files given as context; `findings` are the readers' on the latter."""

    document: UrsDocument
    passages: tuple[ContextPassage, ...]
    files: tuple[ContextFile, ...] = ()
    findings: tuple[Finding, ...] = ()


class RequirementsParsed(Event):
    """The requirements were recognised and their statements read."""

    recognition: Recognition
    requirements: tuple[AnalysedRequirement, ...]
    findings: tuple[Finding, ...]


class CategoryProposed(Event):
    """The rules proposed a GAMP category. Told to the stream only; no step takes it."""

    categorisation: Categorisation


class DecisionAsked(InputRequiredEvent):
    """The category is in doubt, and the run was told to ask. It goes on when a `DecisionTaken` is sent to it."""

    question: CategoryQuestion


class DecisionTaken(HumanResponseEvent):
    """A person's answer, sent from outside: a decision, or None to go on with the proposal."""

    decision: CategoryDecision | None


class SystemCategorised(Event):
    """The GAMP category is settled for this run: as proposed, as decided by a person, or as the highest in question."""

    categorisation: Categorisation
    findings: tuple[Finding, ...]


class SuitePlanned(Event):
    """Each requirement has risk and disposition; what has to be covered is known."""

    planned: tuple[PlannedRequirement, ...]
    coverage: tuple[CoverageItem, ...]
    findings: tuple[Finding, ...]


class AgentAsked(Event):
    """An agent is asked about a chunk of requirements."""

    agent: AgentId
    question: Question


class AgentRetried(Event):
    """An agent is asked again after a failure that may pass. Told to the stream only; no step takes it."""

    agent: AgentId
    chunk: int
    attempt: int
    problem: str


class AgentAnswered(Event):
    """An agent answered, or failed for good, after so many microseconds; they stand in the audit only.

    `kept`: it was not asked, since an interrupted run of the same inputs already had its answer.
    """

    answer: AgentAnswer
    elapsed_us: int
    kept: bool = False


class AdviceCollected(Event):
    """All answers are there, in the fixed order of agents and chunks; `findings` say what they looked for in vain."""

    answers: tuple[AgentAnswer, ...]
    findings: tuple[Finding, ...]


class CasesDrafted(Event):
    """The test cases stand in words."""

    draft: Draft


class ModelAsked(Event):
    """A language model is asked: `number` of `of` conversations begins. Told to the stream only; no step takes it."""

    number: int
    of: int
    task: str


class ModelAnswered(Event):
    """A conversation ended, `done` of `of`: its calls, and in words what the run has spent so far. Told to the stream
    only; no step takes it.
    """  # noqa: D205 - one sentence

    done: int
    of: int
    calls: tuple[ModelCall, ...]
    spent: str


class DraftReadAgain(Event):
    """A language model looked at the draft, or none was used: the draft as it goes on, and the rules' own beside it."""

    draft: Draft
    rules: Draft
    findings: tuple[Finding, ...]
    reading: SecondReading | None


class SuiteAssembled(StopEvent):
    """The suite is whole: numbered, traced, counted."""

    suite: OQTestSuite
