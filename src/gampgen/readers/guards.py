"""The doors of the readers: a file is opened, weighed and identified before anything parses it.

Figures of the limits: a requirement document of 1,000 pages is about 5 MB packed and 60 MB unpacked.
"""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import Final

from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, UnsupportedInputError, UsageError

SIZE_LIMIT: Final = 100 * 1024 * 1024
"""Bytes that an input file may have."""

BLOCKS_LIMIT: Final = 60_000
"""Headings, paragraphs and tables of a document; 1,000 pages have about 30,000."""

READ_SUFFIXES: Final = (
    ".docx", ".pdf", ".odt", ".xlsx", ".csv", ".md", ".markdown", ".txt", ".html", ".htm", ".reqif", ".reqifz", ".sdoc",
)  # fmt: skip
"""Suffixes that are read."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAGIC: Final = (
    (b"PK\x03\x04", "a zip package (such as .docx or .xlsx)"),
    (b"PK\x05\x06", "an empty zip package"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text (.rtf)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
)
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file, at most `SIZE_LIMIT`.

    A named pipe or device is refused without waiting for it.

    Raises:
        InputError: no such file, a folder, not a regular file, not readable, empty, or too large.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError as reason:
        raise InputError("There is no such file", hint="Check the path.", where=str(path)) from reason
    except (OSError, ValueError) as reason:
        if path.is_dir():  # some systems refuse to open a folder at all
            raise _folder(path) from reason
        raise InputError(
            "The file cannot be opened", hint=f"Check the path and your rights to read it ({reason}).", where=str(path)
        ) from reason
    try:
        return _regular_bytes(descriptor, path)
    except OSError as reason:
        raise InputError("The file cannot be read", hint=f"The system says: {reason}.", where=str(path)) from reason
    finally:
        os.close(descriptor)


def _regular_bytes(descriptor: int, path: Path) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise _folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("This is not a regular file", hint="Save the document as a file.", where=str(path))
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise InputError(
            f"The file is larger than {SIZE_LIMIT // 1024**2} MB", hint="Remove pictures or split it.", where=str(path)
        )
    if not data:
        raise InputError("The file is empty (0 bytes)", hint="Check that it was saved or copied.", where=str(path))
    return data


def _folder(path: Path) -> InputError:
    return InputError(
        "This is a folder, not a file", hint="Name one file; for a folder use `gampgen batch`.", where=str(path)
    )


def require_package(data: bytes, suffix: str) -> None:
    """Makes sure that a .docx or .xlsx is a zip package.

    Raises:
        EncryptedInputError: protected by a password.
        UnsupportedInputError: a document of an old Office version.
        DamagedInputError: something else under this suffix.
    """
    if data.startswith(b"PK\x03\x04"):
        return
    _refuse_ole(data)
    raise DamagedInputError(
        f"The file is named {suffix} and is {_kind(data)}",
        hint=f"Open it in its own program and save it as {suffix}, or give it its true suffix.",
    )


def require_magic(data: bytes, suffix: str, magic: bytes, within: int = 0) -> None:
    """Makes sure that a file begins with the bytes of its format, at the latest after `within` bytes.

    Raises:
        DamagedInputError: something else under this suffix. EncryptedInputError, UnsupportedInputError: an Office file.
    """
    if magic in data[: within + len(magic)]:
        return
    _refuse_ole(data)
    raise DamagedInputError(
        f"The file is named {suffix} and is {_kind(data)}",
        hint=f"Open it in its own program and save it as {suffix}, or give it its true suffix.",
    )


def _refuse_ole(data: bytes) -> None:
    if not data.startswith(_OLE):
        return
    if _ENCRYPTED in data:
        raise EncryptedInputError(
            "The file is protected by a password", hint="Open it in Word or Excel and save it without a password."
        )
    raise UnsupportedInputError(
        "The file is a document of an old Office version (.doc, .xls)",
        hint="Open it in Word or Excel and save it as .docx or .xlsx.",
    )


def _kind(data: bytes) -> str:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    return "binary data" if b"\0" in data[:8192] else "plain text or of no known kind"


def decode(data: bytes, suffix: str, encoding: str | None) -> str:
    """The text of a text file, line ends as stored, without a byte order mark.

    Args:
        data: the file's bytes.
        suffix: the file's suffix, for the message.
        encoding: the encoding the user named; None means the byte order mark's, or UTF-8. Never guessed.

    Raises:
        DamagedInputError: the bytes are another kind of file, or not in this encoding.
        UsageError: no such encoding.
    """
    _refuse_ole(data)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise DamagedInputError(
                f"The file is named {suffix} and is {name}", hint="Give it its true suffix, or save it as text."
            )
    chosen = encoding or next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(chosen)
    except LookupError as reason:
        raise UsageError(f"There is no text encoding “{chosen}”", hint="For instance: --encoding cp1252.") from reason
    except (UnicodeError, ValueError) as reason:
        start = getattr(reason, "start", 0)
        raise InputError(
            f"The text is not in the encoding {chosen} (byte {start})",
            hint="Save it as UTF-8, or pass --encoding with its true encoding, for instance cp1252.",
        ) from reason
    if "\0" in text:
        raise DamagedInputError(
            f"The file is named {suffix} and holds binary data", hint="Save the document as text, in UTF-8."
        )
    return text.removeprefix("\ufeff")
