"""The other end of `child`: starting such a process, giving it a document, and noticing when it breaks down."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final

from pydantic import ValidationError

from gampgen.domain.advice import AgentAnswer
from gampgen.errors import GampgenError, InternalError
from gampgen.runs.job import STILL_OURS, Job, Told
from gampgen.runs.report import DocumentResult
from gampgen.runs.telling import RunEvent

_CHILD: Final = "gampgen.runs.child"
_GRACE_SECONDS: Final = 3.0
_READY: Final = b"\n"
_LAST_WORDS: Final = 2_000  # bytes of what a process said before it broke down


class ChildCrashedError(GampgenError):
    """The process that did a document ended before the document was done."""


class ChildTooSlowError(GampgenError):
    """A document took longer than it may."""


class ChildStoppedError(GampgenError):
    """A document was stopped on purpose."""


class Child:
    """A process that does documents one after the other; started when the first one comes.

    Args:
        seconds: how long one document may take; None for ever.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._stopped = threading.Event()

    def do(
        self,
        job: Job,
        on_event: Callable[[RunEvent], None],
        on_answer: Callable[[AgentAnswer], None],
        still_ours: Callable[[], bool],
    ) -> DocumentResult:
        """Do one document.

        Args:
            job: what to do.
            on_event: is shown each event.
            on_answer: gets each agent's answer that is worth keeping.
            still_ours: asked just before the suite is published, whether the run is still to be done here.

        Raises:
            ChildCrashedError: the process ended over it. ChildTooSlowError: it took too long; the process was ended.
            ChildStoppedError: `stop` was called.
            InternalError: no process could be started.
        """
        self._stopped.clear()
        process = self._ready()
        deadline = None if self._seconds is None else time.monotonic() + self._seconds
        _write(process, job.model_dump_json().encode() + b"\n")
        while True:
            told = self._next(job, deadline)
            if told.event is not None:
                on_event(told.event)
            elif told.answer is not None:
                on_answer(told.answer)
            elif told.asks:
                _write(process, STILL_OURS if still_ours() else b"\n")
            elif told.ended is not None:
                return told.ended

    def begin(self) -> None:
        """Start the process, if none is there, and wait until it is ready. Raises InternalError."""
        self._ready()

    def stop(self) -> None:
        """Stop the document at work, from another thread; it leaves nothing behind."""
        self._stopped.set()
        if self._process is not None:
            self._process.terminate()

    def close(self) -> None:
        """End the process, gently first."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(BrokenPipeError):
            _pipe(process.stdin).close()
        process.terminate()
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _pipe(process.stdout).close()
        self._complaints.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._lines = queue.SimpleQueue()
            self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                    [sys.executable, "-m", _CHILD],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._complaints,
                    start_new_session=os.name != "nt",  # Ctrl-C goes to the parent alone
                    creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                )
            except OSError as error:
                raise InternalError(
                    f"No process could be started: {error.strerror or error}", hint="Start fewer with --jobs"
                ) from error
            out = _pipe(self._process.stdout)
            threading.Thread(target=_forward, args=(out, self._lines), daemon=True).start()
            if self._lines.get() != _READY:
                last = self._last_words()
                self.close()
                raise InternalError(f"A process broke down at its start: {last}", hint="Please report this")
        return self._process

    def _next(self, job: Job, deadline: float | None) -> Told:
        """The next line of the process at work."""
        try:
            line = self._lines.get(timeout=None if deadline is None else max(0.0, deadline - time.monotonic()))
        except queue.Empty as error:
            self.close()
            raise ChildTooSlowError(
                f"The document took more than {self._seconds:g} seconds",
                hint="Give it more with --timeout, or split it",
                where=job.name,
            ) from error
        if not line:
            raise self._broken_down(job)
        try:
            return Told.model_validate_json(line)
        except ValidationError as error:
            self.close()
            raise InternalError("A process told something that is not understood", hint="Please report this") from error

    def _broken_down(self, job: Job) -> GampgenError:
        process = self._process
        if process is not None:
            with suppress(subprocess.TimeoutExpired):  # its pipe is closed, so it ends by itself, or is ended below
                process.wait(_GRACE_SECONDS)
        last = self._last_words()
        self.close()
        if self._stopped.is_set():
            return ChildStoppedError("The document was stopped", hint="Resume it", where=job.name)
        code = None if process is None else process.returncode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        return ChildCrashedError(
            f"The process ended before the document was done ({how}{f': {last}' if last else ''})",
            hint="Look at the document; please report it if it is a sound one",
            where=job.name,
        )

    def _last_words(self) -> str:
        """The last line that the process said to people."""
        self._complaints.seek(max(0, self._complaints.seek(0, os.SEEK_END) - _LAST_WORDS))
        return self._complaints.read().decode("utf-8", "replace").strip().rpartition("\n")[2]


def _forward(out: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    """Each whole line of the process; an empty one at the end."""
    with suppress(ValueError):  # the pipe was closed under the reading
        for line in out:
            lines.put(line)
    lines.put(b"")


def _write(process: subprocess.Popen[bytes], line: bytes) -> None:
    with suppress(BrokenPipeError):  # a process that has just ended is noticed by its silence
        _pipe(process.stdin).write(line)
        _pipe(process.stdin).flush()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise InternalError("A process has no pipe", hint="Please report this")
    return pipe
