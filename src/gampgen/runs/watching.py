"""Watching a folder: when its documents, or what shapes the suites, change and then rest, it is time for a batch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from gampgen.errors import InputError
from gampgen.runs.documents import Patterns, documents_below

Look = frozenset[tuple[str, int, int]]


def look(folder: Path, out: Path, patterns: Patterns, beside: tuple[Path, ...]) -> Look:
    """Names, sizes and times of the documents of a folder and of the files beside it; none where there is no document.

    Args:
        folder: the documents.
        out: the batch's output, which is no input.
        patterns: which documents count.
        beside: further files and folders that shape the suites: settings, context, knowledge.
    """
    try:
        documents = documents_below(folder, out, patterns)
    except InputError:
        documents = ()
    paths = (*documents, *(path for one in beside for path in (one, *one.rglob("*")) if path.is_file()))
    return frozenset(_state(path) for path in paths if path.exists())


def changes(look_now: Callable[[], Look], pause: Callable[[], None]) -> Iterator[Look]:
    """At once, and then each time that something has changed and is the same at the next look."""
    done: Look | None = None
    before: Look | None = None
    while True:
        now = look_now()
        if now and now != done and (done is None or now == before):
            done = now
            yield now
        before = now
        pause()


def _state(path: Path) -> tuple[str, int, int]:
    state = os.stat(path)  # noqa: PTH116 - the path may be a folder that is one document
    return str(path), state.st_size, state.st_mtime_ns
