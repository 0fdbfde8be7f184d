"""What each event means for the audit trail: who did what to what, and why. Events in, occurrences out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import TypeAdapter
from workflows.events import Event

from gampgen.agents import GAP
from gampgen.audit.canonical import sha256_hex
from gampgen.audit.record import DigestOf, Occurrence
from gampgen.domain.advice import Advice, AgentAnswer
from gampgen.domain.category import GampCategory
from gampgen.domain.second_reading import ModelCall
from gampgen.domain.suite import OQTestCase
from gampgen.workflow.consulting import correlation_id
from gampgen.workflow.events import (
    AdviceCollected,
    AgentAnswered,
    AgentAsked,
    AgentRetried,
    CasesDrafted,
    CategoryProposed,
    DecisionAsked,
    DocumentRead,
    DraftReadAgain,
    ModelAnswered,
    RequirementsParsed,
    SuiteAssembled,
    SuitePlanned,
    SystemCategorised,
)

ENGINE, MODEL = "rules engine", "language model"
_ADVICE = TypeAdapter(tuple[Advice, ...])
_CATEGORY = "GAMP category"


def occurrences(event: Event) -> tuple[Occurrence, ...]:
    """The occurrences that an event of the workflow stands for; none for the engine's own events."""
    tell = _TELLERS.get(type(event))
    return tell(event) if tell else ()


def _document_read(event: DocumentRead) -> tuple[Occurrence, ...]:
    document = event.document
    read = Occurrence(
        actor=ENGINE,
        action="document_read",
        subject=document.file_name,
        reason=f"{document.format} with {len(document.blocks)} blocks",
        inputs=(DigestOf(name=document.file_name, sha256=document.sha256),),
    )
    context = (
        Occurrence(
            actor=ENGINE,
            action="context_file_read",
            subject=one.name,
            reason=f"{one.passages} passages, {f'version {one.version}' if one.version else 'no version stated'}",
            inputs=(DigestOf(name=one.name, sha256=one.sha256),),
        )
        for one in event.files
    )
    return (read, *context)


def _requirements_parsed(event: RequirementsParsed) -> tuple[Occurrence, ...]:
    recognised = (
        Occurrence(
            actor=ENGINE,
            action="requirement_recognised",
            subject=one.requirement.uid,
            reason=one.requirement.location.in_words(),
            outputs=(DigestOf(name="stamp", sha256=one.requirement.stamp),),
        )
        for one in event.requirements
    )
    passed = (
        Occurrence(actor=ENGINE, action="passed_over", subject=one.location.in_words(), reason=one.reason)
        for one in event.recognition.passed_over
    )
    return (*recognised, *passed)


def _proposed(event: CategoryProposed) -> tuple[Occurrence, ...]:
    found = event.categorisation
    return (
        Occurrence(
            actor=ENGINE,
            action="category_proposed",
            subject=_CATEGORY,
            reason=found.rationale,
            after=_in_words(found.proposed),
        ),
    )


def _decision_asked(event: DecisionAsked) -> tuple[Occurrence, ...]:
    doubts = "; ".join(f"{doubt.code}: {doubt.message}" for doubt in event.question.doubts)
    before = _in_words(event.question.proposal.proposed)
    return (Occurrence(actor=ENGINE, action="decision_asked", subject=_CATEGORY, reason=doubts, before=before),)


def _categorised(event: SystemCategorised) -> tuple[Occurrence, ...]:
    """What became of the proposal: decided, raised, or left open; nothing to tell where it was never in doubt."""
    found = event.categorisation
    before, after = _in_words(found.proposed), _in_words(found.category)
    actor, action, reason = ENGINE, "", ""
    if found.decision is not None:
        actor, action, reason = found.decision.decided_by, "category_decided", found.decision.reason
    elif found.category is not found.proposed:
        action, reason = "category_raised", "in doubt the run was told to take the highest category in question"
    elif found.needs_review:
        action, reason = "category_left_open", "the proposal stands and asks for a person: see the findings"
    if not action:
        return ()
    return (Occurrence(actor=actor, action=action, subject=_CATEGORY, reason=reason, before=before, after=after),)


def _in_words(category: GampCategory | None) -> str:
    return "none" if category is None else str(category.value)


def _planned(event: SuitePlanned) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(
            actor=ENGINE,
            action="requirement_planned",
            subject=one.analysed.requirement.uid,
            reason=one.disposition.reason,
            after=f"{one.disposition.kind}, priority {one.risk.priority}",
        )
        for one in event.planned
    )


def _asked(event: AgentAsked) -> tuple[Occurrence, ...]:
    asked = f"{len(event.question.requirements)} requirements"
    return (Occurrence(actor=ENGINE, action="agent_asked", subject=correlation_id(event), reason=asked),)


def _retried(event: AgentRetried) -> tuple[Occurrence, ...]:
    subject, reason = f"{event.agent}/{event.chunk + 1}", f"attempt {event.attempt + 1}: {event.problem}"
    return (Occurrence(actor=ENGINE, action="agent_retried", subject=subject, reason=reason),)


def _answered(event: AgentAnswered) -> tuple[Occurrence, ...]:
    answer: AgentAnswer = event.answer
    actor, took = f"{answer.agent} agent {answer.version}", f"attempt {answer.attempts}, {event.elapsed_us} µs"
    given: tuple[DigestOf, ...] = ()
    if answer.failure is not None:
        action, reason = "agent_failed", f"{answer.failure.kind}: {answer.failure.message} ({took})"
    else:
        sources = len({piece.source.model_dump_json() for piece in answer.advice})
        said = f"{len(answer.advice)} pieces of advice from {sources} sources, none on {len(answer.nothing_on)}"
        given = (DigestOf(name="advice", sha256=sha256_hex(_ADVICE.dump_json(answer.advice))),)
        action = "agent_answer_kept" if event.kept else "agent_answered"
        reason = f"{said} requirements ({'from an interrupted run of the same inputs' if event.kept else took})"
    return (Occurrence(actor=actor, action=action, subject=answer.correlation_id, reason=reason, outputs=given),)


def _collected(event: AdviceCollected) -> tuple[Occurrence, ...]:
    collected = Occurrence(actor=ENGINE, action="advice_collected", subject=f"{len(event.answers)} answers")
    in_vain = (
        Occurrence(actor=ENGINE, action="looked_up_in_vain", subject=finding.code, reason=finding.message)
        for finding in event.findings
        if finding.code != GAP.code
    )
    return (collected, *in_vain)


def _drafted(event: CasesDrafted) -> tuple[Occurrence, ...]:
    return _drafts(event.draft.tests, ENGINE)


def _drafts(tests: Iterable[OQTestCase], actor: str) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(
            actor=actor,
            action="test_drafted",
            subject=test.id,
            reason=f"{test.technique} for {', '.join(test.requirement_uids)}",
            refers_to=test.requirement_uids,
        )
        for test in tests
    )


def _model_answered(event: ModelAnswered) -> tuple[Occurrence, ...]:
    return tuple(_model_call(call) for call in event.calls)


def _model_call(call: ModelCall) -> Occurrence:
    """All that is known of where an answer comes from (G9), and what the gates said."""
    tokens = f"{_counted(call.prompt_tokens)} + {_counted(call.completion_tokens)} tokens"
    took = f"{call.attempts} attempts, {call.duration_ms} ms, {call.sent_bytes} bytes sent, {tokens}"
    served = f"fingerprint {call.fingerprint or 'none'}, parameters {call.parameters or 'none'}"
    source = "out of a cache or recording; when it was made: " if call.cached else ""
    gated = f"{call.accepted} of {call.items} accepted, {call.refused} refused"
    reasons = f" ({'; '.join(call.reasons)})" if call.reasons else ""
    action = "model_failed" if call.failure else ("model_asked_again" if call.again else "model_answered")
    return Occurrence(
        actor=f"language model {call.answered_by}".rstrip(),
        action=action,
        subject=call.task,
        reason=f"{call.failure or gated + reasons}; {source}{took}; {served}",
        inputs=(
            DigestOf(name="question", sha256=call.exchange),  # which also names the file in llm/
            *(DigestOf(name=f"prompt {one.name} {one.version}", sha256=one.sha256) for one in call.prompts),
        ),
        outputs=(DigestOf(name="answer", sha256=call.answer_sha256),) if call.answer_sha256 else (),
    )


def _counted(tokens: int | None) -> str:
    return "uncounted" if tokens is None else str(tokens)


def _read_again(event: DraftReadAgain) -> tuple[Occurrence, ...]:
    """The tests that the model added, and every piece that it added or exchanged, with what stood there before."""
    if event.reading is None:
        return ()
    known = {test.id for test in event.rules.tests}
    added = _drafts((test for test in event.draft.tests if test.id not in known), MODEL)
    pieces = (
        Occurrence(
            actor=MODEL,
            action="contribution_accepted",
            subject=one.test_id or one.requirement_uid or "document",
            reason=one.kind,
            before=one.replaced or None,
            after=one.text,
            refers_to=(one.requirement_uid,) if one.requirement_uid else (),
        )
        for one in event.reading.contributions
    )
    return (*added, *pieces)


def _assembled(event: SuiteAssembled) -> tuple[Occurrence, ...]:
    suite = event.suite
    words = f"{len(suite.requirements)} requirements, {len(suite.tests)} tests, {len(suite.findings)} findings"
    return (Occurrence(actor=ENGINE, action="suite_assembled", subject=suite.document.file_name, reason=words),)


_TELLERS: dict[type[Event], Callable[[Any], tuple[Occurrence, ...]]] = {
    DocumentRead: _document_read,
    RequirementsParsed: _requirements_parsed,
    CategoryProposed: _proposed,
    DecisionAsked: _decision_asked,
    SystemCategorised: _categorised,
    SuitePlanned: _planned,
    AgentAsked: _asked,
    AgentRetried: _retried,
    AgentAnswered: _answered,
    AdviceCollected: _collected,
    CasesDrafted: _drafted,
    ModelAnswered: _model_answered,
    DraftReadAgain: _read_again,
    SuiteAssembled: _assembled,
}
