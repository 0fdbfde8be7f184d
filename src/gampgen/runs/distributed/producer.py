"""A batch whose documents are done by workers: record the runs, send their names, follow them in the database."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from gampgen.errors import BusyError, OutputOccupiedError
from gampgen.publishing import held, make_parent
from gampgen.runs.batch import Audience, opened, refuse_same_folder, reported
from gampgen.runs.distributed.application import application, send
from gampgen.runs.outputs import fingerprint
from gampgen.runs.plan import Order, Task, What, planned
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import RunRecord
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.states import State
from gampgen.runs.storage import Storage, refuse_local_files
from gampgen.runs.telling import RunEvent
from gampgen.runs.writing import write_reports

if TYPE_CHECKING:
    from celery import Celery

_LOOK_SECONDS: Final = 0.5
_LOST_SECONDS: Final = 5.0
_LOST_AGAIN_SECONDS: Final = 60.0
_QUIET_SECONDS: Final = 20.0
_LONGEST_QUIET: Final = 600.0
_STOPPED: Final = (DocumentStatus.FAILED, DocumentStatus.QUARANTINED)


def run_distributed(
    order: Order,
    store: RunStore,
    broker: str,
    audience: Audience,
    storage: str | None = None,
    tell: Callable[[RunEvent], None] = lambda _: None,
) -> BatchReport:
    """Do a batch with the workers that serve a broker.

    Args:
        order: what was asked for.
        store: where the runs are recorded; the workers use the same database.
        broker: the broker's URL.
        audience: is shown what happens.
        storage: URL of a folder through which documents and suites travel; None where all machines see the same paths.
        tell: gets each event, for other programs.

    Raises:
        InputError: there is no document. UsageError: the output folder is the folder of the documents, the broker is
            none, or settings name files that workers do not see.
        BusyError: another batch writes the output folder. OutputError: a report or the database cannot be written.
        BrokerError: the broker stayed away.
    """
    refuse_same_folder(order)
    travel = Storage(storage) if storage else None
    if travel is not None:
        refuse_local_files(order.resolved.settings)
    make_parent(order.out)
    with application(broker) as app, held(order.out):
        tasks = planned(order, store, storage)
        audience.begun(tasks)
        batch = opened(order, store, tasks, at_work_elsewhere=True)
        begun = time.monotonic()
        _sent(app, order, tasks, travel)
        results = _Following(order, store, app, audience, travel, tell).to_the_end(batch, tasks)
        report = reported(batch, tasks, results, time.monotonic() - begun)
        write_reports(report, order.out)
        store.close_batch(batch)
    return report


def _sent(app: Celery, order: Order, tasks: Sequence[Task], travel: Storage | None) -> None:
    """Send the names of the runs that are to be done, after their documents where those travel."""
    for task in tasks:
        if task.what in (What.RUN, What.GO_ON):
            if travel is not None:
                travel.bring_document(task.job, task.found)
            send(app, task.job.run, order.queue, order.priority)


class _Following:
    """Follows the runs of a batch in the database until all have ended."""

    def __init__(
        self,
        order: Order,
        store: RunStore,
        app: Celery,
        audience: Audience,
        travel: Storage | None,
        tell: Callable[[RunEvent], None],
    ) -> None:
        self._order = order
        self._store = store
        self._app = app
        self._audience = audience
        self._travel = travel
        self._tell = tell
        self._results: dict[str, DocumentResult] = {}
        self._heard = ""
        self._sent_again: dict[str, float] = {}

    def to_the_end(self, batch: str, tasks: Sequence[Task]) -> dict[str, DocumentResult]:
        """The result of each run."""
        for task in tasks:
            settled = task.settled()
            if settled is not None:
                self._audience.ended(settled)
        wanted = {task.job.run: task for task in tasks if task.what in (What.RUN, What.GO_ON)}
        quiet_until, quiet = time.monotonic() + _QUIET_SECONDS, _QUIET_SECONDS
        lost_at = time.monotonic() + _LOST_SECONDS
        while len(self._results) < len(wanted):
            moved = self._look(batch, wanted)
            if moved:
                quiet_until, quiet = time.monotonic() + _QUIET_SECONDS, _QUIET_SECONDS
            elif time.monotonic() > quiet_until:
                self._send_again(batch)
                quiet = min(_LONGEST_QUIET, quiet * 2)
                quiet_until = time.monotonic() + quiet
            if time.monotonic() > lost_at:
                self._send_lost()
                lost_at = time.monotonic() + _LOST_SECONDS
            time.sleep(_LOOK_SECONDS)
        return self._results

    def _look(self, batch: str, wanted: dict[str, Task]) -> bool:
        """Show what is new; whether anything was."""
        events = self._store.history.since(batch, self._heard)
        for event in events:
            self._tell(event)
            self._audience.told(event)
            self._heard = event.at
        ended = [one for one in self._store.ended_of(batch) if one in wanted and one not in self._results]
        for one in ended:
            self._take(self._store.find(one))
        return bool(events or ended)

    def _take(self, run: RunRecord) -> None:
        result = run.result or _cancelled(run)
        if self._travel is not None and run.state in (State.COMPLETED, State.WAITING):
            result = self._fetched(self._travel, run, result)
        self._results[run.id] = result
        self._audience.ended(result)
        if self._order.fail_fast and result.status in _STOPPED:
            for other in self._store.runs_of(run.batch or ""):
                if other.state in (State.QUEUED, State.RUNNING):
                    self._store.move(other.id, State.CANCELLED)

    def _fetched(self, travel: Storage, run: RunRecord, result: DocumentResult) -> DocumentResult:
        """The result, once what the run wrote stands in its folder; a failure where the folder is not to be had."""
        folder = self._order.out / run.name
        try:
            travel.fetch_outputs(run, folder)
        except (OutputOccupiedError, BusyError) as error:
            told = {"status": DocumentStatus.FAILED, "exit_code": error.exit_code, "problem": str(error)}
            return result.model_copy(update=told)
        if run.state is State.COMPLETED:
            self._store.looks(run.id, fingerprint(folder))
        return result

    def _send_lost(self) -> None:
        """Send the names of runs whose workers vanished, each once a minute, so that none pile up without workers."""
        now = time.monotonic()
        for one in self._store.abandoned():
            if now > self._sent_again.get(one.id, 0.0):
                send(self._app, one.id, one.queue, one.priority)
                self._sent_again[one.id] = now + _LOST_AGAIN_SECONDS

    def _send_again(self, batch: str) -> None:
        """Nothing moves: workers vanished, or the broker lost what it had. To send a name twice does no harm."""
        runs = self._store.runs_of(batch)
        if any(one.state is State.RUNNING for one in runs):
            return
        for one in runs:
            if one.state is State.QUEUED:
                send(self._app, one.id, one.queue, one.priority)


def _cancelled(run: RunRecord) -> DocumentResult:
    return DocumentResult(
        source=run.name,
        folder=run.name,
        status=DocumentStatus.CANCELLED,
        exit_code=130,
        unchanged=False,
        run=run.id,
        problem="The run was cancelled",
    )
