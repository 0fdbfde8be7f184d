"""Closing a run: the audit record out of the journal, and the seal over every file of the folder."""

from __future__ import annotations

from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.audit.journal import Journal
from gampgen.audit.record import (
    SCHEMA_VERSION,
    UNSIGNED,
    AlcoaAttribute,
    AlcoaResult,
    AuditRecord,
    DigestOf,
    FileDigest,
    RunRecord,
    Seal,
    SettingRecord,
    ToolRecord,
    record_bytes,
)
from gampgen.audit.verify import AUDIT_NAME, SEAL_NAME, SUITE_NAME
from gampgen.errors import InternalError

ATTRIBUTES = (
    "Attributable",
    "Legible",
    "Contemporaneous",
    "Original",
    "Accurate",
    "Complete",
    "Consistent",
    "Enduring",
    "Available",
)  # fmt: skip


def not_assessed() -> tuple[AlcoaAttribute, ...]:
    """The nine ALCOA+ attributes, each marked as not assessed: this version makes no ALCOA+ checks."""
    note = "Not assessed: this version of gampgen makes no check of this attribute."
    return tuple(
        AlcoaAttribute(attribute=name, result=AlcoaResult.NOT_ASSESSABLE, checks=(), note=note) for name in ATTRIBUTES
    )


def file_digest(folder: Path, path: Path) -> FileDigest:
    """Name relative to the folder, digest and size of one file."""
    return FileDigest(
        name=path.relative_to(folder).as_posix(), sha256=file_sha256(path), size=path.stat().st_size
    )  # fmt: skip


def close_run(
    folder: Path,
    journal: Journal,
    *,
    run: RunRecord,
    tool: ToolRecord,
    settings: tuple[SettingRecord, ...],
    inputs: tuple[DigestOf, ...],
    outputs: tuple[FileDigest, ...],
) -> Seal:
    """Write `audit.json` and `seal.json` into the folder and return the seal. Raises OSError and InternalError."""
    record = AuditRecord(
        schema_version=SCHEMA_VERSION,
        run=run,
        tool=tool,
        settings=settings,
        inputs=inputs,
        outputs=outputs,
        entries=journal.entries,
        alcoa=not_assessed(),
        closed=journal.closing(),
    )
    (folder / AUDIT_NAME).write_bytes(record_bytes(record))
    files = (*outputs, file_digest(folder, folder / AUDIT_NAME))
    suite = next((file for file in files if file.name == SUITE_NAME), None)
    if suite is None:
        raise InternalError("A run without suite.json cannot be sealed", hint="Please report this", where=str(folder))
    seal = Seal(
        schema_version=SCHEMA_VERSION,
        run_id=run.id,
        entries=record.closed.count,
        head=record.closed.head,
        root=record.closed.root,
        suite_sha256=suite.sha256,
        files=files,
        signature=None,
        protection=UNSIGNED,
    )
    (folder / SEAL_NAME).write_bytes(record_bytes(seal))
    return seal
