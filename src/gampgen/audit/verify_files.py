"""The files of the folder against the seal, to the byte; and nothing beside them."""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from gampgen.audit.canonical import file_sha256
from gampgen.audit.checks import Check, Code, check
from gampgen.audit.names import SEAL_NAME, SIGNATURES, SIGNED, SIGNED_SOURCE
from gampgen.audit.record import FileDigest, Seal

_SIGNATURE = re.compile(rf"{SIGNATURES}/[0-9]{{3}}\.json")


def file_checks(folder: Path, seal: Seal) -> tuple[Check, ...]:
    """V40 to V44."""
    outside = [file.name for file in seal.files if _leads_out(file.name)]
    if outside:
        return (check(Code.PLACE, passed=False, problem=", ".join(outside)),)
    missing, irregular, changed = _examined(folder, seal)
    extra = _extra(folder, seal)
    return (
        check(Code.PLACE, passed=True),
        check(Code.PRESENT, not missing, f"Missing: {', '.join(missing)}"),
        check(Code.REGULAR, not irregular, f"No regular file: {', '.join(irregular)}"),
        check(Code.CONTENT, not changed, f"Changed after sealing: {', '.join(changed)}"),
        check(Code.NOTHING_ADDED, not extra, f"Not part of the sealed run: {', '.join(extra)}"),
    )


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        path.is_absolute() or ".." in path.parts or "\\" in name or bool(PureWindowsPath(name).drive) or not path.name
    )


def _examined(folder: Path, seal: Seal) -> tuple[list[str], list[str], list[str]]:
    missing: list[str] = []
    irregular: list[str] = []
    changed: list[str] = []
    for file in seal.files:
        path = folder / file.name
        try:
            found = path.lstat()
        except OSError:  # no such file, or a part of its path is none: it is not there
            missing.append(file.name)
            continue
        if not stat.S_ISREG(found.st_mode) or any(part.is_symlink() for part in _parents(folder, path)):
            irregular.append(file.name)
        elif found.st_size != file.size or not _same(path, file):
            changed.append(file.name)
    return missing, irregular, changed


def _parents(folder: Path, path: Path) -> list[Path]:
    return [parent for parent in path.parents if parent != folder and folder in parent.parents]


def _same(path: Path, file: FileDigest) -> bool:
    try:
        return file_sha256(path) == file.sha256
    except OSError:  # what cannot be read cannot be shown to be what was sealed
        return False


def _extra(folder: Path, seal: Seal) -> list[str]:
    known = {SEAL_NAME, f"{SIGNED}/{SIGNED_SOURCE}", *(file.name for file in seal.files)}
    present = (
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    )  # fmt: skip
    return sorted(name for name in present if name not in known and not _SIGNATURE.fullmatch(name))
