"""Two folders change their names: in one step where the system can, else by a marker that the next command completes.

On Linux `renameat2` with RENAME_EXCHANGE swaps two names at once, so that the output folder's name never points to
nothing. Elsewhere the folder is away for a moment; a marker beside it says what was under way.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from gampgen.audit.names import AUDIT_NAME, SEAL_NAME
from gampgen.audit.raw_files import BINARY
from gampgen.audit.record import AuditRecord, Seal
from gampgen.domain.base import Value

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
STAGE_MARK = ".stage-"


class _Marker(Value):
    """An exchange under way: names beside the folder. `stage` becomes the folder, which becomes `superseded`."""

    stage: str
    superseded: str


def exchange(stage: Path, folder: Path, superseded: Path) -> None:
    """Give the stage the folder's name and the folder the superseded name.

    A kill in between leaves either the earlier state, or one that `complete_exchange` finishes.

    Raises:
        OSError: the names cannot be changed; the earlier folder then has its name.
    """
    if superseded.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(superseded))
    if _swapped(stage, folder):
        try:
            stage.rename(superseded)
        except OSError:
            _swapped(stage, folder)
            raise
        return
    marker = _marker_of(folder)
    _write_synced(marker, _Marker(stage=stage.name, superseded=superseded.name).model_dump_json().encode())
    try:
        folder.rename(superseded)
        try:
            stage.rename(folder)
        except OSError:
            superseded.rename(folder)
            raise
    finally:
        if folder.exists():
            with suppress(OSError):  # a marker beside a folder that is there asks for nothing; the next run removes it
                marker.unlink()


def undo_exchange(stage: Path, folder: Path, superseded: Path) -> None:
    """The reverse of `exchange`. Raises OSError."""
    if _swapped(superseded, folder):
        superseded.rename(stage)
    else:
        folder.rename(stage)
        superseded.rename(folder)


def half_exchanged(folder: Path) -> bool:
    """Whether the folder is away because a killed run was about to exchange it."""
    return not folder.exists() and _marker_of(folder).exists()


def complete_exchange(folder: Path) -> None:
    """Finish an exchange that a killed run left half-done, under the folder's lock. Raises OSError.

    With a marker and no folder, the sealed stage gets its name. A stage that holds the *earlier* run, because the kill
    came between swap and second rename, gets the name under which that run is to be kept.
    """
    marker = _marker_of(folder)
    if marker.exists():
        _finish_marked(folder, marker)
    for stage in stages_of(folder):
        earlier = _sealed_run(stage)
        if earlier is not None and not stage.name.endswith(f"{STAGE_MARK}{earlier}"):
            kept = folder.with_name(f"{folder.name}.superseded-{earlier}")
            if not kept.exists():
                stage.rename(kept)


def stages_of(folder: Path) -> list[Path]:
    """What runs left beside the folder when they were killed, in the order of the names."""
    lead = f".{folder.name}{STAGE_MARK}"
    try:
        return sorted(path for path in folder.parent.iterdir() if path.name.startswith(lead))
    except (FileNotFoundError, NotADirectoryError):
        return []


def remove_debris(folder: Path) -> None:
    """Remove what killed runs left beside the folder, the earlier run excepted. Raises OSError."""
    complete_exchange(folder)
    for stage in stages_of(folder):
        shutil.rmtree(stage)


def _finish_marked(folder: Path, marker: Path) -> None:
    try:
        under_way = _Marker.model_validate_json(marker.read_bytes())
    except ValidationError:
        under_way = None  # the kill came while the marker was written: nothing had been renamed yet
    if under_way is not None and not folder.exists():
        stage, superseded = folder.with_name(under_way.stage), folder.with_name(under_way.superseded)
        if _sealed_run(stage) is not None:
            stage.rename(folder)
        elif superseded.exists():
            superseded.rename(folder)
    marker.unlink()


def _sealed_run(stage: Path) -> str | None:
    """The id of the run in a stage, where it is sealed; a stage without seal is a run that never ended."""
    try:
        seal = Seal.model_validate_json((stage / SEAL_NAME).read_bytes())
        audit = AuditRecord.model_validate_json((stage / AUDIT_NAME).read_bytes())
    except (OSError, ValidationError):
        return None
    return seal.run_id if seal.run_id == audit.run.id else None


def _marker_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.exchange")


def _swapped(stage: Path, folder: Path) -> bool:
    """Swap two names in one step; False where this system or file system cannot. Raises OSError."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:  # a C library older than the system call
        return False
    if rename(_AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(folder), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(folder))


def _write_synced(path: Path, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
    try:
        os.write(file, data)
        os.fsync(file)
    finally:
        os.close(file)
