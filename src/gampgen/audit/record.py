"""The values of the audit record (`audit.json`) and of its seal (`seal.json`). Field names are the contract's."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import cast

from gampgen.audit.canonical import Json, canonical_bytes
from gampgen.audit.dsse import Envelope
from gampgen.domain.base import Value

SCHEMA_VERSION = "1.0"
FIRST_PREVIOUS = "0" * 64
UNSIGNED = (
    "Unsigned: this seal shows accidental change. It does not show forgery, since whoever can write the folder can "
    "compute a new seal. Keep the suite's digest somewhere else to notice that."
)
SIGNED = (
    "Signed with the run key of the machine that wrote it: this seal shows change and forgery to everyone whose trust "
    "file holds that key. It proves which machine's gampgen wrote the run; it does not prove which person started it, "
    "nor the time, which is that machine's clock."
)


class DigestOf(Value):
    """A named thing (file, template, knowledge, setting) and the SHA-256 of its bytes, hexadecimal."""

    name: str
    sha256: str


class FileDigest(DigestOf):
    """A file, its digest and its size in bytes."""

    size: int


class Occurrence(Value):
    """Something that happened, as the one who saw it tells it; the journal adds number, time and chain.

    `actor` did `action` to `subject`, for `reason`. `before` and `after` are given where something was changed or
    decided. `refers_to` holds the ids of what the subject was made for: a test's requirements.
    """

    actor: str
    action: str
    subject: str
    reason: str = ""
    before: str | None = None
    after: str | None = None
    inputs: tuple[DigestOf, ...] = ()
    outputs: tuple[DigestOf, ...] = ()
    refers_to: tuple[str, ...] = ()


class AuditEntry(Occurrence):
    """An occurrence in the journal.

    `seq` counts from 0; `at` is UTC (ISO 8601, milliseconds, "Z"); `elapsed_us` is microseconds of a clock that cannot
    be
    set, since the journal was opened; `previous` is the SHA-256 of the entry before, in canonical form.
    """

    seq: int
    at: str
    elapsed_us: int
    previous: str

    def canonical(self) -> bytes:
        """The entry's canonical bytes: what the chain and the tree are computed over."""
        return canonical_bytes(self.model_dump(mode="json"))


class RunStatus(StrEnum):
    """How a run ended. `partial` is a run that was allowed to end without an agent's answer."""

    COMPLETED = "completed"
    PARTIAL = "partial"


class RunRecord(Value):
    """The run: who started what, where, when. `key` digests everything that shapes the result."""

    id: str
    key: str
    started: str
    finished: str
    utc_offset: str
    status: RunStatus
    user: str
    host: str
    command: tuple[str, ...]


class PackageVersion(Value):
    """A package that took part, and its version."""

    name: str
    version: str


class ToolRecord(Value):
    """The program that made the record."""

    name: str
    version: str
    python: str
    packages: tuple[PackageVersion, ...]


class AlcoaResult(StrEnum):
    """The outcome of an attribute's checks."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"


class AlcoaCheck(Value):
    """One named check over the record and what it found."""

    name: str
    passed: bool
    evidence: str


class AlcoaAttribute(Value):
    """One ALCOA+ attribute with the checks behind its result. No checks: not assessed, and the note says so."""

    attribute: str
    result: AlcoaResult
    checks: tuple[AlcoaCheck, ...]
    note: str


class Closing(Value):
    """The journal's end: number of entries, digest of the last, RFC 6962 root over all."""

    count: int
    head: str
    root: str


class SettingRecord(Value):
    """One setting as it was resolved, in JSON."""

    name: str
    value: str


class AuditRecord(Value):
    """`audit.json`: the ALCOA+ audit record of one run."""

    schema_version: str
    run: RunRecord
    tool: ToolRecord
    settings: tuple[SettingRecord, ...]
    inputs: tuple[DigestOf, ...]
    outputs: tuple[FileDigest, ...]
    entries: tuple[AuditEntry, ...]
    alcoa: tuple[AlcoaAttribute, ...]
    closed: Closing


class SealBody(Value):
    """What a seal says, and what its signature covers.

    `files` covers every file of the folder but the seal itself; `protection` says in words what the seal can and cannot
    prove.
    """

    schema_version: str
    run_id: str
    entries: int
    head: str
    root: str
    suite_sha256: str
    files: tuple[FileDigest, ...]
    protection: str

    def payload(self) -> bytes:
        """The canonical bytes of the fields of this class: what is signed."""
        return canonical_bytes(cast("Json", self.model_dump(mode="json", include=set(SealBody.model_fields))))


class Seal(SealBody):
    """`seal.json`: what the folder must hold, to the byte. `signature` is None where no key signed."""

    signature: Envelope | None


def record_bytes(record: Value) -> bytes:
    """The file form of a record: canonical JSON and one newline."""
    return canonical_bytes(cast("Json", json.loads(record.model_dump_json()))) + b"\n"
