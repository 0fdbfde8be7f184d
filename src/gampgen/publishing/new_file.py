"""One file that a command writes: never over another one unless that was asked for."""

from __future__ import annotations

import os
from pathlib import Path

from gampgen.errors import OutputError, OutputOccupiedError
from gampgen.publishing.folder import cannot_write


def write_new(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file that does not exist yet; with `force` also one that does, in one exchange.

    Raises:
        OutputOccupiedError: the file exists.
        OutputError: it cannot be written; an earlier one is untouched.
    """
    if force:
        replace_file(path, content)
        return
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise OutputOccupiedError(
            "The file exists already", hint="Choose another name, or move the file away", where=str(path)
        ) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        replace_file(path, content)
    except OutputError:
        path.unlink(missing_ok=True)
        raise


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole, in the place of an earlier one. Raises OutputError; an earlier one is untouched then."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)  # noqa: PTH105 - the same call under a name that people know
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from error
