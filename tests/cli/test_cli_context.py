"""Context files on their way into the suite: quoted with document, version and place, or missed aloud."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.cli.running import gampgen

URS = """# User Requirements Specification: GMP cold store

- **CS-1**: The system shall raise an excursion alarm when the freezer temperature rises above -15.0 °C for 10 minutes.
- **CS-2**: The shift supervisor shall be able to acknowledge an excursion alarm of the freezer with a comment.
- **CS-3**: The system shall print a label for each pallet.
- **CS-4**: The system shall export the inventory list as a file.
"""
GUIDE = """# Functional specification, Version 2.1

The shift supervisor acknowledges an excursion alarm of the freezer in the menu Alarms > Active with a comment.
"""


def made(folder: Path, *files: tuple[str, str]) -> tuple[dict, dict]:
    (folder / "urs.md").write_text(URS, encoding="utf-8")
    context = folder / "context"
    context.mkdir()
    for name, text in files:
        (context / name).write_text(text, encoding="utf-8")
    done = gampgen("generate", folder / "urs.md", "--out", folder / "out", "--context", context, "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    suite = json.loads((folder / "out" / "suite.json").read_text(encoding="utf-8"))
    return suite, json.loads((folder / "out" / "audit.json").read_bytes())


def test_a_passage_is_quoted_word_by_word_with_its_place_and_version(tmp_path: Path) -> None:
    suite, audit = made(tmp_path, ("fs.md", GUIDE))
    passages = [one for one in suite["advice"] if one["kind"] == "passage"]
    assert "CS-2" in {one["requirement_uid"] for one in passages}
    for one in passages:
        assert one["source"]["quote"] in GUIDE
        assert (one["source"]["document"], one["source"]["version"]) == ("fs.md", "2.1")
        assert one["source"]["place"]
        assert one["test_ids"]
    named = {"name": "context fs.md", "sha256": hashlib.sha256(GUIDE.encode()).hexdigest()}
    assert named in audit["inputs"]
    read = next(one for one in audit["entries"] if one["action"] == "context_file_read")
    assert "version 2.1" in read["reason"]
    silent = [one for one in suite["findings"] if one["code"] == "CA-SILENT"]
    assert len(silent) == 1
    assert "CS-3" in silent[0]["message"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((("fs.md", "# Canteen\n\nSoup is served at noon.\n"),), "CA-NONE"),
        ((("fs.md", GUIDE), ("menu.md", "# Canteen\n\nSoup is served at noon.\n")), "CA-UNUSED"),
    ],
)
def test_what_was_of_no_use_is_said_in_suite_report_and_audit(
    files: tuple[tuple[str, str], ...], code: str, tmp_path: Path
) -> None:
    suite, audit = made(tmp_path, *files)
    found = [one for one in suite["findings"] if one["code"] == code]
    assert [one["severity"] for one in found] == ["warning"]
    assert code in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    told = [one for one in audit["entries"] if one["action"] == "looked_up_in_vain"]
    assert code in {one["subject"] for one in told}
