"""Whatever an agent does, the run says so: own time-out, retries of what may pass, never a silently thinner suite."""

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.workflow.flow_fixture import URS, read_urs, run_flow

from gampgen import agents
from gampgen.domain.advice import Advice, AgentName, Question
from gampgen.errors import IncompleteError, TransientError
from gampgen.settings import Settings
from gampgen.workflow.chunks import chunks_of
from gampgen.workflow.events import AgentAnswered, AgentAsked, AgentRetried


@dataclass
class FakeAgent:
    """An agent that does as the test says; `calls` counts the questions."""

    name: AgentName
    behaviour: object = None
    version: str = "test"
    calls: list = field(default_factory=list)

    def advise(self, question: Question) -> tuple[Advice, ...]:
        self.calls.append(question)
        return self.behaviour(self, question) if self.behaviour else ()


def trio(behaviour: object, who: AgentName = AgentName.SME) -> tuple[FakeAgent, ...]:
    return tuple(FakeAgent(name, behaviour if name is who else None) for name in AgentName)


def fail(_agent: FakeAgent, _question: Question) -> tuple[Advice, ...]:
    raise RuntimeError("the shelf of books fell down")


def hang(_agent: FakeAgent, _question: Question) -> tuple[Advice, ...]:
    threading.Event().wait(30)
    return ()


def wrong_type(_agent: FakeAgent, _question: Question) -> object:
    return ["not advice"]


def nothing(_agent: FakeAgent, _question: Question) -> object:
    return None


def about_a_stranger(_agent: FakeAgent, question: Question) -> tuple[Advice, ...]:
    real = agents.default_agents()[1].advise(question)
    return (real[0].model_copy(update={"requirement_uid": "NO-SUCH"}),)


@pytest.mark.parametrize("behaviour", [fail, hang, wrong_type, nothing, about_a_stranger])
@pytest.mark.parametrize("who", list(AgentName))
def test_a_failed_agent_ends_the_run_as_incomplete(behaviour: object, who: AgentName, tmp_path: Path) -> None:
    settings = Settings(agent_timeout_seconds=1)
    with pytest.raises(IncompleteError, match=f"{who.value} agent") as caught:
        run_flow(read_urs(tmp_path), settings, trio(behaviour, who))
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("behaviour", [fail, hang, wrong_type])
def test_with_allow_partial_the_suite_says_who_is_missing(behaviour: object, tmp_path: Path) -> None:
    settings = Settings(agent_timeout_seconds=1, allow_partial=True)
    suite, _ = run_flow(read_urs(tmp_path), settings, trio(behaviour))
    assert suite.complete is False
    assert [agent.name for agent in suite.agents if not agent.answered] == [AgentName.SME]
    missing = [finding for finding in suite.findings if finding.code == "AGT1"]
    assert [finding.severity for finding in missing] == ["error"]
    assert "sme agent" in missing[0].message.lower()


def test_a_hanging_agent_does_not_hold_up_the_others_or_the_end(tmp_path: Path) -> None:
    begun = time.monotonic()
    suite, _ = run_flow(read_urs(tmp_path), Settings(agent_timeout_seconds=1, allow_partial=True), trio(hang))
    assert time.monotonic() - begun < 20  # the agent would hang for 30 s
    assert [agent.answered for agent in suite.agents] == [True, False, True]


def test_what_may_pass_is_tried_again_and_told(tmp_path: Path) -> None:
    def stumble(agent: FakeAgent, _question: Question) -> tuple[Advice, ...]:
        if len(agent.calls) < 3:
            raise TransientError("The shelf is busy", hint="Wait")
        return ()

    consulted = trio(stumble, AgentName.RESEARCH)
    suite, events = run_flow(read_urs(tmp_path), Settings(), consulted)
    assert suite.complete is True
    assert len(consulted[2].calls) == 3
    retried = [event for event in events if isinstance(event, AgentRetried)]
    assert [(event.agent, event.attempt, event.problem) for event in retried] == [
        (AgentName.RESEARCH, 1, "The shelf is busy"),
        (AgentName.RESEARCH, 2, "The shelf is busy"),
    ]


def test_what_goes_on_failing_is_given_up_after_three_attempts(tmp_path: Path) -> None:
    def always(_agent: FakeAgent, _question: Question) -> tuple[Advice, ...]:
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
        real = {agent.name: agent for agent in agents.default_agents()}

        def answer(agent: FakeAgent, question: Question) -> tuple[Advice, ...]:
            time.sleep(seconds)
            return real[agent.name].advise(question)

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
