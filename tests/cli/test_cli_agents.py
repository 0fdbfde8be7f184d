"""A further agent that an installed package brings along takes part in a run, and stands in its record."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

MODULE = """
from gampgen.agents import replied
from gampgen.domain.advice import Advice, AdviceKind
from gampgen.domain.trace import Source, SourceKind

class LabellingAgent:
    name, version, calls_outside = "labelling", "2.1", False

    def advise(self, question):
        return replied(question, self._on)

    def _on(self, planned):
        requirement = planned.analysed.requirement
        source = Source(kind=SourceKind.RULE, requirement_uid=requirement.uid, ref="ACME-1", quote=requirement.text)
        return [Advice(agent="labelling", requirement_uid=requirement.uid, kind=AdviceKind.FAILURE_MODE,
                       text="The label is not readable", source=source)]

class BrokenAgent(LabellingAgent):
    def __init__(self):
        raise RuntimeError("no licence")
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package as it lies on the disk once it is installed."""
    folder = tmp_path / "site"
    info = folder / "acme_agents-1.5.dist-info"
    info.mkdir(parents=True)
    (folder / "acme_agents.py").write_text(MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-agents\nVersion: 1.5\n")
    (info / "RECORD").write_text("acme_agents.py,sha256=x,1\n")
    (info / "entry_points.txt").write_text("[gampgen.agents]\nlabelling = acme_agents:LabellingAgent\n")
    return folder


def run(package: Path, out: Path) -> object:
    path = os.pathsep.join([str(package), *filter(None, [os.environ.get("PYTHONPATH")])])
    source = SAMPLES / "batch_release_urs.md"
    return gampgen("generate", source, "--out", out, "--fail-on", "never", env={"PYTHONPATH": path, "NO_COLOR": "1"})


def test_it_is_asked_recorded_and_shown(package: Path, tmp_path: Path) -> None:
    done = run(package, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Ask the labelling agent" in done.stderr
    suite = json.loads((tmp_path / "out" / "suite.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in suite["agents"]] == ["context", "sme", "research", "labelling"]
    assert suite["agents"][3]["advice_count"] == len(suite["requirements"])
    audit = json.loads((tmp_path / "out" / "audit.json").read_bytes())
    named = [one["name"] for one in audit["inputs"] if one["name"].startswith("agent ")]
    assert named == ["agent labelling 2.1 (acme-agents 1.5)"]
    assert "labelling agent 2.1" in {entry["actor"] for entry in audit["entries"]}
    assert "The label is not readable" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    without = run(tmp_path / "nothing", tmp_path / "out")
    assert without.returncode == 2  # another set of agents is another run


def test_one_that_cannot_be_made_ends_the_run(package: Path, tmp_path: Path) -> None:
    points = package / "acme_agents-1.5.dist-info" / "entry_points.txt"
    points.write_text("[gampgen.agents]\nlabelling = acme_agents:BrokenAgent\n")
    done = run(package, tmp_path / "out")
    assert done.returncode == 2
    assert "no licence" in done.stderr
    assert not (tmp_path / "out").exists()
