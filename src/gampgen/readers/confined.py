"""The child in which a file is read (`python -m gampgen.readers.confined`); `confinement` starts it."""

from __future__ import annotations

import gc
import json
import sys

from gampgen.confinement import Failure, Limits, limit_resources
from gampgen.errors import DamagedInputError, GampgenError
from gampgen.readers import read_source
from gampgen.readers.confinement import CPU_LIMIT, MEMORY_LIMIT, WALL_LIMIT, Answer
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings


def answer_to(question: bytes, data: bytes) -> Answer:
    """Reads a document; `question` is JSON with its name, digest and settings, `data` are the file's bytes."""
    asked = json.loads(question)
    source = Source(asked["file_name"], asked["suffix"], data, asked["sha256"])
    try:
        return Answer(document=read_source(source, ReadSettings.model_validate_json(json.dumps(asked["settings"]))))
    except GampgenError as failure:
        return Answer(failure=Failure.of(failure))
    except MemoryError:
        advice, title = "Split the document.", f"Reading needs more than {MEMORY_LIMIT // 1024**2:,} MB of memory"
    except RecursionError:
        advice, title = "Save it again in its own program.", "The file's parts are nested too deep"
    return Answer(failure=Failure.of(DamagedInputError(title, hint=advice)))


def main() -> None:
    """Answers one question."""
    limit_resources(Limits(MEMORY_LIMIT, CPU_LIMIT, WALL_LIMIT))
    gc.disable()  # a short life, many small values and hardly a circle among them: collecting costs a third of the time
    question = sys.stdin.buffer.readline()
    answer = answer_to(question, sys.stdin.buffer.read())
    sys.stdout.buffer.write(answer.model_dump_json(exclude_defaults=True).encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
