"""What is signed is type and payload together; weak keys sign nothing; the trust file is read strictly."""

import json

import pytest
from tests.audit.sealed_run import make_key, trust_in

from gampgen.audit.dsse import envelope_of, is_genuine, is_weak, signing_input, strict_base64
from gampgen.audit.trust import KeyKind, parse_trust, trust_bytes
from gampgen.errors import UsageError

PRIME = 2**255 - 19
D = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME


def add(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    (x1, y1), (x2, y2) = one, two
    product = D * x1 * x2 * y1 * y2 % PRIME
    x = (x1 * y2 + x2 * y1) * pow(1 + product, PRIME - 2, PRIME)
    y = (y1 * y2 + x1 * x2) * pow(1 - product, PRIME - 2, PRIME)
    return x % PRIME, y % PRIME


def point_of(y: int) -> tuple[int, int] | None:
    """A point of the curve with this y (edwards25519, RFC 8032 §5.1)."""
    square = (y * y - 1) * pow(D * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    return (x, y) if (x * x - square) % PRIME == 0 else None


def small_order_y() -> set[int]:
    """The y of the eight points whose order divides 8, found by taking any point by the large prime factor."""
    found = set()
    large = 2**252 + 27742317777372353535851937790883648493
    for y in range(2, 40):
        point = point_of(y)
        if point is None or len(found) == 5:
            continue
        result, power, rest = (0, 1), point, large
        while rest:
            result = add(result, power) if rest & 1 else result
            power, rest = add(power, power), rest >> 1
        found.add(result[1])
    return found


def test_every_point_of_small_order_is_weak_in_every_encoding() -> None:
    ys = small_order_y()
    assert len(ys) == 5
    encodings = ys | {y + PRIME for y in ys if y + PRIME < 2**255}
    for y in encodings:
        for sign in (0, 0x80):
            raw = bytearray(y.to_bytes(32, "little"))
            raw[31] |= sign
            assert is_weak(bytes(raw)), y
    assert not any(is_weak(make_key(number).entry.raw) for number in range(1, 20))


def test_a_constant_signature_under_a_weak_key_is_not_genuine() -> None:
    weak = bytes([1]) + bytes(31)
    constant = weak + bytes(32)
    assert not is_genuine(weak, constant, "t", b"any message")


def test_the_signing_input_is_that_of_the_specification() -> None:
    assert signing_input("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )
    assert signing_input("é", b"") == "DSSEv1 2 é 0 ".encode()


def test_a_signature_counts_for_its_type_and_payload_only() -> None:
    key = make_key()
    envelope = envelope_of(b"payload", "type", key.signer)
    signature = strict_base64(envelope.signatures[0].sig)
    assert is_genuine(key.entry.raw, signature, "type", b"payload")
    assert not is_genuine(key.entry.raw, signature, "other", b"payload")
    assert not is_genuine(key.entry.raw, signature, "type", b"payloae")
    assert not is_genuine(make_key(2).entry.raw, signature, "type", b"payload")


@pytest.mark.parametrize("text", ["QUI", "QUI=\n", "QUJ=", "Q U I=", "QUI==", "QUI-", "ä"])
def test_loose_base64_is_refused(text: str) -> None:
    assert strict_base64("QUI=") == b"AB"
    assert strict_base64(text) is None


def test_the_trust_file_is_read_back_and_a_damaged_one_refused() -> None:
    trust = trust_in(make_key(), make_key(2, KeyKind.PERSON, "A. Person"))
    data = trust_bytes(trust)
    assert parse_trust(data, "t") == trust
    assert parse_trust(json.dumps(json.loads(data), indent=2).encode(), "t") == trust
    twice = trust.model_copy(update={"keys": (trust.keys[0], trust.keys[0])})
    for broken in (b"", b"{}x", b'{"keys": 1}', trust_bytes(twice), data.replace(b"run", b"car")):
        with pytest.raises(UsageError):
            parse_trust(broken, "t")


def test_a_key_of_the_other_kind_is_not_found() -> None:
    trust = trust_in(make_key())
    assert trust.find(make_key().entry.key_id, KeyKind.RUN) is not None
    assert trust.find(make_key().entry.key_id, KeyKind.PERSON) is None
