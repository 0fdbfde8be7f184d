"""What verification says, word by word and in which order: of an honest run, of each kind of change, of each doubt."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.audit.attacks import ATTACKS, reseal, rewrite
from tests.audit.sealed_run import make_key, make_sealed_run, trust_in
from tests.audit.test_signatures import ANN, BEN, CAT, RUN, TRUST, sign
from tests.audit.test_signatures import ATTACKS as ON_SIGNATURES

from gampgen.audit import verify_files
from gampgen.audit.checks import TITLES, Code, RunState
from gampgen.audit.record import Seal
from gampgen.audit.signature import signed_copy
from gampgen.audit.trust import Revocation, Trust
from gampgen.audit.verify import Verification, verify_folder
from gampgen.audit.verify_files import file_checks
from gampgen.audit.verify_seal import key_in_force
from gampgen.audit.verify_signatures import read_signatures
from gampgen.domain.signing import Meaning
from gampgen.errors import VerificationError

ZEROS = "0" * 64
SEAL_CODES = "V06 V11 V12 V13 V14 V15 V16 V17 V18 V06"
RECORD_CODES = "V20 V21 V22 V23 V24 V25 V26 V30 V31 V32 V33 V34 V35 V36 V40 V41 V42 V43 V44"
PERSON_CODES = "V50 V51 V52 V53 V54 V55 V56 V57 V58"
UNSIGNED_SEAL = "The trust file names run keys: the signature was removed, or the run was made with --no-key"

# What each attack is answered with, after the title of its check; "…" stands for a digest.
SAID = {
    "T03 a byte inserted": ["audit.json: alcoa.0.checks: Field required", "Changed after sealing: audit.json"],
    "T08 entry edited": ["The envelope holds another seal"],
    "T12 tail cut": [
        "17 sealed, 15 in the record", "… sealed, … in the record", "… sealed, … in the record",
        "Changed after sealing: audit.json",
    ],
    "T14 another run's record": [
        "… sealed, … in the record", "… sealed, … in the record", "run-1 sealed, run-2 in the record", "suite.json",
        "Changed after sealing: audit.json",
    ],
    "T16 output missing": ["Missing: report.html"],
    "T16 output in a new folder": ["Not part of the sealed run: llm/x"],
    "T18 signature stripped": [UNSIGNED_SEAL],
    "T18 stripped, words left": [UNSIGNED_SEAL, ""],
    "T19 unknown key": ["Key … is unknown here: get it from its owner by another way, and give it with --trust"],
    "T19 unknown key under a known id": ["Seal or signature was changed after signing"],
    "T22 another payload type": ["application/vnd.gampgen.signature.v1+json"],
    "T25 loose base64": ["One signature, strict base64, is expected"],
    "T25 no signature in the envelope": ["One signature, strict base64, is expected"],
    "T32 output is a link": ["No regular file: report.html"],
    "T35 killed before the seal": ["seal.json is missing: the run was not completed, or the seal was removed"],
    "a sealed name leads out": ["The envelope holds another seal", "oq_protocol.md", "../suite.json"],
    "a name sealed twice": [
        "The envelope holds another seal", "It is not among the sealed files, or a name is sealed twice",
    ],
    "numbers of entries": [
        "First at entry [2]", "First at entry [3]", "… said", "Changed after sealing: audit.json",
    ],
    "chain of entries": ["First at entry [2]", "… said", "Changed after sealing: audit.json"],
    "closing's count": ["1 said, 17 there", "17 sealed, 1 in the record", "Changed after sealing: audit.json"],
    "closing's head": [
        f"{ZEROS} said, … recomputed", f"… sealed, {ZEROS} in the record", "Changed after sealing: audit.json",
    ],
    "closing's root": [f"{ZEROS} said", f"… sealed, {ZEROS} in the record", "Changed after sealing: audit.json"],
    "the suite's digest": ["The envelope holds another seal", ""],
}  # fmt: skip
OUT_OF_ORDER = "signatures/002.json is out of order, or one before it is gone"
FIRST_APPROVAL = "an approval needs the signature of an author or reviewer, another person, before it"
COPY = "signed/oq_protocol.md was changed"
NOT_SIGNED = "signatures/001.json: what is shown is not what was signed"
SAID_OF_SIGNATURES = {
    "T28 name": ["signatures/001.json: the key is Ann's, not Cat's", NOT_SIGNED, OUT_OF_ORDER, COPY],
    "T28 meaning": [NOT_SIGNED, OUT_OF_ORDER, f"signatures/001.json: {FIRST_APPROVAL}", COPY],
    "T28 time": [NOT_SIGNED, OUT_OF_ORDER, "", COPY],
    "form": ["signatures/001.json: It is not in its canonical form (V05)"],
    "a further field": ["signatures/001.json: note: Extra inputs are not permitted (V06)"],
    "payload type": ["signatures/001.json", OUT_OF_ORDER],
    "no signature": ["signatures/001.json", "signatures/001.json was changed, or made by another key", OUT_OF_ORDER],
    "copied under a further number": [
        "signatures/003.json is out of order, or one before it is gone",
        "signatures/003.json: Ben has already signed (approved)",
    ],
    "copy edited": [COPY],
    "copy without signatures": [COPY],
}  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "urs-oq"
    make_sealed_run(folder, key=RUN)
    return folder


@pytest.fixture
def approved(run: Path) -> Path:
    sign(run, ANN, Meaning.REVIEWED)
    sign(run, BEN, Meaning.APPROVED)
    return run


def said(found: Verification) -> list[str]:
    """What stands after the title of each check that failed."""
    titles = (f"NOT SO: {TITLES[one.code]}" for one in found.failed)
    return [one.message.removeprefix(title).removeprefix(". ") for one, title in zip(found.failed, titles, strict=True)]


def is_said(found: Verification, wanted: list[str]) -> bool:
    patterns = [re.escape(one).replace("…", "[0-9a-f]{64}") for one in wanted]
    return len(patterns) == len(said(found)) and all(map(re.fullmatch, patterns, said(found)))


def codes(found: Verification) -> str:
    return " ".join(one.code.value for one in found.checks)


def warnings(found: Verification) -> list[str]:
    return [one.message for one in found.checks if one.warning]


def test_an_honest_run_is_checked_in_a_fixed_order(run: Path) -> None:
    found = verify_folder(run, TRUST)
    assert codes(found) == f"{SEAL_CODES} {RECORD_CODES}"
    shapes = ["seal.json is canonical and of the known shape", "audit.json is canonical and of the known shape"]
    assert [one.message for one in found.checks if one.code is Code.SHAPE] == shapes
    assert [one.message for one in found.checks if one.code is not Code.SHAPE] == [
        TITLES[one.code] for one in found.checks if one.code is not Code.SHAPE
    ]
    seal = Seal.model_validate_json((run / "seal.json").read_bytes())
    assert (found.folder, found.run_id, found.head) == (str(run), "run-1", seal.head)
    assert (found.suite_sha256, found.signed_by) == (seal.suite_sha256, RUN.entry.key_id)
    assert found.protection == seal.protection


def test_an_approved_run_is_checked_in_a_fixed_order(approved: Path) -> None:
    found = verify_folder(approved, TRUST)
    assert codes(found) == f"{SEAL_CODES} {RECORD_CODES} {PERSON_CODES}"
    assert all(one.passed and not one.warning and one.message for one in found.checks)


def test_an_unsigned_run_is_checked_for_its_words(tmp_path: Path) -> None:
    make_sealed_run(tmp_path / "run")
    found = verify_folder(tmp_path / "run")
    assert codes(found) == f"V06 V10 V18 V06 {RECORD_CODES}"
    assert (found.state, found.signed_by) == (RunState.VALID, None)
    rewrite(tmp_path / "run" / "seal.json", lambda seal: seal.update(protection="Safe."))
    assert [one.code.value for one in verify_folder(tmp_path / "run").failed] == ["V18"]


def test_persons_keys_alone_do_not_ask_for_a_signed_seal(tmp_path: Path) -> None:
    make_sealed_run(tmp_path / "run")
    assert verify_folder(tmp_path / "run", trust_in(ANN)).state is RunState.VALID


@pytest.mark.parametrize("name", SAID)
def test_an_attack_is_answered_in_these_words(run: Path, name: str) -> None:
    attack, _, state = ATTACKS[name]
    attack(run)
    found = verify_folder(run, TRUST)
    assert is_said(found, SAID[name]), said(found)
    assert found.state == state


@pytest.mark.parametrize("name", SAID_OF_SIGNATURES)
def test_an_attack_on_a_signature_is_answered_in_these_words(approved: Path, name: str) -> None:
    attack, _ = ON_SIGNATURES[name]
    attack(approved)
    found = verify_folder(approved, TRUST)
    assert is_said(found, SAID_OF_SIGNATURES[name]), said(found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data[:-1], "seal.json: It is not in its canonical form"),
        (lambda _: b"[]\n", "seal.json: : Input should be an object"),
        (lambda data: data.replace(b"run-1", b"\xff"), "seal.json: It is no strict JSON: 'utf-8' codec can't decode"),
    ],
)
def test_a_broken_seal_is_the_only_thing_said(run: Path, change: Callable[[bytes], bytes], message: str) -> None:
    (run / "seal.json").write_bytes(change((run / "seal.json").read_bytes()))
    found = verify_folder(run, TRUST)
    assert [one.message.startswith(message) for one in found.checks] == [True], found.checks
    assert (found.folder, found.state, found.run_id, found.head) == (str(run), RunState.TAMPERED, None, None)


def test_with_a_broken_record_the_files_are_still_examined(run: Path) -> None:
    (run / "audit.json").write_bytes(b"[]\n")
    (run / "report.html").unlink()
    found = verify_folder(run, TRUST)
    # Without the record there is no time that the run claims, so that the key's time (V15) is not judged.
    assert codes(found) == "V06 V11 V12 V13 V14 V16 V17 V18 V06 V40 V41 V42 V43 V44"
    assert [one.code.value for one in found.failed] == ["V06", "V41", "V43"]


def test_a_seal_that_does_not_name_the_record_is_told(run: Path) -> None:
    rewrite(run / "seal.json", lambda seal: seal.update(files=[f for f in seal["files"] if f["name"] != "audit.json"]))
    found = verify_folder(run, TRUST)
    assert [one.code.value for one in found.failed] == ["V17", "V36", "V44"]
    rewrite(run / "seal.json", lambda seal: seal.update(files=[f for f in seal["files"] if f["name"] != "suite.json"]))
    assert "V35" in [one.code.value for one in verify_folder(run, TRUST).failed]


def test_two_signatures_in_a_seals_envelope_are_one_too_many(run: Path) -> None:
    rewrite(run / "seal.json", lambda seal: seal["signature"].update(signatures=seal["signature"]["signatures"] * 2))
    assert [one.code.value for one in verify_folder(run, TRUST).failed] == ["V12"]
    rewrite(
        run / "seal.json",
        lambda seal: seal["signature"].update(signatures=seal["signature"]["signatures"][:1], payload="QUJ="),
    )
    assert [one.code.value for one in verify_folder(run, TRUST).failed] == ["V12"]  # fmt: skip


def test_a_weak_key_and_a_key_out_of_its_time_are_told(run: Path) -> None:
    weak = RUN.entry.model_copy(update={"public_key": ZEROS})
    assert is_said(
        verify_folder(run, Trust(keys=(weak,))),
        ["A constant signature fits every message under such a key", "Seal or signature was changed after signing"],
    )
    later = RUN.entry.model_copy(update={"created": "2999-01-01T00:00:00.000Z"})
    found = verify_folder(run, Trust(keys=(later,)))
    assert said(found)[0].startswith("the key was made at 2999-01-01T00:00:00.000Z, after the 2")
    assert [one.code.value for one in found.failed] == ["V15"]


def test_a_key_revoked_later_is_a_warning_and_no_time_is_no_check() -> None:
    at, claimed = "2026-06-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z"
    key = RUN.entry.model_copy(update={"revoked": Revocation(at=at, reason="lost", compromised=False)})
    assert [(one.passed, one.warning, one.message) for one in key_in_force(Code.KEY_IN_FORCE, key, claimed)] == [
        (True, True, f"The key was revoked at {at}; the record claims the earlier {claimed}, which nothing proves")
    ]
    assert key_in_force(Code.KEY_IN_FORCE, key, None) == ()
    assert [one.message for one in key_in_force(Code.KEY_IN_FORCE, RUN.entry, claimed)] == [TITLES[Code.KEY_IN_FORCE]]


@pytest.mark.parametrize(
    ("names", "outside"),
    [
        (("../a", "a", "b/../c", "/a"), "../a, b/../c, /a"),
        (("C:\\a", "c:a", "a\\b", "b"), "C:\\a, c:a, a\\b"),
        (("", "."), ", ."),
    ],
)
def test_names_that_lead_out_of_the_folder_are_listed(run: Path, names: tuple[str, ...], outside: str) -> None:
    seal = Seal.model_validate_json((run / "seal.json").read_bytes())
    files = tuple(seal.files[0].model_copy(update={"name": name}) for name in names)
    (only,) = file_checks(run, seal.model_copy(update={"files": files}))
    assert (only.code, only.passed) == (Code.PLACE, False)
    assert only.message == f"NOT SO: no sealed name leads out of the folder. {outside}".rstrip(". ")


def test_every_file_that_is_gone_linked_or_changed_is_listed(run: Path) -> None:
    (run / "suite.json").unlink()
    (run / "report.html").write_bytes(b"<html></htmm>\n")
    (run / "oq_protocol.md").write_bytes(b"# Protocol\n\n")
    (run / "x").write_text("")
    (run / "y").symlink_to(run / "nowhere")
    (run / "empty").mkdir()
    assert is_said(
        verify_folder(run, TRUST),
        [
            "Missing: suite.json",
            "Changed after sealing: oq_protocol.md, report.html",
            "Not part of the sealed run: x, y",
        ],
    )


def test_a_sealed_file_below_a_link_is_no_regular_file(run: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (tmp_path / "elsewhere" / "deep" / "a.json").write_bytes((run / "suite.json").read_bytes())
    (run / "llm").symlink_to(tmp_path / "elsewhere")
    seal = Seal.model_validate_json((run / "seal.json").read_bytes())
    name = "llm/deep/a.json"
    files = (*seal.files, seal.files[-1].model_copy(update={"name": name}))
    irregular = next(
        one for one in file_checks(run, seal.model_copy(update={"files": files})) if one.code is Code.REGULAR
    )
    assert irregular.message == f"NOT SO: {TITLES[Code.REGULAR]}. No regular file: {name}"  # fmt: skip


def test_links_on_the_way_to_the_folder_are_no_part_of_it(run: Path, tmp_path: Path) -> None:
    (run / "llm").mkdir()
    (run / "llm" / "a.json").write_bytes((run / "suite.json").read_bytes())
    (tmp_path / "way").symlink_to(tmp_path)
    assert (
        verify_folder(tmp_path / "way" / "urs-oq", TRUST).failed[0].message.endswith("llm/a.json")
    )  # no more than that
    (run / "llm" / "a.json").unlink()
    assert verify_folder(tmp_path / "way" / "urs-oq", TRUST).state is RunState.VALID
    (tmp_path / "linked").symlink_to(run)
    assert verify_folder(tmp_path / "linked", TRUST).state is RunState.VALID


def test_an_output_that_may_not_be_read_is_a_changed_one(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(verify_files, "file_sha256", refused)
    found = verify_folder(run, TRUST)
    assert is_said(found, ["Changed after sealing: oq_protocol.md, report.html, suite.json, audit.json"])
    assert found.state is RunState.TAMPERED


@pytest.mark.parametrize(
    "name", ["signatures/1.json", "signatures/0001.json", "signatures/001.json.bak", "x/signatures/001.json"]
)
def test_only_the_names_of_signatures_may_stand_beside_the_run(run: Path, name: str) -> None:
    (run / name).parent.mkdir(parents=True)
    (run / name).write_text("")
    found = next(one for one in verify_folder(run, TRUST).checks if one.code is Code.NOTHING_ADDED)
    assert found.message.endswith(f"Not part of the sealed run: {name}")  # fmt: skip


def test_a_clock_that_went_backwards_is_told_with_both_times(run: Path) -> None:
    def set_back(audit: dict) -> None:
        audit["run"]["started"] = "2026-01-01T00:00:00.000Z"
        for number, entry in enumerate(audit["entries"]):
            entry["at"] = f"2026-01-01T00:00:{number + 1:02d}.000Z"
        audit["entries"][3]["at"] = "2026-01-01T00:00:02.500Z"

    rewrite(run / "audit.json", set_back)
    assert warnings(verify_folder(run, TRUST)) == [
        "The machine's clock went backwards: 2026-01-01T00:00:02.500Z follows 2026-01-01T00:00:03.000Z"
    ]
    rewrite(run / "audit.json", lambda audit: audit["run"].update(started="2026-01-01T00:00:01.001Z"))
    assert warnings(verify_folder(run, TRUST)) == [
        "The machine's clock went backwards: 2026-01-01T00:00:01.000Z follows 2026-01-01T00:00:01.001Z"
    ]


def test_what_is_no_run_is_a_failure_that_says_what_to_give(tmp_path: Path) -> None:
    for folder, title in (
        (tmp_path / "missing", "There is no such folder"),
        (tmp_path, "The folder holds no run of gampgen"),
    ):
        with pytest.raises(VerificationError) as caught:
            verify_folder(folder)
        assert (caught.value.title, caught.value.where) == (title, str(folder))
        assert caught.value.hint == "Give the folder that generate wrote"
    for name in ("audit.json", "suite.json"):
        (tmp_path / name).write_text("")
        found = verify_folder(tmp_path)
        assert (found.folder, found.state, codes(found)) == (str(tmp_path), RunState.INCOMPLETE, "V00")
        (tmp_path / name).unlink()
    (tmp_path / "seal.json").symlink_to(tmp_path / "nowhere")
    assert codes(verify_folder(tmp_path)) == "V01"


def test_keys_of_persons_are_judged_one_by_one(approved: Path) -> None:
    def judged(**change: object) -> list[str]:
        keys = (RUN.entry, ANN.entry, BEN.entry.model_copy(update=change))
        return said(verify_folder(approved, Trust(keys=keys)))

    assert said(verify_folder(approved, trust_in(RUN))) == [
        "signatures/001.json: the key of Ann is unknown here", "signatures/002.json: the key of Ben is unknown here",
    ]  # fmt: skip
    assert judged(public_key=ZEROS) == [
        "signatures/002.json: a weak key", "signatures/002.json was changed, or made by another key",
    ]  # fmt: skip
    assert judged(holder="Bob") == ["signatures/002.json: the key is Bob's, not Ben's"]
    (made,) = judged(created="2999-01-01T00:00:00.000Z")
    assert made.startswith("signatures/002.json: the key was made at 2999-01-01T00:00:00.000Z, after the ")


def test_a_signature_under_another_keys_id_is_not_genuine(approved: Path) -> None:
    def other_id(one: dict) -> None:
        one["signature"]["signatures"][0]["keyid"] = ANN.entry.key_id

    rewrite(approved / "signatures" / "002.json", other_id)
    assert [one.code.value for one in verify_folder(approved, TRUST).failed] == ["V53"]


def test_two_signatures_in_a_persons_envelope_are_one_too_many(approved: Path) -> None:
    rewrite(
        approved / "signatures" / "002.json",
        lambda one: one["signature"].update(signatures=one["signature"]["signatures"] * 2),
    )
    assert said(verify_folder(approved, TRUST)) == ["signatures/002.json"]
    rewrite(
        approved / "signatures" / "002.json",
        lambda one: one["signature"].update(signatures=[{**one["signature"]["signatures"][0], "sig": "QUJ="}]),
    )
    assert said(verify_folder(approved, TRUST)) == [
        "signatures/002.json", "signatures/002.json was changed, or made by another key",
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["run_id", "suite_sha256", "seal_sha256"])
def test_a_signature_is_bound_to_run_suite_and_seal(run: Path, field: str) -> None:
    sign(run, ANN, Meaning.REVIEWED, **{field: ZEROS})
    assert said(verify_folder(run, TRUST)) == ["signatures/001.json was made for another record"]


def test_a_number_of_its_own_is_part_of_the_order(run: Path) -> None:
    sign(run, ANN, Meaning.REVIEWED, number=2)
    assert said(verify_folder(run, TRUST)) == ["signatures/001.json is out of order, or one before it is gone"]


@pytest.mark.parametrize(
    ("meaning", "change", "warned"),
    [
        (Meaning.APPROVED, {"account": "tester"}, True),
        (Meaning.APPROVED, {"account": "tester", "host": "other"}, False),
        (Meaning.APPROVED, {"account": "other"}, False),
        (Meaning.REVIEWED, {"account": "tester"}, False),
    ],
)
def test_an_approval_under_the_runs_own_account_is_looked_at(
    run: Path, meaning: Meaning, change: dict, warned: bool  # noqa: FBT001 - a case
) -> None:  # fmt: skip
    sign(run, ANN, Meaning.REVIEWED)
    sign(run, CAT, meaning, **change)
    words = "The approval was signed under the very account that made the run: see that two persons were at work"
    assert warnings(verify_folder(run, TRUST)) == ([words] if warned else [])


def test_a_signed_copy_that_lacks_signatures_is_a_warning_and_one_with_none_is_no_copy(approved: Path) -> None:
    sign(approved, CAT, Meaning.REVIEWED)
    copy = approved / "signed" / "oq_protocol.md"
    records = [one.record for one in read_signatures(approved)]
    sealed = (approved / "oq_protocol.md").read_bytes()
    lacks = ["The signed copy lacks the newest signature; `gampgen sign DIR --refresh`"]
    for count, warned, failed in ((3, [], []), (2, lacks, []), (1, lacks, []), (0, [], [COPY])):
        copy.write_bytes(signed_copy(sealed, records[:count]))
        found = verify_folder(approved, TRUST)
        assert (warnings(found), said(found)) == (warned, failed), count
    copy.unlink()
    found = verify_folder(approved, TRUST)
    assert warnings(found) == ["signed/oq_protocol.md is missing; `gampgen sign DIR --refresh` makes it again"]
    copy.symlink_to(approved / "nowhere")
    assert said(verify_folder(approved, TRUST)) == ["oq_protocol.md: It is no regular file"]


def test_a_run_without_signatures_needs_no_copy_and_may_have_none(run: Path) -> None:
    (run / "signed").mkdir()
    assert verify_folder(run, TRUST).state is RunState.VALID
    (run / "signed" / "oq_protocol.md").write_bytes(signed_copy((run / "oq_protocol.md").read_bytes(), []))
    assert said(verify_folder(run, TRUST)) == [COPY]


def test_reading_the_signatures_gives_name_digest_and_record_in_order(approved: Path) -> None:
    first, second = read_signatures(approved)
    assert (first.name, second.name) == ("signatures/001.json", "signatures/002.json")
    assert second.record.previous == first.sha256
    assert first.record.model_dump(mode="json") == json.loads((approved / "signatures" / "001.json").read_bytes())


def test_what_somebody_without_the_key_seals_anew_is_seen_by_the_key_alone(run: Path) -> None:
    (run / "report.html").write_text("<p>passed</p>")
    reseal(run, sign=True)
    found = verify_folder(run, trust_in(RUN, make_key(9)))
    assert [one.code.value for one in found.failed] == ["V34"]  # were the other key trusted, the record would speak
    assert verify_folder(run, TRUST).state is RunState.TAMPERED
