"""A process of its own, with limits, for what others made: what breaks or bloats it cannot harm the run.

The child gets a question and bytes on its standard input and answers on its standard output. It sees no secret of the
environment, and nothing of the current folder is imported. Limits of memory, time and written files are set by the
child itself with POSIX `resource`; where that does not exist (Windows), only the time is limited.
"""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from gampgen import errors
from gampgen.domain.base import Value
from gampgen.errors import GampgenError, InternalError

# What the child needs of the environment: no keys, no names.
_ENVIRONMENT: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: bytes of address space, seconds of processor time, seconds until it is ended."""

    memory: int
    cpu: int
    wall: int


class BrokenChildError(Exception):
    """A child passed a limit or broke down. The text goes on after the name of the work: "took more than …"."""


class Failure(Value):
    """A failure as it crosses the pipe. `kind` is the name of its class."""

    kind: str
    title: str
    hint: str
    where: str | None = None

    @classmethod
    def of(cls, failure: GampgenError) -> Failure:
        """What is said of a failure."""
        return cls(kind=type(failure).__name__, title=failure.title, hint=failure.hint, where=failure.where)

    def as_error(self, *further: type[GampgenError]) -> GampgenError:
        """The failure as it was raised in the child; `further` are kinds that do not stand in `gampgen.errors`."""
        known = {one.__name__: one for one in further}
        kind = known.get(self.kind) or getattr(errors, self.kind, None)
        if not (isinstance(kind, type) and issubclass(kind, GampgenError)):
            return InternalError(self.title, hint=self.hint, where=self.where)
        return kind(self.title, hint=self.hint, where=self.where)


def ask(module: str, question: bytes, data: bytes, limits: Limits) -> bytes:
    """Start a module of ours as a child and return its answer.

    Args:
        module: its name; it sets its own limits with `limit_resources`.
        question: one line, without the line's end.
        data: what comes after it.
        limits: what the child will use; here only `wall` acts.

    Raises:
        BrokenChildError: it passed a limit or broke down.
        InternalError: it cannot be started, or has a bug.
    """
    command = [sys.executable, "-P", "-m", module]  # -P: nothing of the current folder is imported
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        with subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        ) as child:
            try:
                with suppress(BrokenPipeError):  # a child that ended at once is dealt with by its exit code
                    child.stdin.write(question + b"\n")  # type: ignore[union-attr]  # it is a pipe, as asked for above
                said, complaint = child.communicate(data, timeout=limits.wall)
            except BaseException:
                child.kill()
                raise
    except subprocess.TimeoutExpired as reason:
        raise BrokenChildError(f"took more than {limits.wall} seconds and was ended") from reason
    except OSError as reason:
        raise InternalError("No child process could be started", hint=f"The system says: {reason}.") from reason
    if child.returncode:
        raise _breakdown(child.returncode, complaint.decode("utf-8", "replace"), limits)
    return said


def _breakdown(code: int, complaint: str, limits: Limits) -> Exception:
    """What a child that ended without an answer means: a signal is a limit or a crash of a parser, else it is a bug."""
    if code > 0:
        last = complaint.strip().rpartition("\n")[2]
        failure = InternalError(
            f"A child process has a bug ({last or f'exit code {code}'})", hint="Please report this."
        )
        failure.add_note(complaint)
        return failure
    if -code == getattr(signal, "SIGXCPU", None):
        return BrokenChildError(f"took more than {limits.cpu} seconds of processor time")
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return BrokenChildError(f"broke down ({name}); it may use {limits.memory // 1024**2:,} MB of memory")


def limit_resources(limits: Limits) -> None:
    """Set this process's limits, and let it write no file; nothing on a system without them."""
    try:
        resource: Any = importlib.import_module("resource")  # Any: the module does not exist on every system
    except ImportError:
        return
    wanted = {"RLIMIT_AS": limits.memory, "RLIMIT_CPU": limits.cpu, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, value in wanted.items():
        if hasattr(resource, name):
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (bound, bound))
