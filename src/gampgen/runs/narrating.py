"""What the workflow's events mean to others: events in, flat events out."""

from __future__ import annotations

from workflows.events import Event

from gampgen.audit.record import Occurrence
from gampgen.runs.telling import Kind, RunEvent, Teller
from gampgen.workflow.consulting import correlation_id
from gampgen.workflow.events import (
    AdviceCollected,
    AgentAnswered,
    AgentAsked,
    AgentRetried,
    CasesDrafted,
    DecisionAsked,
    DocumentRead,
    RequirementsParsed,
    SuiteAssembled,
    SuitePlanned,
    SystemCategorised,
)


def told(teller: Teller, event: Event | Occurrence) -> RunEvent | None:
    """What an event of the workflow, or a written file, means to others; None where it means nothing to them."""
    match event:
        case AgentAsked():
            return teller.event(Kind.AGENT_STARTED, correlation_id(event))
        case AgentRetried(agent=agent, chunk=chunk, attempt=attempt, problem=problem):
            return teller.event(Kind.AGENT_RETRIED, f"{agent}/{chunk + 1}", problem, attempt=attempt + 1)
        case AgentAnswered():
            return _answered(teller, event)
        case DecisionAsked(question=question):
            return teller.event(Kind.WAITING, "category", ", ".join(doubt.code for doubt in question.doubts))
        case Occurrence(action="file_rendered", subject=subject):
            return teller.event(Kind.FILE_WRITTEN, subject)
    stage = _stage(event)
    return teller.event(Kind.STAGE_FINISHED, *stage) if stage else None


def _answered(teller: Teller, event: AgentAnswered) -> RunEvent:
    answer = event.answer
    if answer.failure is not None:
        kind, detail = Kind.AGENT_FAILED, f"{answer.failure.kind}: {answer.failure.message}"
    else:
        kind = Kind.AGENT_KEPT if event.kept else Kind.AGENT_FINISHED
        detail = f"{len(answer.advice)} pieces of advice"
    return teller.event(kind, answer.correlation_id, detail, microseconds=event.elapsed_us, attempt=answer.attempts)


def _stage(event: Event | Occurrence) -> tuple[str, str] | None:  # noqa: PLR0911 - one line for each stage
    """Name of the stage that ended, and its result in words."""
    match event:
        case DocumentRead(document=document):
            return "read", f"{document.format}"
        case RequirementsParsed(requirements=requirements):
            return "parse", f"{len(requirements)} requirements"
        case SystemCategorised(categorisation=found):
            return "categorise", "no category" if found.category is None else f"category {found.category.value}"
        case SuitePlanned(coverage=items):
            return "plan", f"{len(items)} coverage items"
        case AdviceCollected(answers=answers):
            return "advise", f"{len(answers)} answers"
        case CasesDrafted(draft=draft):
            return "draft", f"{len(draft.tests)} tests"
        case SuiteAssembled(suite=suite):
            return "assemble", f"{len(suite.findings)} findings"
    return None
