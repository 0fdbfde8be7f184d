"""The files given with --context, as passages that agents can quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gampgen import readers
from gampgen.audit.record import DigestOf
from gampgen.domain.advice import ContextFile, ContextPassage
from gampgen.domain.base import Value
from gampgen.domain.document import Heading, Paragraph, Table, UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.errors import InputError, UnsupportedInputError
from gampgen.settings import ReadSettings

# "Version: 2.1", "Rev. C", "Issue no. 4" where a short line, a cell or a header begins or a title ends with it.
_VERSION = re.compile(
    r"(?:^|[|,;(–—-]\s{0,3})(?:document\s)?(?:version|revision|rev\.|issue|edition)(?:\s(?:no\.?|number))?"
    r"[\s:|=]{0,5}(?P<version>v?\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?|(?-i:[A-Z]))(?=$|[\s|,;)])",
    re.IGNORECASE,
)
_FIRST_TEXTS = 40  # a document states its version on its first page, or in its headers
_LONGEST = 160


class ContextFolder(Value):
    """What the context folder holds: its files and their passages, in the order of paths, and the readers' findings."""

    files: tuple[ContextFile, ...] = ()
    passages: tuple[ContextPassage, ...] = ()
    findings: tuple[Finding, ...] = ()


def context_digests(files: tuple[ContextFile, ...]) -> tuple[DigestOf, ...]:
    """Every context file with its digest, for the audit; also one that nothing could be taken from."""
    return tuple(DigestOf(name=f"context {one.name}", sha256=one.sha256) for one in files)


def read_context(folder: Path | None, settings: ReadSettings) -> ContextFolder:
    """What every file below the folder says, in the order of their paths; nothing without a folder.

    Raises:
        InputError: the folder does not exist, holds no file, or a file in it cannot be read. A file that is passed
            over in silence would be missed later, so none is.
    """
    if folder is None:
        return ContextFolder()
    if not folder.is_dir():
        raise InputError("The context folder does not exist", hint="Give a folder with --context", where=str(folder))
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
    if not paths:
        raise InputError("The context folder holds no file", hint="Leave --context out", where=str(folder))
    read = [_read(path, folder, settings) for path in paths]
    return ContextFolder(
        files=tuple(file for one in read for file in one.files),
        passages=tuple(passage for one in read for passage in one.passages),
        findings=tuple(finding for one in read for finding in one.findings),
    )


def _read(path: Path, folder: Path, settings: ReadSettings) -> ContextFolder:
    try:
        document = readers.read(path, settings)
    except UnsupportedInputError as error:
        raise InputError(
            f"A context file cannot be read: {error.title}",
            hint="Move it out of the context folder, or save it in a format that gampgen reads",
            where=str(path),
        ) from error
    name = path.relative_to(folder).as_posix()
    texts = [(location, text) for location, text in _texts(document) if text.strip()]
    version = stated_version([*document.margins, *(text for _, text in texts[:_FIRST_TEXTS])])
    passages = tuple(
        ContextPassage(document=name, sha256=document.sha256, place=location.in_words(), text=text, version=version)
        for location, text in texts
    )
    file = ContextFile(name=name, sha256=document.sha256, version=version, passages=len(passages))
    return ContextFolder(
        files=(file,), passages=passages, findings=tuple(_told(name, one) for one in document.findings)
    )


def stated_version(texts: list[str]) -> str:
    """The version that a document states for itself, as written; "" where it states none, or different ones."""
    found = dict.fromkeys(
        hit["version"]
        for text in texts
        if len(text) <= _LONGEST
        for line in text.splitlines()
        for hit in _VERSION.finditer(line.strip())
    )
    return next(iter(found)) if len(found) == 1 else ""


def _told(name: str, finding: Finding) -> Finding:
    """A reader's finding on a context file; its place is none in the requirement document, so it is put in words."""
    place = f", {finding.location.in_words()}" if finding.location else ""
    message = f"Context file {name}{place}: {finding.message}"
    return finding.model_copy(update={"location": None, "message": message})


def _texts(document: UrsDocument) -> Iterator[tuple[Location, str]]:
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.location, block.text
            case Table():
                yield from ((row.location, " | ".join(cell.text for cell in row.cells)) for row in block.rows)
