"""Ctrl-C at random times of a run: exit code 130, no child left, nothing half-written, no debris after the next run.

    python benchmarks/audit_interrupt.py [--times 100]

Half of the runs start without an earlier result, half over one. A run that was done before the signal came is counted
apart. The document is a Word file, so that a reader's child process is there to be ended too.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from gampgen.audit.verify import verify_folder

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_urs" / "monitoring_urs.docx"


def start(place: Path, *, force: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gampgen", "generate", str(SAMPLE), "--out", str(place / "out"), "--no-key"]
    command += ["--force"] if force else []
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)


def left_over(group: int) -> bool:
    """Whether any process of the run's session is still there two seconds after its end."""
    until = time.monotonic() + 2
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def interrupted(place: Path, after: float, *, force: bool) -> list[str]:
    out = place / "out"
    before = verify_folder(out).run_id if out.exists() else None
    run = start(place, force=force)
    time.sleep(after)
    run.send_signal(signal.SIGINT)
    code = run.wait(timeout=120)
    # Before gampgen's first line the interpreter itself dies of the signal, which a shell shows as 130 too.
    told = ["exit 130, interpreter still starting" if code == -signal.SIGINT else f"exit {code}"]
    if left_over(run.pid):
        told.append("a child was left")
        os.killpg(run.pid, signal.SIGKILL)
    now = verify_folder(out) if out.exists() else None
    if now is not None and now.state.value != "valid":
        told.append("half-written")
    changed = (now.run_id if now else None) != before
    if code == 130 and changed:
        told.append("interrupted and yet published")
    return told


def duration(place: Path) -> float:
    begun = time.monotonic()
    start(place, force=False).wait()
    return time.monotonic() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    times = parser.parse_args().times
    # Started in the background, a shell lets this process ignore Ctrl-C, and its children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    told: Counter[str] = Counter()
    chance = random.Random(7)  # noqa: S311 - a fixed sequence
    with tempfile.TemporaryDirectory() as name:
        os.environ["GAMPGEN_HOME"] = str(Path(name) / "home")
        whole = duration(Path(name))
        for number in range(times):
            place = Path(name) / f"run{number}"
            place.mkdir()
            if number % 2:
                shutil.copytree(Path(name) / "out", place / "out")
            told.update(interrupted(place, chance.uniform(0, whole), force=bool(number % 2)))
            if number % 10 == 0:
                start(place, force=True).wait()
                debris = [one.name for one in place.iterdir() if one.name.startswith(".")]
                told["debris after the next run"] += bool(debris)
            shutil.rmtree(place)
            print(f"{number + 1} of {times}:", dict(told), flush=True)
    print(f"{times} times Ctrl-C within {whole:.1f} s:", dict(told))


if __name__ == "__main__":
    main()
