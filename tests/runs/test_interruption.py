"""A batch that is killed, interrupted or stopped: what is finished is not done again, and nothing is left half-done."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.running import gampgen
from tests.runs.agents import notes, slow_agent
from tests.runs.saying import said

from gampgen.runs.children import Child, ChildTooSlowError
from gampgen.runs.job import Job
from gampgen.settings.resolving import resolve

REQUIREMENTS = "\n".join(f"- **R-{n}**: The valve V{n} shall close when the level is above {n}.0 m." for n in range(8))
posix = pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")


def started(root: Path, **settings: str) -> subprocess.Popen:
    """A batch of one document, at work on a question that it gets no answer to."""
    (root / "in").mkdir()
    (root / "in" / "a.md").write_text(f"# URS: Tank\n\n{REQUIREMENTS}\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "gampgen", "batch", "in", "--out", "out", "--fail-on", "never"],
        cwd=root,
        env=os.environ | slow_agent(root, **settings),
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not (root / "notes.slow").exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    time.sleep(0.5)  # the answers before it are kept by now
    return process


def ended(process: subprocess.Popen) -> str:
    return process.communicate(timeout=60)[1].decode()


@posix
def test_answers_that_a_killed_run_had_are_not_asked_for_again(tmp_path: Path) -> None:
    process = started(tmp_path, SLOW_CHUNK="3")
    process.send_signal(signal.SIGKILL)
    ended(process)
    before = notes(tmp_path)
    assert before == ["R-0/0", "R-2/1", "R-4/2", "R-6/3"]
    told = gampgen(
        "batch", "in", "--out", "out", "--fail-on", "never", "--resume", cwd=tmp_path, env=slow_agent(tmp_path)
    )
    assert told.returncode == 0, told.stderr
    assert notes(tmp_path)[len(before) :] == ["R-6/3"]
    listed = json.loads(said("runs", "--json", cwd=tmp_path))
    assert [(one["state"], one["attempts"], one["crashes"]) for one in listed] == [("completed", 2, 0)]
    entries = json.loads((tmp_path / "out" / "a.md" / "audit.json").read_bytes())["entries"]
    kept = [one["subject"] for one in entries if one["action"] == "agent_answer_kept"]
    assert kept == ["slow/1", "slow/2", "slow/3"]
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []
    whole = gampgen(
        "generate", "in/a.md", "--out", "whole", "--fail-on", "never", cwd=tmp_path, env=slow_agent(tmp_path)
    )
    assert whole.returncode == 0
    for name in ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html"):
        assert (tmp_path / "whole" / name).read_bytes() == (tmp_path / "out" / "a.md" / name).read_bytes()


@posix
def test_a_batch_at_work_keeps_others_out_and_once_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    process = started(tmp_path, SLOW_CHUNK="0")
    said("batch", "in", "--out", "out", cwd=tmp_path, code=75)
    process.send_signal(signal.SIGINT)
    told = ended(process)
    assert process.returncode == 130
    assert "--resume goes on" in told
    assert list((tmp_path / "out").rglob("*")) == []
    listed = json.loads(said("runs", "--json", cwd=tmp_path))
    assert [(one["state"], one["problem"]) for one in listed] == [("cancelled", "The document was stopped")]


@posix
def test_a_run_at_work_can_be_cancelled_from_elsewhere(tmp_path: Path) -> None:
    process = started(tmp_path, SLOW_CHUNK="0")
    run = json.loads(said("runs", "--json", cwd=tmp_path))[0]["id"]
    said("cancel", run[:8], cwd=tmp_path)
    told = ended(process)
    assert process.returncode == 1
    assert "1 cancelled" in told
    assert said("resume", "--json", run[:5], cwd=tmp_path, code=2) == ""  # too short to name a run


def test_a_document_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("# URS\n\n- **A-1**: The pump shall stop when the level is above 3 m.\n")
    for name, value in slow_agent(tmp_path, SLOW_CHUNK="0").items():
        monkeypatch.setenv(name, value)
    job = Job(
        run="r", name="a.md", source=str(tmp_path / "a.md"), folder=str(tmp_path / "out"),
        resolved=resolve(tmp_path, {}, {}),
    )  # fmt: skip
    child = Child(seconds=1)
    with pytest.raises(ChildTooSlowError, match="more than 1 seconds"):
        child.do(job, lambda _: None, lambda _: None, lambda: True)
    child.close()
    assert not (tmp_path / "out").exists()
