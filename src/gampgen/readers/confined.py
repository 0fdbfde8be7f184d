"""The child in which a file is read (`python -m gampgen.readers.confined`); `confinement` starts it."""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any, Final

from gampgen.errors import DamagedInputError, GampgenError
from gampgen.readers import read_source
from gampgen.readers.confinement import CPU_LIMIT, MEMORY_LIMIT, Answer, Failure
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

_LIMITS: Final = (("RLIMIT_AS", MEMORY_LIMIT), ("RLIMIT_CPU", CPU_LIMIT), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0))


def limit_resources() -> None:
    """Sets this process's limits; does nothing on a system without them."""
    try:
        resource: Any = importlib.import_module("resource")  # Any: the module does not exist on every system
    except ImportError:
        return
    for name, value in _LIMITS:
        if hasattr(resource, name):
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (bound, bound))


def answer_to(question: bytes, data: bytes) -> Answer:
    """Reads a document; `question` is JSON with its name, digest and settings, `data` are the file's bytes."""
    asked = json.loads(question)
    source = Source(asked["file_name"], asked["suffix"], data, asked["sha256"])
    try:
        return Answer(document=read_source(source, ReadSettings.model_validate_json(json.dumps(asked["settings"]))))
    except GampgenError as failure:
        return _failed(failure)
    except MemoryError:
        return _failed(
            DamagedInputError(
                f"Reading needs more than {MEMORY_LIMIT // 1024**2:,} MB of memory", hint="Split the document."
            )
        )
    except RecursionError:
        return _failed(
            DamagedInputError("The file's parts are nested too deep", hint="Save it again in its own program.")
        )


def _failed(failure: GampgenError) -> Answer:
    return Answer(
        failure=Failure(kind=type(failure).__name__, title=failure.title, hint=failure.hint, where=failure.where)
    )


def main() -> None:
    """Answers one question."""
    limit_resources()
    question = sys.stdin.buffer.readline()
    answer = answer_to(question, sys.stdin.buffer.read())
    sys.stdout.buffer.write(answer.model_dump_json().encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
