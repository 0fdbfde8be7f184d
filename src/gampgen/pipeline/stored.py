"""A suite read back from the folder that a run wrote: only where nothing in the folder contradicts its seal."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from gampgen.audit.canonical import file_sha256
from gampgen.audit.record import AuditRecord
from gampgen.audit.verify import AUDIT_NAME, SUITE_NAME, RunState, verify_folder
from gampgen.domain.base import Value
from gampgen.domain.suite import OQTestSuite
from gampgen.errors import VerificationError
from gampgen.pipeline.sealing import own_trust


class StoredSuite(Value):
    """The suite of a folder, the digest of its file, and when its run ended (ISO 8601).

    `doubt` is what keeps the run from being vouched for by someone whom this user trusts, or "".
    """

    suite: OQTestSuite
    suite_sha256: str
    finished: str
    doubt: str


def stored_suite(folder: Path) -> StoredSuite:
    """The suite that a folder holds.

    Raises:
        VerificationError: the folder holds no run, the run does not verify, or it was written by another version whose
            suite this one does not read.
    """
    verdict = verify_folder(folder, own_trust(), unsigned_allowed=True)
    failed = next((check.message for check in verdict.checks if not check.passed), "")
    if verdict.state not in (RunState.VALID, RunState.UNTRUSTED):
        raise VerificationError(
            f"The folder is not what the run wrote: {verdict.state}. {failed}".rstrip(),
            hint="gampgen verify shows every check; generate the suite again",
            where=str(folder),
        )
    try:
        suite = OQTestSuite.model_validate_json((folder / SUITE_NAME).read_bytes())
        record = AuditRecord.model_validate_json((folder / AUDIT_NAME).read_bytes())
    except (OSError, ValidationError) as error:
        raise VerificationError(
            "The suite was written by a version of gampgen that this one does not read",
            hint="Generate it again with this version",
            where=str(folder / SUITE_NAME),
        ) from error
    digest, finished = file_sha256(folder / SUITE_NAME), record.run.finished
    return StoredSuite(suite=suite, suite_sha256=digest, finished=finished, doubt=failed)
