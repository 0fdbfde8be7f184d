"""What the record and the seal hold, field by field; who may sign after whom; how signatures look in the copy."""

import base64
import json
from pathlib import Path

import pytest
from tests.audit.sealed_run import make_key, make_sealed_run

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.dsse import SEAL_TYPE, is_genuine
from gampgen.audit.record import SCHEMA_VERSION, SIGNED, UNSIGNED, AuditRecord, DigestOf, Seal, record_bytes
from gampgen.audit.seal import file_digest, seal_run
from gampgen.audit.signature import Signatory, SignatureRecord, objection_to, signed_copy
from gampgen.domain.signing import Meaning
from gampgen.errors import InternalError

KEY = make_key()
EMPTY = {"payload": "", "payloadType": "t", "signatures": ()}


def test_a_file_is_named_from_the_folder_with_its_digest_and_size(tmp_path: Path) -> None:
    (tmp_path / "llm").mkdir()
    (tmp_path / "llm" / "a.json").write_bytes(b"abc")
    found = file_digest(tmp_path, tmp_path / "llm" / "a.json")
    assert found.model_dump() == {"name": "llm/a.json", "sha256": sha256_hex(b"abc"), "size": 3}


@pytest.mark.parametrize("key", [KEY, None])
def test_the_seal_holds_what_the_record_closed_with_and_every_file(tmp_path: Path, key: object) -> None:
    folder = tmp_path / "run"
    sealed = make_sealed_run(folder, key=key)
    record = AuditRecord.model_validate_json((folder / "audit.json").read_bytes())
    seal = json.loads((folder / "seal.json").read_bytes())
    assert Seal.model_validate_json((folder / "seal.json").read_bytes()) == sealed
    assert (folder / "seal.json").read_bytes() == record_bytes(sealed)
    names = ["oq_protocol.md", "report.html", "suite.json", "audit.json"]
    assert {name: value for name, value in seal.items() if name != "signature"} == {
        "schema_version": SCHEMA_VERSION,
        "run_id": "run-1",
        "entries": record.closed.count,
        "head": record.closed.head,
        "root": record.closed.root,
        "suite_sha256": sha256_hex((folder / "suite.json").read_bytes()),
        "files": [file_digest(folder, folder / name).model_dump() for name in names],
        "protection": SIGNED if key else UNSIGNED,
    }
    assert (seal["signature"] is None) is (key is None)
    assert record.schema_version == SCHEMA_VERSION
    assert [one.name for one in record.outputs] == names[:-1]
    assert [one.attribute for one in record.alcoa][:2] == ["Attributable", "Legible"]


def test_the_signature_covers_every_field_but_itself(tmp_path: Path) -> None:
    seal = make_sealed_run(tmp_path / "run", key=KEY)
    assert seal.signature is not None
    payload = base64.b64decode(seal.signature.payload)
    assert payload == seal.payload()
    assert set(json.loads(payload)) == set(Seal.model_fields) - {"signature"}
    (only,) = seal.signature.signatures
    assert (only.keyid, seal.signature.payloadType) == (KEY.entry.key_id, SEAL_TYPE)
    assert is_genuine(KEY.entry.raw, base64.b64decode(only.sig), SEAL_TYPE, payload)


def test_a_record_without_a_suite_cannot_be_sealed(tmp_path: Path) -> None:
    make_sealed_run(tmp_path / "run")
    record = AuditRecord.model_validate_json((tmp_path / "run" / "audit.json").read_bytes())
    with pytest.raises(InternalError) as caught:
        seal_run(tmp_path, record, record.outputs[:1], None)
    assert caught.value.title == "A run without suite.json cannot be sealed"
    assert (caught.value.hint, caught.value.where) == ("Please report this", str(tmp_path))
    assert not (tmp_path / "seal.json").exists()


def test_a_record_is_one_canonical_line() -> None:
    assert record_bytes(DigestOf(sha256="1", name="é")) == '{"name":"é","sha256":"1"}\n'.encode()


def signatory(name: str, key_id: str, meaning: Meaning = Meaning.REVIEWED) -> Signatory:
    return Signatory(name=name, key_id=key_id, meaning=meaning)


ANN, BEN = signatory("Ann Lee", "a"), signatory("Ben", "b", Meaning.AUTHORED)
FIRST = "an approval needs the signature of an author or reviewer, another person, before it"


@pytest.mark.parametrize(
    ("signer", "before", "objection"),
    [
        (ANN, (), None),
        (BEN, (), None),
        (signatory("Cat", "c", Meaning.APPROVED), (), FIRST),
        (signatory("Cat", "c", Meaning.APPROVED), (BEN,), None),
        (signatory("Cat", "c", Meaning.APPROVED), (ANN, BEN), None),
        (signatory("Cat", "a", Meaning.APPROVED), (ANN,), "Cat has already signed (reviewed)"),
        (signatory(" ann  LEE ", "c", Meaning.APPROVED), (ANN,), " ann  LEE  has already signed (reviewed)"),
        (signatory("AnnLee", "c"), (ANN,), None),
        (signatory("Ben", "d"), (ANN, BEN), "Ben has already signed (authored)"),
        (signatory("Cat", "c"), (ANN, BEN), None),
    ],
)
def test_who_may_sign_after_whom(signer: Signatory, before: tuple[Signatory, ...], objection: str | None) -> None:
    assert objection_to(signer, before) == objection


def signature(number: int, **change: object) -> SignatureRecord:
    fields = {
        "schema_version": "1.0", "number": number, "run_id": "run-1", "seal_sha256": "5" * 64,
        "suite_sha256": "6" * 64, "previous": "0" * 64, "name": "Ann", "role": "QA", "account": "ann", "host": "pc-7",
        "meaning": Meaning.REVIEWED, "reason": "checked", "signed_at": "2026-11-20T08:00:00.000Z",
        "utc_offset": "+0100", "key_id": "7" * 64, "signature": EMPTY, **change,
    }  # fmt: skip
    return SignatureRecord(**fields)


def test_the_signed_copy_is_the_sealed_text_and_a_block_for_each_signature() -> None:
    two = signature(2, name="Ben", role="", meaning=Meaning.APPROVED)
    assert (
        signed_copy(b"# Protocol\n", [signature(1), two]).decode()
        == f"""# Protocol


# Electronic signatures

    {"-" * 72}
    Signature 1: reviewed
    Name:     Ann, QA
    Time:     2026-11-20T08:00:00.000Z (UTC; local zone then +0100)
    Reason:   checked
    Run:      run-1
    Seal:     {"5" * 64}
    Key:      {"7" * 64}
    {"-" * 72}
    Signature 2: approved
    Name:     Ben
    Time:     2026-11-20T08:00:00.000Z (UTC; local zone then +0100)
    Reason:   checked
    Run:      run-1
    Seal:     {"5" * 64}
    Key:      {"7" * 64}
"""
    )


def test_a_person_signs_every_field_but_the_signature() -> None:
    signed = json.loads(signature(1).payload())
    assert set(signed) == set(SignatureRecord.model_fields) - {"signature"}
    assert (signed["meaning"], signed["number"]) == ("reviewed", 1)
