"""An agent as an installed package brings it along: it notes each question, takes its time, stops or ends itself."""

import os
from pathlib import Path

MODULE = """
import os, pathlib, signal, time
from gampgen.agents import replied

if os.environ.get("SLOW_STOPS_ITSELF"):
    place = pathlib.Path(os.environ["SLOW_NOTES"] + ".stopped")
    place.with_suffix(".new").write_text(str(os.getpid()))
    place.with_suffix(".new").rename(place)
    os.kill(os.getpid(), signal.SIGSTOP)

class SlowAgent:
    name, version, calls_outside = "slow", "1.0", False

    def advise(self, question):
        uids = [one.analysed.requirement.uid for one in question.requirements]
        with open(os.environ["SLOW_NOTES"], "a") as notes:
            notes.write(f"{uids[0]}/{question.chunk}\\n")
        text = " ".join(one.analysed.requirement.text for one in question.requirements)
        if "ends its process" in text:
            os._exit(9)
        if question.chunk == int(os.environ.get("SLOW_CHUNK", "-1")):
            pathlib.Path(os.environ["SLOW_NOTES"] + ".slow").touch()
            time.sleep(60)
        time.sleep(0.3)
        return replied(question, lambda planned: [])
"""


def slow_agent(folder: Path, **settings: str) -> dict[str, str]:
    """The environment in which the agent is installed; it writes its notes to `folder/notes`."""
    site = folder / "site"
    info = site / "slow_agent-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (site / "slow_agent.py").write_text(MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slow-agent\nVersion: 1.0\n")
    (info / "RECORD").write_text("slow_agent.py,sha256=x,1\n")
    (info / "entry_points.txt").write_text("[gampgen.agents]\nslow = slow_agent:SlowAgent\n")
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {"PYTHONPATH": path, "SLOW_NOTES": str(folder / "notes"), "GAMPGEN_CHUNK_SIZE": "2", **settings}


def notes(folder: Path) -> list[str]:
    """The questions that the agent was asked, in their order."""
    path = folder / "notes"
    return path.read_text().split() if path.exists() else []
