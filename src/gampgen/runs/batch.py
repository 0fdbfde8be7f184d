"""A batch: every requirement document below a folder, in a sub-folder of its own, away from the others' failure.

The order of work: find the documents → see what the records know of each → record a run for each that is to be done →
do them, some at a time, each in one of a few processes that serve one document after the other → write the reports.
"""

from __future__ import annotations

import queue
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol, Self

from gampgen.audit.journal import utc_now
from gampgen.errors import GampgenError, UsageError
from gampgen.publishing import held, make_parent
from gampgen.runs.children import Child
from gampgen.runs.doing import Doer
from gampgen.runs.owner import owner_name
from gampgen.runs.plan import Order, Task, What, planned
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import BatchRecord
from gampgen.runs.report import SCHEMA_VERSION, BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.states import State
from gampgen.runs.telling import Kind, RunEvent, Teller
from gampgen.runs.writing import write_reports

LOCAL_LEASE_SECONDS = 12.0
"""Renewed every two seconds: so long does it take until a run that was cancelled elsewhere is stopped."""


class Audience(Protocol):
    """Who is shown how a batch goes on; called from one thread only."""

    def begun(self, tasks: Sequence[Task]) -> None:
        """The documents are known, and what is to be done about each."""

    def told(self, event: RunEvent) -> None:
        """Something happened in a run."""

    def ended(self, result: DocumentResult) -> None:
        """A document is done with."""


def run_batch(
    order: Order, store: RunStore, audience: Audience, tell: Callable[[RunEvent], None] = lambda _: None
) -> BatchReport:
    """Do a batch on this machine.

    Args:
        order: what was asked for.
        store: where the runs are recorded.
        audience: is shown what happens.
        tell: gets each event, for other programs.

    Raises:
        InputError: there is no document. UsageError: the output folder is the folder of the documents.
        BusyError: another batch writes the output folder. OutputError: a report or the database cannot be written.
    """
    refuse_same_folder(order)
    make_parent(order.out)
    with held(order.out):
        tasks = planned(order, store)
        audience.begun(tasks)
        batch = opened(order, store, tasks)
        begun = time.monotonic()
        results = _results(order, store, tasks, audience, tell)
        report = reported(batch, tasks, results, time.monotonic() - begun)
        write_reports(report, order.out)
        store.close_batch(batch)
    return report


def refuse_same_folder(order: Order) -> None:
    """The suites of a folder cannot be written over its documents. Raises UsageError."""
    if order.out.resolve() == order.folder.resolve():
        raise UsageError(
            "The output folder is the folder of the documents", hint="Name another one with --out", where=str(order.out)
        )


def opened(order: Order, store: RunStore, tasks: Sequence[Task], *, at_work_elsewhere: bool = False) -> str:
    """Record the batch with a run for each task that is to be done, and close what earlier ones left open.

    Args:
        order: what was asked for.
        store: the records.
        tasks: the documents.
        at_work_elsewhere: runs whose claims still hold may be at work on other machines, and stay so.
    """
    batch = secrets.token_hex(8)
    record = BatchRecord(
        id=batch,
        folder=str(order.folder.resolve()),
        out=str(order.out.resolve()),
        command=order.command,
        created=utc_now(),
    )
    left = {one.id: one for one in store.unfinished(record.folder, record.out)}
    new = [
        task.new_run(batch, position, order) for position, task in enumerate(tasks, start=1) if task.what is What.RUN
    ]
    asked_anew = {one.id: one for one in store.waiting_at({one.folder for one in new})}
    store.open_batch(record, new)
    events = [Teller(one.id, one.name).event(Kind.QUEUED) for one in new]
    for position, task in enumerate(tasks, start=1):
        if task.what is What.GO_ON:
            store.adopt(task.job.run, batch, position, task.job.model_dump_json(), keep_claims=at_work_elsewhere)
            events.append(Teller(task.job.run, task.found.name).event(Kind.RESUMED))
            left.pop(task.job.run, None)
    for old in (left | asked_anew).values():
        store.move(old.id, State.CANCELLED)
        events.append(Teller(old.id, old.name).event(Kind.CANCELLED, detail=f"batch {batch} took its place"))
    store.history.tell(events)
    return batch


def reported(batch: str, tasks: Sequence[Task], results: dict[str, DocumentResult], seconds: float) -> BatchReport:
    """The report, documents in their order; those that were never begun are told as cancelled."""
    told = (results.get(task.job.run) or task.settled() or not_begun(task) for task in tasks)
    return BatchReport(schema_version=SCHEMA_VERSION, documents=tuple(told), batch=batch, seconds=round(seconds, 3))


def not_begun(task: Task) -> DocumentResult:
    """The result of a document that the batch stopped before."""
    return DocumentResult(
        source=task.found.name,
        folder=task.found.name,
        status=DocumentStatus.CANCELLED,
        exit_code=130,
        unchanged=False,
        run=task.job.run,
        problem="The batch stopped before it; --resume goes on",
    )


def _results(
    order: Order, store: RunStore, tasks: Sequence[Task], audience: Audience, tell: Callable[[RunEvent], None]
) -> dict[str, DocumentResult]:
    """Do every task, and show what happens; what nothing is done about is shown first."""
    for task in tasks:
        settled = task.settled()
        if settled is not None:
            audience.ended(settled)
    to_do = [task.job.run for task in tasks if task.what in (What.RUN, What.GO_ON)]
    results: dict[str, DocumentResult] = {}
    with _Crew(store, to_do, min(order.jobs, len(to_do)), order.seconds) as crew:
        for one in crew:
            if isinstance(one, RunEvent):
                tell(one)
                audience.told(one)
                continue
            results[one.run] = one
            audience.ended(one)
            if order.fail_fast and one.status in (DocumentStatus.FAILED, DocumentStatus.QUARANTINED):
                crew.stop()
    return results


class _Crew:
    """Threads with a process each, which take runs from one list until it is empty. Iterating gives what they tell."""

    def __init__(self, store: RunStore, to_do: list[str], size: int, seconds: float | None) -> None:
        self._store = store
        self._to_do = deque(to_do)
        self._said: queue.SimpleQueue[RunEvent | DocumentResult | GampgenError | None] = queue.SimpleQueue()
        self._children = [Child(seconds) for _ in range(size)]
        self._threads = [threading.Thread(target=self._serve, args=(child,), daemon=True) for child in self._children]
        self._stopping = False

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> RunEvent | DocumentResult:
        while self._threads:
            said = self._said.get()
            if isinstance(said, GampgenError):
                raise said
            if said is not None:
                return said
            self._threads.pop()
        raise StopIteration

    def __exit__(self, *_: object) -> None:
        """Stop what is still at work: it leaves nothing behind, and can be resumed."""
        self.stop()
        for thread in self._threads:
            thread.join()
        for child in self._children:
            child.close()

    def stop(self) -> None:
        """Begin nothing more, and stop what is at work."""
        self._stopping = True
        self._to_do.clear()
        for child in self._children:
            child.stop()

    def _serve(self, child: Child) -> None:
        doer = Doer(self._store, owner_name(), child, self._said.put, LOCAL_LEASE_SECONDS)
        try:
            while True:
                try:
                    run = self._to_do.popleft()
                except IndexError:
                    break
                result = doer.do(run)
                if result is not None:
                    self._said.put(result)
        except GampgenError as error:  # the records cannot be written: the batch ends
            self._said.put(error)
        self._said.put(None)
