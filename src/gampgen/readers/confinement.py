"""Hostile-prone formats are read in a process of their own: what breaks or bloats it cannot harm the run.

The child gets the file's bytes and the settings, and answers with one JSON document: the document as read, or the
failure. JSON, not a pickle: an answer of a subverted child is still only data.
"""

from __future__ import annotations

import json
from typing import Final

from pydantic import ValidationError

from gampgen.confinement import BrokenChildError, Failure, Limits, ask
from gampgen.domain.base import Value
from gampgen.domain.document import UrsDocument
from gampgen.errors import DamagedInputError, InternalError
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

MEMORY_LIMIT: Final = 512 * 1024**2
"""Bytes of address space that the child may use."""
CPU_LIMIT: Final = 90
"""Seconds of processor time that the child may use."""
WALL_LIMIT: Final = 180
"""Seconds after which the child is ended."""
_CHILD: Final = "gampgen.readers.confined"
_ADVICE: Final = "Open it in its own program, save it again, and check what it holds; split it if it is very large."


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
    }).encode()  # fmt: skip
    try:
        said = ask(_CHILD, question, source.data, Limits(MEMORY_LIMIT, CPU_LIMIT, WALL_LIMIT))
    except BrokenChildError as reason:
        raise DamagedInputError(f"Reading {reason}", hint=_ADVICE) from reason
    try:
        answer = Answer.model_validate_json(said)
    except ValidationError as reason:
        raise InternalError("The reader's answer is not what it should be", hint="Please report this.") from reason
    if answer.failure is not None:
        raise answer.failure.as_error()
    if answer.document is None:
        raise InternalError("The reader gave no answer", hint="Please report this.")
    return answer.document
