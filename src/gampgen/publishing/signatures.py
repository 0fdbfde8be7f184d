"""Writing an electronic signature into a folder: the signature first, then the signed copy, each whole or not at all.

The sealed files stay untouched. A kill in between leaves a valid signature and an older signed copy, which verify tells
and the next signing, or a refresh, mends.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from gampgen.audit.names import SIGNATURES, SIGNED, SIGNED_SOURCE, signature_name
from gampgen.audit.raw_files import BINARY
from gampgen.audit.record import record_bytes
from gampgen.audit.signature import SignatureRecord, signed_copy


def add_signature(folder: Path, record: SignatureRecord) -> Path:
    """Write a signature under its number, which must be free; returns its path. Raises OSError."""
    (folder / SIGNATURES).mkdir(exist_ok=True)
    path = folder / signature_name(record.number)
    beside = _written_beside(folder, record_bytes(record))
    try:
        os.link(beside, path)  # unlike a rename, this refuses a name that is taken
    finally:
        beside.unlink()
    _sync_folder(path.parent)
    return path


def refresh_signed_copy(folder: Path, records: Sequence[SignatureRecord]) -> Path:
    """Make the signed copy out of the sealed protocol and all signatures; returns its path. Raises OSError."""
    copy = signed_copy((folder / SIGNED_SOURCE).read_bytes(), records)
    beside = _written_beside(folder, copy)
    (folder / SIGNED).mkdir(exist_ok=True)
    beside.replace(folder / SIGNED / SIGNED_SOURCE)
    _sync_folder(folder / SIGNED)
    return folder / SIGNED / SIGNED_SOURCE


def _written_beside(folder: Path, data: bytes) -> Path:
    """A synced file beside the folder, since nothing unfinished may lie inside it."""
    path = folder.with_name(f".{folder.name}.signing")
    path.unlink(missing_ok=True)  # what a killed signing left; the folder's lock is held
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o644)
    try:
        rest = data
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError:
        path.unlink()
        raise
    finally:
        os.close(file)
    return path


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot sync a directory
    file = os.open(folder, os.O_RDONLY | BINARY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
