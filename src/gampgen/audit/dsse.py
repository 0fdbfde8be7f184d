"""Signed envelopes after DSSE (Dead Simple Signing Envelope, version 1), with Ed25519 keys (RFC 8032).

What is signed is the type and the payload together, so that a signature over one kind of record cannot be shown for
another kind. `keyid` only says which key to try; whether it counts is decided by the trust file alone.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from gampgen.domain.base import Value

SEAL_TYPE = "application/vnd.gampgen.seal.v1+json"
SIGNATURE_TYPE = "application/vnd.gampgen.signature.v1+json"
PUBLIC_KEY_BYTES = 32

# The encodings of the points of small order, sign bit cleared: 0, 1, the two of order 8, p-1, p and p+1. Under such a
# key one constant signature fits every message. Recomputed from the curve in the tests.
_SMALL_ORDER = frozenset(
    bytes.fromhex(point)
    for point in (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    )
)


class EnvelopeSignature(Value):
    """A signature of an envelope: which key is said to have made it, and its 64 bytes in base64."""

    keyid: str
    sig: str


class Envelope(Value):
    """A DSSE envelope; field names are that specification's. The payload is base64."""

    payload: str
    payloadType: str  # noqa: N815 - the name that DSSE gives it
    signatures: tuple[EnvelopeSignature, ...]


class Signer(Value):
    """A key that signs: its id, and the function that signs bytes with it, wherever the key lives."""

    key_id: str
    sign: Callable[[bytes], bytes]


def key_id_of(public_key: bytes) -> str:
    """The id of a public key: the SHA-256 of its 32 raw bytes, hexadecimal."""
    return hashlib.sha256(public_key).hexdigest()


def is_weak(public_key: bytes) -> bool:
    """Whether a raw Ed25519 public key has small order, or not the length of a key at all."""
    if len(public_key) != PUBLIC_KEY_BYTES:
        return True
    return public_key[:-1] + bytes([public_key[-1] & 0x7F]) in _SMALL_ORDER


def signing_input(payload_type: str, payload: bytes) -> bytes:
    """The bytes that are signed: DSSE's pre-authentication encoding, lengths counted in bytes."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def envelope_of(payload: bytes, payload_type: str, signer: Signer) -> Envelope:
    """The payload in an envelope signed by one key."""
    signature = signer.sign(signing_input(payload_type, payload))
    made = EnvelopeSignature(keyid=signer.key_id, sig=base64.b64encode(signature).decode())
    return Envelope(payload=base64.b64encode(payload).decode(), payloadType=payload_type, signatures=(made,))


def strict_base64(text: str) -> bytes | None:
    """The bytes of base64 that is the one encoding of them; None for any other text."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_genuine(public_key: bytes, signature: bytes, payload_type: str, payload: bytes) -> bool:
    """Whether the key made the signature over type and payload. A weak key has made none."""
    if is_weak(public_key):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signing_input(payload_type, payload))
    except (InvalidSignature, ValueError):  # ValueError: the bytes are no point of the curve
        return False
    return True
