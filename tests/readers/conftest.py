"""The readers' own tests read in this process: a process for each of a thousand small files would be slow.

What the child adds is tested in `test_readers_confinement.py`, which asks for it by the fixture `confined`.
"""

from __future__ import annotations

import pytest

from gampgen import readers

_CONFINED = readers.CONFINED


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "CONFINED", frozenset())


@pytest.fixture
def confined(monkeypatch: pytest.MonkeyPatch, _in_this_process: None) -> None:
    """Formats are read in a process of their own, as users' are."""
    monkeypatch.setattr(readers, "CONFINED", _CONFINED)
