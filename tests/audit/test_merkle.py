"""The root is that of RFC 6962 §2.1, checked against a direct reading of the definition."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from gampgen.audit.merkle import merkle_root


def by_definition(leaves: list[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + by_definition(leaves[:split]) + by_definition(leaves[split:])).digest()


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_root_follows_the_definition(leaves: list[bytes]) -> None:
    assert merkle_root(leaves) == by_definition(leaves).hex()


def test_root_of_the_certificate_transparency_vectors() -> None:
    # Published with RFC 6962's reference implementation: the tree over the first two test leaves "" and 00.
    assert merkle_root([b""]) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert merkle_root([b"", b"\x00"]) == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
