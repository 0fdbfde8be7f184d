"""A run in this very process that others hear of: its events are told and, with a database, it is recorded."""

from __future__ import annotations

import secrets
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from workflows.events import Event

from gampgen.audit.record import Occurrence
from gampgen.domain.advice import AgentAnswer
from gampgen.errors import GampgenError
from gampgen.pipeline.generate import Outcome
from gampgen.runs.documents import Found, content_sha256
from gampgen.runs.doing import LEASE_SECONDS, STATE_OF, Holding, kind_of_end
from gampgen.runs.interrupting import interrupt_main_thread
from gampgen.runs.job import Job
from gampgen.runs.narrating import told
from gampgen.runs.outputs import fingerprint
from gampgen.runs.owner import owner_name
from gampgen.runs.plan import document_key, surroundings_key
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import NewRun, RunRecord
from gampgen.runs.report import DocumentResult, DocumentStatus
from gampgen.runs.states import State
from gampgen.runs.telling import Kind, RunEvent, Teller
from gampgen.runs.unit import failed_result, result_of, worth_keeping
from gampgen.settings.resolving import Resolved
from gampgen.workflow.events import AgentAnswered

_INTERRUPTED = 130


class Observer:
    """Hears what happens in one run, and tells it on."""

    def __init__(
        self,
        job: Job,
        tell: Callable[[RunEvent], None],
        store: RunStore | None,
        record: RunRecord | None,
        key: str,
    ) -> None:
        self._job = job
        self._tell = tell
        self._store = store
        self._record = record
        self._key = key
        self._teller = Teller(job.run, job.name)
        self._untold: list[RunEvent] = []
        self.outcome: Outcome | None = None

    @property
    def kept(self) -> tuple[AgentAnswer, ...]:
        """Answers that agents gave in an interrupted run of the same inputs."""
        return self._store.kept(self._key) if self._store else ()

    def still_ours(self) -> bool:
        """Whether the run is still this process's to do: recorded nowhere, or the claim on it holds."""
        record = self._record
        return not (self._store and record) or self._store.renew(record.id, record.fence, LEASE_SECONDS)

    def watch(self, event: Event | Occurrence) -> None:
        """Hear an event of the workflow."""
        said = told(self._teller, event)
        if said is not None:
            self.say(said)
        if self._store and isinstance(event, AgentAnswered) and worth_keeping(event):
            self.flush()
            self._store.keep(self._key, event.answer)

    def say(self, event: RunEvent) -> None:
        """Tell an event on; the database hears of it at the next `flush`."""
        self._untold.append(event)
        self._tell(event)

    def flush(self) -> None:
        """Put what was told into the run's history."""
        events, self._untold = self._untold, []
        if self._store:
            self._store.history.tell(events)

    def ended(self, result: DocumentResult) -> None:
        """Tell how the run ended, and record it."""
        state, record = STATE_OF[result.status], self._record
        if self._store and record:
            outputs = fingerprint(Path(self._job.folder)) if state is State.COMPLETED else None
            self._store.end(record.id, record.fence, state, result, outputs)
            if state is State.COMPLETED:
                self._store.forget_answers(self._key)
        self.say(self._teller.event(kind_of_end(state), state.value, result.problem or ""))
        self.flush()

    def begun(self) -> None:
        """Tell that the run begins."""
        self.say(self._teller.event(Kind.STARTED))


@contextmanager
def observed(
    source: Path, folder: Path, resolved: Resolved, tell: Callable[[RunEvent], None], store: RunStore | None
) -> Iterator[Observer]:
    """Observe a run of a document; its outcome is to be left in the observer.

    Args:
        source: the document.
        folder: the output folder.
        resolved: the run's settings.
        tell: gets each event.
        store: where the run is recorded, or None.

    Raises:
        OutputError: the database cannot be written.
    """
    job = Job(
        run=secrets.token_hex(8), name=source.name, source=str(source.absolute()), folder=str(folder.absolute()),
        resolved=resolved,
    )  # fmt: skip
    record, key = _recorded(job, source, folder, store) if store else (None, "")
    observer = Observer(job, tell, store, record, key)
    observer.begun()
    begun = time.monotonic()
    try:
        with Holding(store, record, LEASE_SECONDS, _interrupt) if store and record else nullcontext():
            yield observer
    except GampgenError as error:
        observer.ended(failed_result(job, error, time.monotonic() - begun))
        raise
    except (KeyboardInterrupt, SystemExit):
        observer.ended(_interrupted(job))
        raise
    if observer.outcome is not None:
        observer.ended(result_of(job, observer.outcome, time.monotonic() - begun))


def _recorded(job: Job, source: Path, folder: Path, store: RunStore) -> tuple[RunRecord | None, str]:
    try:
        digest = content_sha256(source)
    except OSError:
        digest = ""  # the run itself will say what is wrong with the file
    found = Found(name=source.name, source=str(source), sha256=digest)
    key = document_key(surroundings_key(job.resolved), found, folder)
    new = NewRun(
        id=job.run, batch=None, position=1, name=job.name, source=job.source, folder=job.folder, key=key,
        document_sha256=digest, settings_sha256=job.resolved.settings.content_sha256(), job=job.model_dump_json(),
    )  # fmt: skip
    store.add(new)
    return store.claim(job.run, owner_name(), LEASE_SECONDS), key


def _interrupt() -> None:
    """The run was cancelled from elsewhere: as if by Ctrl-C."""
    interrupt_main_thread(signal.SIGINT)


def _interrupted(job: Job) -> DocumentResult:
    return DocumentResult(
        source=job.name,
        folder=job.name,
        status=DocumentStatus.CANCELLED,
        exit_code=_INTERRUPTED,
        unchanged=False,
        run=job.run,
        problem="The run was interrupted",
    )
