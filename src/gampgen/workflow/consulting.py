"""One agent, one question: the time-out, what is tried again, and what a failure looks like."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from workflows.events import StepFailedEvent
from workflows.retry_policy import (
    RetryInfo,
    retry_if_exception_type,
    retry_policy,
    stop_after_attempt,
    wait_exponential,
)

from gampgen import agents
from gampgen.agents.interface import Agent
from gampgen.domain.advice import AgentAnswer, AgentFailure, AgentName, Question
from gampgen.errors import InternalError, TransientError
from gampgen.workflow.events import AgentAsked, AgentRetried
from gampgen.workflow.failures import in_words
from gampgen.workflow.threads import in_daemon_thread

AGENTS_AT_ONCE = 3
ATTEMPTS = 3
TRY_AGAIN = retry_policy(
    retry=retry_if_exception_type(TransientError),
    wait=wait_exponential(multiplier=0.2, max=5),
    stop=stop_after_attempt(ATTEMPTS),
)


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


async def answer_of(agent: Agent, question: Question, seconds: int) -> AgentAnswer:
    """The agent's answer, found sound.

    Raises:
        TimeoutError: no answer within `seconds`.
        UnsoundAdviceError: the answer is not what it claims to be.
        Exception: whatever the agent raised.
    """
    async with asyncio.timeout(seconds):
        advice = await in_daemon_thread(lambda: agent.advise(question))
    checked = agents.checked_advice(agent, question, advice)
    return AgentAnswer(agent=agent.name, version=agent.version, chunk=question.chunk, advice=checked)


def failed_answer(consulted: Mapping[AgentName, Agent], event: StepFailedEvent) -> AgentAnswer:
    """The answer that says why there is none.

    Raises:
        InternalError: the failure belongs to no question.
    """
    asked = event.input_event
    if not isinstance(asked, AgentAsked):
        raise InternalError("A failure came back without its question", hint="Please report this") from event.exception
    return AgentAnswer(
        agent=asked.agent,
        version=consulted[asked.agent].version,
        chunk=asked.question.chunk,
        failure=AgentFailure(
            kind=type(event.exception).__name__, message=in_words(event.exception), attempts=event.attempts
        ),
    )
