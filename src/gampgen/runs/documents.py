"""Which documents a batch does: what gampgen reads below a folder, by patterns."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from gampgen.domain.base import Value
from gampgen.errors import InputError
from gampgen.readers.guards import READ_SUFFIXES

_DOORSTOP = ".doorstop.yml"
_LOCKS = "~$"  # Word's and Excel's files beside an open document


class Found(Value):
    """A document: its name (relative to the batch's folder, forward slashes), where it is, digest of its content."""

    name: str
    source: str
    sha256: str


class Patterns(Value):
    """Which documents count. A pattern has `*`, `?` and `[…]`, and is compared with the name and the relative path.

    `exclude` is also compared with each folder on the way. Nothing in `include` means everything that gampgen reads.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def wanted(self, relative: str) -> bool:
        """Whether the document of this relative path counts."""
        *folders, name = relative.split("/")
        ways = ["/".join(folders[: end + 1]) for end in range(len(folders))]
        if any(fnmatch(one, pattern) for pattern in self.exclude for one in (*folders, *ways, name, relative)):
            return False
        return not self.include or any(fnmatch(one, pattern) for pattern in self.include for one in (name, relative))


def documents_below(folder: Path, out: Path, patterns: Patterns, apart: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The documents below a folder that gampgen reads, sorted by path; hidden ones left out.

    Args:
        folder: where to look.
        out: the batch's output, which is no input.
        patterns: which of them count.
        apart: further folders whose files are no requirement documents (the context folder).

    Raises:
        InputError: the folder does not exist, or holds no such document.
    """
    if not folder.is_dir():
        raise InputError("There is no such folder", hint="Give a folder with requirement documents", where=str(folder))
    closed = {one.resolve() for one in (out, *apart)} - {folder.resolve()}
    found = sorted(
        path
        for path in _readable(folder.resolve(), closed)
        if patterns.wanted(path.relative_to(folder.resolve()).as_posix())
    )
    if not found:
        kinds = ", ".join(READ_SUFFIXES)
        raise InputError("The folder holds no document", hint=f"gampgen looks for {kinds}", where=str(folder))
    return tuple(folder / path.relative_to(folder.resolve()) for path in found)


def _readable(folder: Path, closed: set[Path]) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        here = Path(place)
        if _DOORSTOP in files and here != folder:
            folders.clear()  # a Doorstop document is the folder as a whole
            yield here
            continue
        folders[:] = [one for one in folders if not one.startswith(".") and here / one not in closed]
        for name in files:
            if not name.startswith((".", _LOCKS)) and Path(name).suffix.lower() in READ_SUFFIXES:
                yield here / name


def identified(folder: Path, source: Path) -> Found:
    """A document with the digest of its content; of a folder, of all files in it.

    A document that cannot be read has the digest of nothing: its run will say what is wrong.
    """
    name = source.relative_to(folder).as_posix()
    try:
        digest = content_sha256(source)
    except OSError:
        digest = hashlib.sha256().hexdigest()
    return Found(name=name, source=str(source), sha256=digest)


def content_sha256(source: Path) -> str:
    """Digest (hexadecimal) of a file, or of the files of a folder with their names. Raises OSError."""
    if not source.is_dir():
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    whole = hashlib.sha256()
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(source).as_posix()}\0{content_sha256(path)}\n".encode())
    return whole.hexdigest()
