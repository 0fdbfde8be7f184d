"""Whatever an agent does, the run says so: own time-out, retries of what may pass, never a silently thinner suite."""

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.workflow.flow_fixture import URS, read_urs, run_flow

from gampgen import agents, knowledge
from gampgen.agents import replied
from gampgen.domain.advice import AdviceKind, AgentAnswer, AgentName, Question, Reply
from gampgen.domain.trace import Source, SourceKind
from gampgen.errors import IncompleteError, InternalError, TransientError
from gampgen.settings import Settings
from gampgen.workflow.chunks import chunks_of
from gampgen.workflow.consulting import Consultation
from gampgen.workflow.events import AgentAnswered, AgentAsked, AgentRetried
from gampgen.workflow.narrative import occurrences


@dataclass
class FakeAgent:
    """An agent that does as the test says; `calls` counts the questions."""

    name: str
    behaviour: object = None
    version: str = "test"
    calls_outside: bool = False
    calls: list = field(default_factory=list)

    def advise(self, question: Question) -> Reply:
        self.calls.append(question)
        return self.behaviour(self, question) if self.behaviour else whole(question)


def whole(question: Question) -> Reply:
    """Looked at everything, and found nothing."""
    return replied(question, lambda _planned: [])


def trio(behaviour: object, who: AgentName = AgentName.SME) -> tuple[FakeAgent, ...]:
    return tuple(FakeAgent(name, behaviour if name is who else None) for name in AgentName)


def shipped(agent: FakeAgent, question: Question) -> Reply:
    """What the shipped agent of this name would say; it has something to say on this document."""
    return next(one for one in agents.default_agents() if one.name == agent.name).advise(question)


def fail(_agent: FakeAgent, _question: Question) -> Reply:
    raise RuntimeError("the shelf of books fell down")


def hang(_agent: FakeAgent, _question: Question) -> Reply:
    threading.Event().wait(30)
    return Reply()


def wrong_type(_agent: FakeAgent, _question: Question) -> object:
    return ["not advice"]


def nothing(_agent: FakeAgent, _question: Question) -> object:
    return None


def empty(_agent: FakeAgent, _question: Question) -> Reply:
    return Reply()


def partial(agent: FakeAgent, question: Question) -> Reply:
    """Stops before the last requirement, and does not say so."""
    return shipped(agent, question.model_copy(update={"requirements": question.requirements[:-1]}))


def duplicate(agent: FakeAgent, question: Question) -> Reply:
    reply = shipped(agent, question)
    return reply.model_copy(update={"advice": (*reply.advice, reply.advice[-1])})


def about_a_stranger(agent: FakeAgent, question: Question) -> Reply:
    reply = shipped(agent, question)
    stranger = reply.advice[0].model_copy(update={"requirement_uid": "NO-SUCH"})
    return reply.model_copy(update={"advice": (*reply.advice, stranger)})


def invented(agent: FakeAgent, question: Question) -> Reply:
    reply = shipped(agent, question)
    first = reply.advice[0]
    false = first.model_copy(update={"source": first.source.model_copy(update={"quote": "nobody wrote this"})})
    return reply.model_copy(update={"advice": (*reply.advice, false)})


def draft_as_law(agent: FakeAgent, question: Question) -> Reply:
    """Names a clause of a draft as if it were in force."""
    reply = shipped(agent, question)
    source = Source(kind=SourceKind.CLAUSE, ref="A11D-12.1")
    false = reply.advice[0].model_copy(
        update={"kind": AdviceKind.CLAUSE, "source": source, "clause_status": "in_force"}
    )
    return reply.model_copy(update={"advice": (*reply.advice, false)})


def seconds(behaviour: object) -> int:
    """Time enough for the other agents on a busy machine; the one that hangs is not waited for so long."""
    return 2 if behaviour is hang else 60


FAULTS = [fail, hang, wrong_type, nothing, empty, partial, duplicate, about_a_stranger, invented, draft_as_law]


@pytest.mark.parametrize("behaviour", FAULTS)
@pytest.mark.parametrize("who", list(AgentName))
def test_a_failed_agent_ends_the_run_as_incomplete(behaviour: object, who: AgentName, tmp_path: Path) -> None:
    settings = Settings(agent_timeout_seconds=seconds(behaviour))
    with pytest.raises(IncompleteError, match=f"{who.value} agent") as caught:
        run_flow(read_urs(tmp_path), settings, trio(behaviour, who))
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("behaviour", FAULTS)
@pytest.mark.parametrize("who", list(AgentName))
def test_with_allow_partial_suite_and_trail_say_who_is_missing(
    behaviour: object, who: AgentName, tmp_path: Path
) -> None:
    settings = Settings(agent_timeout_seconds=seconds(behaviour), allow_partial=True)
    suite, events = run_flow(read_urs(tmp_path), settings, trio(behaviour, who))
    assert suite.complete is False
    assert [agent.name for agent in suite.agents if not agent.answered] == [who]
    assert not [one for one in suite.advice if one.agent == who]
    missing = [finding for finding in suite.findings if finding.code == "AGT1"]
    assert [finding.severity for finding in missing] == ["error"]
    assert f"{who.value} agent" in missing[0].message
    told = [occurrence for event in events for occurrence in occurrences(event)]
    failed = [one for one in told if one.action == "agent_failed"]
    assert [(one.actor.split()[0], one.subject) for one in failed] == [(who.value, f"{who.value}/1")]


@pytest.mark.parametrize("agent", list(AgentName))
def test_the_shipped_agents_are_none_of_these(agent: AgentName, tmp_path: Path) -> None:
    suite, _ = run_flow(read_urs(tmp_path), Settings(), trio(shipped, agent))
    assert suite.complete is True
    record = next(one for one in suite.agents if one.name == agent)
    assert record.advice_count > 0
    advised = {one.requirement_uid for one in suite.advice if one.agent == agent} - {None}
    assert record.nothing_on_count == len(suite.requirements) - len(advised)


def test_a_hanging_agent_does_not_hold_up_the_others_or_the_end(tmp_path: Path) -> None:
    begun = time.monotonic()
    suite, _ = run_flow(read_urs(tmp_path), Settings(agent_timeout_seconds=1, allow_partial=True), trio(hang))
    assert time.monotonic() - begun < 20  # the agent would hang for 30 s
    assert [agent.answered for agent in suite.agents] == [True, False, True]


def test_what_may_pass_is_tried_again_and_told(tmp_path: Path) -> None:
    def stumble(agent: FakeAgent, question: Question) -> Reply:
        if len(agent.calls) < 3:
            raise TransientError("The shelf is busy", hint="Wait")
        return whole(question)

    consulted = trio(stumble, AgentName.RESEARCH)
    suite, events = run_flow(read_urs(tmp_path), Settings(), consulted)
    assert suite.complete is True
    assert len(consulted[2].calls) == 3
    retried = [event for event in events if isinstance(event, AgentRetried)]
    assert [(event.agent, event.attempt, event.problem) for event in retried] == [
        (AgentName.RESEARCH, 1, "The shelf is busy"),
        (AgentName.RESEARCH, 2, "The shelf is busy"),
    ]
    answers = {event.answer.agent: event.answer for event in events if isinstance(event, AgentAnswered)}
    assert (answers["research"].attempts, answers["research"].correlation_id) == (3, "research/1")
    assert (answers["sme"].attempts, answers["sme"].correlation_id) == (1, "sme/1")
    told = [occurrence for event in events for occurrence in occurrences(event)]
    assert "attempt 3, " in next(one.reason for one in told if one.actor == "research agent test")
    first, _ = run_flow(read_urs(tmp_path), Settings(), trio(None))
    assert suite.model_dump_json() == first.model_dump_json()  # attempts and times are the audit's


def test_what_goes_on_failing_is_given_up_after_three_attempts(tmp_path: Path) -> None:
    def always(_agent: FakeAgent, _question: Question) -> Reply:
        raise TransientError("The shelf is busy", hint="Wait")

    consulted = trio(always)
    with pytest.raises(IncompleteError, match="3 attempts"):
        run_flow(read_urs(tmp_path), Settings(), consulted)
    assert len(consulted[1].calls) == 3


def test_what_cannot_pass_is_tried_once(tmp_path: Path) -> None:
    consulted = trio(fail)
    with pytest.raises(IncompleteError, match="RuntimeError: the shelf of books fell down"):
        run_flow(read_urs(tmp_path), Settings(), consulted)
    assert len(consulted[1].calls) == 1


def test_the_order_of_answering_does_not_matter(tmp_path: Path) -> None:
    def late(seconds: float) -> object:
        def answer(agent: FakeAgent, question: Question) -> Reply:
            time.sleep(seconds)
            return shipped(agent, question)

        return answer

    delays = ((0.0, 0.1, 0.2), (0.2, 0.1, 0.0), (0.1, 0.0, 0.2))
    made = []
    for row in delays:
        consulted = tuple(
            FakeAgent(name, late(seconds), version="1") for name, seconds in zip(AgentName, row, strict=True)
        )
        suite, _ = run_flow(read_urs(tmp_path), Settings(chunk_size=2), consulted)
        made.append(suite.model_dump_json())
    assert made[0] == made[1] == made[2]


def test_every_agent_is_asked_about_every_requirement_once(tmp_path: Path) -> None:
    consulted = trio(None)
    _, events = run_flow(read_urs(tmp_path), Settings(chunk_size=3), consulted)
    for agent in consulted:
        uids = sorted(one.analysed.requirement.uid for question in agent.calls for one in question.requirements)
        assert uids == ["CS-1", "CS-2", "CS-3", "CS-4"]
    assert sum(isinstance(event, AgentAsked) for event in events) == 6
    assert sum(isinstance(event, AgentAnswered) for event in events) == 6


def test_never_more_than_sixty_questions_are_queued() -> None:
    for count in (1, 24, 25, 26, 499, 500, 501, 10_000):
        chunks = chunks_of(range(count), 25, 3)
        assert len(chunks) * 3 <= 60
        assert [item for chunk in chunks for item in chunk] == list(range(count))


def test_real_agents_answer_this_document(tmp_path: Path) -> None:
    suite, _ = run_flow(read_urs(tmp_path, URS), Settings())
    assert suite.complete
    assert [agent.name for agent in suite.agents] == list(AgentName)
    dispositions = {one.id: one.disposition.kind for one in suite.requirements}
    assert dispositions == {"CS-1": "oq", "CS-2": "oq", "CS-3": "oq", "CS-4": "supplier_evidence"}


def test_what_calls_outside_and_is_down_is_left_alone(tmp_path: Path) -> None:
    consulted = trio(fail)
    consulted[1].calls_outside = True
    suite, _ = run_flow(read_urs(tmp_path), Settings(chunk_size=1, allow_partial=True), consulted)
    kinds = [failure.kind for failure in suite.agents[1].failures]
    assert suite.complete is False
    assert len(consulted[1].calls) == 3
    assert sorted(kinds) == ["CircuitOpenError", "RuntimeError", "RuntimeError", "RuntimeError"]


def test_what_does_not_call_outside_is_asked_every_question(tmp_path: Path) -> None:
    consulted = trio(fail)
    run_flow(read_urs(tmp_path), Settings(chunk_size=1, allow_partial=True), consulted)
    assert len(consulted[1].calls) == 4


def test_a_further_agent_takes_part_after_the_shipped_ones(tmp_path: Path) -> None:
    def noted(agent: FakeAgent, question: Question) -> Reply:
        reply = agents.default_agents()[1].advise(question)
        own = (piece.model_copy(update={"agent": agent.name}) for piece in reply.advice)
        return reply.model_copy(update={"advice": tuple(own)})

    consulted = (FakeAgent("labelling", noted), *trio(None))
    suite, _ = run_flow(read_urs(tmp_path), Settings(), (*consulted[1:], consulted[0]))
    assert [agent.name for agent in suite.agents] == ["context", "sme", "research", "labelling"]
    used = [one for one in suite.advice if one.agent == "labelling" and one.test_ids]
    assert used
    assert type(suite).model_validate_json(suite.model_dump_json()) == suite


def answered(agent: str, chunk: int) -> AgentAnswered:
    return AgentAnswered(answer=AgentAnswer(agent=agent, version="1", chunk=chunk), elapsed_us=1)


@pytest.mark.parametrize("lost", range(6))
def test_a_lost_or_doubled_answer_ends_the_run(lost: int) -> None:
    consultation = Consultation(trio(None), 1, knowledge.load())
    all_of_them = [answered(name, chunk) for chunk in (1, 0) for name in ("research", "context", "sme")]
    in_order = [(one.agent, one.chunk) for one in consultation.in_order(all_of_them)]
    assert in_order == [(name, chunk) for name in AgentName for chunk in (0, 1)]
    with pytest.raises(InternalError, match="missing or came twice"):
        consultation.in_order([one for place, one in enumerate(all_of_them) if place != lost])
    with pytest.raises(InternalError, match="missing or came twice"):
        consultation.in_order([*all_of_them, all_of_them[lost]])


def test_a_draft_may_be_told_and_is_never_cited(tmp_path: Path) -> None:
    def tells(agent: FakeAgent, question: Question) -> Reply:
        reply = shipped(agent, question)
        source = Source(kind=SourceKind.CLAUSE, ref="A11D-12.1")
        draft = reply.advice[0].model_copy(
            update={"kind": AdviceKind.CLAUSE, "source": source, "clause_status": "draft"}
        )
        return reply.model_copy(update={"advice": (*reply.advice, draft)})

    suite, _ = run_flow(read_urs(tmp_path), Settings(), trio(tells))
    told = next(one for one in suite.advice if one.source.ref == "A11D-12.1")
    assert (told.test_ids, told.outcome) == ((), "Not cited: its status is draft.")
    assert "A11D-12.1" not in {ref for test in suite.tests for ref in test.regulation_refs}
