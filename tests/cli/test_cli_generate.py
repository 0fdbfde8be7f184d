"""The main job as a user runs it, on every sample."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

FILES = {
    "suite.json",
    "audit.json",
    "seal.json",
    "oq_protocol.docx",
    "oq_protocol.md",
    "traceability.xlsx",
    "report.html",
    "audit_report.docx",
    "audit_report.html",
}
DETERMINISTIC = FILES - {"audit.json", "seal.json", "audit_report.html", "audit_report.docx"}
SAMPLE_NAMES = sorted(path.name for path in SAMPLES.iterdir())


@pytest.fixture(scope="module", params=SAMPLE_NAMES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one sample."""
    folder = tmp_path_factory.mktemp("made") / "out"
    done = gampgen("generate", SAMPLES / request.param, "--out", folder, "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return folder


@pytest.fixture(scope="module")
def suite(made: Path) -> dict:
    return json.loads((made / "suite.json").read_text(encoding="utf-8"))


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(DETERMINISTIC)}


def test_the_folder_holds_the_files_of_the_contract_and_verifies(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == FILES
    assert gampgen("verify", made).returncode == 0


def test_each_requirement_stands_in_exactly_one_disposition(suite: dict) -> None:
    booked = sorted(uid for entry in suite["ledger"] for uid in entry["requirement_uids"])
    assert booked == sorted(requirement["uid"] for requirement in suite["requirements"])
    assert sum(entry["count"] for entry in suite["ledger"]) == len(suite["requirements"])


def test_each_oq_requirement_has_a_test_and_each_other_a_reason(suite: dict) -> None:
    trace = {entry["requirement_uid"]: entry for entry in suite["traceability"]}
    for requirement in suite["requirements"]:
        entry = trace[requirement["uid"]]
        if requirement["disposition"]["kind"] == "oq":
            assert entry["test_ids"], requirement["id"]
        else:
            assert entry["reason"], requirement["id"]


def test_no_test_repeats_another(suite: dict) -> None:
    tests = suite["tests"]
    assert len({test["id"] for test in tests}) == len(tests)
    assert len({test["title"] for test in tests}) == len(tests)
    steps = [tuple((step["action"], step["expected_result"]) for step in test["steps"]) for test in tests]
    assert len(set(steps)) == len(tests)
    assert len({test["acceptance_criterion"] for test in tests}) == len(tests)


def test_each_quote_stands_in_its_requirement(suite: dict) -> None:
    fold = lambda text: " ".join(text.split())  # noqa: E731
    texts = {
        one["uid"]: [fold(part) for part in (one["text"], *one["items"], one["acceptance_criteria"] or "")]
        for one in suite["requirements"]
    }
    sources = [step["source"] for test in suite["tests"] for step in test["steps"]]
    assert sources
    for source in sources:
        if source["kind"] in ("requirement", "acceptance_criteria"):
            assert any(fold(source["quote"]) in text for text in texts[source["requirement_uid"]]), source
        else:
            assert source["ref"] or source["document"], source


def test_every_cited_clause_is_in_force_or_guidance(suite: dict) -> None:
    assert {citation["status"] for citation in suite["citations"]} <= {"in_force", "guidance", "industry_guidance"}


def test_the_figures_of_json_are_the_suites(made: Path, suite: dict) -> None:
    audit = json.loads((made / "audit.json").read_bytes())
    source = SAMPLES / suite["document"]["file_name"]
    again = gampgen("generate", source, "--out", made, "--json", "--fail-on", "never")
    told = json.loads(again.stdout)
    assert told["unchanged"] is True
    assert sum(told["tests"].values()) == len(suite["tests"])
    assert told["suite_sha256"] == hashlib.sha256((made / "suite.json").read_bytes()).hexdigest()
    assert json.loads((made / "audit.json").read_bytes()) == audit


def test_the_audit_tells_the_whole_story(made: Path, suite: dict) -> None:
    audit = json.loads((made / "audit.json").read_bytes())
    actions = [entry["action"] for entry in audit["entries"]]
    assert actions[0] == "run_started"
    assert actions[-1] == "run_closed"
    assert actions.count("requirement_recognised") == len(suite["requirements"])
    assert actions.count("test_drafted") == len(suite["tests"])
    answered = {entry["actor"].split()[0] for entry in audit["entries"] if entry["action"] == "agent_answered"}
    assert answered == {"context", "sme", "research"}
    assert {output["name"] for output in audit["outputs"]} == DETERMINISTIC


def test_two_runs_give_the_same_bytes(made: Path, suite: dict, tmp_path: Path) -> None:
    source = SAMPLES / suite["document"]["file_name"]
    other = tmp_path / "elsewhere"
    gampgen("generate", source, "--out", other, env={"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    assert digests(other) == digests(made)


def test_force_keeps_the_earlier_run_beside(tmp_path: Path) -> None:
    source, out = SAMPLES / "batch_release_urs.md", tmp_path / "out"
    gampgen("generate", source, "--out", out)
    run = json.loads((out / "audit.json").read_bytes())["run"]["id"]
    assert gampgen("generate", source, "--out", out, "--force", "--fail-on", "never").returncode == 0
    kept = tmp_path / f"out.superseded-{run}"
    assert kept.is_dir()
    assert gampgen("verify", kept).returncode == 0
    begun = json.loads((out / "audit.json").read_bytes())["entries"][0]
    assert kept.name in begun["reason"]


def test_other_settings_are_another_run(tmp_path: Path) -> None:
    source, out = SAMPLES / "batch_release_urs.md", tmp_path / "out"
    gampgen("generate", source, "--out", out)
    decided = ("--category", "4", "--decided-by", "A. Person", "--reason", "bought and configured")
    assert gampgen("generate", source, "--out", out, *decided).returncode == 2
    assert gampgen("generate", source, "--out", tmp_path / "two", *decided, "--fail-on", "never").returncode == 0
    suite = json.loads((tmp_path / "two" / "suite.json").read_text(encoding="utf-8"))
    assert suite["categorisation"]["category"] == 4
    assert suite["categorisation"]["decided_by"] == "person"
    entries = json.loads((tmp_path / "two" / "audit.json").read_bytes())["entries"]
    decision = next(entry for entry in entries if entry["action"] == "category_decided")
    assert (decision["actor"], decision["reason"], decision["after"]) == ("A. Person", "bought and configured", "4")


def test_fail_on_decides_the_exit_code(tmp_path: Path) -> None:
    source = SAMPLES / "batch_release_urs.md"
    severities = set()
    done = gampgen("generate", source, "--out", tmp_path / "a", "--fail-on", "warning")
    suite = json.loads((tmp_path / "a" / "suite.json").read_text(encoding="utf-8"))
    severities = {finding["severity"] for finding in suite["findings"]}
    assert done.returncode == (1 if severities & {"warning", "error"} else 0)
    done = gampgen("generate", source, "--out", tmp_path / "a", "--fail-on", "error")
    assert done.returncode == (1 if "error" in severities else 0)


def test_interrupting_leaves_nothing_behind(tmp_path: Path) -> None:
    for delay in (0.15, 0.4, 0.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "gampgen", "generate", SAMPLES / "monitoring_urs.docx", "--out", tmp_path / "out"],
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        left = [path.name for path in tmp_path.iterdir()]
        assert process.returncode in (130, -signal.SIGINT, 0, 1), told
        assert left in ([], ["out"]), left
        if left:
            assert gampgen("verify", tmp_path / "out").returncode == 0
            break


def test_quiet_says_nothing_and_plain_lines_name_every_agent(tmp_path: Path) -> None:
    source = SAMPLES / "batch_release_urs.md"
    quiet = gampgen("generate", source, "--out", tmp_path / "q", "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")
    told = gampgen("generate", source, "--out", tmp_path / "t", env={"NO_COLOR": "1"}).stderr
    assert "\x1b" not in told
    for words in ("context agent", "SME agent", "research agent", "Category", "Findings", str(tmp_path / "t")):
        assert words in told


def test_no_model_module_is_loaded_and_no_connection_is_opened(tmp_path: Path) -> None:
    program = (
        "import sys, json\n"
        "opened = []\n"
        "sys.addaudithook(lambda name, args: opened.append(str(args[1:])) if name in ('socket.connect', "
        "'socket.getaddrinfo') else None)\n"
        f"sys.argv = ['gampgen', 'generate', {str(SAMPLES / 'batch_release_urs.md')!r}, '--out', "
        f"{str(tmp_path / 'out')!r}, '--quiet']\n"
        "from gampgen.cli.main import app\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps([sorted({name.split('.')[0] for name in sys.modules}), opened]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ)
    loaded, opened = json.loads(done.stdout)
    assert "workflows" in loaded
    assert not {"llama_index", "openai", "httpx", "nltk", "numpy"} & set(loaded)
    assert opened == []
