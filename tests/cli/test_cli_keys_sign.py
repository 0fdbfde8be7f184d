"""Keys, signatures and verification as a user meets them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

ROOT = Path(__file__).resolve().parents[2]
SOURCE = SAMPLES / "batch_release_urs.md"
PASSPHRASE = {"GAMPGEN_PASSPHRASE": "correct horse battery"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A user's own folder, with the keys of two persons."""
    env = {"GAMPGEN_HOME": str(tmp_path_factory.mktemp("user") / "home"), **PASSPHRASE}
    for name in ("Ann Author", "Ben Boss"):
        assert gampgen("keys", "new", "--name", name, env=env).returncode == 0
    return env


@pytest.fixture(scope="module")
def first(home: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The first run of that user, and what was told."""
    folder = tmp_path_factory.mktemp("signed") / "out"
    done = gampgen("generate", SOURCE, "--out", folder, "--fail-on", "never", env=home)
    assert done.returncode == 0, done.stderr
    return folder, done.stderr


@pytest.fixture
def made(first: tuple[Path, str], tmp_path: Path) -> Path:
    shutil.copytree(first[0], tmp_path / "out")
    return tmp_path / "out"


def failed(folder: Path, env: dict[str, str], *arguments: object) -> tuple[str, set[str]]:
    done = gampgen("verify", folder, "--json", *arguments, env=env)
    told = json.loads(done.stdout)
    assert done.returncode == (0 if told["state"] == "valid" else 5)
    return told["state"], {check["code"] for check in told["checks"] if not check["passed"]}


def test_the_first_run_says_that_it_made_a_key_and_the_journal_too(first: tuple[Path, str]) -> None:
    folder, told = first
    assert "Signed with a new run key" in told
    audit = json.loads((folder / "audit.json").read_bytes())
    assert "run_key_created" in [entry["action"] for entry in audit["entries"]]
    seal = json.loads((folder / "seal.json").read_bytes())
    assert seal["signature"]["signatures"][0]["keyid"][:16] in told


def test_verify_tells_a_person_the_verdict_the_digest_and_the_head(made: Path, home: dict[str, str]) -> None:
    done = gampgen("verify", made, env=home)
    seal = json.loads((made / "seal.json").read_bytes())
    assert done.returncode == 0
    for words in ("VALID", seal["suite_sha256"], seal["head"], "does not prove which person"):
        assert words in done.stderr


def test_another_machine_verifies_with_the_exported_key(made: Path, home: dict[str, str], tmp_path: Path) -> None:
    other = {"GAMPGEN_HOME": str(tmp_path / "other")}
    assert failed(made, other) == ("untrusted", {"V13"})
    exported = gampgen("keys", "export", env=home).stdout
    (tmp_path / "trust.json").write_text(exported)
    assert failed(made, other, "--trust", tmp_path / "trust.json") == ("valid", set())
    assert gampgen("keys", "import", tmp_path / "trust.json", env=other).returncode == 0
    assert failed(made, other) == ("valid", set())
    alone = [sys.executable, ROOT / "tools" / "verify_standalone.py", made, "--trust", tmp_path / "trust.json"]
    assert subprocess.run(alone, check=False, capture_output=True).returncode == 0
    (made / "suite.json").write_bytes(b"{}")
    assert subprocess.run(alone, check=False, capture_output=True).returncode == 5
    assert failed(made, other)[0] == "tampered"


def test_head_and_document_that_were_kept_are_compared(made: Path, home: dict[str, str]) -> None:
    head = json.loads((made / "seal.json").read_bytes())["head"]
    assert failed(made, home, "--expect-head", head[:20], "--source", SOURCE) == ("valid", set())
    wrong = ("--expect-head", "0" * 64, "--source", SAMPLES / "monitoring_urs.docx")
    assert failed(made, home, *wrong) == ("untrusted", {"V60", "V61"})
    assert gampgen("verify", made, "--expect-head", "xyz", env=home).returncode == 2


def test_without_a_key_the_run_says_what_its_seal_cannot_show(home: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = gampgen("generate", SOURCE, "--out", folder, "--no-key", "--fail-on", "never", env=home)
    assert "Not signed" in done.stderr
    assert "accidental change, not forgery" in done.stderr
    assert failed(folder, home) == ("untrusted", {"V10"})
    assert failed(folder, home, "--allow-unsigned") == ("valid", set())
    again = gampgen("generate", SOURCE, "--out", folder, "--no-key", "--fail-on", "never", env=home)
    assert "Unchanged" in again.stderr


def test_without_a_writable_home_the_run_goes_on_unsigned_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    env = {"GAMPGEN_HOME": str(tmp_path / "file" / "home")}
    done = gampgen("generate", SOURCE, "--out", tmp_path / "out", "--fail-on", "never", env=env)
    assert done.returncode == 0, done.stderr
    assert "Not signed: there is no run key" in done.stderr
    assert failed(tmp_path / "out", env) == ("valid", set())
    audit = json.loads((tmp_path / "out" / "audit.json").read_bytes())
    assert "seal_unsigned" in [entry["action"] for entry in audit["entries"]]


def test_a_damaged_trust_file_stops_the_run_instead_of_weakening_it(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "trusted_keys.json").write_text("{")
    env = {"GAMPGEN_HOME": str(tmp_path / "home")}
    done = gampgen("generate", SOURCE, "--out", tmp_path / "out", env=env)
    assert done.returncode == 2
    assert "trust file" in done.stderr
    assert not (tmp_path / "out").exists()


def sign(folder: Path, env: dict[str, str], meaning: str, name: str, reason: str = "checked against the URS") -> object:
    return gampgen("sign", folder, "--meaning", meaning, "--name", name, "--reason", reason, env=env)


def test_review_and_approval_by_two_persons(made: Path, home: dict[str, str]) -> None:
    before = {path.name: path.read_bytes() for path in made.iterdir() if path.is_file()}
    refused = sign(made, home, "approved", "Ben Boss")
    assert refused.returncode == 2
    assert "author or reviewer" in refused.stderr
    assert not (made / "signatures").exists()
    assert sign(made, home, "reviewed", "Ann Author").returncode == 0
    assert sign(made, home, "approved", "Ann Author").returncode == 2
    assert sign(made, home, "approved", "Ben Boss").returncode == 0
    assert failed(made, home) == ("valid", set())
    assert before == {path.name: path.read_bytes() for path in made.iterdir() if path.is_file()}
    copy = (made / "signed" / "oq_protocol.md").read_text(encoding="utf-8")
    assert "Signature 2: approved" in copy
    assert "Ben Boss" in copy
    (made / "signed" / "oq_protocol.md").unlink()
    assert gampgen("sign", made, "--refresh", env=home).returncode == 0
    assert (made / "signed" / "oq_protocol.md").read_text(encoding="utf-8") == copy


def test_the_last_signature_removed_is_noticed_by_the_ledger(made: Path, home: dict[str, str]) -> None:
    assert sign(made, home, "authored", "Ann Author").returncode == 0
    shutil.rmtree(made / "signatures")
    shutil.rmtree(made / "signed")
    assert failed(made, home) == ("tampered", {"V64"})


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--meaning", "reviewed", "--name", "Nobody", "--reason", "x"), 2, "no key"),
        (("--meaning", "reviewed", "--name", "Ann Author"), 2, "--reason"),
        (("--meaning", "reviewed", "--name", "Ann Author", "--reason", "  "), 2, "printable"),
        (("--meaning", "witnessed", "--name", "Ann Author", "--reason", "x"), 2, "witnessed"),
    ],
)
def test_a_signature_that_says_too_little_is_refused(
    first: tuple[Path, str], home: dict[str, str], arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = gampgen("sign", first[0], *arguments, env=home)
    assert done.returncode == code
    assert words in done.stderr
    assert not (first[0] / "signatures").exists()


def test_a_wrong_passphrase_signs_nothing(first: tuple[Path, str], home: dict[str, str]) -> None:
    wrong = {**home, "GAMPGEN_PASSPHRASE": "not the passphrase"}
    done = sign(first[0], wrong, "reviewed", "Ann Author")
    assert done.returncode == 2
    assert "passphrase is wrong" in done.stderr
    nobody = {name: value for name, value in home.items() if name != "GAMPGEN_PASSPHRASE"}
    assert sign(first[0], {**nobody, "GAMPGEN_PASSPHRASE": ""}, "reviewed", "Ann Author").returncode == 2
    assert not (first[0] / "signatures").exists()


def test_a_changed_run_cannot_be_signed(made: Path, home: dict[str, str]) -> None:
    (made / "report.html").write_text("changed")
    done = sign(made, home, "reviewed", "Ann Author")
    assert done.returncode == 5
    assert "V43" in done.stderr
    assert not (made / "signatures").exists()


def test_keys_are_listed_rotated_and_revoked(made: Path, home: dict[str, str], tmp_path: Path) -> None:
    own = {**home, "GAMPGEN_HOME": str(tmp_path / "home")}
    shutil.copytree(home["GAMPGEN_HOME"], own["GAMPGEN_HOME"])
    keys = json.loads(gampgen("keys", "list", "--json", env=own).stdout)["keys"]
    run_key = next(key["key_id"] for key in keys if key["kind"] == "run")
    assert sorted(key["holder"] for key in keys if key["kind"] == "person") == ["Ann Author", "Ben Boss"]
    assert gampgen("keys", "rotate", env=own).returncode == 0
    assert failed(made, own) == ("valid", set())
    listed = gampgen("keys", "list", env=own).stderr
    assert "replaced" in listed
    assert gampgen("keys", "revoke", run_key, "--reason", "stolen", "--compromised", env=own).returncode == 0
    assert failed(made, own) == ("untrusted", {"V15"})
    assert gampgen("keys", "revoke", "nothing", "--reason", "x", env=own).returncode == 2
