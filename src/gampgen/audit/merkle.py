"""The Merkle tree hash of RFC 6962 §2.1: lets one entry be proven to an inspector without showing the others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def merkle_root(leaves: Sequence[bytes]) -> str:
    """Root over the leaves' bytes in order, hexadecimal; SHA-256 of nothing for an empty list (RFC 6962 §2.1)."""
    if not leaves:
        return hashlib.sha256(b"").hexdigest()
    # A stack of (height, hash): each pair of equal heights is joined at once, the rest from the right at the end.
    # This is RFC 6962's recursion without recursion.
    stack: list[tuple[int, bytes]] = []
    for leaf in leaves:
        stack.append((0, hashlib.sha256(b"\x00" + leaf).digest()))
        while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
            height, right = stack.pop()
            stack.append((height + 1, _join(stack.pop()[1], right)))
    _, root = stack.pop()
    while stack:
        root = _join(stack.pop()[1], root)
    return root.hex()


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
