"""A small sealed run, made with the real journal and the real seal; and keys to sign it with."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gampgen.audit.dsse import Signer, key_id_of
from gampgen.audit.journal import Journal, utc_now
from gampgen.audit.names import AUDIT_NAME
from gampgen.audit.record import DigestOf, FileDigest, Occurrence, RunRecord, RunStatus, Seal, SettingRecord, ToolRecord
from gampgen.audit.seal import close_record, file_digest, seal_run
from gampgen.audit.trust import KeyKind, Trust, TrustedKey

ENGINE = "rules engine"
CREATED = "2026-01-01T00:00:00.000Z"


@dataclass(frozen=True)
class Key:
    """A key pair with its entry in the trust file."""

    private: Ed25519PrivateKey
    entry: TrustedKey

    @property
    def signer(self) -> Signer:
        return Signer(key_id=self.entry.key_id, sign=self.private.sign)


def make_key(number: int = 1, kind: KeyKind = KeyKind.RUN, holder: str = "host") -> Key:
    """The same key for the same number."""
    private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    raw = private.public_key().public_bytes_raw()
    entry = TrustedKey(key_id=key_id_of(raw), public_key=raw.hex(), kind=kind, holder=holder, created=CREATED)
    return Key(private=private, entry=entry)


def trust_in(*keys: Key) -> Trust:
    return Trust(keys=tuple(key.entry for key in keys))


def story(files: list[FileDigest], tests: int) -> list[Occurrence]:
    """What a run of one requirement tells."""
    document = DigestOf(name="urs.docx", sha256="1" * 64)
    told = [
        Occurrence(actor=ENGINE, action="run_started", subject="run"),
        Occurrence(actor=ENGINE, action="document_read", subject="urs.docx", inputs=(document,)),
        Occurrence(actor=ENGINE, action="requirement_recognised", subject="URS-1"),
        Occurrence(
            actor="A. Person",
            action="category_decided",
            subject="GAMP category",
            reason="bought from René & Söhne – see §4",
            before="3",
            after="4",
        ),
        Occurrence(actor=ENGINE, action="requirement_planned", subject="URS-1", reason="it can be tested", after="oq"),
        Occurrence(actor=ENGINE, action="agent_asked", subject="sme agent, question 1"),
        Occurrence(actor="sme agent 1", action="agent_answered", subject="sme agent, question 1"),
    ]
    told += [
        Occurrence(actor=ENGINE, action="test_drafted", subject=f"OQ-{number}", refers_to=("URS-1",))
        for number in range(tests)
    ]
    words = f"1 requirements, {tests} tests, 0 findings"
    told.append(Occurrence(actor=ENGINE, action="suite_assembled", subject="urs.docx", reason=words))
    for file in files:
        made = DigestOf(name=file.name, sha256=file.sha256)
        told.append(Occurrence(actor=ENGINE, action="file_rendered", subject=file.name, outputs=(made,)))
    return [*told, Occurrence(actor=ENGINE, action="run_closed", subject="run")]


def make_sealed_run(folder: Path, run_id: str = "run-1", entries: int = 5, key: Key | None = None) -> Seal:
    """Write a run with three files and `entries` tests into `folder`, and seal it."""
    folder.mkdir()
    for name, content in (
        ("suite.json", f'{{"run": "{run_id}"}}\n'),
        ("oq_protocol.md", "# Protocol\n"),
        ("report.html", "<html></html>\n"),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    outputs = [file_digest(folder, path) for path in sorted(folder.iterdir())]
    started = utc_now()
    with Journal(folder / "journal.jsonl") as journal:
        for occurrence in story(outputs, entries):
            journal.record(occurrence)
        (folder / "journal.jsonl").unlink()
        record = close_record(
            folder,
            journal,
            run=RunRecord(
                id=run_id,
                key="0" * 64,
                started=started,
                finished=utc_now(),
                utc_offset="+0000",
                status=RunStatus.COMPLETED,
                user="tester",
                host="host",
                command=("gampgen", "generate", "urs.docx"),
            ),
            tool=ToolRecord(name="gampgen", version="0", python="3", packages=()),
            settings=(SettingRecord(name="fail_on", value="error"),),
            inputs=(DigestOf(name="urs.docx", sha256="1" * 64), DigestOf(name="program", sha256="3" * 64)),
            outputs=tuple(outputs),
        )
    files = (*outputs, file_digest(folder, folder / AUDIT_NAME))
    return seal_run(folder, record, files, key.signer if key else None)
