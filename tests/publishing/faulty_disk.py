"""A disk that fails at a chosen operation: each write, sync, rename, link, unlink and mkdir of some work counts."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gampgen.publishing import exchange

KILLED = -9
OPERATIONS = (
    (os, "write"), (os, "fsync"), (os, "link"), (os, "ftruncate"), (os, "pwrite"), (Path, "write_bytes"),
    (Path, "rename"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (exchange, "_swapped"),
)  # fmt: skip


class FaultyDisk:
    """Counts operations; at the chosen one it raises an error of the system, or kills the process.

    Half of a chosen `write_bytes` reaches the disk first, as on a disk that runs full.
    """

    def __init__(self, at: int | None = None, code: int = KILLED) -> None:
        self.count = 0
        self._at, self._code = at, code

    def wrap(self, operation: Callable, name: str) -> Callable:
        def counted(*arguments: object, **named: object) -> object:
            self.count += 1
            if self.count == self._at:
                if name == "write_bytes":
                    path, data = arguments
                    operation(path, data[: len(data) // 2])
                if self._code == KILLED:
                    os.kill(os.getpid(), 9)
                raise OSError(self._code, os.strerror(self._code))
            return operation(*arguments, **named)

        return counted


@contextmanager
def faulty(at: int | None = None, code: int = KILLED) -> Iterator[FaultyDisk]:
    """While this holds, the disk fails at operation `at` (from 1); with None it only counts."""
    disk = FaultyDisk(at, code)
    kept = [(place, name, getattr(place, name)) for place, name in OPERATIONS]
    try:
        for place, name, operation in kept:
            setattr(place, name, disk.wrap(operation, name))
        yield disk
    finally:
        for place, name, operation in kept:
            setattr(place, name, operation)


def in_a_process(work: Callable[[], None]) -> int:
    """Run some work in a child process and tell how it ended: its exit code, or the signal as a negative number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
