"""Reading a record from the disk, with every distrust: size, links, form, fields."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from gampgen.audit.canonical import MAX_RECORD_BYTES, parse_strictly
from gampgen.audit.checks import BrokenRecordError, Code
from gampgen.domain.base import Value

_Record = TypeVar("_Record", bound=Value)
_HINT = "Take the folder again from where it was archived"


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a regular file, at most one more than a record may have. Raises BrokenRecordError (V01)."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise BrokenRecordError("It is no regular file", hint=_HINT, where=name, code=Code.READABLE)
        with path.open("rb") as stream:
            return stream.read(MAX_RECORD_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise BrokenRecordError(f"It cannot be read: {reason}", hint=_HINT, where=name, code=Code.READABLE) from error


def read_record(path: Path, name: str, kind: type[_Record]) -> _Record:
    """A record in canonical form, with exactly the fields of its kind. Raises BrokenRecordError (V01 to V06)."""
    data = read_bytes(path, name)
    parse_strictly(data, name)
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise BrokenRecordError(f"{place}: {problem['msg']}", hint=_HINT, where=name, code=Code.SHAPE) from error
