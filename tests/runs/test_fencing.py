"""A process that was paused beyond its lease: whoever took its run over has the last word."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.runs.agents import slow_agent

from gampgen.errors import ClaimLostError
from gampgen.pipeline.generate import generate
from gampgen.runs.batch import opened
from gampgen.runs.children import Child
from gampgen.runs.doing import Doer
from gampgen.runs.plan import Order, planned
from gampgen.runs.records.database import Database
from gampgen.runs.records.store import RunStore
from gampgen.settings.resolving import resolve

OLD_OWNER = """
import sys
from gampgen.runs.children import Child
from gampgen.runs.doing import Doer
from gampgen.runs.records.database import Database
from gampgen.runs.records.store import RunStore

child = Child()
doer = Doer(RunStore(Database(sys.argv[1])), "old", child, lambda _: None, lease=1.0)
print(doer.do(sys.argv[2]))
child.close()
"""


def until(true: object) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def document(path: Path, level: str) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# URS: Tank\n\n- **R-1**: The pump shall stop when the level is above {level} m.\n")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def published(folder: Path) -> str:
    """The digest of the document whose suite the folder holds."""
    return str(json.loads((folder / "suite.json").read_text())["document"]["sha256"])


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_an_owner_that_slept_beyond_its_lease_publishes_nothing_over_its_follower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out, url = tmp_path / "in" / "a.md", tmp_path / "out", f"sqlite:///{tmp_path / 'runs.db'}"
    document(source, "1.0")
    store = RunStore(Database(url))
    out.mkdir()
    order = Order(folder=source.parent, out=out, resolved=resolve(tmp_path, {}, {}), force=True, signed=False)
    tasks = planned(order, store)
    opened(order, store, tasks)
    run = tasks[0].job.run
    for name, value in slow_agent(tmp_path).items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-c", OLD_OWNER, url, run]
    old = subprocess.Popen(command, env=os.environ | {"SLOW_STOPS_ITSELF": "1"}, stdout=subprocess.PIPE, text=True)
    stopped = tmp_path / "notes.stopped"
    until(stopped.exists)  # it has read the document, and has not begun to write
    old.send_signal(signal.SIGSTOP)
    newer = document(source, "2.0")
    child = Child()
    follower = Doer(store, "new", child, lambda _: None, lease=30.0)
    until(lambda: follower.do(run) is not None)
    child.close()
    assert published(out / "a.md") == newer
    os.kill(int(stopped.read_text()), signal.SIGCONT)
    until(lambda: [*out.glob("*a.md.s*/seal.json")])  # staged; kept beside, if it went on without asking
    time.sleep(1)  # enough for a rename
    old.send_signal(signal.SIGCONT)
    told, _ = old.communicate(timeout=60)
    assert (told.strip(), old.returncode) == ("None", 0)
    assert published(out / "a.md") == newer
    assert [path.name for path in out.iterdir()] == ["a.md"]
    record = store.find(run)
    assert (record.owner, record.attempts, record.losses) == ("new", 2, 1)
    store.close()


def test_nothing_is_published_without_the_claim(tmp_path: Path) -> None:
    source = tmp_path / "in" / "a.md"
    document(source, "1.0")
    with pytest.raises(ClaimLostError):
        generate(source, tmp_path / "a", resolve(tmp_path, {}, {}), lambda _: None, still_ours=lambda: False)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
