"""The electronic signatures: each genuine, bound to this record and to the signature before it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.checks import BrokenRecordError, Check, Code, check, warn
from gampgen.audit.dsse import SIGNATURE_TYPE, is_genuine, strict_base64
from gampgen.audit.names import SIGNATURES, SIGNED, SIGNED_SOURCE, signature_name
from gampgen.audit.reading import read_bytes, read_record
from gampgen.audit.record import FIRST_PREVIOUS, AuditRecord, Seal
from gampgen.audit.signature import Signatory, SignatureRecord, objection_to, signed_copy
from gampgen.audit.trust import KeyKind, Trust
from gampgen.domain.base import Value
from gampgen.domain.signing import Meaning


class SignedRun(Value):
    """What signatures must be bound to. `finished` is None where the audit record cannot be read."""

    seal: Seal
    seal_sha256: str
    audit: AuditRecord | None


class ReadSignature(Value):
    """A signature as it stands in its file."""

    name: str
    sha256: str
    record: SignatureRecord


def read_signatures(folder: Path) -> tuple[ReadSignature, ...]:
    """The signatures of a run in the order of their file names. Raises BrokenRecordError."""
    if not (folder / SIGNATURES).is_dir():
        return ()
    found = []
    for path in sorted((folder / SIGNATURES).glob("*.json")):
        name = f"{SIGNATURES}/{path.name}"
        record = read_record(path, name, SignatureRecord)
        found.append(ReadSignature(name=name, sha256=sha256_hex(read_bytes(path, name)), record=record))
    return tuple(found)


def signature_chain_checks(folder: Path, run: SignedRun, trust: Trust) -> tuple[Check, ...]:
    """V50 to V58; none where the run bears no signature."""
    try:
        signatures = read_signatures(folder)
    except BrokenRecordError as error:
        return (check(Code.SIGN_FORM, passed=False, problem=f"{error.where}: {error.title} ({error.code})"),)
    copies = _copy_checks(folder, signatures)
    if not signatures:
        return copies
    per_signature = (
        *(_envelope_check(one) for one in signatures),
        *(_key_check(one, trust) for one in signatures),
        *(_genuine_check(one, trust) for one in signatures),
        *(_record_check(one, run) for one in signatures),
    )
    return (
        check(Code.SIGN_FORM, passed=True),
        *_joined(per_signature),
        _order_check(signatures),
        _time_check(signatures, run),
        *_person_checks(signatures, run),
        *copies,
    )


def _joined(checks: Sequence[Check]) -> tuple[Check, ...]:
    """One check of each code where all held; else those that failed."""
    failed = tuple(one for one in checks if not one.passed)
    broken = {one.code for one in failed}
    held = {one.code: one for one in checks if one.passed and one.code not in broken}
    return tuple(sorted((*failed, *held.values()), key=lambda one: one.code))


def _envelope_check(one: ReadSignature) -> Check:
    envelope = one.record.signature
    strict = len(envelope.signatures) == 1 and None not in (
        strict_base64(envelope.payload),
        *(strict_base64(each.sig) for each in envelope.signatures),
    )
    return check(Code.SIGN_ENVELOPE, strict and envelope.payloadType == SIGNATURE_TYPE, one.name)


def _key_check(one: ReadSignature, trust: Trust) -> Check:
    record = one.record
    key = trust.find(record.key_id, KeyKind.PERSON)
    if key is None:
        return check(Code.SIGN_KEY, passed=False, problem=f"{one.name}: the key of {record.name} is unknown here")
    if not key.sound:
        return check(Code.SIGN_KEY, passed=False, problem=f"{one.name}: a weak key")
    if key.holder != record.name:
        return check(Code.SIGN_KEY, passed=False, problem=f"{one.name}: the key is {key.holder}'s, not {record.name}'s")
    objection = key.objection_at(record.signed_at)
    return check(Code.SIGN_KEY, objection is None, f"{one.name}: {objection}")


def _genuine_check(one: ReadSignature, trust: Trust) -> Check:
    """Genuine by the trusted key. Where there is none, V52 has said so; what is shown must still be what is signed."""
    record, envelope = one.record, one.record.signature
    payload = strict_base64(envelope.payload)
    key = trust.find(record.key_id, KeyKind.PERSON)
    if payload != record.payload():
        return check(Code.SIGN_GENUINE, passed=False, problem=f"{one.name}: what is shown is not what was signed")
    if key is None:
        return check(Code.SIGN_GENUINE, passed=True)
    genuine = any(
        each.keyid == record.key_id and is_genuine(key.raw, strict_base64(each.sig) or b"", SIGNATURE_TYPE, payload)
        for each in envelope.signatures
    )
    return check(Code.SIGN_GENUINE, genuine, f"{one.name} was changed, or made by another key")


def _record_check(one: ReadSignature, run: SignedRun) -> Check:
    record, seal = one.record, run.seal
    bound = (record.run_id, record.suite_sha256, record.seal_sha256)
    here = (seal.run_id, seal.suite_sha256, run.seal_sha256)
    return check(Code.SIGN_RECORD, bound == here, f"{one.name} was made for another record")


def _order_check(signatures: Sequence[ReadSignature]) -> Check:
    previous = FIRST_PREVIOUS
    for number, one in enumerate(signatures, start=1):
        if (one.name, one.record.number, one.record.previous) != (signature_name(number), number, previous):
            return check(Code.SIGN_ORDER, passed=False, problem=f"{one.name} is out of order, or one before it is gone")
        previous = one.sha256
    return check(Code.SIGN_ORDER, passed=True)


def _time_check(signatures: Sequence[ReadSignature], run: SignedRun) -> Check:
    first = [run.audit.run.finished] if run.audit else []
    times = [*first, *(one.record.signed_at for one in signatures)]
    return check(Code.SIGN_TIME, times == sorted(times))


def _person_checks(signatures: Sequence[ReadSignature], run: SignedRun) -> tuple[Check, ...]:
    before: list[Signatory] = []
    for one in signatures:
        signer = Signatory(name=one.record.name, key_id=one.record.key_id, meaning=one.record.meaning)
        objection = objection_to(signer, before)
        if objection is not None:
            return (check(Code.SIGN_PERSON, passed=False, problem=f"{one.name}: {objection}"),)
        before.append(signer)
    approvals = [one.record for one in signatures if one.record.meaning is Meaning.APPROVED]
    if run.audit and any((one.account, one.host) == (run.audit.run.user, run.audit.run.host) for one in approvals):
        words = "The approval was signed under the very account that made the run: see that two persons were at work"
        return (warn(Code.SIGN_PERSON, words),)
    return (check(Code.SIGN_PERSON, passed=True),)


def _copy_checks(folder: Path, signatures: Sequence[ReadSignature]) -> tuple[Check, ...]:
    """The signed copy is recomputed; one that lacks the newest signatures is a signing that was cut short."""
    path, sealed = folder / SIGNED / SIGNED_SOURCE, folder / SIGNED_SOURCE
    records = [one.record for one in signatures]
    if not path.is_symlink() and not path.exists():
        words = f"{SIGNED}/{SIGNED_SOURCE} is missing; `gampgen sign DIR --refresh` makes it again"
        return (warn(Code.SIGNED_COPY, words),) if records else ()
    try:
        shown, source = read_bytes(path, path.name), read_bytes(sealed, sealed.name)
    except BrokenRecordError as error:
        return (check(Code.SIGNED_COPY, passed=False, problem=f"{error.where}: {error.title}"),)
    if records and shown == signed_copy(source, records):
        return (check(Code.SIGNED_COPY, passed=True),)
    if any(shown == signed_copy(source, records[:count]) for count in range(1, len(records))):
        return (warn(Code.SIGNED_COPY, "The signed copy lacks the newest signature; `gampgen sign DIR --refresh`"),)
    return (check(Code.SIGNED_COPY, passed=False, problem=f"{SIGNED}/{SIGNED_SOURCE} was changed"),)
