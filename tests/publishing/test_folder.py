"""The folder appears whole or not at all; one run at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gampgen.errors import BusyError, OutputError
from gampgen.publishing import held, make_parent, publish, stage_for


def fill(stage: Path) -> None:
    (stage / "suite.json").write_text("{}")


def test_published_whole_and_without_debris(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with held(folder), stage_for(folder, "r1") as stage:
        fill(stage)
        assert not folder.exists()
        publish(stage, folder, None)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (folder / "suite.json").read_text() == "{}"


def test_where_only_what_may_be_written_can_be_synced_a_run_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    opened: list[tuple[str, int]] = []
    real = os.open

    def watched(path: Path, flags: int, mode: int = 0o777) -> int:
        opened.append((Path(path).name, flags))
        return real(path, flags, mode)

    with held(folder), stage_for(folder, "r1") as stage:
        fill(stage)
        monkeypatch.setattr("gampgen.publishing.folder._WINDOWS", True)
        monkeypatch.setattr(os, "open", watched)
        publish(stage, folder, None)
    assert opened == [("suite.json", os.O_RDWR)]
    assert (folder / "suite.json").read_text() == "{}"


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with held(tmp_path / "out"), stage_for(tmp_path / "out", "r1") as stage:
            fill(stage)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".out.stage-old").mkdir()
    (tmp_path / ".out.stage-old" / "suite.json").write_text("half")
    (tmp_path / ".other.stage-x").mkdir()
    with stage_for(tmp_path / "out", "new") as stage:
        fill(stage)
        publish(stage, tmp_path / "out", None)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".other.stage-x", "out"]


def test_an_earlier_run_is_kept_beside(tmp_path: Path) -> None:
    folder, kept = tmp_path / "out", tmp_path / "out.superseded-r0"
    folder.mkdir()
    (folder / "suite.json").write_text("old")
    with stage_for(folder, "r1") as stage:
        fill(stage)
        publish(stage, folder, kept)
    assert (kept / "suite.json").read_text() == "old"
    assert (folder / "suite.json").read_text() == "{}"


def test_a_rename_that_fails_puts_the_earlier_run_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = tmp_path / "out", tmp_path / "out.superseded-r0"
    folder.mkdir()
    (folder / "suite.json").write_text("old")
    rename = Path.rename

    def fail_on_stage(self: Path, target: Path) -> Path:
        if ".stage-" in self.name:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_on_stage)
    with stage_for(folder, "r1") as stage, pytest.raises(OutputError, match="No space left") as caught:
        fill(stage)
        publish(stage, folder, kept)
    assert caught.value.exit_code == 74
    assert (folder / "suite.json").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_a_second_run_is_told_that_the_folder_is_held(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom gampgen.publishing import held\n"
        "from gampgen.errors import BusyError\n"
        "try:\n    held(Path(sys.argv[1])).__enter__()\nexcept BusyError as error:\n    sys.exit(error.exit_code)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "out")]
    with held(tmp_path / "out"):
        assert subprocess.run(command, check=False).returncode == 75
    assert not list(tmp_path.iterdir())
    assert subprocess.run(command, check=False).returncode == 0


def test_the_lock_of_a_killed_process_does_not_hold(tmp_path: Path) -> None:
    program = (
        "import os,sys\nfrom pathlib import Path\nfrom gampgen.publishing import held\n"
        "lock = held(Path(sys.argv[1]))\nlock.__enter__()\nos.kill(os.getpid(),9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "out")], check=False)
    assert (tmp_path / ".out.lock").exists()
    with held(tmp_path / "out"):
        pass
    assert not list(tmp_path.iterdir())


def test_the_same_process_cannot_hold_a_folder_twice(tmp_path: Path) -> None:
    with held(tmp_path / "out"), pytest.raises(BusyError), held(tmp_path / "out"):
        pass


def test_an_unwritable_parent_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        make_parent(tmp_path / "file" / "out")


def test_every_file_is_synced_before_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda file: (seen.append(str(Path(f"/proc/self/fd/{file}").readlink())), fsync(file))
    )
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not name open files")
    with stage_for(tmp_path / "out", "r1") as stage:
        fill(stage)
        publish(stage, tmp_path / "out", None)
    names = [Path(path).name for path in seen]
    assert names == ["suite.json", ".out.stage-r1", tmp_path.name]
