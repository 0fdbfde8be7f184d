"""lint, trace and accept as a user runs them."""

import json
from pathlib import Path

import pytest
from tests.cli.running import gampgen

URS = """# Requirements of the dosing station

## Functions

URS-001 The system shall raise an alarm when the pressure rises above 2.5 bar.

URS-002 The screens shall be user-friendly.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "urs.md").write_text(URS, "utf-8")
    return tmp_path


def findings(project: Path) -> list[dict]:
    return json.loads(gampgen("lint", "urs.md", "--output-format", "json", cwd=project).stdout)["findings"]


def test_lint_ends_with_1_from_the_severity_on_and_with_3_where_a_document_cannot_be_read(project: Path) -> None:
    worst = gampgen("lint", "urs.md", "--fail-on", "warning", cwd=project)
    assert worst.returncode == 1
    assert "URS-002" in worst.stdout
    assert gampgen("lint", "urs.md", "--fail-on", "never", cwd=project).returncode == 0
    both = gampgen("lint", "absent.md", "urs.md", "--fail-on", "never", cwd=project)
    assert both.returncode == 3
    assert "absent.md" in both.stderr
    assert "URS-002" in both.stdout


def test_a_finding_is_accepted_listed_and_comes_back_with_new_words(project: Path) -> None:
    assert gampgen("generate", "urs.md", "--out", "oq", "--quiet", "--fail-on", "never", cwd=project).returncode == 0
    code = next(one["code"] for one in findings(project) if one["requirement"] == "URS-002")
    done = gampgen(
        "accept", "oq", code, "--requirement", "URS-002", "--by", "A. B", "--reason", "style guide", cwd=project
    )
    assert done.returncode == 0, done.stderr
    accepted = [one for one in findings(project) if one["code"] == code and one["requirement"] == "URS-002"]
    assert accepted
    assert {json.dumps(one["suppressed"]) for one in accepted} == {'{"by": "A. B", "reason": "style guide"}'}
    again = gampgen("generate", "urs.md", "--out", "oq2", "--quiet", "--fail-on", "never", cwd=project)
    assert again.returncode == 0
    suite = json.loads((project / "oq2" / "suite.json").read_bytes())
    assert any(one["suppressed"] for one in suite["findings"] if one["code"] == code)
    audit = json.loads((project / "oq2" / "audit.json").read_bytes())
    assert any(entry["action"] == "finding_accepted" and entry["actor"] == "A. B" for entry in audit["entries"])
    (project / "urs.md").write_text(URS.replace("user-friendly", "user-friendly and clear"), "utf-8")
    back = findings(project)
    assert not any(one["suppressed"] for one in back)
    assert "AC01" in {one["code"] for one in back}


def test_accepting_needs_a_finding_a_name_and_a_reason(project: Path) -> None:
    gampgen("generate", "urs.md", "--out", "oq", "--quiet", "--fail-on", "never", cwd=project)
    for arguments, said in (
        (("NOPE", "--by", "A", "--reason", "r"), "NOPE"),
        (("NOPE", "--by", " ", "--reason", "r"), "who and why"),
    ):
        done = gampgen("accept", "oq", *arguments, cwd=project)
        assert done.returncode == 2
        assert said in done.stderr
    assert not (project / "gampgen.yaml").exists()


def test_trace_prints_both_ways_and_what_has_no_test_with_its_reason(project: Path) -> None:
    gampgen("generate", "urs.md", "--out", "oq", "--quiet", "--fail-on", "never", cwd=project)
    suite = json.loads((project / "oq" / "suite.json").read_bytes())
    told = gampgen("trace", "oq", cwd=project).stdout
    for test in suite["tests"]:
        for uid in test["requirement_uids"]:
            assert f"  {uid}\t{test['id']}\n" in told
        assert f"  {test['id']}\t{', '.join(test['requirement_uids'])}\n" in told
    uncovered = gampgen("trace", "oq", "--uncovered", cwd=project).stdout
    assert uncovered.startswith("  URS-002\tquery\t")
    held = json.loads(gampgen("trace", "oq", "--json", cwd=project).stdout)
    assert len(held["requirements"]) == len(suite["requirements"])


def test_a_suite_that_was_changed_is_neither_traced_nor_exported(project: Path) -> None:
    gampgen("generate", "urs.md", "--out", "oq", "--quiet", "--fail-on", "never", cwd=project)
    path = project / "oq" / "suite.json"
    path.write_bytes(path.read_bytes().replace(b"2.5 bar", b"2.6 bar"))
    for verb in (("trace", "oq"), ("export", "oq", "--to", "csv", "--out", "x.csv")):
        done = gampgen(*verb, cwd=project)
        assert done.returncode == 5, done.stderr
    assert not (project / "x.csv").exists()


def test_an_export_is_written_once_and_over_an_old_one_only_when_asked(project: Path) -> None:
    gampgen("generate", "urs.md", "--out", "oq", "--quiet", "--fail-on", "never", cwd=project)
    command = ("export", "oq", "--to", "azure", "--out", "oq.csv")
    assert gampgen(*command, cwd=project).returncode == 0
    first = (project / "oq.csv").read_bytes()
    assert gampgen(*command, cwd=project).returncode == 2
    assert gampgen(*command, "--force", cwd=project).returncode == 0
    assert (project / "oq.csv").read_bytes() == first
    wrong = gampgen("export", "oq", "--to", "azure", "--out", "oq.pdf", cwd=project)
    assert wrong.returncode == 2
    assert ".csv or .xlsx" in wrong.stderr
