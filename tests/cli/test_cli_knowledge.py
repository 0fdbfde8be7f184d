"""The reference at the command line, and a firm's own file on its way into suite, audit and key."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

OURS = """
sources:
  - {key: SOP-7, title: SOP-0007 Electronic records, publisher: Example Pharma Ltd, version: "4.0", status: in_force,
     effective: "2025-03-01"}
clauses:
  - {id: SOP-7-5.2, source: SOP-7, clause: "5.2", cited_as: SOP-0007 §5.2, title: Who releases,
     paraphrase: Only named persons release a batch., testable: true, control_type: technical, keywords: [batch]}
  - {id: A11-9, status: superseded}
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(OURS, encoding="utf-8")
    return path


def test_list_shows_each_clause_with_its_status() -> None:
    drafts = json.loads(gampgen("knowledge", "list", "--status", "draft", "--json").stdout)
    assert drafts
    assert {(one["status"], one["citable"]) for one in drafts} == {("draft", False)}
    lines = gampgen("knowledge", "list", "--source", "P11").stdout.splitlines()
    assert any(line.split()[:2] == ["P11-11.10-e", "in_force"] for line in lines)
    assert all(line.startswith("P11-") for line in lines)
    assert gampgen("knowledge", "list", "--status", "binding").returncode == 2
    assert gampgen("knowledge", "list", "--source", "NONE").returncode == 2


def test_show_takes_an_id_or_how_it_is_printed() -> None:
    for name in ("P11-11.10-e", "21 CFR 11.10(e)"):
        shown = gampgen("knowledge", "show", name).stdout
        assert "P11-11.10-e  21 CFR 11.10(e): Audit trail" in shown
        assert "in force" in shown
    wrong = gampgen("knowledge", "show", "11.10(")
    assert wrong.returncode == 2
    assert "P11-11.10-a" in wrong.stderr


def test_search_tells_what_is_called_for_from_what_only_speaks_of_it() -> None:
    text = "Each change shall be recorded in the audit trail."
    found = json.loads(gampgen("knowledge", "search", text, "--json").stdout)
    called = {one["ref"]: one for one in found if one["called_for"]}
    assert {"P11-11.10-e", "A11-9"} <= set(called)
    assert all(one["called_for"] in text and one["citable"] for one in called.values())
    assert any(one["status"] == "draft" for one in found if not one["called_for"])
    silent = gampgen("knowledge", "search", "zzzz")
    assert (silent.stdout, silent.returncode) == ("", 0)
    assert "No clause is called for" in silent.stderr


def test_check_tells_what_a_file_changes_and_refuses_one_that_is_not_right(ours: Path) -> None:
    told = json.loads(gampgen("knowledge", "check", "--knowledge", ours, "--json").stdout)
    assert told["clauses"] == 410
    assert told["files"][0]["sha256"] == hashlib.sha256(ours.read_bytes()).hexdigest()
    assert told["overrides"] == [{"id": "A11-9", "file": "ours.yaml", "before": "in_force", "after": "superseded"}]
    ours.write_text("clauses: [{id: A11-9, stauts: draft}]", encoding="utf-8")
    wrong = gampgen("knowledge", "check", "--knowledge", ours)
    assert wrong.returncode == 2
    assert "stauts" in wrong.stderr


def test_a_firms_file_reaches_suite_audit_and_key(ours: Path, tmp_path: Path) -> None:
    source = SAMPLES / "batch_release_urs.md"
    without, with_ours = tmp_path / "without", tmp_path / "with"
    assert gampgen("generate", source, "--out", without, "--fail-on", "never").returncode == 0
    assert gampgen("generate", source, "--out", with_ours, "--knowledge", ours, "--fail-on", "never").returncode == 0
    cited = {
        folder: {one["ref"] for one in json.loads((folder / "suite.json").read_text(encoding="utf-8"))["citations"]}
        for folder in (without, with_ours)
    }
    assert "A11-9" in cited[without]
    assert "SOP-7-5.2" in cited[with_ours]
    assert "A11-9" not in cited[with_ours]
    audits = {folder: json.loads((folder / "audit.json").read_bytes()) for folder in (without, with_ours)}
    named = {"name": "knowledge ours.yaml", "sha256": hashlib.sha256(ours.read_bytes()).hexdigest()}
    assert named in audits[with_ours]["inputs"]
    assert audits[without]["run"]["key"] != audits[with_ours]["run"]["key"]
    assert gampgen("generate", source, "--out", without, "--knowledge", ours).returncode == 2


def test_the_setting_is_relative_to_its_file(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "gampgen.yaml").write_text("knowledge: [ours.yaml]\n", encoding="utf-8")
    (tmp_path / "deeper").mkdir()
    assert ours.is_file()
    told = json.loads(gampgen("knowledge", "check", "--json", cwd=tmp_path / "deeper").stdout)
    assert [one["name"] for one in told["files"]] == ["ours.yaml"]
