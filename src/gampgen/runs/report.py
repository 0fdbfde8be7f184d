"""What a batch says about its documents: `batch.json`."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value

SCHEMA_VERSION = "1.1"


class DocumentStatus(StrEnum):
    """How a document's run ended. `objections`: done, with findings at or above --fail-on, or partial.

    `waiting`: for a person's decision. `quarantined`: three processes ended over it. `cancelled`: not done, since it
    was cancelled or the batch stopped before it.
    """

    DONE = "done"
    OBJECTIONS = "objections"
    WAITING = "waiting"
    FAILED = "failed"
    QUARANTINED = "quarantined"
    CANCELLED = "cancelled"


class DocumentResult(Value):
    """One document of the batch. `source` and `folder` are relative, with forward slashes.

    `run` is the run's id in the database. `unchanged`: an earlier run of the same input and settings was there, nothing
    was done. `findings` is their number, and how many of them are open errors and warnings. `faults_seeded` and
    `faults_found` are the suite's adequacy. `seconds` is the time that it took. `problem` is the failure in words where
    there was one; the figures are None then.
    """

    source: str
    folder: str
    status: DocumentStatus
    exit_code: int
    unchanged: bool
    run: str = ""
    category: int | None = None
    needs_review: bool | None = None
    requirements: int | None = None
    tests: int | None = None
    findings: int | None = None
    errors: int | None = None
    warnings: int | None = None
    faults_seeded: int | None = None
    faults_found: int | None = None
    seconds: float | None = None
    suite_sha256: str | None = None
    problem: str | None = None


class BatchReport(Value):
    """The whole batch, documents in the order of their paths.

    `batch` is its id in the database, `seconds` the time from the first document to the last.
    """

    schema_version: str
    documents: tuple[DocumentResult, ...]
    batch: str = ""
    seconds: float | None = None

    def count(self, status: DocumentStatus) -> int:
        """How many documents ended so."""
        return sum(one.status is status for one in self.documents)

    def in_words(self) -> str:
        """How many documents, and how they ended."""
        ends = [f"{number} {status}" for status in DocumentStatus if (number := self.count(status))]
        documents = "1 document" if len(self.documents) == 1 else f"{len(self.documents)} documents"
        return f"{documents}: {', '.join(ends)}."


def kill_rate(one: DocumentResult) -> str:
    """Share of the seeded faults that the suite notices, in whole per cent rounded down; "" where none was seeded."""
    if not one.faults_seeded or one.faults_found is None:
        return ""
    return f"{100 * one.faults_found // one.faults_seeded} %"
