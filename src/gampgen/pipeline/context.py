"""The files given with --context, as passages that agents can quote."""

from __future__ import annotations

from pathlib import Path

from gampgen import readers
from gampgen.domain.advice import ContextPassage
from gampgen.domain.document import Heading, Paragraph, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import InputError, UnsupportedInputError
from gampgen.settings import ReadSettings


def read_context(folder: Path | None, settings: ReadSettings) -> tuple[ContextPassage, ...]:
    """The passages of every file below the folder, in the order of their paths; none without a folder.

    Raises:
        InputError: the folder does not exist, holds no file, or a file in it cannot be read. A file that is passed
        over in
            silence would be missed later, so none is.
    """
    if folder is None:
        return ()
    if not folder.is_dir():
        raise InputError("The context folder does not exist", hint="Give a folder with --context", where=str(folder))
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
    if not paths:
        raise InputError("The context folder holds no file", hint="Leave --context out", where=str(folder))
    return tuple(passage for path in paths for passage in _passages(path, folder, settings))


def _passages(path: Path, folder: Path, settings: ReadSettings) -> tuple[ContextPassage, ...]:
    try:
        document = readers.read(path, settings)
    except UnsupportedInputError as error:
        raise InputError(
            f"A context file cannot be read: {error.title}",
            hint="Move it out of the context folder, or save it in a format that gampgen reads",
            where=str(path),
        ) from error
    name = path.relative_to(folder).as_posix()
    return tuple(
        ContextPassage(document=name, sha256=document.sha256, place=location.in_words(), text=text)
        for location, text in _texts(document)
        if text.strip()
    )


def _texts(document: UrsDocument) -> list[tuple[Location, str]]:
    found: list[tuple[Location, str]] = []
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                found.append((block.location, block.text))
            case Table():
                found.extend((row.location, " | ".join(cell.text for cell in row.cells)) for row in block.rows)
    return found
