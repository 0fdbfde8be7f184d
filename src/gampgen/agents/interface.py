"""What an agent is: it is asked one question and answers with advice, each piece with its source."""

from __future__ import annotations

from typing import Protocol

from gampgen.domain.advice import Advice, AgentName, Question


class Agent(Protocol):
    """An adviser on requirements.

    `advise` is pure computation: no clock, no randomness, no files but the shipped data; the same question gives the
    same answer. The workflow runs it in a thread, under a time-out. `version` changes whenever its rules do.
    """

    @property
    def name(self) -> AgentName:
        """Which of the three agents this is."""

    @property
    def version(self) -> str:
        """The version of its rules."""

    def advise(self, question: Question) -> tuple[Advice, ...]:
        """The agent's advice on the question's requirements, in the document's order.

        Raises:
            GampgenError: the agent cannot answer; an empty answer always means that there is nothing to say.
        """
