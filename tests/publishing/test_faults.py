"""Whatever operation of the disk fails or is the last before a kill: the earlier result or the new one, never half."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from tests.audit.sealed_run import make_key, make_sealed_run, trust_in
from tests.publishing.faulty_disk import KILLED, faulty, in_a_process

from gampgen.audit.checks import RunState
from gampgen.audit.verify import verify_folder
from gampgen.errors import OutputError
from gampgen.publishing import exchange, finish_exchange, half_exchanged, held, publish, stage_for

KEY = make_key()
TRUST = trust_in(KEY)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill")


def make_run(folder: Path, run_id: str) -> None:
    """What a run does to the disk: lock, stage, sealed files, one rename; an earlier run is kept beside."""
    with held(folder):
        finish_exchange(folder)
        superseded = folder.with_name(f"{folder.name}.superseded-run-0") if folder.exists() else None
        with stage_for(folder, run_id) as stage:
            shutil.rmtree(stage)
            make_sealed_run(stage, run_id=run_id, key=KEY)
            publish(stage, folder, superseded)


def run_in(folder: Path) -> str | None:
    """The run that a folder holds, which must verify; None where there is no folder."""
    if not folder.exists():
        return None
    verdict = verify_folder(folder, TRUST)
    assert verdict.state is RunState.VALID, verdict.failed
    return verdict.run_id


def no_debris(place: Path) -> bool:
    return not [path.name for path in place.iterdir() if path.name.startswith(".")]


def count_operations(folder: Path) -> int:
    with faulty() as disk:
        make_run(folder, "run-1")
    return disk.count


@pytest.fixture(autouse=True)
def _quick_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of operations is what these tests are about; a real sync only costs time."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def never(*_: object) -> bool:
    return False


@pytest.fixture(params=["swap in one step", "marker"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "marker":
        monkeypatch.setattr(exchange, "_swapped", never)
    return request.param


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("earlier", [True, False])
def test_a_failing_operation_leaves_the_earlier_result_and_says_so(
    tmp_path: Path, way: str, code: int, *, earlier: bool
) -> None:
    def prepared(name: str) -> Path:
        place = tmp_path / name
        place.mkdir()
        if earlier:
            make_run(place / "out", "run-0")
        return place / "out"

    total = count_operations(prepared("count"))
    assert total > 20
    for at in range(1, total + 1):
        folder = prepared(f"{way}-{at}")
        try:
            with faulty(at, code):
                make_run(folder, "run-1")
            ended = "done"
        except (OutputError, OSError):
            ended = "failed"
        expected = {"failed": "run-0" if earlier else None, "done": "run-1"}[ended]
        assert run_in(folder) == expected, (at, ended)
        if earlier and ended == "done":
            assert run_in(folder.with_name("out.superseded-run-0")) == "run-0"
            continue
        make_run(folder, "run-2")
        assert run_in(folder) == "run-2"
        assert no_debris(folder.parent), (at, list(folder.parent.iterdir()))
        if earlier:
            assert run_in(folder.with_name("out.superseded-run-0")) == "run-0"


@pytest.mark.parametrize("earlier", [True, False])
def test_a_kill_at_any_operation_leaves_the_earlier_or_the_new_result(
    tmp_path: Path, way: str, *, earlier: bool
) -> None:
    def prepared(name: str) -> Path:
        place = tmp_path / name
        place.mkdir()
        if earlier:
            make_run(place / "out", "run-0")
        return place / "out"

    total = count_operations(prepared("count"))
    for at in range(1, total + 1):
        folder = prepared(f"{way}-{at}")
        assert in_a_process(lambda folder=folder, at=at: killed_at(folder, at)) == KILLED
        if half_exchanged(folder):  # verify does the same before it looks
            with held(folder):
                finish_exchange(folder)
        assert run_in(folder) in (("run-0", "run-1") if earlier else (None, "run-1")), at
        if earlier and run_in(folder) == "run-1":
            with held(folder):
                finish_exchange(folder)
            assert run_in(folder.with_name("out.superseded-run-0")) == "run-0", at
            shutil.rmtree(folder.with_name("out.superseded-run-0"))
        make_run(folder, "run-2")
        assert run_in(folder) == "run-2"
        assert no_debris(folder.parent), (at, list(folder.parent.iterdir()))


def killed_at(folder: Path, at: int) -> None:
    with faulty(at, KILLED):
        make_run(folder, "run-1")


def test_the_names_are_swapped_in_one_step_where_the_system_can(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has renameat2")
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "one").write_text("")
    if not exchange._swapped(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot")
    assert (tmp_path / "b" / "one").exists()
    with pytest.raises(FileNotFoundError):
        exchange._swapped(tmp_path / "a", tmp_path / "missing")


@pytest.mark.parametrize("left", ["stage unsealed", "marker torn", "marker with folder there"])
def test_whatever_a_killed_run_left_is_gone_after_the_next(tmp_path: Path, left: str) -> None:
    folder = tmp_path / "out"
    make_run(folder, "run-0")
    if left == "stage unsealed":
        (tmp_path / ".out.stage-x").mkdir()
        (tmp_path / ".out.stage-x" / "suite.json").write_text("half")
    else:
        content = '{"stage": ".out.st' if left == "marker torn" else '{"stage":".out.stage-x","superseded":"s"}'
        (tmp_path / ".out.exchange").write_text(content)
    make_run(folder, "run-1")
    assert run_in(folder) == "run-1"
    assert no_debris(tmp_path)


def test_a_kept_run_is_never_written_over(tmp_path: Path) -> None:
    folder, kept = tmp_path / "out", tmp_path / "out.superseded-run-0"
    make_run(folder, "run-0")
    kept.mkdir()
    (kept / "mine").write_text("x")
    with pytest.raises(OutputError):
        make_run(folder, "run-1")
    assert run_in(folder) == "run-0"
    assert [path.name for path in kept.iterdir()] == ["mine"]
