"""A whole run whose disk fails, or that is killed, at points spread over all its operations."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.publishing.faulty_disk import KILLED, faulty, in_a_process
from tests.publishing.whole_run import run, run_in

from gampgen.errors import OutputError

POINTS = 4
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill")


@pytest.fixture(autouse=True)
def _quick_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of operations is what these tests are about; a real sync only costs time."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module")
def total(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many operations of the disk a run has over an earlier one."""
    place = tmp_path_factory.mktemp("count")
    run(place / "out")
    with faulty() as disk:
        run(place / "out", force=True)
    return disk.count


def spread(total: int) -> list[int]:
    """Points over the whole run, the last ones all: that is where names change."""
    return sorted({*range(1, total, max(1, total // POINTS)), *range(total - 5, total + 1)})


def debris(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failing_disk_never_leaves_a_mixed_result_nor_a_false_success(tmp_path: Path, total: int, code: int) -> None:
    folder = tmp_path / "out"
    run(folder)
    for at in spread(total):
        before = run_in(folder)
        try:
            with faulty(at, code):
                run(folder, force=True)
            published = True
        except OutputError:  # the contract's exit code 74
            published = False
        assert (run_in(folder) != before) == published, at
    run(folder, force=True)
    assert not debris(tmp_path)


def test_a_kill_never_leaves_a_mixed_result(tmp_path: Path, total: int) -> None:
    folder = tmp_path / "out"
    run(folder)
    for at in spread(total):

        def killed(at: int = at) -> None:
            with faulty(at, KILLED):
                run(folder, force=True)

        assert in_a_process(killed) == KILLED
        assert run_in(folder) is not None, at
    run(folder, force=True)
    assert not debris(tmp_path)
    kept = [path for path in tmp_path.iterdir() if ".superseded-" in path.name]
    assert kept
    for path in kept:
        assert path.name.endswith(str(run_in(path)))


def test_killed_at_random_times_the_program_leaves_the_earlier_result(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(folder)
    command = [sys.executable, "-m", "gampgen", "generate", str(tmp_path / "cold_store.md"), "--out", str(folder)]
    for delay in (0.3, 0.6, 0.9, 1.2):
        process = subprocess.Popen([*command, "--force", "--quiet"], env=os.environ)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        assert run_in(folder) is not None
    run(folder, force=True)
    assert not debris(tmp_path)
