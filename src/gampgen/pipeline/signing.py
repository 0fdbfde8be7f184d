"""A person signs a run: verified first, bound to the seal and to the signatures before, refused where out of order."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.audit.dsse import SIGNATURE_TYPE, Signer, envelope_of
from gampgen.audit.journal import utc_now
from gampgen.audit.names import AUDIT_NAME, SEAL_NAME
from gampgen.audit.reading import read_record
from gampgen.audit.record import FIRST_PREVIOUS, SCHEMA_VERSION, AuditRecord, Seal
from gampgen.audit.signature import Signatory, SignatureBody, SignatureRecord, objection_to
from gampgen.audit.verify import RunState
from gampgen.audit.verify_signatures import ReadSignature, read_signatures
from gampgen.domain.base import Value
from gampgen.domain.signing import Meaning
from gampgen.errors import UsageError, VerificationError
from gampgen.pipeline.verifying import verify_run
from gampgen.publishing import cannot_write, held
from gampgen.publishing.home import account, home_folder
from gampgen.publishing.keystore import open_person_key
from gampgen.publishing.ledger import remember
from gampgen.publishing.signatures import add_signature, refresh_signed_copy

LONGEST_WORDS = 500


class Wish(Value):
    """What a person wants to sign: meaning, printed name, role (may be empty), reason."""

    meaning: Meaning
    name: str
    role: str
    reason: str


def sign_run(folder: Path, wish: Wish, passphrase: Callable[[], str]) -> SignatureRecord:
    """Sign a run that verifies, and write the signature and the signed copy.

    Args:
        folder: the run's folder.
        wish: who signs as what, and why.
        passphrase: asked only when everything else allows the signature.

    Raises:
        VerificationError: the run does not verify, so that there is nothing to sign.
        UsageError: the signature is out of order, by somebody who signed before, or the key cannot be opened.
        OutputError: it cannot be written.
        BusyError: somebody else writes the folder at this moment.
    """
    wish = Wish(
        meaning=wish.meaning,
        name=printable(wish.name, "--name"),
        role=printable(wish.role, "--role") if wish.role else "",
        reason=printable(wish.reason, "--reason"),
    )
    with held(folder):
        _require_valid(folder)
        before = read_signatures(folder)
        signer = open_person_key(home_folder(), wish.name, _after_refusals(wish, before, passphrase))
        _refuse_objection(Signatory(name=wish.name, key_id=signer.key_id, meaning=wish.meaning), before)
        record = _record(folder, wish, before, signer)
        try:
            add_signature(folder, record)
            refresh_signed_copy(folder, [*(one.record for one in before), record])
            remember(home_folder(), folder, record.run_id, record.seal_sha256, record.number)
        except OSError as error:
            raise cannot_write(folder, error) from error
    return record


def refresh(folder: Path) -> Path:
    """Make the signed copy again. Raises VerificationError, UsageError, OutputError, BusyError."""
    with held(folder):
        _require_valid(folder, refreshing=True)
        records = [one.record for one in read_signatures(folder)]
        if not records:
            raise UsageError("The run bears no signature", hint="Sign it first", where=str(folder))
        try:
            return refresh_signed_copy(folder, records)
        except OSError as error:
            raise cannot_write(folder, error) from error


def printable(words: str, flag: str) -> str:
    """Words for a signature, white space folded.

    Raises:
        UsageError: they are empty, too long, or hold a character that cannot be seen.
    """
    folded = " ".join(words.split())
    if not folded or len(folded) > LONGEST_WORDS or not folded.isprintable():
        raise UsageError(
            f"{flag} needs 1 to {LONGEST_WORDS} printable characters",
            hint="It stands in the signature for everyone to read",
            where=flag,
        )
    return folded


def _require_valid(folder: Path, *, refreshing: bool = False) -> None:
    verdict = verify_run(folder, unsigned_allowed=True)
    failed = [one for one in verdict.failed if not (refreshing and one.code == "V58")]
    if failed or (verdict.state is not RunState.VALID and not refreshing):
        raise VerificationError(
            f"The run does not verify: {failed[0].code} {failed[0].message}",
            hint="See `gampgen verify`; what does not verify cannot be signed",
            where=str(folder),
        )


def _after_refusals(wish: Wish, before: tuple[ReadSignature, ...], passphrase: Callable[[], str]) -> str:
    """The passphrase, asked for only where nothing but the key can still object."""
    _refuse_objection(Signatory(name=wish.name, key_id="", meaning=wish.meaning), before)
    return passphrase()


def _refuse_objection(signer: Signatory, before: tuple[ReadSignature, ...]) -> None:
    earlier = [
        Signatory(name=one.record.name, key_id=one.record.key_id, meaning=one.record.meaning) for one in before
    ]  # fmt: skip
    objection = objection_to(signer, earlier)
    if objection is not None:
        raise UsageError(
            f"The signature is refused: {objection}", hint="Author, reviewer and approver are different persons"
        )  # fmt: skip


def _record(folder: Path, wish: Wish, before: tuple[ReadSignature, ...], signer: Signer) -> SignatureRecord:
    seal = read_record(folder / SEAL_NAME, SEAL_NAME, Seal)
    audit = read_record(folder / AUDIT_NAME, AUDIT_NAME, AuditRecord)
    now = utc_now()
    latest = before[-1].record.signed_at if before else audit.run.finished
    if now < latest:
        raise UsageError(
            f"The machine's clock says {now}, which is before {latest}", hint="Set the clock right", where=str(folder)
        )
    body = SignatureBody(
        schema_version=SCHEMA_VERSION,
        number=len(before) + 1,
        run_id=seal.run_id,
        seal_sha256=file_sha256(folder / SEAL_NAME),
        suite_sha256=seal.suite_sha256,
        previous=before[-1].sha256 if before else FIRST_PREVIOUS,
        name=wish.name,
        role=wish.role,
        account=account(),
        host=socket.gethostname(),
        meaning=wish.meaning,
        reason=wish.reason,
        signed_at=now,
        utc_offset=datetime.now().astimezone().strftime("%z"),
        key_id=signer.key_id,
    )
    return SignatureRecord(**dict(body), signature=envelope_of(body.payload(), SIGNATURE_TYPE, signer))
