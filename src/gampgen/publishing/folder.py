"""The output folder appears whole, by one rename, or not at all.

Files are written into a hidden stage beside the folder, synced, and the stage is renamed. What an earlier run left
behind
when it was killed is removed by the next run, under the lock.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gampgen.audit.raw_files import BINARY
from gampgen.errors import ClaimLostError, OutputError, OutputOccupiedError
from gampgen.publishing.exchange import STAGE_MARK, complete_exchange, exchange, remove_debris, undo_exchange

_WINDOWS = os.name == "nt"


@contextmanager
def stage_for(folder: Path, run_id: str) -> Iterator[Path]:
    """A fresh stage beside the folder; removed with everything in it unless `publish` renamed it.

    To be used under the folder's lock: what an earlier run left half-done is finished or removed first.

    Raises:
        OutputError: the folder's parent cannot be written.
    """
    stage = folder.parent / f".{folder.name}{STAGE_MARK}{run_id}"
    try:
        remove_debris(folder)
        stage.mkdir()
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        yield stage
    finally:
        if stage.exists():
            # What cannot be removed now is removed by the next run; the failure that led here is the one to tell.
            shutil.rmtree(stage, ignore_errors=True)


def finish_exchange(folder: Path) -> None:
    """Finish what a killed run left half-exchanged, under the folder's lock. Raises OutputError."""
    try:
        complete_exchange(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error


def make_parent(folder: Path) -> None:
    """Make the folder's parent directories. Raises OutputError."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def always() -> bool:
    """Nobody else can have taken the run over."""
    return True


def refuse_lost_claim(folder: Path, still_ours: Callable[[], bool]) -> None:
    """Refuse to go on with a run that another process has taken over. Raises ClaimLostError."""
    if not still_ours():
        raise ClaimLostError(
            "Another process has taken the run over, so nothing was published here",
            hint="Nothing needs to be done: the other one publishes",
            where=str(folder),
        )


def publish(stage: Path, folder: Path, superseded: Path | None, still_ours: Callable[[], bool] = always) -> None:
    """Sync the stage and rename it to the folder.

    Args:
        stage: the folder with all files written.
        folder: the name it gets.
        superseded: where an existing folder is moved first; None where there is none.
        still_ours: asked at the last moment, under the folder's lock, whether the run is still this process's to do.

    Raises:
        ClaimLostError: it is not; the folder is as it was.
        OutputError: disk full, no permission, or the names cannot be exchanged; the earlier folder is then in its
        place.
    """
    try:
        for path in sorted(stage.rglob("*")):
            _sync(path)
        _sync(stage)
        refuse_lost_claim(folder, still_ours)
        _place(stage, folder, superseded)
        try:
            _sync(folder.parent)
        except OSError:
            _take_back(stage, folder, superseded)
            raise
    except OSError as error:
        raise cannot_write(folder, error) from error


def _place(stage: Path, folder: Path, superseded: Path | None) -> None:
    if superseded is not None:
        exchange(stage, folder, superseded)
        return
    if os.name == "nt" and folder.is_dir():
        folder.rmdir()  # an empty folder that was made beforehand; Windows does not rename over one
    stage.rename(folder)


def _take_back(stage: Path, folder: Path, superseded: Path | None) -> None:
    if superseded is not None:
        undo_exchange(stage, folder, superseded)
    else:
        folder.rename(stage)


def refuse_occupied(folder: Path) -> None:
    """Refuse a path that something else already has. Raises OutputOccupiedError."""
    raise OutputOccupiedError(
        "The output folder already holds something else",
        hint="Choose another folder with --out, or add --force to keep an earlier run beside the new one",
        where=str(folder),
    )


def cannot_write(folder: Path, error: OSError) -> OutputError:
    """The failure for an output that cannot be written."""
    return OutputError(
        f"The output cannot be written: {error.strerror or error}",
        hint="Free disk space or choose a folder that you may write with --out; nothing was changed",
        where=str(error.filename or folder),
    )


def _sync(path: Path) -> None:
    if _WINDOWS and path.is_dir():
        return  # Windows cannot sync a directory
    file = os.open(path, (os.O_RDWR if _WINDOWS else os.O_RDONLY) | BINARY)  # Windows syncs what may be written only
    try:
        os.fsync(file)
    finally:
        os.close(file)
