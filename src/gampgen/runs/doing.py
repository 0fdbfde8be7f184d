"""Doing one recorded run: claim it, let a process do it, hold the claim, record how it ended.

The same on one machine and on many. A claim is a lease with a fence: whoever loses the lease can no longer record a
result, and what was claimed by one is done by no other at the same time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from gampgen.domain.advice import AgentAnswer
from gampgen.errors import BusyError, GampgenError, OutputError
from gampgen.publishing import held, stage_for
from gampgen.runs.children import Child, ChildCrashedError, ChildStoppedError, ChildTooSlowError
from gampgen.runs.job import Job
from gampgen.runs.outputs import fingerprint
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import RunRecord
from gampgen.runs.report import DocumentResult, DocumentStatus
from gampgen.runs.states import State
from gampgen.runs.storage import at_hand
from gampgen.runs.telling import Kind, RunEvent, Teller

LEASE_SECONDS: Final = 60.0
MOST_CRASHES: Final = 3
MOST_LOSSES: Final = 10
"""Workers that may vanish with a run. More than crashes: a machine that is switched off says little of the document."""
_HISTORY_SECONDS: Final = 1.0
_BUSY_SECONDS: Final = 120.0
"""For a folder that another process holds: one whose batch was killed, or that was paused, until it notices."""
_A_BUG, _TOO_SLOW, _INTERRUPTED = 70, 4, 130

STATE_OF: Final = {
    DocumentStatus.DONE: State.COMPLETED,
    DocumentStatus.OBJECTIONS: State.COMPLETED,
    DocumentStatus.WAITING: State.WAITING,
    DocumentStatus.FAILED: State.FAILED,
    DocumentStatus.QUARANTINED: State.QUARANTINED,
    DocumentStatus.CANCELLED: State.CANCELLED,
}
_CUT_OFF: Final = (DocumentStatus.FAILED, DocumentStatus.QUARANTINED, DocumentStatus.CANCELLED)
_KIND_OF: Final = {
    State.COMPLETED: Kind.FINISHED,
    State.WAITING: Kind.FINISHED,
    State.FAILED: Kind.FAILED,
    State.QUARANTINED: Kind.QUARANTINED,
    State.CANCELLED: Kind.CANCELLED,
}


class Doer:
    """Does recorded runs, one at a time, with one process.

    Args:
        store: the records.
        owner: names this doer among all others.
        child: the process.
        on_event: is shown each event, after it was put down for the history.
        lease: seconds for which a claim holds; it is renewed long before.
    """

    def __init__(
        self,
        store: RunStore,
        owner: str,
        child: Child,
        on_event: Callable[[RunEvent], None],
        lease: float = LEASE_SECONDS,
    ) -> None:
        self._store = store
        self._owner = owner
        self._child = child
        self._on_event = on_event
        self._lease = lease
        self._untold: list[RunEvent] = []
        self._told_at = 0.0

    def do(self, run: str) -> DocumentResult | None:
        """Do a run. None where it is not to be had (another does it, or it has ended), or was lost meanwhile."""
        self._child.begin()
        record = self._store.claim(run, self._owner, self._lease)
        if record is None:
            return None
        teller = Teller(record.id, record.name)
        self._tell(teller.event(Kind.STARTED, attempt=record.attempts))
        with Holding(self._store, record, self._lease, self._child.stop):
            result = self._result(record, teller)
        if result.status in _CUT_OFF:
            _swept(Path(record.folder))
        state = STATE_OF[result.status]
        here = Job.model_validate_json(record.job).storage is None  # else the batch looks, once it has fetched it
        outputs = fingerprint(Path(record.folder)) if here and state is State.COMPLETED else None
        held = self._store.end(record.id, record.fence, state, result, outputs)
        if held:
            self._tell(teller.event(kind_of_end(state), state.value, result.problem or "", microseconds=_us(result)))
            if state is State.COMPLETED and self._store.kept(record.key):
                self._store.forget_answers(record.key)
        self._flush()
        return result if held else None

    def _result(self, record: RunRecord, teller: Teller) -> DocumentResult:
        if record.losses >= MOST_LOSSES:
            return _ended(record, DocumentStatus.QUARANTINED, _A_BUG, f"{record.losses} workers vanished with it")
        crashes, problem = record.crashes, ""
        while crashes < MOST_CRASHES:
            try:
                return self._done(record)
            except ChildCrashedError as error:
                crashes = self._store.crashed(record.id, record.fence)
                self._tell(teller.event(Kind.CRASHED, detail=error.title, attempt=crashes))
                problem = error.title
            except ChildTooSlowError as error:
                return _ended(record, DocumentStatus.FAILED, _TOO_SLOW, str(error))
            except ChildStoppedError as error:
                return _ended(record, DocumentStatus.CANCELLED, _INTERRUPTED, error.title)
            except GampgenError as error:
                return _ended(record, DocumentStatus.FAILED, error.exit_code, str(error))
        return _ended(record, DocumentStatus.QUARANTINED, _A_BUG, f"{crashes} processes ended over it. {problem}")

    def _done(self, record: RunRecord) -> DocumentResult:
        kept = self._store.kept(record.key)
        job = Job.model_validate_json(record.job).model_copy(update={"kept": kept})

        def keep(answer: AgentAnswer) -> None:
            self._flush()
            self._store.keep(record.key, answer)

        def still_ours() -> bool:
            try:
                return self._store.renew(record.id, record.fence, self._lease)
            except GampgenError:
                return False  # a claim that cannot be confirmed is none

        give_up = time.monotonic() + _BUSY_SECONDS
        while True:
            with at_hand(job, record.fence) as here:
                result = self._child.do(here, self._tell, keep, still_ours)
            if result.exit_code != BusyError.exit_code or time.monotonic() > give_up or not still_ours():
                return result
            time.sleep(1)

    def _tell(self, event: RunEvent) -> None:
        """Put an event down, in the database at most once a second, and show it."""
        self._untold.append(event)
        if time.monotonic() - self._told_at > _HISTORY_SECONDS:
            self._flush()
        self._on_event(event)

    def _flush(self) -> None:
        told, self._untold = self._untold, []
        self._store.history.tell(told)
        self._told_at = time.monotonic()


class Holding:
    """Renews a claim while a document is done; stops the document when the claim is gone."""

    def __init__(self, store: RunStore, record: RunRecord, seconds: float, stop: Callable[[], None]) -> None:
        self._store = store
        self._record = record
        self._seconds = seconds
        self._stop = stop
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._hold, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _hold(self) -> None:
        while not self._over.wait(self._seconds / 6):
            try:
                held = self._store.renew(self._record.id, self._record.fence, self._seconds)
            except GampgenError:
                held = False  # a claim that cannot be confirmed is none
            if not held:
                self._stop()
                return


def kind_of_end(state: State) -> Kind:
    """The event that stands for a run's end in this state."""
    return _KIND_OF[state]


def _swept(folder: Path) -> None:
    """Take away what a process that was ended left beside an output folder, unless another is at work there."""
    if folder.parent.is_dir():
        with suppress(BusyError, OutputError), held(folder), stage_for(folder, "swept"):
            pass


def _ended(record: RunRecord, status: DocumentStatus, code: int, problem: str) -> DocumentResult:
    return DocumentResult(
        source=record.name,
        folder=record.name,
        status=status,
        exit_code=code,
        unchanged=False,
        run=record.id,
        problem=problem,
    )


def _us(result: DocumentResult) -> int | None:
    return None if result.seconds is None else round(result.seconds * 1_000_000)
