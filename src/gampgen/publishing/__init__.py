"""The output folder: staging, lock, one rename."""

from __future__ import annotations

from gampgen.publishing.exchange import half_exchanged
from gampgen.publishing.folder import (
    always,
    cannot_write,
    finish_exchange,
    make_parent,
    publish,
    refuse_lost_claim,
    refuse_occupied,
    stage_for,
)
from gampgen.publishing.lock import held

__all__ = [
    "always",
    "cannot_write",
    "finish_exchange",
    "half_exchanged",
    "held",
    "make_parent",
    "publish",
    "refuse_lost_claim",
    "refuse_occupied",
    "stage_for",
]
