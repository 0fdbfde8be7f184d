"""What a run tells while it goes on: events as flat values that can be stored, shown, and sent to other programs."""

from __future__ import annotations

from enum import StrEnum

from gampgen.audit.journal import utc_now
from gampgen.domain.base import Value


class Kind(StrEnum):
    """What happened. The first eight come out of the run itself, the others from what looks after it."""

    STAGE_FINISHED = "stage_finished"
    AGENT_STARTED = "agent_started"
    AGENT_RETRIED = "agent_retried"
    AGENT_FINISHED = "agent_finished"
    AGENT_FAILED = "agent_failed"
    AGENT_KEPT = "agent_kept"
    FILE_WRITTEN = "file_written"
    WAITING = "waiting"
    QUEUED = "queued"
    STARTED = "started"
    CRASHED = "crashed"
    LOST = "lost"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"
    QUARANTINED = "quarantined"
    RESUMED = "resumed"
    ANSWERED = "answered"


class RunEvent(Value):
    """One event of a run.

    `at` is UTC (ISO 8601); `run` the run's id; `document` its name in the batch, or its file name. `subject` is the
    stage, agent or file concerned, `detail` the rest in words. `microseconds` is how long it took where it took time,
    `attempt` which try it was.
    """

    at: str
    kind: Kind
    run: str
    document: str
    subject: str = ""
    detail: str = ""
    microseconds: int | None = None
    attempt: int | None = None


class Teller:
    """Makes the events of one run.

    Args:
        run: the run's id.
        document: the document's name.
    """

    def __init__(self, run: str, document: str) -> None:
        self._run = run
        self._document = document

    def event(
        self,
        kind: Kind,
        subject: str = "",
        detail: str = "",
        *,
        microseconds: int | None = None,
        attempt: int | None = None,
    ) -> RunEvent:
        """An event that happens now."""
        return RunEvent(
            at=utc_now(),
            kind=kind,
            run=self._run,
            document=self._document,
            subject=subject,
            detail=detail,
            microseconds=microseconds,
            attempt=attempt,
        )
