"""Where a project's records are, without opening them."""

from __future__ import annotations

from pathlib import Path

from gampgen.settings.resolving import find_file

FOLDER, FILE = ".gampgen", "runs.db"


def default_file(start: Path) -> Path:
    """The database of the project that `start` lies in: in a hidden folder beside its `gampgen.yaml`, or in `start`."""
    file = find_file(start)
    return (file.parent if file else start.absolute()) / FOLDER / FILE
