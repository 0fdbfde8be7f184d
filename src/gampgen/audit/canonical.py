"""One byte form for one content: RFC 8785 (JSON Canonicalization Scheme), and digests of it.

Floats are kept out of records: RFC 8785 turns 1.0 into 1, and a limit must never change its look.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import rfc8785

from gampgen.audit.checks import BrokenRecordError, Code

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

MAX_RECORD_BYTES = 64 * 1024 * 1024
_BLOCK = 1 << 20


def canonical_bytes(content: Json) -> bytes:
    """The canonical UTF-8 bytes of a JSON value without floats, no newline at the end (RFC 8785)."""
    return rfc8785.dumps(content)


def sha256_hex(data: bytes) -> str:
    """SHA-256 of bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, read in blocks, hexadecimal. Raises OSError where the file cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def parse_strictly(data: bytes, name: str) -> Json:
    """JSON from bytes that must be their own canonical form plus one newline.

    Python's `json` accepts duplicate keys, NaN and spacing that a reader would not see; requiring the canonical form
    refuses all of them at once, so that every change of a byte is noticed.

    Args:
        data: the bytes of the record.
        name: the record, as a failure names it.

    Raises:
        BrokenRecordError: too large, nested too deeply, no strict JSON, or not in canonical form; its code says which.
    """
    if len(data) > MAX_RECORD_BYTES:
        raise _broken(Code.SIZE, f"It is larger than {MAX_RECORD_BYTES} bytes", name)
    try:
        content: Json = json.loads(
            data.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_unique
        )
        same = canonical_bytes(content) + b"\n" == data
    except RecursionError as error:
        raise _broken(Code.DEPTH, "It is nested too deeply", name) from error
    except ValueError as error:  # rfc8785's own errors are ValueErrors
        raise _broken(Code.STRICT_JSON, f"It is no strict JSON: {error}", name) from error
    if not same:
        raise _broken(Code.CANONICAL, "It is not in its canonical form", name)
    return content


def _broken(code: Code, title: str, name: str) -> BrokenRecordError:
    return BrokenRecordError(title, hint=_HINT, where=name, code=code)


_HINT = "Take the file again from where it was archived; this copy was changed after gampgen wrote it"


def _refuse(text: str) -> Json:
    raise ValueError(f"{text} is not allowed in a record")


def _unique(pairs: Iterable[tuple[str, Json]]) -> dict[str, Json]:
    seen: dict[str, Json] = {}
    for key, value in pairs:
        if key in seen:
            raise ValueError(f"the key {key!r} stands twice")
        seen[key] = value
    return seen
