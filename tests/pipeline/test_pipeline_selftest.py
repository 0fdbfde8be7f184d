"""The self-test passes on a sound installation and names what is wrong with one that is not."""

import base64
import hashlib
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from gampgen.pipeline import selftest as module
from gampgen.pipeline.selftest import Outcome, compared, selftest


def installation(folder: Path, *, changed: bool = False, module_listed: bool = True) -> Distribution:
    """A distribution with two files and a RECORD over them."""
    info = folder / "gampgen-1.dist-info"
    for path, content in ((folder / "gampgen" / "one.py", b"ONE = 1\n"), (info / "METADATA", b"Name: gampgen\n")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    listed = [info / "METADATA", *([folder / "gampgen" / "one.py"] if module_listed else [])]
    lines = []
    for path in listed:
        digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
        lines.append(f"{path.relative_to(folder).as_posix()},sha256={digest},{path.stat().st_size}")
    (info / "RECORD").write_text("\n".join([*lines, "gampgen-1.dist-info/RECORD,,"]) + "\n", encoding="utf-8")
    if changed:
        (folder / "gampgen" / "one.py").write_bytes(b"ONE = 2\n")
    return Distribution.at(info)


def test_files_with_the_digests_of_the_release_pass(tmp_path: Path) -> None:
    assert compared(installation(tmp_path)) == (True, "2 files, each with the digest of the release")


def test_a_changed_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert compared(installation(tmp_path, changed=True)) == (
        False,
        "1 of 2 files differ from the release: gampgen/one.py",
    )
    (tmp_path / "gampgen" / "one.py").unlink()
    assert compared(Distribution.at(tmp_path / "gampgen-1.dist-info"))[0] is False


def test_an_installation_in_place_is_not_assessed(tmp_path: Path) -> None:
    assert compared(installation(tmp_path, module_listed=False))[0] is None


def test_every_check_of_the_job_passes_and_the_worst_outcome_counts() -> None:
    done = selftest()
    outcomes = {one.code: one.outcome for one in done.checks}
    assert list(outcomes) == [f"ST0{number}" for number in range(1, 10)]
    assert {outcomes[f"ST0{number}"] for number in range(2, 10)} == {Outcome.PASSED}
    assert outcomes["ST01"] is not Outcome.FAILED
    assert done.outcome is outcomes["ST01"]


def test_a_job_that_comes_out_otherwise_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_URS", module._URS.replace("8.0 °C", "8.5 °C"))
    done = selftest()
    assert [one.code for one in done.checks if one.outcome is Outcome.FAILED] == ["ST06"]
    assert done.outcome is Outcome.FAILED


def test_a_reader_that_fails_is_a_failed_check_and_ends_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_URS", "Nothing is asked for here.\n")
    done = selftest()
    assert [one.code for one in done.checks][-1] == "ST05"
    assert "no requirement" in done.checks[-1].seen.lower()
