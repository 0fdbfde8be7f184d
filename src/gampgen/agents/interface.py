"""What an agent is: it is asked one question and replies with advice, each piece with its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from gampgen.domain.advice import Advice, AgentId, Question, Reply
from gampgen.domain.risk import PlannedRequirement


class Agent(Protocol):
    """An adviser on requirements.

    `advise` is pure computation for the shipped agents: no clock, no randomness, no files but the shipped data; the
    same question gives the same reply. The workflow runs it in a thread, under a time-out. `version` changes whenever
    its rules do.
    """

    @property
    def name(self) -> AgentId:
        """Which agent this is: one of the three shipped, or a name of its own."""

    @property
    def version(self) -> str:
        """The version of its rules."""

    @property
    def calls_outside(self) -> bool:
        """Whether it asks another program or machine: a circuit breaker then keeps it from asking one that is down."""

    def advise(self, question: Question) -> Reply:
        """The agent's advice on the question's requirements, in the document's order.

        Every requirement of the question must get advice or be named in `nothing_on`.

        Raises:
            TransientError: something failed in a way that may pass; the question is put again.
            GampgenError: the agent cannot answer.
        """


def replied(
    question: Question, advice_on: Callable[[PlannedRequirement], Sequence[Advice]], besides: Sequence[Advice] = ()
) -> Reply:
    """The reply of an agent that looks at one requirement after the other; `besides` is on the document as a whole."""
    advice: list[Advice] = []
    nothing_on: list[str] = []
    for planned in question.requirements:
        found = advice_on(planned)
        advice += found
        if not found:
            nothing_on.append(planned.analysed.requirement.uid)
    return Reply(advice=(*advice, *besides), nothing_on=tuple(nothing_on))
