"""Every change to a sealed folder is seen; an honest copy never raises an alarm."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.audit.sealed_run import make_sealed_run

from gampgen.audit.canonical import canonical_bytes, sha256_hex
from gampgen.audit.verify import RunState, verify_folder
from gampgen.errors import VerificationError


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder)
    return folder


def failed(folder: Path) -> set[str]:
    return {check.code for check in verify_folder(folder).checks if not check.passed}


def rewrite(path: Path, change: Callable[[dict], None]) -> None:
    record = json.loads(path.read_bytes())
    change(record)
    path.write_bytes(canonical_bytes(record) + b"\n")


def test_an_honest_run_and_its_copy_verify(run: Path, tmp_path: Path) -> None:
    shutil.copytree(run, tmp_path / "copy")
    assert verify_folder(run).state is RunState.VALID
    assert verify_folder(tmp_path / "copy").state is RunState.VALID


def test_every_changed_byte_is_seen(run: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed sequence, not a secret
    for path in sorted(run.iterdir()):
        good = path.read_bytes()
        for _ in range(60):
            place = chance.randrange(len(good))
            changed = bytes([good[place] ^ (1 << chance.randrange(8))])
            path.write_bytes(good[:place] + changed + good[place + 1 :])
            assert verify_folder(run).state is RunState.TAMPERED, f"{path.name} at {place}"
        path.write_bytes(good)
    assert verify_folder(run).state is RunState.VALID


@pytest.mark.parametrize("name", ["suite.json", "oq_protocol.md", "report.html", "audit.json"])
def test_a_missing_file_is_seen(run: Path, name: str) -> None:
    (run / name).unlink()
    assert verify_folder(run).state is RunState.TAMPERED


def test_an_added_file_is_seen_but_signatures_may_come(run: Path) -> None:
    (run / "signatures").mkdir()
    (run / "signatures" / "001.json").write_text("{}")
    assert not failed(run)
    (run / "extra.txt").write_text("x")
    assert failed(run) == {"V10"}


def test_a_file_replaced_by_a_link_is_seen(run: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.md"
    shutil.move(run / "oq_protocol.md", target)
    (run / "oq_protocol.md").symlink_to(target)
    assert "V09" in failed(run)


def test_a_sealed_name_cannot_leave_the_folder(run: Path) -> None:
    rewrite(run / "seal.json", lambda seal: seal["files"][0].update(name="../suite.json"))
    assert "V09" in failed(run)


def test_an_edited_entry_breaks_the_chain(run: Path) -> None:
    rewrite(run / "audit.json", lambda audit: audit["entries"][1].update(actor="somebody else"))
    assert {"V02", "V03"} <= failed(run)


def test_a_cut_tail_is_seen_even_with_a_new_closing(run: Path) -> None:
    def cut(audit: dict) -> None:
        audit["entries"].pop()
        last = canonical_bytes(audit["entries"][-1])
        audit["closed"].update(count=len(audit["entries"]), head=sha256_hex(last))

    rewrite(run / "audit.json", cut)
    assert {"V03", "V05"} <= failed(run)


def test_swapped_entries_are_seen(run: Path) -> None:
    def swap(audit: dict) -> None:
        audit["entries"][1], audit["entries"][2] = audit["entries"][2], audit["entries"][1]

    rewrite(run / "audit.json", swap)
    assert "V02" in failed(run)


def test_the_record_of_another_run_is_seen(run: Path, tmp_path: Path) -> None:
    make_sealed_run(tmp_path / "other", run_id="run-2")
    shutil.copy(tmp_path / "other" / "audit.json", run / "audit.json")
    assert "V06" in failed(run)


def test_an_unknown_field_is_refused(run: Path) -> None:
    rewrite(run / "seal.json", lambda seal: seal.update(note="trust me"))
    assert failed(run) == {"V01"}


def test_a_run_without_a_seal_is_incomplete_not_tampered(run: Path) -> None:
    (run / "seal.json").unlink()
    assert verify_folder(run).state is RunState.INCOMPLETE


def test_a_folder_that_is_no_run_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(VerificationError):
        verify_folder(tmp_path)
    with pytest.raises(VerificationError):
        verify_folder(tmp_path / "missing")


def test_nothing_claims_alcoa_compliance(run: Path) -> None:
    audit = json.loads((run / "audit.json").read_bytes())
    assert len(audit["alcoa"]) == 9
    assert all(not one["checks"] and one["result"] == "not_assessable" and one["note"] for one in audit["alcoa"])
