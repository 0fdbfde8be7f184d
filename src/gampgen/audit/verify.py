"""Does a folder still hold what the run wrote? Bytes in, checks out; nothing is trusted that is not recomputed.

Order of reliability: form of the records, chain, closing, files, and that nothing was added. Each check has its own
code.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from gampgen.audit.canonical import MAX_RECORD_BYTES, file_sha256, parse_strictly, sha256_hex
from gampgen.audit.merkle import merkle_root
from gampgen.audit.record import FIRST_PREVIOUS, SCHEMA_VERSION, UNSIGNED, AuditRecord, Closing, FileDigest, Seal
from gampgen.domain.base import Value
from gampgen.errors import VerificationError

SEAL_NAME = "seal.json"
AUDIT_NAME = "audit.json"
SUITE_NAME = "suite.json"
OUTSIDE_THE_SEAL = ("signatures", "signed")

_Record = TypeVar("_Record", Seal, AuditRecord)


class RunState(StrEnum):
    """Verdict on a folder. Incomplete (no seal) is not tampered: the run ended before it was sealed."""

    VALID = "valid"
    TAMPERED = "tampered"
    INCOMPLETE = "incomplete"


class Check(Value):
    """One check: its code, whether it held, and what was compared."""

    code: str
    passed: bool
    message: str


class Verification(Value):
    """The verdict with all checks, in the order in which they were made; those after a broken record cannot be made."""

    folder: str
    state: RunState
    checks: tuple[Check, ...]
    run_id: str | None = None
    suite_sha256: str | None = None
    protection: str | None = None


def verify_folder(folder: Path) -> Verification:
    """Verify a run's folder.

    Raises:
        VerificationError: the folder does not exist or is no run of gampgen at all.
    """
    if not folder.is_dir():
        raise VerificationError(
            "There is no such folder", hint="Give the folder that generate wrote", where=str(folder)
        )
    if not (folder / SEAL_NAME).exists():
        return _without_seal(folder)
    try:
        seal = _read_record(folder / SEAL_NAME, Seal)
        audit = _read_record(folder / AUDIT_NAME, AuditRecord)
    except VerificationError as error:
        broken = Check(code="V01", passed=False, message=f"{error.where}: {error.title}")
        return Verification(folder=str(folder), state=RunState.TAMPERED, checks=(broken,))
    form = Check(
        code="V01", passed=True, message="seal.json and audit.json are in canonical form and of the known shape"
    )
    checks = (form, *_chain_checks(audit), *_seal_checks(seal, audit), *_file_checks(folder, seal))
    state = RunState.VALID if all(check.passed for check in checks) else RunState.TAMPERED
    return Verification(
        folder=str(folder),
        state=state,
        checks=checks,
        run_id=seal.run_id,
        suite_sha256=seal.suite_sha256,
        protection=seal.protection,
    )


def _without_seal(folder: Path) -> Verification:
    if not any((folder / name).exists() for name in (AUDIT_NAME, SUITE_NAME)):
        raise VerificationError(
            "The folder holds no run of gampgen", hint="Give the folder that generate wrote", where=str(folder)
        )
    missing = Check(
        code="V00", passed=False, message="seal.json is missing: the run was not completed, or the seal was removed"
    )
    return Verification(folder=str(folder), state=RunState.INCOMPLETE, checks=(missing,))


def _read_record(path: Path, kind: type[_Record]) -> _Record:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_RECORD_BYTES + 1)
    except OSError as error:
        raise VerificationError(f"It cannot be read: {error.strerror}", hint="Restore it", where=path.name) from error
    parse_strictly(data, path.name)
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise VerificationError(f"{place}: {problem['msg']}", hint="Restore the file", where=path.name) from error


def _chain_checks(audit: AuditRecord) -> tuple[Check, ...]:
    previous, broken = FIRST_PREVIOUS, None
    leaves: list[bytes] = []
    for number, entry in enumerate(audit.entries):
        if broken is None and (entry.seq != number or entry.previous != previous):
            broken = number
        leaves.append(entry.canonical())
        previous = sha256_hex(leaves[-1])
    words = (
        f"entry {broken} does not follow from the one before"
        if broken is not None
        else f"{len(leaves)} entries chained"
    )
    closed = Closing(count=len(leaves), head=previous, root=merkle_root(leaves))
    return (
        Check(code="V02", passed=broken is None, message=f"Chain of entries: {words}"),
        _equal("V03", "Closing of the journal (count, head, root)", audit.closed, closed),
        _ordered_times(audit),
    )


def _ordered_times(audit: AuditRecord) -> Check:
    elapsed = [entry.elapsed_us for entry in audit.entries]
    return Check(code="V04", passed=elapsed == sorted(elapsed), message="Entries are in the order of the steady clock")


def _seal_checks(seal: Seal, audit: AuditRecord) -> tuple[Check, ...]:
    closed = Closing(count=seal.entries, head=seal.head, root=seal.root)
    sealed = {file.name: file for file in seal.files}
    listed = all(sealed.get(output.name) == output for output in audit.outputs)
    suite = sealed.get(SUITE_NAME)
    own_words = (seal.schema_version, seal.signature, seal.protection) == (SCHEMA_VERSION, None, UNSIGNED)
    return (
        Check(code="V11", passed=own_words, message="The seal claims no more and no less than an unsigned seal may"),
        _equal("V05", "The seal's count, head and root are the record's", closed, audit.closed),
        _equal("V06", "The seal's run is the record's", seal.run_id, audit.run.id),
        Check(code="V07", passed=listed, message="Every output of the record is sealed with the same digest and size"),
        _equal("V08", "The suite's digest in the seal", seal.suite_sha256, suite.sha256 if suite else None),
    )


def _file_checks(folder: Path, seal: Seal) -> tuple[Check, ...]:
    checks = [_file_check(folder, file) for file in seal.files]
    known = {SEAL_NAME, *(file.name for file in seal.files)}
    present = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    )
    extra = [name for name in present if name not in known and name.split("/")[0] not in OUTSIDE_THE_SEAL]
    words = f"not part of the sealed run: {', '.join(extra)}" if extra else "nothing was added"
    return (*checks, Check(code="V10", passed=not extra, message=f"Files of the folder: {words}"))


def _file_check(folder: Path, file: FileDigest) -> Check:
    if PurePosixPath(file.name).is_absolute() or ".." in PurePosixPath(file.name).parts:
        return Check(code="V09", passed=False, message=f"{file.name} names a place outside the folder")
    path = folder / file.name
    if path.is_symlink() or not path.is_file():
        return Check(code="V09", passed=False, message=f"{file.name} is missing or no regular file")
    same = path.stat().st_size == file.size and file_sha256(path) == file.sha256
    return Check(
        code="V09", passed=same, message=f"{file.name} {'is unchanged' if same else 'was changed after sealing'}"
    )


def _equal(code: str, what: str, left: object, right: object) -> Check:
    return Check(code=code, passed=left == right, message=f"{what}: {'equal' if left == right else 'different'}")
