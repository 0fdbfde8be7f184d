"""What a person does with a recorded run: do it again, answer its question, cancel it."""

from __future__ import annotations

from collections.abc import Callable

from gampgen.domain.category import CategoryDecision
from gampgen.errors import BusyError, UsageError
from gampgen.pipeline.pending import with_decision
from gampgen.runs.children import Child
from gampgen.runs.doing import Doer
from gampgen.runs.job import Job
from gampgen.runs.owner import owner_name
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import RunRecord
from gampgen.runs.report import DocumentResult
from gampgen.runs.states import State
from gampgen.runs.telling import Kind, RunEvent, Teller


def answer(store: RunStore, run: RunRecord, decision: CategoryDecision) -> None:
    """Record a person's decision on the category, and queue the run with it.

    Raises:
        UsageError: the run does not wait.
    """
    if run.state is not State.WAITING:
        raise UsageError(
            f"The run does not wait for a decision: it is {run.state}",
            hint="gampgen pending lists those that do",
            where=run.id,
        )
    job = Job.model_validate_json(run.job)
    decided = job.model_copy(update={"resolved": with_decision(job.resolved, decision), "answered": True})
    store.rewrite(run.id, decided.model_dump_json())
    told = f"category {decision.category.value}: {decision.reason}"
    store.history.tell([Teller(run.id, run.name).event(Kind.ANSWERED, decision.decided_by, told)])
    store.move(run.id, State.QUEUED)


def released(store: RunStore, run: RunRecord) -> None:
    """Queue a run that ended without a suite, or whose process is gone; its crashes are forgotten.

    Raises:
        UsageError: it is complete, or waits for a decision.
    """
    if run.state is State.WAITING:
        raise UsageError(
            "The run waits for a person's decision", hint=f"gampgen answer {run.id} --category N …", where=run.name
        )
    if run.state is State.COMPLETED:
        raise UsageError("The run is complete", hint="gampgen generate or batch makes a new one", where=run.id)
    if run.state not in (State.QUEUED, State.RUNNING):
        store.move(run.id, State.QUEUED, fresh=True)
    store.history.tell([Teller(run.id, run.name).event(Kind.RESUMED)])


def done_here(store: RunStore, run: RunRecord, on_event: Callable[[RunEvent], None]) -> DocumentResult:
    """Do a queued run in a process of this machine, now.

    Raises:
        BusyError: another does it.
    """
    child = Child()
    try:
        result = Doer(store, owner_name(), child, on_event).do(run.id)
    finally:
        child.close()
    if result is None:
        raise BusyError(
            "Another process does this run",
            hint="Wait until it ends; where its machine is gone, its claim runs out within a minute",
            where=run.id,
        )
    return result


def cancel(store: RunStore, run: RunRecord) -> bool:
    """Cancel a run: one that is queued is never begun, one at work is stopped. False where it has ended already."""
    if not store.move(run.id, State.CANCELLED):
        return False
    store.history.tell([Teller(run.id, run.name).event(Kind.CANCELLED, detail="by a person")])
    return True
