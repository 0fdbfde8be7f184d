"""Verification with all that this user knows: trust file, ledger, and what was given on the call."""

from __future__ import annotations

import re
from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.audit.ledger import Known
from gampgen.audit.trust import Trust
from gampgen.audit.verify import Verification, verify_folder
from gampgen.errors import InputError, UsageError
from gampgen.pipeline.provenance import program_digest
from gampgen.pipeline.sealing import own_trust
from gampgen.publishing import finish_exchange, half_exchanged, held
from gampgen.publishing.home import home_folder
from gampgen.publishing.keystore import load_trust
from gampgen.publishing.ledger import read_ledger

_HEAD = re.compile(r"[0-9a-f]{16,64}")


def verify_run(
    folder: Path,
    *,
    trust: Path | None = None,
    head: str | None = None,
    source: Path | None = None,
    unsigned_allowed: bool = False,
) -> Verification:
    """Verify a run's folder.

    Args:
        folder: the folder that generate wrote.
        trust: the trust file; None for this user's own.
        head: the journal's head that was kept elsewhere, or its first sixteen or more digits.
        source: the requirements document, to see whether it is still the one that was read.
        unsigned_allowed: accept a seal without signature though the trust file names run keys.

    Raises:
        UsageError: the trust file, the ledger or the head cannot be understood.
        InputError: the document cannot be read.
        VerificationError: there is no such folder, or it is no run.
    """
    if half_exchanged(folder):
        with held(folder):
            finish_exchange(folder)
    if head is not None and not _HEAD.fullmatch(head):
        raise UsageError("The head is no digest", hint="Give its first 16 or more hexadecimal digits", where=head)
    known = Known(
        head=head,
        source_sha256=_digest(source) if source else None,
        program_sha256=program_digest(),
        ledger=read_ledger(home_folder()),
    )
    return verify_folder(folder, _given(trust) if trust else own_trust(), known, unsigned_allowed=unsigned_allowed)


def _given(path: Path) -> Trust:
    if not path.is_file():
        raise UsageError("There is no such trust file", hint="Make one with `gampgen keys export`", where=str(path))
    return load_trust(path)


def _digest(source: Path) -> str:
    try:
        return file_sha256(source)
    except OSError as error:
        raise InputError(
            f"The document cannot be read: {error.strerror or error}", hint="Check the path", where=str(source)
        ) from error
