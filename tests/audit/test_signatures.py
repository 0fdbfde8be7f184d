"""A person's signature counts for this record, in this order, with these words; moved or changed it is refused."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.audit.attacks import rewrite
from tests.audit.sealed_run import Key, make_key, make_sealed_run, trust_in
from tests.audit.test_verify import ALONE

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.checks import RunState
from gampgen.audit.dsse import SIGNATURE_TYPE, envelope_of
from gampgen.audit.journal import utc_now
from gampgen.audit.record import FIRST_PREVIOUS, Seal, record_bytes
from gampgen.audit.signature import SignatureBody, SignatureRecord, signed_copy
from gampgen.audit.trust import KeyKind, Trust
from gampgen.audit.verify import Verification, verify_folder
from gampgen.audit.verify_signatures import read_signatures
from gampgen.domain.signing import Meaning

RUN = make_key()
ANN, BEN, CAT = (make_key(n, KeyKind.PERSON, name) for n, name in ((2, "Ann"), (3, "Ben"), (4, "Cat")))
TRUST = trust_in(RUN, ANN, BEN, CAT)


def sign(folder: Path, key: Key, meaning: Meaning, **change: object) -> None:
    """Add a signature as `gampgen sign` does, without its refusals; `change` is signed too."""
    before = read_signatures(folder)
    seal = Seal.model_validate_json((folder / "seal.json").read_bytes())
    fields = {
        "schema_version": "1.0",
        "number": len(before) + 1,
        "run_id": seal.run_id,
        "seal_sha256": sha256_hex((folder / "seal.json").read_bytes()),
        "suite_sha256": seal.suite_sha256,
        "previous": before[-1].sha256 if before else FIRST_PREVIOUS,
        "name": key.entry.holder,
        "role": "QA",
        "account": key.entry.holder.lower(),
        "host": "host",
        "meaning": meaning,
        "reason": "checked against the URS",
        "signed_at": utc_now(),
        "utc_offset": "+0000",
        "key_id": key.entry.key_id,
        **change,
    }
    body = SignatureBody(**fields)
    record = SignatureRecord(**fields, signature=envelope_of(body.payload(), SIGNATURE_TYPE, key.signer))
    (folder / "signatures").mkdir(exist_ok=True)
    (folder / "signatures" / f"{len(before) + 1:03d}.json").write_bytes(record_bytes(record))
    (folder / "signed").mkdir(exist_ok=True)
    records = [one.record for one in read_signatures(folder)]
    copy = signed_copy((folder / "oq_protocol.md").read_bytes(), records)
    (folder / "signed" / "oq_protocol.md").write_bytes(copy)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run that Ann reviewed and Ben approved."""
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED)
    sign(folder, BEN, Meaning.APPROVED)
    return folder


def verified(folder: Path, trust: Trust = TRUST) -> Verification:
    verdict = verify_folder(folder, trust)
    state, failed = ALONE.verify(folder, json.loads(trust.model_dump_json()))
    assert (state, set(failed)) == (verdict.state, {check.code.value for check in verdict.failed})
    return verdict


def failed(folder: Path, trust: Trust = TRUST) -> set[str]:
    return {check.code.value for check in verified(folder, trust).failed}


def of_first(change: Callable[[dict], object]) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder / "signatures" / "001.json", change)


def test_a_signed_run_and_its_copy_verify(run: Path, tmp_path: Path) -> None:
    shutil.copytree(run, tmp_path / "copy")
    for folder in (run, tmp_path / "copy"):
        verdict = verified(folder)
        assert verdict.state is RunState.VALID, verdict.failed
        assert not [check for check in verdict.checks if check.warning]


def test_the_sealed_files_stay_untouched_and_the_copy_shows_name_time_and_meaning(run: Path) -> None:
    sealed = (run / "oq_protocol.md").read_text()
    copy = (run / "signed" / "oq_protocol.md").read_text()
    assert copy.startswith(sealed)
    for words in ("Signature 1: reviewed", "Ann, QA", "Signature 2: approved", "Ben", "checked against the URS", "UTC"):
        assert words in copy


def append(path: Path, data: bytes) -> None:
    path.write_bytes(path.read_bytes() + data)


def swap(folder: Path) -> None:
    first, second = folder / "signatures" / "001.json", folder / "signatures" / "002.json"
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)


def linked(folder: Path) -> None:
    shutil.move(folder / "signatures", folder.with_name("elsewhere"))
    (folder / "signatures").symlink_to(folder.with_name("elsewhere"))


ATTACKS: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "T28 name": (of_first(lambda one: one.update(name="Cat")), {"V52", "V53"}),
    "T28 meaning": (of_first(lambda one: one.update(meaning="approved")), {"V53", "V57"}),
    "T28 time": (of_first(lambda one: one.update(signed_at="2026-06-01T00:00:00.000Z")), {"V53", "V56"}),
    "T28 reason": (of_first(lambda one: one.update(reason="not checked")), {"V53"}),
    "T28 role": (of_first(lambda one: one.update(role="")), {"V53"}),
    "form": (lambda folder: (folder / "signatures" / "001.json").write_text("{}"), {"V50"}),
    "spacing": (lambda folder: append(folder / "signatures" / "001.json", b"\n"), {"V50"}),
    "a further field": (of_first(lambda one: one.update(note="x")), {"V50"}),
    "payload type": (of_first(lambda one: one["signature"].update(payloadType="x")), {"V51"}),
    "no signature": (of_first(lambda one: one["signature"].update(signatures=[])), {"V51", "V53"}),
    "loose base64": (of_first(lambda one: one["signature"].update(payload=one["signature"]["payload"] + "=")), {"V51"}),
    "first removed": (lambda folder: (folder / "signatures" / "001.json").unlink(), {"V55"}),
    "first removed and renamed": (
        lambda folder: (folder / "signatures" / "002.json").rename(folder / "signatures" / "001.json"),
        {"V55", "V57"},
    ),
    "swapped": (swap, {"V55"}),
    "copied under a further number": (
        lambda folder: shutil.copy(folder / "signatures" / "002.json", folder / "signatures" / "003.json"),
        {"V55", "V57"},
    ),
    "copy edited": (lambda folder: append(folder / "signed" / "oq_protocol.md", b"Approved.\n"), {"V58"}),
    "copy without signatures": (lambda folder: shutil.rmtree(folder / "signatures"), {"V58"}),
    "something beside the signatures": (lambda folder: (folder / "signatures" / "x.txt").write_text(""), {"V44"}),
    "something beside the copy": (lambda folder: (folder / "signed" / "report.html").write_text(""), {"V44"}),
    "signatures as a link": (linked, {"V44"}),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_on_a_signature_is_seen_by_its_code(run: Path, name: str) -> None:
    attack, codes = ATTACKS[name]
    attack(run)
    assert codes <= failed(run), verified(run).failed
    assert verified(run).state is RunState.TAMPERED


def test_a_signature_moved_to_another_record_is_refused(run: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    make_sealed_run(other, run_id="run-2", key=RUN)
    shutil.copytree(run / "signatures", other / "signatures")
    assert "V54" in failed(other)


def test_a_signature_by_an_unknown_or_weak_person_is_untrusted(run: Path) -> None:
    verdict = verified(run, trust_in(RUN, ANN))
    assert {check.code.value for check in verdict.failed} == {"V52"}
    assert verdict.state is RunState.UNTRUSTED
    assert "V52" in failed(run, trust_in(RUN, ANN, make_key(3, KeyKind.RUN, "Ben")))


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ((ANN, Meaning.APPROVED), None, {"V57"}),
        ((ANN, Meaning.REVIEWED), (ANN, Meaning.APPROVED), {"V57"}),
        ((ANN, Meaning.AUTHORED), (BEN, Meaning.APPROVED), set()),
        ((ANN, Meaning.REVIEWED), (BEN, Meaning.REVIEWED), set()),
    ],
)
def test_four_eyes(tmp_path: Path, first: tuple, second: tuple | None, codes: set[str]) -> None:
    folder = tmp_path / "run"
    make_sealed_run(folder, key=RUN)
    for one in (first, second):
        if one is not None:
            sign(folder, *one)
    assert failed(folder) == codes


def test_the_same_person_under_two_keys_is_seen_by_the_name(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    make_sealed_run(folder, key=RUN)
    again = make_key(5, KeyKind.PERSON, "ANN")
    sign(folder, ANN, Meaning.REVIEWED)
    sign(folder, again, Meaning.APPROVED)
    assert failed(folder, trust_in(RUN, ANN, again)) == {"V57"}


def test_a_signature_older_than_the_seal_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED, signed_at="2026-06-01T00:00:00.000Z")
    assert failed(folder) == {"V56"}


def test_an_approval_under_the_account_of_the_run_is_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED)
    sign(folder, BEN, Meaning.APPROVED, account="tester")
    verdict = verified(folder)
    assert verdict.state is RunState.VALID
    assert [check.code.value for check in verdict.checks if check.warning] == ["V57"]


def test_a_signing_cut_short_leaves_a_warning_not_an_alarm(run: Path) -> None:
    (run / "signed" / "oq_protocol.md").unlink()
    verdict = verified(run)
    assert verdict.state is RunState.VALID
    assert [check.code.value for check in verdict.checks if check.warning] == ["V58"]
    first = [one.record for one in read_signatures(run)][:1]
    (run / "signed" / "oq_protocol.md").write_bytes(signed_copy((run / "oq_protocol.md").read_bytes(), first))
    verdict = verified(run)
    assert verdict.state is RunState.VALID
    assert [check.code.value for check in verdict.checks if check.warning] == ["V58"]


def test_words_in_a_signature_are_no_markup_in_the_copy(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    make_sealed_run(folder, key=RUN)
    sign(folder, ANN, Meaning.REVIEWED, reason="# heading <script> [link](x) `code`")
    block = (folder / "signed" / "oq_protocol.md").read_text().split("# Electronic signatures\n\n")[1]
    assert all(line.startswith("    ") for line in block.splitlines())
