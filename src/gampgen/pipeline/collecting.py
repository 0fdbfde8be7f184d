"""Python's collector of cycles, called seldom while a suite is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (200_000, 20, 100)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Have cycles looked for once in 200,000 new objects instead of once in 700, and put it back afterwards.

    A run makes a million values that it keeps: frozen trees of tuples, in which there are no cycles to find. Looking
    for them took a seventh of the time of a run of 500 requirements and gave back no memory.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
