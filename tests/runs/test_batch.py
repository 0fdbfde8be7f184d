"""A batch: each document in its own sub-folder, one's failure away from the others, the summary true."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

from gampgen.runs.batch import documents_below
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus, summary_markdown

GOOD = "# URS: Cold store\n\n- **CS-1**: The system shall raise an alarm when the temperature is above 8.0 °C.\n"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    root = tmp_path_factory.mktemp("batch")
    (root / "in" / "site").mkdir(parents=True)
    (root / "in" / "a.md").write_text(GOOD, encoding="utf-8")
    (root / "in" / "site" / "a.md").write_text(GOOD.replace("CS-1", "CS-9"), encoding="utf-8")
    shutil.copy(SAMPLES / "filter_integrity_tester_urs.xlsx", root / "in" / "site" / "tester.xlsx")
    (root / "in" / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    (root / "in" / ".hidden.md").write_text(GOOD)
    (root / "in" / "notes.pptx").write_bytes(b"x")
    told = gampgen("batch", root / "in", "--out", root / "out", "--jobs", "2", "--fail-on", "never", "--json")
    return root / "out", told


def test_each_document_has_its_own_verified_folder(done: tuple[Path, object]) -> None:
    out, _ = done
    for name in ("a.md", "site/a.md", "site/tester.xlsx"):
        assert gampgen("verify", out / name).returncode == 0
    assert not (out / "broken.docx").exists()


def test_one_broken_document_fails_the_batch_and_not_the_others(done: tuple[Path, object]) -> None:
    out, told = done
    assert told.returncode == 1
    report = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert report == json.loads(told.stdout)
    statuses = {one["source"]: (one["status"], one["exit_code"]) for one in report["documents"]}
    assert statuses == {
        "a.md": ("done", 0),
        "broken.docx": ("failed", 3),
        "site/a.md": ("done", 0),
        "site/tester.xlsx": ("done", 0),
    }
    broken = next(one for one in report["documents"] if one["source"] == "broken.docx")
    assert "broken.docx" in broken["problem"]
    assert broken["tests"] is None


def test_the_figures_are_those_of_the_suites(done: tuple[Path, object]) -> None:
    out, _ = done
    report = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    for one in report["documents"]:
        if one["status"] == "failed":
            continue
        suite = json.loads((out / one["folder"] / "suite.json").read_text(encoding="utf-8"))
        assert (one["tests"], one["requirements"]) == (len(suite["tests"]), len(suite["requirements"]))
        assert one["findings"] == len(suite["findings"])


def test_the_summary_names_each_document_once(done: tuple[Path, object]) -> None:
    out, _ = done
    lines = (out / "summary.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| document")]
    assert [row.split("|")[1].strip().replace("\\", "") for row in rows] == [
        "a.md",
        "broken.docx",
        "site/a.md",
        "site/tester.xlsx",
    ]


def test_a_batch_that_finds_nothing_ends_with_3(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        told = gampgen("batch", folder, "--out", tmp_path / "out")
        assert told.returncode == 3
        assert not (tmp_path / "out").exists()


def test_the_batchs_own_output_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out" / "a.md").mkdir(parents=True)
    (tmp_path / "out" / "a.md" / "oq_protocol.md").write_text("x")
    assert [path.name for path in documents_below(tmp_path, tmp_path / "out")] == ["a.md"]


def test_the_summary_cannot_be_broken_by_a_documents_name() -> None:
    result = DocumentResult(
        source="a|b`<x>\n.md", folder="x", status=DocumentStatus.FAILED, exit_code=3, unchanged=False, problem="p|q"
    )
    row = summary_markdown(BatchReport(schema_version="1", documents=(result,))).splitlines()[-1]
    assert row.startswith("| a\\|b\\`\\<x\\> .md | failed: p\\|q |")
