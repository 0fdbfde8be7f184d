"""Asking the agents: the time-out, what is tried again, what is left alone, and what a failure looks like."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

from workflows.events import StepFailedEvent
from workflows.retry_policy import RetryInfo, retry_if_exception_type, retry_policy, stop_after_attempt
from workflows.retry_policy import wait_random_exponential as wait_with_jitter

from gampgen import agents
from gampgen.agents import Agent
from gampgen.domain.advice import AgentAnswer, AgentFailure, AgentId, Question, Reply
from gampgen.domain.risk import PlannedRequirement
from gampgen.errors import InternalError, TransientError
from gampgen.knowledge import Knowledge
from gampgen.llm.breaker import CircuitBreaker
from gampgen.workflow.chunks import chunks_of
from gampgen.workflow.events import AgentAnswered, AgentAsked, AgentRetried
from gampgen.workflow.failures import in_words
from gampgen.workflow.once import RepeatedEventError
from gampgen.workflow.threads import in_daemon_thread

AGENTS_AT_ONCE = 3
ATTEMPTS = 3
TRY_AGAIN = retry_policy(
    retry=retry_if_exception_type(TransientError),
    wait=wait_with_jitter(multiplier=0.2, max=5),
    stop=stop_after_attempt(ATTEMPTS),
)


class Consultation:
    """The agents of one run.

    Args:
        consulted: the agents, in the order in which their answers count.
        seconds: the time that each has for one question.
        reference: what the clauses that they name are checked against.
        kept: answers from an interrupted run of the same inputs.
    """

    def __init__(
        self, consulted: Iterable[Agent], seconds: int, reference: Knowledge, kept: tuple[AgentAnswer, ...] = ()
    ) -> None:
        self._reference = reference
        self._agents = {agent.name: agent for agent in consulted}
        self._seconds = seconds
        self._kept = {one.correlation_id: one for one in kept if one.failure is None}
        self._order: dict[AgentId, int] = {name: place for place, name in enumerate(self._agents)}
        self._breakers = {
            agent.name: CircuitBreaker(f"the {agent.name} agent")
            for agent in self._agents.values()
            if agent.calls_outside
        }

    def questions(self, whole: Question, size: int) -> list[AgentAsked]:
        """Each agent's questions: the whole one, cut into chunks of requirements."""
        chunks: tuple[tuple[PlannedRequirement, ...], ...] = chunks_of(whole.requirements, size, len(self._agents))
        parts = [
            whole.model_copy(update={"chunk": number, "requirements": chunk}) for number, chunk in enumerate(chunks)
        ]
        return [AgentAsked(agent=name, question=question) for name in self._agents for question in parts]

    async def answer(self, event: AgentAsked, again: RetryInfo) -> AgentAnswered:
        """The answer to one question, found sound.

        Raises:
            TimeoutError: no answer in time.
            CircuitOpenError: what the agent calls is down.
            UnsoundAdviceError: the answer is not what it claims to be.
            Exception: whatever the agent raised.
        """
        agent, question, begun = self._agents[event.agent], event.question, time.monotonic_ns()
        kept = self._kept.get(correlation_id(event))
        if kept is not None and kept.version == agent.version:
            reply = Reply(advice=kept.advice, nothing_on=kept.nothing_on)
            agents.checked_reply(agent, question, reply, self._reference)
            return AgentAnswered(answer=kept, elapsed_us=0, kept=True)
        breaker = self._breakers.get(event.agent)
        if breaker is not None:
            breaker.admit()
        try:
            async with asyncio.timeout(self._seconds):
                said = await in_daemon_thread(lambda: agent.advise(question))
            reply = agents.checked_reply(agent, question, said, self._reference)
        except Exception:
            if breaker is not None:
                breaker.failed()
            raise
        if breaker is not None:
            breaker.succeeded()
        answer = AgentAnswer(
            agent=agent.name,
            version=agent.version,
            chunk=question.chunk,
            advice=reply.advice,
            nothing_on=reply.nothing_on,
            correlation_id=correlation_id(event),
            attempts=again.retry_number + 1,
        )
        return AgentAnswered(answer=answer, elapsed_us=(time.monotonic_ns() - begun) // 1000)

    def failure(self, event: StepFailedEvent) -> AgentAnswered:
        """The answer that says why there is none.

        Raises:
            RepeatedEventError: it was the run that went wrong, not the agent.
            InternalError: the failure belongs to no question.
        """
        asked = event.input_event
        if isinstance(event.exception, RepeatedEventError):
            raise event.exception
        if not isinstance(asked, AgentAsked):
            raise InternalError(
                "A failure came back without its question", hint="Please report this"
            ) from event.exception
        answer = AgentAnswer(
            agent=asked.agent,
            version=self._agents[asked.agent].version,
            chunk=asked.question.chunk,
            failure=AgentFailure(
                kind=type(event.exception).__name__, message=in_words(event.exception), attempts=event.attempts
            ),
            correlation_id=correlation_id(asked),
            attempts=event.attempts,
        )
        return AgentAnswered(answer=answer, elapsed_us=round(event.elapsed_seconds * 1_000_000))

    def in_order(self, answered: Iterable[AgentAnswered]) -> tuple[AgentAnswer, ...]:
        """The answers in the order of agents and chunks, whichever came first.

        Raises:
            InternalError: an agent's chunk was answered twice, or one before it not at all.
        """
        answers = sorted((one.answer for one in answered), key=lambda one: (self._order[one.agent], one.chunk))
        chunks = range(max((one.chunk for one in answers), default=-1) + 1)
        if [(one.agent, one.chunk) for one in answers] != [(name, chunk) for name in self._agents for chunk in chunks]:
            raise InternalError("An agent's answer is missing or came twice", hint="Please report this")
        return tuple(answers)


def correlation_id(event: AgentAsked) -> str:
    """What names a question and its answer in the audit: "sme/2"."""
    return f"{event.agent}/{event.question.chunk + 1}"


def asked_or_again(event: AgentAsked, again: RetryInfo) -> AgentAsked | AgentRetried:
    """What the stream is told when an agent is asked: the question, or that it is asked again and why."""
    if not again.retry_number:
        return event
    return AgentRetried(
        agent=event.agent,
        chunk=event.question.chunk,
        attempt=again.retry_number,
        problem=in_words(again.last_exception),
    )
