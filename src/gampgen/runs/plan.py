"""What a batch has to do: its documents, and what the records already know of each."""

from __future__ import annotations

import hashlib
import re
import secrets
from enum import StrEnum
from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.audit.record import DigestOf
from gampgen.domain.base import Value
from gampgen.pipeline.pending import pending_beside
from gampgen.pipeline.provenance import run_key, surroundings
from gampgen.runs.documents import Found, Patterns, documents_below, identified
from gampgen.runs.job import Job
from gampgen.runs.outputs import fingerprint
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import NewRun, RunRecord
from gampgen.runs.report import DocumentResult
from gampgen.runs.states import State
from gampgen.settings.resolving import Resolved

_ANSWERED = re.compile(r'"answered":\s*true')  # to read each job as a whole would take longer than all else


class Order(Value):
    """A batch as it was asked for.

    `changed_only`: leave alone what an earlier batch completed and nobody touched; a changed document's earlier run is
    kept beside the new one. `resume`: also go on with the runs that an earlier batch left unfinished. `seconds` is the
    time that one document may take, or None. `command` is what the person called.
    """

    folder: Path
    out: Path
    resolved: Resolved
    patterns: Patterns = Patterns()
    jobs: int = 1
    force: bool = False
    signed: bool = True
    changed_only: bool = False
    resume: bool = False
    fail_fast: bool = False
    seconds: float | None = None
    priority: int = 5
    queue: str = "offline"
    command: tuple[str, ...] = ()


class What(StrEnum):
    """What is to be done about a document."""

    RUN = "run"
    GO_ON = "go on"
    UNCHANGED = "unchanged"
    WAITING = "waiting"
    QUARANTINED = "quarantined"


class Task(Value):
    """A document and what is to be done about it. `earlier` is what the records know of it, or None."""

    found: Found
    key: str
    what: What
    job: Job
    earlier: RunRecord | None = None

    def settled(self) -> DocumentResult | None:
        """The result of a document that nothing is done about; None for the others."""
        if self.what in (What.RUN, What.GO_ON) or self.earlier is None or self.earlier.result is None:
            return None
        unchanged = self.what is What.UNCHANGED
        told: dict[str, object] = {"unchanged": unchanged, "seconds": 0.0}
        if self.what is What.QUARANTINED:
            told["problem"] = f"{self.earlier.problem} It is not tried again until: gampgen resume {self.earlier.id}"
        return self.earlier.result.model_copy(update=told)

    def new_run(self, batch: str, position: int, order: Order) -> NewRun:
        """The run to record for it."""
        return NewRun(
            id=self.job.run,
            batch=batch,
            position=position,
            name=self.found.name,
            source=self.job.source,
            folder=self.job.folder,
            key=self.key,
            document_sha256=self.found.sha256,
            settings_sha256=order.resolved.settings.content_sha256(),
            job=self.job.model_dump_json(),
            priority=order.priority,
            queue=order.queue,
        )


def planned(order: Order, store: RunStore, storage: str | None = None) -> tuple[Task, ...]:
    """The documents of a batch, in the order of their paths, and what is to be done about each.

    Args:
        order: what was asked for.
        store: the records.
        storage: URL of the store through which documents and suites travel, or None.

    Raises:
        InputError: there is no document.
    """
    settings = order.resolved.settings
    context = (settings.context,) if settings.context else ()
    sources = documents_below(order.folder, order.out, order.patterns, context)
    found = [identified(order.folder, source) for source in sources]
    around = surroundings_key(order.resolved)
    keys = [document_key(around, one, order.out / one.name) for one in found]
    known = store.latest(keys)
    return tuple(_task(order, one, key, known.get(key), storage) for one, key in zip(found, keys, strict=True))


def _task(order: Order, found: Found, key: str, earlier: RunRecord | None, storage: str | None) -> Task:
    what = _what(order, earlier)
    run = earlier.id if earlier is not None and what is What.GO_ON else secrets.token_hex(8)
    before = None if earlier is None or not _ANSWERED.search(earlier.job) else Job.model_validate_json(earlier.job)
    # What a person decided on this very document, with these settings, still holds.
    decided = before is not None and before.answered and order.resolved.settings.decision is None
    job = Job(
        run=run,
        name=found.name,
        source=str(Path(found.source).absolute()),
        folder=str((order.out / found.name).absolute()),
        resolved=before.resolved if before is not None and decided else order.resolved,
        force=order.force,
        replace=order.changed_only,
        answered=decided and what is What.GO_ON,
        signed=order.signed,
        storage=storage,
        command=order.command,
    )
    return Task(found=found, key=key, what=what, job=job, earlier=earlier)


def _what(order: Order, earlier: RunRecord | None) -> What:
    if earlier is not None and earlier.state is State.QUARANTINED:
        return What.QUARANTINED
    if earlier is None or order.force or not (order.resume or order.changed_only):
        return What.RUN
    folder = Path(earlier.folder)
    if earlier.state is State.COMPLETED:
        return What.UNCHANGED if earlier.outputs and earlier.outputs == fingerprint(folder) else What.RUN
    if earlier.state is State.WAITING:
        return What.WAITING if pending_beside(folder).exists() else What.RUN
    return What.GO_ON if order.resume else What.RUN


def surroundings_key(resolved: Resolved) -> str:
    """Digest (hexadecimal) of all that shapes a result but the document: settings, context, templates, program."""
    settings = resolved.settings
    context = tuple(
        DigestOf(name=f"context {path.relative_to(settings.context).as_posix()}", sha256=file_sha256(path))
        for path in (sorted(settings.context.rglob("*")) if settings.context else ())
        if settings.context and path.is_file()
    )
    return run_key(settings, (*context, *surroundings(settings)), settings.decision)


def document_key(around: str, found: Found, folder: Path) -> str:
    """Digest (hexadecimal) that names a document's run: the same for the same input, settings, version and place."""
    parts = (around, found.name, found.sha256, str(folder.absolute()))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
