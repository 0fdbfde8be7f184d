"""The states of a run, and which may follow which."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Where a run stands. `waiting`: for a person. `quarantined`: its document ended too many processes."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    QUARANTINED = "quarantined"


FOLLOWERS: Final = {
    State.QUEUED: frozenset({State.RUNNING, State.CANCELLED}),
    State.RUNNING: frozenset(State),
    State.WAITING: frozenset({State.QUEUED, State.RUNNING, State.CANCELLED}),
    State.COMPLETED: frozenset[State](),
    State.FAILED: frozenset({State.QUEUED}),
    State.CANCELLED: frozenset({State.QUEUED}),
    State.QUARANTINED: frozenset({State.QUEUED}),
}
"""From each state, the states that may come next. Nothing follows a completed run: a new one is made."""

ENDED: Final = frozenset({State.COMPLETED, State.FAILED, State.CANCELLED, State.QUARANTINED})
"""A run in one of these goes on only when a person, or a new batch, says so."""
