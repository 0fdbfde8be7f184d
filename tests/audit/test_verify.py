"""Every change to a sealed folder is seen, by its own code, by both verifiers; an honest copy never raises an alarm."""

import importlib.util
import json
import random
import shutil
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from tests.audit.attacks import ATTACKS, rewrite
from tests.audit.sealed_run import Key, make_key, make_sealed_run, trust_in

from gampgen.audit.checks import RunState
from gampgen.audit.dsse import key_id_of
from gampgen.audit.ledger import Known, LedgerLine
from gampgen.audit.record import AuditRecord
from gampgen.audit.trust import Revocation, Trust
from gampgen.audit.verify import Verification, verify_folder
from gampgen.errors import VerificationError

ROOT = Path(__file__).resolve().parents[2]
STANDALONE = ROOT / "tools" / "verify_standalone.py"
KEY = make_key()
TRUST = trust_in(KEY)


def load_standalone() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_standalone", STANDALONE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ALONE = load_standalone()


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=KEY)
    return folder


def verified(folder: Path, trust: Trust = TRUST, known: Known | None = None, *, unsigned: bool = False) -> Verification:
    """The verdict, on which the standalone verifier must agree in state and in every code that it knows."""
    known = known or Known()
    verdict = verify_folder(folder, trust, known, unsigned_allowed=unsigned)
    state, failed = ALONE.verify(folder, json.loads(trust.model_dump_json()), known.head, unsigned)
    shared = {check.code.value for check in verdict.failed} - {"V61", "V62", "V63", "V64", "V65"}
    assert set(failed) == shared
    if shared == {check.code.value for check in verdict.failed}:
        assert state == verdict.state
    return verdict


def failed(folder: Path, trust: Trust = TRUST, known: Known | None = None) -> set[str]:
    return {check.code.value for check in verified(folder, trust, known).failed}


def test_the_standalone_verifier_is_short_and_knows_nothing_of_gampgen() -> None:
    source = STANDALONE.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 200
    assert "import gampgen" not in source
    assert "from gampgen" not in source


@pytest.mark.parametrize("key", [KEY, None])
def test_an_honest_run_and_its_copies_verify(tmp_path: Path, key: Key | None) -> None:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=key)
    shutil.copytree(folder, tmp_path / "copy")
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", folder)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "unpacked")
    for copy in (folder, tmp_path / "copy", tmp_path / "unpacked"):
        verdict = verified(copy, TRUST if key else Trust())
        assert verdict.state is RunState.VALID, verdict.failed
        assert not [check for check in verdict.checks if check.warning]


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_is_seen_by_its_code(run: Path, name: str) -> None:
    attack, codes, state = ATTACKS[name]
    attack(run)
    verdict = verified(run)
    assert codes <= {check.code.value for check in verdict.failed}, verdict.failed
    assert verdict.state == state
    assert all(check.message for check in verdict.failed)


def test_every_changed_byte_is_seen(run: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed sequence, not a secret
    for path in sorted(run.iterdir()):
        good = path.read_bytes()
        for _ in range(40):
            place = chance.randrange(len(good))
            changed = bytes([good[place] ^ (1 << chance.randrange(8))])
            path.write_bytes(good[:place] + changed + good[place + 1 :])
            assert verified(run).state is RunState.TAMPERED, f"{path.name} at {place}"
        path.write_bytes(good)
    assert verified(run).state is RunState.VALID


def test_every_bit_of_the_seal_counts_even_without_a_signature(tmp_path: Path) -> None:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder)
    good = (folder / "seal.json").read_bytes()
    places = [*range(60), *range(len(good) - 60, len(good)), *range(60, len(good) - 60, 7)]
    for place in places:
        changed = bytes([good[place] ^ (1 << place % 8)])
        (folder / "seal.json").write_bytes(good[:place] + changed + good[place + 1 :])
        assert verify_folder(folder).state is RunState.TAMPERED, place


def test_a_cut_at_any_length_is_seen(run: Path) -> None:
    good = (run / "seal.json").read_bytes()
    for length in range(0, len(good), 97):
        (run / "seal.json").write_bytes(good[:length])
        assert verified(run).state is RunState.TAMPERED


def test_the_seal_of_an_older_run_put_back_is_seen_by_the_ledger(run: Path, tmp_path: Path) -> None:
    older = tmp_path / "older"
    make_sealed_run(older, run_id="run-0", key=KEY)
    lines = tuple(
        LedgerLine(
            seq=seq, at="2026-11-20T08:00:00.000Z", folder=str(run), run_id=run_id,
            seal_sha256=verified_seal(folder), signatures=0, previous="0" * 64,
        )
        for seq, (run_id, folder) in enumerate((("run-0", older), ("run-1", run)))
    )  # fmt: skip
    known = Known(ledger=lines)
    assert failed(run, known=known) == set()
    assert failed(older, known=known) == set()
    shutil.rmtree(run)
    shutil.move(older, run)
    verdict = verified(run, known=known)
    assert {check.code.value for check in verdict.failed} == {"V63"}
    assert verdict.state is RunState.UNTRUSTED


def verified_seal(folder: Path) -> str:
    return ALONE.sha((folder / "seal.json").read_bytes())


def test_another_seal_for_a_remembered_run_is_seen(run: Path) -> None:
    line = LedgerLine(
        seq=0, at="2026-11-20T08:00:00.000Z", folder=str(run), run_id="run-1", seal_sha256="0" * 64, signatures=1,
        previous="0" * 64,
    )  # fmt: skip
    verdict = verified(run, known=Known(ledger=(line,)))
    assert {check.code.value for check in verdict.failed} == {"V62", "V64"}
    assert verdict.state is RunState.TAMPERED


def test_the_expected_head_must_be_the_head(run: Path) -> None:
    head = verified(run).head
    assert failed(run, known=Known(head=head)) == set()
    assert failed(run, known=Known(head=head[:16])) == set()
    assert failed(run, known=Known(head="0" * 64)) == {"V60"}


def test_a_document_changed_after_the_run_is_seen(run: Path) -> None:
    assert failed(run, known=Known(source_sha256="1" * 64)) == set()
    assert failed(run, known=Known(source_sha256="2" * 64)) == {"V61"}


def test_another_program_than_the_one_that_wrote_the_run_is_told_and_is_no_objection(run: Path) -> None:
    wrote = {one.name: one.sha256 for one in AuditRecord.model_validate_json((run / "audit.json").read_bytes()).inputs}
    for program, warned in ((wrote["program"], False), ("0" * 64, True)):
        verdict = verified(run, known=Known(program_sha256=program))
        assert verdict.state is RunState.VALID
        assert [(one.code.value, one.warning) for one in verdict.checks if one.code.value == "V65"] == [("V65", warned)]
    assert not [one for one in verified(run).checks if one.code.value == "V65"]


def test_a_key_of_small_order_is_refused_even_when_trusted(run: Path) -> None:
    weak = bytes([1]) + bytes(31)
    entry = KEY.entry.model_copy(update={"public_key": weak.hex(), "key_id": key_id_of(weak)})
    rewrite(run / "seal.json", lambda seal: seal["signature"]["signatures"][0].update(keyid=entry.key_id))
    assert {"V14", "V16"} <= failed(run, Trust(keys=(entry,)))


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"created": "2999-01-01T00:00:00.000Z"}, {"V15"}),
        ({"retired": "2026-01-02T00:00:00.000Z"}, {"V15"}),
        ({"retired": "2999-01-01T00:00:00.000Z"}, set()),
        ({"revoked": Revocation(at="2026-01-02T00:00:00.000Z", reason="lost", compromised=False)}, {"V15"}),
        ({"revoked": Revocation(at="2999-01-01T00:00:00.000Z", reason="lost", compromised=False)}, set()),
        ({"revoked": Revocation(at="2999-01-01T00:00:00.000Z", reason="stolen", compromised=True)}, {"V15"}),
    ],
)
def test_a_key_counts_only_while_it_is_in_force(run: Path, change: dict, codes: set[str]) -> None:
    verdict = verified(run, Trust(keys=(KEY.entry.model_copy(update=change),)))
    assert {check.code.value for check in verdict.failed} == codes
    if "revoked" in change and not codes:
        assert any(check.warning for check in verdict.checks)


def test_a_signed_run_whose_key_is_unknown_is_untrusted_not_tampered(run: Path) -> None:
    verdict = verified(run, Trust())
    assert verdict.state is RunState.UNTRUSTED
    assert [check.code.value for check in verdict.failed] == ["V13"]


def test_an_unsigned_run_can_be_accepted_on_purpose(tmp_path: Path) -> None:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder)
    assert verified(folder, TRUST).state is RunState.UNTRUSTED
    assert verified(folder, TRUST, unsigned=True).state is RunState.VALID
    assert "does not show forgery" in verified(folder, Trust()).protection


def test_a_clock_set_back_during_the_run_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2026-11-20T08:00:05.000Z", *["2026-11-20T08:00:01.000Z"] * 40])
    monkeypatch.setattr("gampgen.audit.journal.utc_now", lambda: next(times))
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=KEY)
    verdict = verified(folder)
    assert verdict.state is RunState.VALID
    assert [check.code.value for check in verdict.checks if check.warning] == ["V26"]


def test_a_run_without_a_seal_is_incomplete_not_tampered(run: Path) -> None:
    (run / "seal.json").unlink()
    assert verified(run).state is RunState.INCOMPLETE


def test_a_folder_that_is_no_run_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(VerificationError):
        verify_folder(tmp_path)
    with pytest.raises(VerificationError):
        verify_folder(tmp_path / "missing")
