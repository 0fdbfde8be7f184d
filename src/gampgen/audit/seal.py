"""Closing a run: the audit record out of the journal, and the seal over every file of the folder."""

from __future__ import annotations

from pathlib import Path

from gampgen.audit.alcoa import assess
from gampgen.audit.canonical import file_sha256
from gampgen.audit.dsse import SEAL_TYPE, Signer, envelope_of
from gampgen.audit.journal import Journal
from gampgen.audit.names import AUDIT_NAME, SEAL_NAME, SUITE_NAME
from gampgen.audit.record import (
    SCHEMA_VERSION,
    SIGNED,
    UNSIGNED,
    AuditRecord,
    DigestOf,
    FileDigest,
    RunRecord,
    Seal,
    SealBody,
    SettingRecord,
    ToolRecord,
    record_bytes,
)
from gampgen.errors import InternalError


def file_digest(folder: Path, path: Path) -> FileDigest:
    """Name relative to the folder, digest and size of one file."""
    return FileDigest(name=path.relative_to(folder).as_posix(), sha256=file_sha256(path), size=path.stat().st_size)


def close_record(
    folder: Path,
    journal: Journal,
    *,
    run: RunRecord,
    tool: ToolRecord,
    settings: tuple[SettingRecord, ...],
    inputs: tuple[DigestOf, ...],
    outputs: tuple[FileDigest, ...],
) -> AuditRecord:
    """Write `audit.json`, with the ALCOA+ attributes assessed over it, and return the record. Raises OSError."""
    bare = AuditRecord(
        schema_version=SCHEMA_VERSION,
        run=run,
        tool=tool,
        settings=settings,
        inputs=inputs,
        outputs=outputs,
        entries=journal.entries,
        alcoa=(),
        closed=journal.closing(),
    )
    record = bare.model_copy(update={"alcoa": assess(bare)})
    (folder / AUDIT_NAME).write_bytes(record_bytes(record))
    return record


def seal_run(folder: Path, record: AuditRecord, files: tuple[FileDigest, ...], signer: Signer | None) -> Seal:
    """Write `seal.json` over the files and return it.

    Args:
        folder: the stage, in which everything else is already written.
        record: the audit record.
        files: every file of the folder, the audit record included.
        signer: the machine's run key; None leaves the seal unsigned, which it then says.

    Raises:
        OSError: the file cannot be written.
        InternalError: there is no suite among the files.
    """
    suite = next((file for file in files if file.name == SUITE_NAME), None)
    if suite is None:
        raise InternalError("A run without suite.json cannot be sealed", hint="Please report this", where=str(folder))
    body = SealBody(
        schema_version=SCHEMA_VERSION,
        run_id=record.run.id,
        entries=record.closed.count,
        head=record.closed.head,
        root=record.closed.root,
        suite_sha256=suite.sha256,
        files=files,
        protection=UNSIGNED if signer is None else SIGNED,
    )
    signature = None if signer is None else envelope_of(body.payload(), SEAL_TYPE, signer)
    seal = Seal(**dict(body), signature=signature)
    (folder / SEAL_NAME).write_bytes(record_bytes(seal))
    return seal
