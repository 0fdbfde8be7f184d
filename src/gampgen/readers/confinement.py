"""Hostile-prone formats are read in a process of their own: what breaks or bloats it cannot harm the run.

The child gets the file's bytes and the settings on its standard input, and answers with one JSON document: the document
as read, or the failure. JSON, not a pickle: an answer of a subverted child is still only data. Limits of memory, time
and written files are set with POSIX `resource`; where that does not exist (Windows), only the time is limited.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Final

from pydantic import ValidationError

from gampgen import errors
from gampgen.domain.base import Value
from gampgen.domain.document import UrsDocument
from gampgen.errors import DamagedInputError, GampgenError, InternalError
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

MEMORY_LIMIT: Final = 512 * 1024**2
"""Bytes of address space that the child may use."""
CPU_LIMIT: Final = 90
"""Seconds of processor time that the child may use."""
WALL_LIMIT: Final = 180
"""Seconds after which the child is ended."""
_CHILD: Final = "gampgen.readers.confined"
# What the child needs of the environment: no keys, no names.
_ENVIRONMENT: Final = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")
_ADVICE: Final = "Open it in its own program, save it again, and check what it holds; split it if it is very large."


class Failure(Value):
    """A failure of a reader as it crosses the pipe. `kind` is the name of its class."""

    kind: str
    title: str
    hint: str
    where: str | None = None

    def as_error(self) -> GampgenError:
        """The failure as it was raised in the child."""
        kind = getattr(errors, self.kind, None)
        if not (isinstance(kind, type) and issubclass(kind, GampgenError)):
            return InternalError(self.title, hint=self.hint, where=self.where)
        return kind(self.title, hint=self.hint, where=self.where)


class Answer(Value):
    """What the child says: one of the two."""

    document: UrsDocument | None = None
    failure: Failure | None = None


def read_confined(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a document in a process of its own.

    Raises:
        GampgenError: whatever the reader raises. DamagedInputError: also where the child passes a limit or breaks down.
        InternalError: the child cannot be started, or has a bug.
    """
    question = json.dumps({
        "file_name": source.file_name, "suffix": source.suffix, "sha256": source.sha256,
        "settings": settings.model_dump(mode="json"),
    }).encode() + b"\n"  # fmt: skip
    command = [sys.executable, "-P", "-m", _CHILD]  # -P: nothing of the current folder is imported
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        with subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        ) as child:
            try:
                with suppress(BrokenPipeError):  # a child that ended at once is dealt with by its exit code
                    child.stdin.write(question)  # type: ignore[union-attr]  # it is a pipe, as asked for above
                said, complaint = child.communicate(source.data, timeout=WALL_LIMIT)
            except BaseException:
                child.kill()
                raise
    except subprocess.TimeoutExpired as reason:
        raise DamagedInputError(f"Reading took more than {WALL_LIMIT} seconds and was ended", hint=_ADVICE) from reason
    except OSError as reason:
        raise InternalError(
            "No process could be started for the reader", hint=f"The system says: {reason}."
        ) from reason
    return _document(said, complaint, child.returncode)


def _document(said: bytes, complaint: bytes, code: int) -> UrsDocument:
    if code:
        raise _breakdown(code, complaint.decode("utf-8", "replace"))
    try:
        answer = Answer.model_validate_json(said)
    except ValidationError as reason:
        raise InternalError("The reader's answer is not what it should be", hint="Please report this.") from reason
    if answer.failure is not None:
        raise answer.failure.as_error()
    if answer.document is None:
        raise InternalError("The reader gave no answer", hint="Please report this.")
    return answer.document


def _breakdown(code: int, complaint: str) -> GampgenError:
    """What a child that ended without an answer means: a signal is a limit or a crash of a parser, else it is a bug."""
    if code > 0:
        last = complaint.strip().rpartition("\n")[2]
        failure = InternalError(f"The reader has a bug ({last or f'exit code {code}'})", hint="Please report this.")
        failure.add_note(complaint)
        return failure
    if -code == getattr(signal, "SIGXCPU", None):
        return DamagedInputError(f"Reading took more than {CPU_LIMIT} seconds of processor time", hint=_ADVICE)
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return DamagedInputError(
        f"The file broke its reader down ({name}), which may use {MEMORY_LIMIT // 1024**2:,} MB of memory", hint=_ADVICE
    )
