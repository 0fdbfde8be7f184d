"""What a database's rows are outside it."""

from __future__ import annotations

from gampgen.domain.base import Value
from gampgen.runs.report import DocumentResult
from gampgen.runs.states import State


class BatchRecord(Value):
    """A batch: its folders, what was called, when (UTC, ISO 8601)."""

    id: str
    folder: str
    out: str
    command: tuple[str, ...]
    created: str
    finished: str | None = None


class NewRun(Value):
    """A run to be recorded. `job` is a `Job` as JSON; `key` digests all that shapes the result, and where it goes."""

    id: str
    batch: str | None
    position: int
    name: str
    source: str
    folder: str
    key: str
    document_sha256: str
    settings_sha256: str
    job: str
    priority: int = 5
    queue: str = "offline"


class RunRecord(NewRun):
    """A run as the database knows it.

    `attempts` counts its starts, `crashes` the processes that ended over it, `losses` the workers that vanished with
    it. `fence` rises with each start: a result under an older number is refused. `seconds` is how long it took.
    """

    state: State
    attempts: int
    crashes: int
    losses: int
    fence: int
    owner: str
    lease_until: float
    created: str
    started: str | None
    finished: str | None
    seconds: float | None
    exit_code: int | None
    result: DocumentResult | None
    problem: str | None
    outputs: str | None
