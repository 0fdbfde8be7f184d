"""One run at a time for an output folder: a lock that the system frees when the process dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gampgen.audit.raw_files import BINARY
from gampgen.errors import BusyError, OutputError

try:
    import fcntl
except ImportError:  # not a POSIX system: the lock file itself is the lock
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder, a hidden file beside it, which is gone afterwards.

    Raises:
        BusyError: another run holds it.
        OutputError: the lock file cannot be written.
    """
    path = folder.parent / f".{folder.name}.lock"
    try:
        file = _acquire(path)
    except BlockingIOError as error:
        raise BusyError(
            "Another run is writing this folder",
            hint="Wait until it ends, or choose another --out"
            + ("" if fcntl else f". Where no run is at work, remove {path.name}: this system keeps it after a crash"),
            where=str(folder),
        ) from error
    except OSError as error:
        raise OutputError(
            f"The output folder cannot be locked: {error.strerror}",
            hint="Choose a folder that you may write with --out",
            where=str(folder),
        ) from error
    try:
        yield
    finally:
        _release(path, file)


def _acquire(path: Path) -> int:
    if fcntl is None:
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        except FileExistsError as error:
            raise BlockingIOError from error
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | BINARY, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            raise
        if _is_still(file, path):
            return file
        os.close(file)  # the former holder removed the file between our open and our lock: take the new one


def _release(path: Path, file: int) -> None:
    if fcntl is None:
        os.close(file)  # Windows removes no file that is open
        path.unlink(missing_ok=True)
        return
    with suppress(OSError):
        # A file that stays behind locks nothing, since the system's lock goes with the process; the next run removes
        # it. To fail here would call a published run a failure.
        path.unlink(missing_ok=True)
    os.close(file)


def _is_still(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
