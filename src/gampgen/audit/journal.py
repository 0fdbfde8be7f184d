"""The journal: written while things happen, one line per entry, chained, synced after each event.

PIC/S PI 041-1 §9.6 doubts trails that are written in one go at the end; so each entry is on the disk before the work
goes on.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.merkle import merkle_root
from gampgen.audit.raw_files import BINARY
from gampgen.audit.record import FIRST_PREVIOUS, AuditEntry, Closing, Occurrence
from gampgen.errors import OutputError


def utc_now() -> str:
    """The present in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Journal:
    """An append-only file of audit entries; a context manager that closes the file.

    Args:
        path: the journal file; must not exist yet.

    Raises:
        OutputError: the file cannot be created, or later written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: list[AuditEntry] = []
        self._leaves: list[bytes] = []
        self._head = FIRST_PREVIOUS
        self._begun = time.monotonic_ns()
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | BINARY, 0o600)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def record(self, *occurrences: Occurrence) -> None:
        """Append an entry for each occurrence and sync them to the disk before returning. Raises OutputError.

        What happened at once, such as the many things that one event of the workflow tells, is synced at once. A clock
        of the machine that goes backwards between two entries is an entry of its own.
        """
        for occurrence in occurrences:
            at = utc_now()
            if self._entries and at < self._entries[-1].at:
                self._append(_set_back(self._entries[-1].at, at), at)
            self._append(occurrence, at)
        if occurrences:
            self._sync()

    def _append(self, occurrence: Occurrence, at: str) -> None:
        entry = AuditEntry(
            **dict(occurrence),
            seq=len(self._entries),
            at=at,
            elapsed_us=(time.monotonic_ns() - self._begun) // 1000,
            previous=self._head,
        )
        line = entry.canonical()
        try:
            _write_all(self._file, line + b"\n")
        except OSError as error:
            raise _cannot_write(self._path, error) from error
        self._head = sha256_hex(line)
        self._entries.append(entry)
        self._leaves.append(line)

    def _sync(self) -> None:
        try:
            os.fsync(self._file)
        except OSError as error:
            raise _cannot_write(self._path, error) from error

    @property
    def entries(self) -> tuple[AuditEntry, ...]:
        """All entries so far, in order."""
        return tuple(self._entries)

    def closing(self) -> Closing:
        """Count, head and root over the entries so far."""
        return Closing(count=len(self._entries), head=self._head, root=merkle_root(self._leaves))


def _set_back(before: str, after: str) -> Occurrence:
    return Occurrence(
        actor="machine's clock",
        action="clock_set_back",
        subject="time of this machine",
        reason="the clock told an earlier time than at the entry before; the steady clock went on",
        before=before,
        after=after,
    )


def _write_all(file: int, data: bytes) -> None:
    while data:
        data = data[os.write(file, data) :]


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The journal cannot be written: {error.strerror}",
        hint="Free disk space or choose another folder with --out",
        where=str(path),
    )
