"""The seal: who signed it, and whether it says of the record what the record says of itself."""

from __future__ import annotations

from gampgen.audit.checks import Check, Code, check, warn
from gampgen.audit.dsse import SEAL_TYPE, Envelope, is_genuine, strict_base64
from gampgen.audit.names import AUDIT_NAME, SUITE_NAME
from gampgen.audit.record import SIGNED, UNSIGNED, AuditRecord, Seal
from gampgen.audit.trust import KeyKind, Trust, TrustedKey


def signature_checks(seal: Seal, trust: Trust, claimed: str | None, *, unsigned_allowed: bool) -> tuple[Check, ...]:
    """V10 to V18.

    Args:
        seal: the seal, its form already checked.
        trust: whom to believe; a seal without signature is refused where it names a run key.
        claimed: when the run says that it ended; None where the record could not be read.
        unsigned_allowed: accept a seal without signature even then.
    """
    if seal.signature is None:
        expected = trust.any_of(KeyKind.RUN) and not unsigned_allowed
        problem = "The trust file names run keys: the signature was removed, or the run was made with --no-key"
        return (check(Code.SIGNED, not expected, problem), check(Code.PROTECTION, seal.protection == UNSIGNED))
    return (*_envelope_checks(seal, seal.signature, trust, claimed), check(Code.PROTECTION, seal.protection == SIGNED))


def _envelope_checks(seal: Seal, envelope: Envelope, trust: Trust, claimed: str | None) -> tuple[Check, ...]:
    typed = check(Code.PAYLOAD_TYPE, envelope.payloadType == SEAL_TYPE, envelope.payloadType)
    payload = strict_base64(envelope.payload)
    raw = strict_base64(envelope.signatures[0].sig) if len(envelope.signatures) == 1 else None
    encoded = check(Code.BASE64, payload is not None and raw is not None, "One signature, strict base64, is expected")
    if payload is None or raw is None or not typed.passed:
        return typed, encoded
    keyid = envelope.signatures[0].keyid
    key = trust.find(keyid, KeyKind.RUN)
    content = check(Code.SIGNED_CONTENT, payload == seal.payload(), "The envelope holds another seal")
    if key is None:
        problem = f"Key {keyid} is unknown here: get it from its owner by another way, and give it with --trust"
        return typed, encoded, check(Code.KEY_TRUSTED, passed=False, problem=problem), content
    genuine = is_genuine(key.raw, raw, envelope.payloadType, payload)
    return (
        typed,
        encoded,
        check(Code.KEY_TRUSTED, passed=True),
        check(Code.KEY_SOUND, key.sound, "A constant signature fits every message under such a key"),
        *key_in_force(Code.KEY_IN_FORCE, key, claimed),
        check(Code.SIGNATURE, genuine, "Seal or signature was changed after signing"),
        content,
    )


def key_in_force(code: Code, key: TrustedKey, claimed: str | None) -> tuple[Check, ...]:
    """Whether the key counts at the time that a record claims; a warning where only that claim saves it."""
    if claimed is None:
        return ()
    objection = key.objection_at(claimed)
    if objection is not None:
        return (check(code, passed=False, problem=objection),)
    if key.revoked is not None:
        words = (
            f"The key was revoked at {key.revoked.at}; the record claims the earlier {claimed}, which nothing proves"
        )
        return (warn(code, words),)
    return (check(code, passed=True),)


def agreement_checks(seal: Seal, audit: AuditRecord) -> tuple[Check, ...]:
    """V30 to V36: the seal against the audit record."""
    sealed = {file.name: file for file in seal.files}
    lost = [output.name for output in audit.outputs if sealed.get(output.name) != output]
    suite = sealed.get(SUITE_NAME)
    closed = audit.closed
    return (
        check(Code.SEALED_COUNT, seal.entries == closed.count, f"{seal.entries} sealed, {closed.count} in the record"),
        check(Code.SEALED_HEAD, seal.head == closed.head, f"{seal.head} sealed, {closed.head} in the record"),
        check(Code.SEALED_ROOT, seal.root == closed.root, f"{seal.root} sealed, {closed.root} in the record"),
        check(Code.SEALED_RUN, seal.run_id == audit.run.id, f"{seal.run_id} sealed, {audit.run.id} in the record"),
        check(Code.SEALED_OUTPUTS, not lost, ", ".join(lost)),
        check(Code.SEALED_SUITE, suite is not None and suite.sha256 == seal.suite_sha256),
        check(
            Code.SEALED_RECORD,
            AUDIT_NAME in sealed and len(sealed) == len(seal.files),
            "It is not among the sealed files, or a name is sealed twice",
        ),
    )
