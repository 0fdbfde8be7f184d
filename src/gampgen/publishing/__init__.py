"""The output folder: staging, lock, one rename."""

from __future__ import annotations

from gampgen.publishing.folder import cannot_write, make_parent, publish, refuse_occupied, stage_for
from gampgen.publishing.lock import held

__all__ = ["cannot_write", "held", "make_parent", "publish", "refuse_occupied", "stage_for"]
