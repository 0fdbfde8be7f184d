"""Nothing happens twice: an event that comes again, or runs in a circle, ends the run instead of changing it."""

from __future__ import annotations

from workflows.events import Event

from gampgen.errors import InternalError
from gampgen.workflow.events import AgentAnswered, AgentAsked, AgentRetried


class RepeatedEventError(InternalError):
    """An event of the workflow came a second time."""


class Once:
    """Remembers what was told in one run. Every loop of events tells some event again, so none gets past this."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def note(self, event: Event) -> None:
        """Note an event that is told for the first time.

        Raises:
            RepeatedEventError: it was told before.
        """
        name = _named(event)
        if name in self._told:
            raise RepeatedEventError(
                f"An event of the workflow came a second time: {name}", hint="Please report this; nothing was written"
            )
        self._told.add(name)


def _named(event: Event) -> str:
    """What makes an event the same one: its kind; for an agent's question and answer also which, and which attempt."""
    kind = type(event).__name__
    match event:
        case AgentAsked(agent=agent, question=question):
            return f"{kind} {agent}/{question.chunk + 1}"
        case AgentRetried(agent=agent, chunk=chunk, attempt=attempt):
            return f"{kind} {agent}/{chunk + 1}, attempt {attempt + 1}"
        case AgentAnswered(answer=answer):
            return f"{kind} {answer.agent}/{answer.chunk + 1}"
    return kind
