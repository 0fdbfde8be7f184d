"""Whether an output folder still looks as its run left it: names, sizes and times of the files, nothing opened.

It is the look by which `make` and Git tell changed files. `gampgen verify` proves content; this spares the proof of a
thousand folders in which nobody touched anything.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_ADDED_LATER = ("signatures", "signed")  # outside the seal: signing a run does not change it


def fingerprint(folder: Path) -> str | None:
    """Digest (hexadecimal) of what the folder looks like; None where there is none."""
    try:
        lines = sorted(_lines(folder, ""))
    except OSError:
        return None
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _lines(folder: Path, prefix: str) -> list[str]:
    lines: list[str] = []
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir(follow_symlinks=False):
                if prefix or one.name not in _ADDED_LATER:
                    lines += _lines(Path(one.path), f"{prefix}{one.name}/")
            else:
                state = one.stat(follow_symlinks=False)
                lines.append(f"{prefix}{one.name}\0{state.st_size}\0{state.st_mtime_ns}")
    return lines
