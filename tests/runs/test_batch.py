"""A batch: each document in its own sub-folder, one's failure away from the others, the reports true."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.cli.running import gampgen
from tests.runs.agents import notes, slow_agent
from tests.runs.saying import said

from gampgen.errors import InputError, UsageError
from gampgen.pipeline.stored import stored_suite
from gampgen.runs.batch import refuse_same_folder
from gampgen.runs.documents import Patterns, documents_below
from gampgen.runs.plan import Order
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.reports.markdown import summary_markdown
from gampgen.settings.resolving import resolve

GOOD = "# URS: Cold store\n\n- **CS-1**: The system shall raise an alarm when the temperature is above 8.0 °C.\n"
NAMES = ["a.md", "broken.docx", "site/a.md", "site/tester.csv"]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    root = tmp_path_factory.mktemp("batch")
    (root / "in" / "site").mkdir(parents=True)
    (root / "in" / "a.md").write_text(GOOD, encoding="utf-8")
    (root / "in" / "site" / "a.md").write_text(GOOD.replace("CS-1", "CS-9"), encoding="utf-8")
    (root / "in" / "site" / "tester.csv").write_text("ID;Requirement\nT-1;The pump shall stop above 3.0 bar.\n")
    (root / "in" / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    (root / "in" / ".hidden.md").write_text(GOOD)
    (root / "in" / "notes.pptx").write_bytes(b"x")
    told = gampgen(
        "batch", "in", "--out", "out", "--jobs", "2", "--fail-on", "never", "--json", cwd=root,
        env={"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(root / "step.md")},
    )  # fmt: skip
    return root / "out", told


def test_each_document_has_its_own_verified_folder(done: tuple[Path, object]) -> None:
    out, _ = done
    for name in ("a.md", "site/a.md", "site/tester.csv"):
        assert stored_suite(out / name).doubt == ""
    assert not (out / "broken.docx").exists()


def test_one_broken_document_fails_the_batch_and_not_the_others(done: tuple[Path, object]) -> None:
    out, told = done
    assert told.returncode == 1
    report = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert report == json.loads(told.stdout)
    statuses = {one["source"]: (one["status"], one["exit_code"]) for one in report["documents"]}
    good = ("done", 0)
    assert statuses == dict(zip(NAMES, (good, ("failed", 3), good, good), strict=True))
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
        assert one["errors"] == sum(finding["severity"] == "error" for finding in suite["findings"])
        adequacy = suite["adequacy"]
        assert (one["faults_seeded"], one["faults_found"]) == (adequacy["seeded"], adequacy["found"])


def test_the_summary_names_each_document_once(done: tuple[Path, object]) -> None:
    out, _ = done
    lines = (out / "summary.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| document")]
    assert [row.split("|")[1].strip().replace("\\", "") for row in rows] == NAMES


def test_build_servers_are_told(done: tuple[Path, object]) -> None:
    out, told = done
    suite = ET.parse(out / "junit.xml").getroot()[0]  # noqa: S314 - our own file
    assert [case.get("name") for case in suite] == NAMES
    assert [(case.get("name"), case[0].tag) for case in suite if len(case)] == [("broken.docx", "error")]
    assert suite.attrib | {"time": ""} == {
        "name": "gampgen batch", "time": "", "tests": "4", "failures": "0", "errors": "1", "skipped": "0",
    }  # fmt: skip
    annotations = [line for line in told.stderr.splitlines() if line.startswith("::")]
    assert len(annotations) == 1
    assert annotations[0].startswith("::error file=in/broken.docx,title=gampgen failed::")
    assert (out.parent / "step.md").read_text() == (out / "summary.md").read_text()


def test_the_page_links_each_suite_and_nothing_outside(done: tuple[Path, object]) -> None:
    out, _ = done
    page = (out / "batch.html").read_text(encoding="utf-8")
    assert [name for name in NAMES if f'href="{name}/report.html"' in page] == [NAMES[0], *NAMES[2:]]
    assert "http" not in page.replace("http-equiv", "")


def test_the_runs_are_recorded_in_the_project(done: tuple[Path, object]) -> None:
    out, _ = done
    assert (out.parent / ".gampgen" / ".gitignore").read_text() == "*\n"
    listed = json.loads(said("runs", "--json", cwd=out.parent))
    assert {one["name"]: one["state"] for one in listed} == {
        name: "failed" if name == "broken.docx" else "completed" for name in NAMES
    }
    good = next(one for one in listed if one["name"] == "a.md")
    shown = json.loads(said("runs", "show", good["id"][:8], "--json", cwd=out.parent))
    kinds = [event["kind"] for event in shown["history"]]
    assert kinds[:3] == ["queued", "started", "stage_finished"]
    assert kinds[-1] == "finished"
    assert kinds.count("agent_started") == kinds.count("agent_finished") == 3
    assert "history" not in said("runs", "show", good["id"][:8], cwd=out.parent)
    stats = json.loads(said("runs", "stats", "--json", cwd=out.parent))
    assert (stats["runs"], stats["success_rate"]) == (4, 0.75)
    assert {one["name"]: one["succeeded"] for one in stats["agents"]}.keys() == {"context", "sme", "research"}
    assert next(one for one in stats["stages"] if one["name"] == "read")["failed"] == 1


def test_what_has_not_changed_is_left_alone_and_what_has_is_done_again(done: tuple[Path, object]) -> None:
    root = done[0].parent
    (root / "in" / "site" / "a.md").write_text(GOOD.replace("CS-1", "CS-8"), encoding="utf-8")
    arguments = ("batch", "in", "--out", "out", "--changed-only", "--fail-on", "never")
    planned = json.loads(said(*arguments, "--dry-run", "--json", cwd=root))
    assert [one["what"] for one in planned] == ["unchanged", "run", "run", "unchanged"]
    told = gampgen(*arguments, "--json", cwd=root)
    report = {one["source"]: one for one in json.loads(told.stdout)["documents"]}
    assert [report[name]["unchanged"] for name in NAMES] == [True, False, False, True]
    assert report["site/a.md"]["status"] == "done"
    assert len(list((root / "out" / "site").glob("a.md.superseded-*"))) == 1
    assert stored_suite(root / "out" / "site" / "a.md").suite.requirements[0].id == "CS-8"


def test_a_batch_that_finds_nothing_ends_with_3(tmp_path: Path) -> None:
    assert said("batch", tmp_path, "--out", tmp_path / "out", cwd=tmp_path, code=3) == ""
    assert not (tmp_path / "out").exists()
    with pytest.raises(InputError):
        documents_below(tmp_path / "missing", tmp_path / "out", Patterns())


def test_suites_are_not_written_over_the_documents(tmp_path: Path) -> None:
    resolved = resolve(tmp_path, {}, {})
    with pytest.raises(UsageError):
        refuse_same_folder(Order(folder=tmp_path, out=tmp_path / ".", resolved=resolved))


def test_a_document_that_ends_its_processes_is_quarantined_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(GOOD.replace("raise", "say that it ends its process and raise"))
    (tmp_path / "in" / "b.md").write_text(GOOD)
    arguments = ("batch", "in", "--out", "out", "--jobs", "1", "--fail-on", "never", "--json")
    told = gampgen(*arguments, cwd=tmp_path, env=slow_agent(tmp_path))
    assert told.returncode == 1
    report = {one["source"]: one for one in json.loads(told.stdout)["documents"]}
    assert {name: one["status"] for name, one in report.items()} == {"a.md": "quarantined", "b.md": "done"}
    assert "exit code 9" in report["a.md"]["problem"]
    assert notes(tmp_path).count("CS-1/0") == 4  # three times a.md, once b.md
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "b.md", "batch.html", "batch.json", "junit.xml", "summary.md",
    ]  # fmt: skip
    planned = gampgen(*arguments, "--dry-run", cwd=tmp_path, env=slow_agent(tmp_path))
    assert [one["what"] for one in json.loads(planned.stdout)] == ["quarantined", "run"]


def test_patterns_choose_documents(tmp_path: Path) -> None:
    for name in ("a.md", "b.docx", "drafts/c.md", "site/drafts/d.md", "site/e.md", "~$b.docx", ".git/f.md", "g.zip"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def found(include: str = "", exclude: str = "") -> list[str]:
        patterns = Patterns(include=tuple(include.split()), exclude=tuple(exclude.split()))
        return [path.relative_to(tmp_path).as_posix() for path in documents_below(tmp_path, tmp_path / "out", patterns)]

    assert found() == ["a.md", "b.docx", "drafts/c.md", "site/drafts/d.md", "site/e.md"]
    assert found("*.docx") == ["b.docx"]
    assert found("site/*") == ["site/drafts/d.md", "site/e.md"]
    assert found(exclude="drafts") == ["a.md", "b.docx", "site/e.md"]
    assert found(exclude="site/drafts a.*") == ["b.docx", "drafts/c.md", "site/e.md"]
    with pytest.raises(InputError):
        found("*.pdf")


def test_the_batchs_own_output_and_the_context_are_no_input(tmp_path: Path) -> None:
    for name in ("a.md", "out/a.md/oq_protocol.md", "context/glossary.md", "doorstop/.doorstop.yml", "doorstop/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = documents_below(tmp_path, tmp_path / "out", Patterns(), (tmp_path / "context",))
    assert [path.name for path in found] == ["a.md", "doorstop"]


def test_the_summary_cannot_be_broken_by_a_documents_name() -> None:
    result = DocumentResult(
        source="a|b`<x>\n.md", folder="x", status=DocumentStatus.FAILED, exit_code=3, unchanged=False, problem="p|q"
    )
    row = summary_markdown(BatchReport(schema_version="1", documents=(result,))).splitlines()[-1]
    assert row.startswith("| a\\|b\\`\\<x\\> .md | failed: p\\|q |")


def test_a_question_that_nobody_answered_is_asked_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text("# URS: Odd\n\n- **R-1**: The report shall be printed on A4.\n")
    call = ("batch", "in", "--out", "out", "--on-doubt", "stop")
    for more in ((), ("--changed-only",), ("--resume",)):
        told = gampgen(*call, *more, cwd=tmp_path)
        assert (told.returncode, told.stderr.count("gampgen pending")) == (6, 1), told.stderr
        assert "1 document: 1 waiting." in told.stderr
    assert [one["state"] for one in json.loads(said("runs", "--json", cwd=tmp_path))] == ["waiting"]
    assert gampgen(*call, cwd=tmp_path).returncode == 6  # asked anew, since nothing said that it may be left alone
    states = [one["state"] for one in json.loads(said("runs", "--json", cwd=tmp_path))]
    assert states == ["waiting", "cancelled"]
