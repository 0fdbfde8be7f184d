"""Whom to believe: the trust file. A key proves nothing by standing in a record; only this file makes it count."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import cast

from pydantic import ValidationError

from gampgen.audit.canonical import Json, canonical_bytes
from gampgen.audit.dsse import is_weak, key_id_of
from gampgen.domain.base import Value
from gampgen.errors import UsageError

TRUST_VERSION = "1.0"


class KeyKind(StrEnum):
    """What a key's signature says. `run`: this machine's gampgen wrote it. `person`: a person signed it."""

    RUN = "run"
    PERSON = "person"


class Revocation(Value):
    """Since when a key no longer counts, and why. `compromised`: nothing that it ever signed counts."""

    at: str
    reason: str
    compromised: bool


class TrustedKey(Value):
    """A public key and whom it stands for.

    `key_id` is the SHA-256 of the raw key, `public_key` its 32 bytes in hexadecimal, `holder` the machine's or person's
    name, `created` and `retired` are UTC times (ISO 8601, milliseconds, "Z"); `retired` is when a newer key took over.
    """

    key_id: str
    public_key: str
    kind: KeyKind
    holder: str
    created: str
    retired: str | None = None
    revoked: Revocation | None = None

    @property
    def raw(self) -> bytes:
        """The 32 bytes of the key; nothing where the entry is no hexadecimal."""
        try:
            return bytes.fromhex(self.public_key)
        except ValueError:
            return b""

    @property
    def sound(self) -> bool:
        """Whether the key is no weak key and its id its own."""
        return not is_weak(self.raw) and key_id_of(self.raw) == self.key_id

    def objection_at(self, claimed: str) -> str | None:
        """Why the key does not count for a record that claims a time (UTC, ISO 8601); None where it does.

        The time is the record's own claim: nothing but a third party's clock could prove it.
        """
        if claimed < self.created:
            return f"the key was made at {self.created}, after the {claimed} that the record claims"
        if self.revoked is not None and (self.revoked.compromised or claimed >= self.revoked.at):
            return f"the key was revoked at {self.revoked.at}: {self.revoked.reason}"
        if self.retired is not None and claimed > self.retired:
            return f"a newer key replaced it at {self.retired}, before the {claimed} that the record claims"
        return None


class Trust(Value):
    """The keys that count. An empty one believes nobody, and cannot ask for signatures either."""

    schema_version: str = TRUST_VERSION
    keys: tuple[TrustedKey, ...] = ()

    def find(self, key_id: str, kind: KeyKind) -> TrustedKey | None:
        """The key with this id and kind, or None."""
        return next((key for key in self.keys if key.key_id == key_id and key.kind is kind), None)

    def any_of(self, kind: KeyKind) -> bool:
        """Whether there is any key of this kind, in force or not."""
        return any(key.kind is kind for key in self.keys)


def parse_trust(data: bytes, name: str) -> Trust:
    """The trust file's content.

    Args:
        data: JSON, in any spacing, since people edit it.
        name: the file, as a failure names it.

    Raises:
        UsageError: it is no trust file, or names a key twice.
    """
    try:
        trust = Trust.model_validate_json(data)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise UsageError(
            f"The trust file cannot be understood: {place}: {problem['msg']}",
            hint="Make it again with `gampgen keys export`, or restore it",
            where=name,
        ) from error
    ids = [key.key_id for key in trust.keys]
    if len(set(ids)) != len(ids):
        raise UsageError("The trust file names a key twice", hint="Remove one of the two entries", where=name)
    return trust


def trust_bytes(trust: Trust) -> bytes:
    """The trust file's bytes: canonical JSON and one newline."""
    return canonical_bytes(cast("Json", json.loads(trust.model_dump_json()))) + b"\n"
