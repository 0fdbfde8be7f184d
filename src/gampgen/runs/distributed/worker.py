"""`gampgen worker`: takes runs from the queues and does them, each thread with a long-lived process of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from gampgen.domain.base import Value
from gampgen.errors import GampgenError
from gampgen.runs.children import Child
from gampgen.runs.distributed.application import TASK, application, queue_name, send
from gampgen.runs.doing import LEASE_SECONDS, Doer
from gampgen.runs.owner import owner_name
from gampgen.runs.records.store import RunStore
from gampgen.runs.report import DocumentResult

if TYPE_CHECKING:
    from celery import Celery

_LOOK_SECONDS: Final = 10.0


class WorkerOrder(Value):
    """A worker as it was asked for. `seconds`: what one document may take, or None; `lease`: how long a claim holds."""

    broker: str
    queues: tuple[str, ...]
    jobs: int
    seconds: float | None = None
    lease: float = LEASE_SECONDS
    name: str = ""


class Doers:
    """A doer, with its child process, for each thread that asks for one."""

    def __init__(self, store: RunStore, order: WorkerOrder, told: Callable[[DocumentResult], None]) -> None:
        self._store = store
        self._order = order
        self._told = told
        self._own = threading.local()
        self._children: list[Child] = []

    def do(self, run: str) -> None:
        """Do a run, if it is to be had; whoever has it instead is looked after by `send_again`."""
        doer: Doer | None = getattr(self._own, "doer", None)
        if doer is None:
            child = Child(self._order.seconds)
            self._children.append(child)
            doer = self._own.doer = Doer(self._store, owner_name(), child, lambda _: None, self._order.lease)
        result = doer.do(run)
        if result is not None:
            self._told(result)

    def close(self) -> None:
        """End the child processes."""
        for child in self._children:
            child.close()


def serve(order: WorkerOrder, store: RunStore, told: Callable[[DocumentResult], None]) -> None:
    """Work until told to stop (SIGTERM finishes what is at work first).

    Args:
        order: what was asked for.
        store: the records.
        told: is shown each result.

    Raises:
        UsageError: the broker's URL is wrong, or Celery is not installed.
    """
    app = application(order.broker)
    doers = Doers(store, order, told)
    app.task(name=TASK)(doers.do)
    threading.Thread(target=_look_after, args=(app, store), daemon=True).start()
    worker = app.Worker(
        pool="threads",
        concurrency=order.jobs,
        queues=[queue_name(one) for one in order.queues],
        hostname=order.name or owner_name().replace("/", "-"),
        loglevel="WARNING",
        quiet=True,  # Celery's banner says nothing that a person needs
        without_gossip=True,
        without_mingle=True,
        optimization="fair",
    )
    try:
        worker.start()
    finally:
        doers.close()


def send_again(app: Celery, store: RunStore) -> Sequence[str]:
    """Send the names of runs whose worker has vanished: their claims have run out."""
    lost = store.abandoned()
    for one in lost:
        send(app, one.id, one.queue, one.priority)
    return [one.id for one in lost]


def _look_after(app: Celery, store: RunStore) -> None:
    while True:
        time.sleep(_LOOK_SECONDS)
        try:
            send_again(app, store)
        except GampgenError:
            continue  # the broker or the database is away; there is a next time
