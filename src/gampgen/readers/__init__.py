"""Files to documents, one file per format."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from gampgen.domain.document import UrsDocument
from gampgen.errors import DamagedInputError, GampgenError, UnsupportedInputError
from gampgen.readers.confinement import read_confined
from gampgen.readers.guards import BLOCKS_LIMIT, READ_SUFFIXES, read_bytes
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

Reader = Callable[[Source, ReadSettings], UrsDocument]

_READERS: Final = {
    ".docx": ("docx", "read_docx"),
    ".odt": ("odt", "read_odt"),
    ".pdf": ("pdf", "read_pdf"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".txt": ("text", "read_text"),
    ".xlsx": ("workbook", "read_workbook"),
    ".csv": ("delimited", "read_delimited"),
    ".reqif": ("reqif", "read_reqif"),
    ".reqifz": ("reqif", "read_reqif"),
    ".sdoc": ("strictdoc", "read_strictdoc"),
}
CONFINED: Final = frozenset({".docx", ".xlsx", ".pdf", ".odt", ".html", ".htm", ".reqif", ".reqifz"})
"""Suffixes of the formats that are read in a process of their own: their parsers are large, or written in C."""
CONFINED_FROM: Final = 4 * 1024 * 1024
"""Bytes from which on a file of any format is read in a process of its own, so that its size weighs on that one."""

_ADVICE: Final = {
    ".doc": ("an old Word document (.doc)", "Open it in Word and save it as .docx."),
    ".dot": ("an old Word template (.dot)", "Open it in Word and save it as .docx."),
    ".rtf": ("a rich text (.rtf)", "Open it in Word and save it as .docx."),
    ".docm": ("a Word document with macros (.docm)", "Open it in Word and save it as .docx."),
    ".xls": ("an old Excel workbook (.xls)", "Open it in Excel and save it as .xlsx."),
    ".xlsm": ("an Excel workbook with macros (.xlsm)", "Open it in Excel and save it as .xlsx."),
    ".xlsb": ("a binary Excel workbook (.xlsb)", "Open it in Excel and save it as .xlsx."),
    ".ods": ("an OpenDocument spreadsheet (.ods)", "Open it in LibreOffice or Excel and save it as .xlsx."),
}


def read(path: Path, settings: ReadSettings) -> UrsDocument:
    """Reads a document.

    Args:
        path: the file; its suffix chooses the reader, its bytes must agree. Or the folder of a Doorstop document.
        settings: encoding and the treatment of tracked changes.

    Returns:
        What a person sees in the document, in reading order, and what the reader noticed.

    Raises:
        InputError: the file cannot be read, or its kinds: `UnsupportedInputError`, `DamagedInputError`,
            `EncryptedInputError`.
        UsageError: `settings.encoding` names no encoding.
    """
    try:
        if path.is_dir() and (path / ".doorstop.yml").is_file():
            from gampgen.readers.doorstop import read_doorstop  # noqa: PLC0415 - for its own format only

            return read_doorstop(path)
        data = read_bytes(path)
        suffix = path.suffix.lower()
        if suffix not in READ_SUFFIXES:
            raise _unsupported(path, suffix)
        source = Source(file_name=path.name, suffix=suffix, data=data, sha256=hashlib.sha256(data).hexdigest())
        confined = suffix in CONFINED or len(data) >= CONFINED_FROM
        return (read_confined if confined else read_source)(source, settings)
    except GampgenError as failure:
        if failure.where is None:
            failure.where = str(path)
        raise


def read_source(source: Source, settings: ReadSettings) -> UrsDocument:
    """Reads a file's bytes in this process; raises as `read` does."""
    document = _reader_for(source.suffix)(source, settings)
    if len(document.blocks) > BLOCKS_LIMIT:
        raise DamagedInputError(f"The document has more than {BLOCKS_LIMIT:,} paragraphs", hint="Split it.")
    return document


def _reader_for(suffix: str) -> Reader:
    """The reader of a suffix; only the format at hand is imported, because parsers are slow to load."""
    module, name = _READERS[suffix]
    reader: Reader = getattr(importlib.import_module(f"gampgen.readers.{module}"), name)
    return reader


def _unsupported(path: Path, suffix: str) -> UnsupportedInputError:
    read_list = ", ".join(READ_SUFFIXES)
    if suffix in _ADVICE:
        kind, advice = _ADVICE[suffix]
        return UnsupportedInputError(
            f"The file is {kind}, which gampgen does not read", hint=f"{advice} Read are: {read_list}.", where=str(path)
        )
    return UnsupportedInputError(
        f"gampgen does not read files named {suffix}" if suffix else "The file's name has no suffix",
        hint=f"Read are: {read_list}.",
        where=str(path),
    )
