"""Cutting the requirements into questions.

The engine's cost grows with the square of the queued events, so few events are sent: one per agent and chunk.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

MOST_EVENTS = 60

_Item = TypeVar("_Item")


def chunks_of(items: Sequence[_Item], size: int, agents: int) -> tuple[tuple[_Item, ...], ...]:
    """Cut into chunks of `size`, or larger ones where agents × chunks would pass 60 queued events; order kept."""
    most = max(1, MOST_EVENTS // agents)
    size = max(1, size, math.ceil(len(items) / most))
    return tuple(tuple(items[start : start + size]) for start in range(0, len(items), size))
