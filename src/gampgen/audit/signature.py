"""Electronic signatures of persons: what one says, what it is bound to, and how it looks in a signed copy.

21 CFR 11.50 (name, date and time, meaning), 11.70 (bound to its record), EU GMP Annex 11 §14.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from gampgen.audit.canonical import Json, canonical_bytes
from gampgen.audit.dsse import Envelope
from gampgen.domain.base import Value
from gampgen.domain.signing import Meaning

_BAR = "-" * 72


class SignatureBody(Value):
    """What a person signed.

    `number` counts from 1; `seal_sha256` is the digest of the seal, and so of the whole run; `previous` is the digest
    of the signature before, or zeros. `account` and `host` are where it was made; `role` is as the signer gave it.
    `signed_at` is UTC of that machine's clock, `utc_offset` its zone then.
    """

    schema_version: str
    number: int
    run_id: str
    seal_sha256: str
    suite_sha256: str
    previous: str
    name: str
    role: str
    account: str
    host: str
    meaning: Meaning
    reason: str
    signed_at: str
    utc_offset: str
    key_id: str

    def payload(self) -> bytes:
        """The canonical bytes of the fields of this class: what the key signs."""
        return canonical_bytes(cast("Json", self.model_dump(mode="json", include=set(SignatureBody.model_fields))))


class SignatureRecord(SignatureBody):
    """`signatures/NNN.json`."""

    signature: Envelope


class Signatory(Value):
    """Who signed before, as far as the rule of four eyes needs it."""

    name: str
    key_id: str
    meaning: Meaning


def objection_to(signer: Signatory, before: Sequence[Signatory]) -> str | None:
    """Why a signature may not follow those before it; None where it may.

    Nobody signs twice, be it told by name or by key; and an approval needs an author's or reviewer's signature by
    somebody else before it, so that no run is approved by its own author alone.
    """
    for other in before:
        if other.key_id == signer.key_id or _same_name(other.name, signer.name):
            return f"{signer.name} has already signed ({other.meaning})"
    if signer.meaning is Meaning.APPROVED and not before:
        return "an approval needs the signature of an author or reviewer, another person, before it"
    return None


def signed_copy(sealed: bytes, signatures: Sequence[SignatureRecord]) -> bytes:
    """A text deliverable with the signature block at its end: the sealed bytes, untouched, and what was signed."""
    lines = ["", "", "# Electronic signatures", ""]
    for one in signatures:
        lines += [f"    {line}" for line in _block(one)]
    return sealed + "\n".join(lines).encode() + b"\n"


def _block(one: SignatureRecord) -> list[str]:
    """Code lines, so that nothing in them is markup."""
    role = f", {one.role}" if one.role else ""
    return [
        _BAR,
        f"Signature {one.number}: {one.meaning}",
        f"Name:     {one.name}{role}",
        f"Time:     {one.signed_at} (UTC; local zone then {one.utc_offset})",
        f"Reason:   {one.reason}",
        f"Run:      {one.run_id}",
        f"Seal:     {one.seal_sha256}",
        f"Key:      {one.key_id}",
    ]


def _same_name(left: str, right: str) -> bool:
    return " ".join(left.split()).casefold() == " ".join(right.split()).casefold()
