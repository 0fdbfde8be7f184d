"""An agent's failure, in words."""

from __future__ import annotations

from collections.abc import Iterable

from gampgen.domain.advice import AgentAnswer
from gampgen.errors import GampgenError, IncompleteError


def in_words(error: Exception | None) -> str:
    """What went wrong, as a person would say it; never empty."""
    if isinstance(error, TimeoutError):
        return "gave no answer in time"
    if isinstance(error, GampgenError):
        return error.title
    return str(error) or type(error).__name__


def incomplete(failed: Iterable[AgentAnswer]) -> IncompleteError:
    """The failure of a run that an agent's failure made incomplete; names each agent once."""
    reasons = {f"the {one.agent} agent {_reason(one)}" for one in failed}
    return IncompleteError(
        f"The suite would be incomplete: {'; '.join(sorted(reasons))}",
        hint="Run again, or add --allow-partial to get a suite that names the missing agent everywhere",
    )


def _reason(answer: AgentAnswer) -> str:
    if answer.failure is None:
        return "answered"
    tries = f" after {answer.failure.attempts} attempts" if answer.failure.attempts > 1 else ""
    return f"failed{tries} ({answer.failure.kind}: {answer.failure.message})"
