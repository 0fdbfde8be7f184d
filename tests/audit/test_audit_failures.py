"""What cannot be written, read or trusted is said, with the file's name and the check's code."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.audit.sealed_run import make_key, make_sealed_run, trust_in
from tests.audit.test_signatures import ANN, BEN, RUN, TRUST, sign

from gampgen.audit import journal as journal_module
from gampgen.audit.checks import BrokenRecordError, Code
from gampgen.audit.dsse import is_weak
from gampgen.audit.journal import Journal
from gampgen.audit.reading import read_bytes
from gampgen.audit.record import Occurrence
from gampgen.audit.trust import KeyKind
from gampgen.audit.verify import Verification, verify_folder
from gampgen.domain.signing import Meaning
from gampgen.errors import OutputError


def failed(found: Verification) -> set[Code]:
    return {one.code for one in found.checks if not one.passed}


def test_an_entry_that_cannot_be_synced_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_file: int) -> None:
        raise OSError(5, "Input/output error")

    with Journal(tmp_path / "journal.jsonl") as journal:
        monkeypatch.setattr(journal_module.os, "fsync", broken)
        with pytest.raises(OutputError, match="Input/output error") as raised:
            journal.record(Occurrence(actor="rules engine", action="drafted", subject="OQ-1"))
    assert raised.value.where == str(tmp_path / "journal.jsonl")


def test_a_record_that_is_not_there_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(BrokenRecordError, match="No such file") as raised:
        read_bytes(tmp_path / "audit.json", "audit.json")
    assert (raised.value.code, raised.value.where) == (Code.READABLE, "audit.json")


def test_a_key_of_another_length_is_weak_and_an_entry_without_hexadecimal_is_none() -> None:
    assert is_weak(b"short")
    entry = make_key(9, KeyKind.PERSON, "Eve").entry
    assert entry.sound
    spoilt = entry.model_copy(update={"public_key": "no hexadecimal"})
    assert spoilt.raw == b""
    assert not spoilt.sound


def test_a_signature_by_a_weak_key_does_not_count(tmp_path: Path) -> None:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED)
    trust = trust_in(RUN, ANN, BEN)
    spoilt = tuple(
        one.model_copy(update={"public_key": "00" * 32}) if one.holder == "Ann" else one for one in trust.keys
    )
    found = verify_folder(folder, trust.model_copy(update={"keys": spoilt}))
    assert any(one.code is Code.SIGN_KEY and "a weak key" in one.message for one in found.checks)


def test_a_signed_copy_that_is_no_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED)
    copy = folder / "signed" / "oq_protocol.md"
    copy.unlink()
    copy.mkdir()
    assert Code.SIGNED_COPY in failed(verify_folder(folder, TRUST))
