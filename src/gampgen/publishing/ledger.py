"""The ledger on the disk: one chained line in the user's own folder for each run and each signature written here."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import ValidationError

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.journal import utc_now
from gampgen.audit.ledger import LedgerLine
from gampgen.audit.raw_files import BINARY
from gampgen.audit.record import FIRST_PREVIOUS
from gampgen.errors import UsageError
from gampgen.publishing.home import home_locked

LEDGER_NAME = "ledger.jsonl"


def read_ledger(home: Path) -> tuple[LedgerLine, ...]:
    """The ledger's lines; none where there is no ledger. A last line that was cut short by a kill is left out.

    Raises:
        UsageError: the ledger cannot be read, or was changed: its chain is broken.
    """
    try:
        return _parsed((home / LEDGER_NAME).read_bytes(), str(home / LEDGER_NAME))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UsageError(
            f"The ledger of this machine cannot be read: {error.strerror or error}", hint="Restore it", where=str(home)
        ) from error


def remember(home: Path, folder: Path, run_id: str, seal_sha256: str, signatures: int) -> LedgerLine:
    """Append a line and sync it.

    Raises:
        UsageError: the ledger was changed.
        OSError: it cannot be written.
    """
    with home_locked(home):
        path = home / LEDGER_NAME
        lines = read_ledger(home)
        known = b"".join(line.canonical() + b"\n" for line in lines)
        line = LedgerLine(
            seq=len(lines),
            at=utc_now(),
            folder=str(folder.resolve()),
            run_id=run_id,
            seal_sha256=seal_sha256,
            signatures=signatures,
            previous=sha256_hex(lines[-1].canonical()) if lines else FIRST_PREVIOUS,
        )
        file = os.open(path, os.O_WRONLY | os.O_CREAT | BINARY, 0o600)
        try:
            os.ftruncate(file, len(known))  # a line that was cut short goes
            os.lseek(file, 0, os.SEEK_END)
            os.write(file, line.canonical() + b"\n")
            os.fsync(file)
        finally:
            os.close(file)
        return line


def _parsed(data: bytes, name: str) -> tuple[LedgerLine, ...]:
    lines: list[LedgerLine] = []
    previous = FIRST_PREVIOUS
    for number, raw in enumerate(data.split(b"\n")[:-1]):
        try:
            line = LedgerLine.model_validate_json(raw)
        except ValidationError as error:
            raise _broken(number, name) from error
        if line.canonical() != raw or (line.seq, line.previous) != (number, previous):
            raise _broken(number, name)
        previous = sha256_hex(raw)
        lines.append(line)
    return tuple(lines)


def _broken(number: int, name: str) -> UsageError:
    return UsageError(
        f"The ledger of this machine was changed at line {number + 1}",
        hint="Restore it from a backup; without it, older states that were put back are not noticed",
        where=name,
    )
