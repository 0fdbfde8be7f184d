"""What the events of a run mean for a person who waits: stages and agents, each with a state and a few words."""

from __future__ import annotations

from enum import StrEnum

from workflows.events import Event

from gampgen.audit.record import Occurrence
from gampgen.cli.console import counted
from gampgen.domain.advice import AgentId, AgentName
from gampgen.domain.base import Value
from gampgen.domain.risk import DispositionKind
from gampgen.workflow.events import (
    AdviceCollected,
    AgentAnswered,
    AgentAsked,
    AgentRetried,
    CasesDrafted,
    DocumentRead,
    DraftReadAgain,
    ModelAnswered,
    ModelAsked,
    RequirementsParsed,
    SuiteAssembled,
    SuitePlanned,
    SystemCategorised,
)


class StageState(StrEnum):
    """Where a stage stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Stage(Value):
    """A stage of the work, or an agent. `answered` counts an agent's answers, `advice` what they held."""

    state: StageState = StageState.WAITING
    detail: str = ""
    answered: int = 0
    advice: int = 0


MODEL = "Ask the language model"
READ, PARSE, CATEGORISE, PLAN = "Read the document", "Recognise requirements", "Categorise the system", "Plan the suite"
DRAFT, ASSEMBLE, WRITE = "Draft the tests", "Assemble the suite", "Write the outputs"


def agent_line(name: AgentId) -> str:
    """The line of an agent."""
    return f"Ask the {'SME' if name == AgentName.SME else str(name)} agent"


_BEFORE = (READ, PARSE, CATEGORISE, PLAN, *(agent_line(name) for name in AgentName))
_AFTER = (DRAFT, MODEL, ASSEMBLE, WRITE)
Stages = dict[str, Stage]


def stages_after(stages: Stages, event: Event | Occurrence | None) -> Stages:
    """The stages after an event; with None, all of them waiting. The given stages are left as they are."""
    model = (MODEL,) if MODEL in stages or isinstance(event, ModelAsked) else ()
    order = (*_BEFORE, *_further(stages, event), DRAFT, *model, ASSEMBLE, WRITE)
    after = {name: stages.get(name, Stage()) for name in order}
    if event is not None:
        after |= _changes(after, event)
        _start_next(after)
    return after


def _further(stages: Stages, event: Event | Occurrence | None) -> list[str]:
    """The lines of the agents that further packages bring along: those known so far, and the one that is asked now."""
    asked = [agent_line(event.agent)] if isinstance(event, AgentAsked) else []
    return [name for name in dict.fromkeys((*stages, *asked)) if name not in _BEFORE and name not in _AFTER]


def _changes(stages: Stages, event: Event | Occurrence) -> Stages:  # noqa: C901, PLR0911 - one line for each event
    match event:
        case DocumentRead(document=document):
            return _done(READ, f"{document.file_name}, {document.format}")
        case RequirementsParsed(requirements=requirements, recognition=found):
            passed = f", {counted(len(found.passed_over), 'look-alike')} passed over" if found.passed_over else ""
            return _done(PARSE, f"{counted(len(requirements), 'requirement')}{passed}")
        case SystemCategorised(categorisation=found):
            words = "no evidence for any" if found.category is None else f"GAMP category {found.category.value}"
            return _done(CATEGORISE, words + (", a person has to confirm it" if found.needs_review else ""))
        case SuitePlanned(planned=planned, coverage=items):
            tested = sum(one.disposition.kind is DispositionKind.OQ for one in planned)
            return _done(PLAN, f"{tested} to test in OQ, {counted(len(items), 'coverage item')}")
        case AgentAsked(agent=agent):
            line = stages[agent_line(agent)]
            running = StageState.FAILED if line.state is StageState.FAILED else StageState.RUNNING
            return {agent_line(agent): line.model_copy(update={"state": running})}
        case AgentRetried(agent=agent, problem=problem):
            line = stages[agent_line(agent)]
            return {agent_line(agent): line.model_copy(update={"detail": f"asked again: {problem}"})}
        case AgentAnswered(answer=answer):
            return _agent_answered(stages[agent_line(answer.agent)], event)
        case AdviceCollected():
            return _agents_done(stages)
        case CasesDrafted(draft=draft):
            return _done(DRAFT, counted(len(draft.tests), "test"))
        case ModelAsked() | ModelAnswered() | DraftReadAgain():
            return _model_at_work(stages, event)
        case SuiteAssembled(suite=suite):
            return _done(ASSEMBLE, counted(len(suite.findings), "finding"))
        case Occurrence(action="file_rendered", subject=subject) if "/" not in subject:
            return {WRITE: Stage(state=StageState.DONE, detail=subject)}
    return {}


def _model_at_work(stages: Stages, event: ModelAsked | ModelAnswered | DraftReadAgain) -> Stages:
    """While the model is asked the suite is not yet assembled: its line waits. Without a model nothing changes."""
    line = stages.get(MODEL)
    if line is None:
        return {}
    if not isinstance(event, DraftReadAgain):
        told = (
            f"{event.done} of {event.of} questions: {event.spent}" if isinstance(event, ModelAnswered) else line.detail
        )
        return {MODEL: Stage(state=StageState.RUNNING, detail=told), ASSEMBLE: Stage()}
    reading = event.reading
    if reading is None:
        return {}
    told = f"{len(reading.contributions)} contributions, {len(reading.dropped)} answers dropped"
    missing = f", {len(reading.unanswered)} questions unanswered" if reading.unanswered else ""
    state = StageState.DONE if reading.whole else StageState.FAILED
    return {MODEL: Stage(state=state, detail=f"{told}{missing}; {line.detail}")}


def _agent_answered(line: Stage, event: AgentAnswered) -> Stages:
    answer = event.answer
    name = agent_line(answer.agent)
    if answer.failure is not None:
        detail = f"{answer.failure.kind}: {answer.failure.message}"
        return {name: line.model_copy(update={"state": StageState.FAILED, "detail": detail})}
    if line.state is StageState.FAILED:
        return {}
    answered, advice = line.answered + 1, line.advice + len(answer.advice)
    detail = f"{counted(answered, 'answer')}, {counted(advice, 'piece')} of advice"
    counts = {"answered": answered, "advice": advice, "detail": detail}
    return {name: line.model_copy(update=counts)}


def _agents_done(stages: Stages) -> Stages:
    """Only when all answers are in is an agent done: questions are asked a few at a time."""
    return {
        name: line.model_copy(update={"state": StageState.DONE})
        for name, line in stages.items()
        if line.answered and line.state is StageState.RUNNING
    }


def _done(name: str, detail: str) -> Stages:
    return {name: Stage(state=StageState.DONE, detail=detail)}


def _start_next(stages: Stages) -> None:
    """The first stage that still waits is the one at work, once all before it are done."""
    for name, stage in stages.items():
        if stage.state is StageState.RUNNING:
            return
        if stage.state is StageState.WAITING:
            stages[name] = stage.model_copy(update={"state": StageState.RUNNING})
            return
