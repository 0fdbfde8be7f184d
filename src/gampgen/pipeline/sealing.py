"""The end of a run: which key seals it, the audit report out of the record, the seal, and the line in the ledger."""

from __future__ import annotations

from pathlib import Path

from gampgen import rendering
from gampgen.audit.canonical import file_sha256
from gampgen.audit.dsse import Signer
from gampgen.audit.ledger import Known
from gampgen.audit.names import AUDIT_NAME, SEAL_NAME
from gampgen.audit.record import AuditRecord, DigestOf, FileDigest, Occurrence, Seal
from gampgen.audit.seal import file_digest, seal_run
from gampgen.audit.trust import Trust
from gampgen.audit.verify import Verification, verify_folder
from gampgen.domain.base import Value
from gampgen.publishing.home import home_folder
from gampgen.publishing.keystore import TRUST_NAME, load_trust, open_run_key
from gampgen.publishing.ledger import read_ledger, remember
from gampgen.settings.house_style import Paper

ENGINE = "rules engine"


class Sealing(Value):
    """How a run will be sealed: by which key, or why by none, in words. `created`: this run made the key."""

    signer: Signer | None
    created: bool
    words: str

    def occurrence(self) -> Occurrence:
        """What the journal says of it."""
        if self.signer is None:
            return Occurrence(actor=ENGINE, action="seal_unsigned", subject="seal", reason=self.words)
        action = "run_key_created" if self.created else "run_key_opened"
        named = DigestOf(name="run key", sha256=self.signer.key_id)
        return Occurrence(actor=ENGINE, action=action, subject=self.signer.key_id, reason=self.words, inputs=(named,))


def choose_sealing(*, signed: bool) -> Sealing:
    """Open the machine's run key, or say why the run stays unsigned.

    Args:
        signed: False where no key is wanted.

    Raises:
        UsageError: the key or the trust file is damaged, or readable by others; that is never passed over.
    """
    if not signed:
        return Sealing(signer=None, created=False, words="no key was wanted (--no-key)")
    home = home_folder()
    try:
        opened = open_run_key(home)
    except OSError as error:
        words = f"there is no run key, and none can be made in {home}: {error.strerror or error}"
        return Sealing(signer=None, created=False, words=words)
    words = f"made by this first run and kept in {home}" if opened.created else f"the run key of {home}"
    return Sealing(signer=opened.signer, created=opened.created, words=words)


def report_and_seal(
    stage: Path, record: AuditRecord, outputs: tuple[FileDigest, ...], sealing: Sealing, paper: Paper
) -> Seal:
    """Render the audit report out of the record as it stands in the stage, and seal everything.

    Raises:
        OSError: a file cannot be written.
        TemplateError: the report's template cannot be filled.
    """
    audit = file_digest(stage, stage / AUDIT_NAME)
    page, appendix = stage / rendering.AUDIT_REPORT_NAME, stage / rendering.AUDIT_APPENDIX_NAME
    shown = rendering.render_audit(record, audit.sha256, paper)
    page.write_bytes(shown.page)
    appendix.write_bytes(shown.appendix)
    reports = (file_digest(stage, page), file_digest(stage, appendix))
    return seal_run(stage, record, (*outputs, audit, *reports), sealing.signer)


def remembered(folder: Path, seal: Seal, sealing: Sealing) -> str | None:
    """Note a published run in this machine's ledger; the reason where that was not possible, which the run survives.

    Raises:
        UsageError: the ledger was changed.
    """
    if sealing.signer is None:
        return None
    try:
        remember(home_folder(), folder, seal.run_id, file_sha256(folder / SEAL_NAME), 0)
    except OSError as error:
        return f"the run could not be noted in this machine's ledger: {error.strerror or error}"
    return None


def own_trust() -> Trust:
    """This user's trust file; empty where there is none. Raises UsageError."""
    return load_trust(home_folder() / TRUST_NAME)


def still_verifies(folder: Path, sealing: Sealing) -> Verification:
    """Whether an earlier run verifies as one that this user's gampgen would write now."""
    known = Known(ledger=read_ledger(home_folder()) if sealing.signer else ())
    return verify_folder(folder, own_trust(), known, unsigned_allowed=sealing.signer is None)
