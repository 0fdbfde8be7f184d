"""Does a folder still hold what the run wrote? Bytes in, checks out; nothing is trusted that is not recomputed.

The order is fixed: form of the seal, its signature, form of the audit record, the journal in it, seal against record,
files, electronic signatures, what is known from elsewhere. Each check has a code of its own (`gampgen.audit.checks`).
"""

from __future__ import annotations

from pathlib import Path

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.checks import BrokenRecordError, Check, Code, RunState, check, state_of
from gampgen.audit.ledger import Known, known_checks
from gampgen.audit.names import AUDIT_NAME, SEAL_NAME, SUITE_NAME
from gampgen.audit.reading import read_bytes, read_record
from gampgen.audit.record import AuditRecord, Seal
from gampgen.audit.trust import Trust
from gampgen.audit.verify_files import file_checks
from gampgen.audit.verify_seal import agreement_checks, signature_checks
from gampgen.audit.verify_signatures import SignedRun, signature_chain_checks
from gampgen.audit.verify_trail import trail_checks
from gampgen.domain.base import Value
from gampgen.errors import VerificationError

__all__ = ["AUDIT_NAME", "SEAL_NAME", "SUITE_NAME", "RunState", "Verification", "verify_folder"]


class Verification(Value):
    """The verdict with all checks, in the order in which they were made; those after a broken record cannot be made.

    `head` is the digest of the journal's last entry, `signed_by` the id of the key that the seal names.
    """

    folder: str
    state: RunState
    checks: tuple[Check, ...]
    run_id: str | None = None
    suite_sha256: str | None = None
    head: str | None = None
    signed_by: str | None = None
    protection: str | None = None

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that did not hold."""
        return tuple(one for one in self.checks if not one.passed)


NOBODY, NOTHING = Trust(), Known()


def verify_folder(
    folder: Path, trust: Trust = NOBODY, known: Known = NOTHING, *, unsigned_allowed: bool = False
) -> Verification:
    """Verify a run's folder.

    Args:
        folder: the folder that generate wrote.
        trust: whose keys count. Where it names a run key, a seal without signature is refused.
        known: what was kept elsewhere: a head, the document, this machine's ledger.
        unsigned_allowed: accept a seal without signature even so.

    Raises:
        VerificationError: the folder does not exist or is no run of gampgen at all.
    """
    if not folder.is_dir():
        raise VerificationError(
            "There is no such folder", hint="Give the folder that generate wrote", where=str(folder)
        )  # fmt: skip
    if not (folder / SEAL_NAME).is_symlink() and not (folder / SEAL_NAME).exists():
        return _without_seal(folder)
    try:
        seal_bytes = read_bytes(folder / SEAL_NAME, SEAL_NAME)
        seal = read_record(folder / SEAL_NAME, SEAL_NAME, Seal)
    except BrokenRecordError as error:
        broken = (_broken(error),)
        return Verification(folder=str(folder), state=state_of(broken), checks=broken)
    run, form = _read_audit(folder, seal, sha256_hex(seal_bytes))
    claimed = run.audit.run.finished if run.audit else None
    checks = (
        *_form(SEAL_NAME),
        *signature_checks(seal, trust, claimed, unsigned_allowed=unsigned_allowed),
        *form,
        *(trail_checks(run.audit) if run.audit else ()),
        *(agreement_checks(seal, run.audit) if run.audit else ()),
        *file_checks(folder, seal),
        *signature_chain_checks(folder, run, trust),
        *known_checks(known, folder, run),
    )
    return Verification(
        folder=str(folder),
        state=state_of(checks),
        checks=checks,
        run_id=seal.run_id,
        suite_sha256=seal.suite_sha256,
        head=seal.head,
        signed_by=seal.signature.signatures[0].keyid if seal.signature and seal.signature.signatures else None,
        protection=seal.protection,
    )


def _without_seal(folder: Path) -> Verification:
    if not any((folder / name).exists() for name in (AUDIT_NAME, SUITE_NAME)):
        raise VerificationError(
            "The folder holds no run of gampgen", hint="Give the folder that generate wrote", where=str(folder)
        )
    problem = f"{SEAL_NAME} is missing: the run was not completed, or the seal was removed"
    checks = (check(Code.SEALED, passed=False, problem=problem),)
    return Verification(folder=str(folder), state=state_of(checks), checks=checks)


def _read_audit(folder: Path, seal: Seal, seal_sha256: str) -> tuple[SignedRun, tuple[Check, ...]]:
    try:
        audit = read_record(folder / AUDIT_NAME, AUDIT_NAME, AuditRecord)
    except BrokenRecordError as error:
        return SignedRun(seal=seal, seal_sha256=seal_sha256, audit=None), (_broken(error),)
    return SignedRun(seal=seal, seal_sha256=seal_sha256, audit=audit), _form(AUDIT_NAME)


def _form(name: str) -> tuple[Check, ...]:
    """What a record that could be read has shown; the last of the checks of its form stands for those before it."""
    return (Check(code=Code.SHAPE, passed=True, message=f"{name} is canonical and of the known shape"),)


def _broken(error: BrokenRecordError) -> Check:
    return Check(code=error.code, passed=False, message=f"{error.where}: {error.title}")
