"""What an output folder already holds, and where that is kept when a new run takes its place."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from gampgen.audit.names import AUDIT_NAME
from gampgen.audit.record import AuditRecord
from gampgen.errors import VerificationError
from gampgen.publishing import refuse_occupied


def place_beside(folder: Path, *, force: bool) -> Path | None:
    """Where an existing folder is moved to; None where there is none or an empty one.

    Raises:
        OutputOccupiedError: it holds no run, or may not be replaced.
    """
    if not folder.exists() and not folder.is_symlink():
        return None
    if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
        return None
    record = record_in(folder)
    if record is None or not force:
        refuse_occupied(folder)
        return None
    return folder.with_name(f"{folder.name}.superseded-{record.run.id}")


def record_in(folder: Path) -> AuditRecord | None:
    """The record of the run that a folder holds; None where there is none that can be read."""
    try:
        return AuditRecord.model_validate_json((folder / AUDIT_NAME).read_bytes())
    except (OSError, ValidationError, VerificationError):
        return None  # no readable record: the folder is not a run that could be kept or repeated
