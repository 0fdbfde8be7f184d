"""Lines of the order of work and of the permission matrix."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.rendering.entries import Link


@dataclass(frozen=True, slots=True)
class PermissionLine:
    """One action of the permission matrix: who may, who must not, of whom nothing is said (names joined)."""

    action: str
    granted: str
    refused: str
    open: str
    requirements: tuple[Link, ...]
    tests: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Tests that are carried out together: who works, what is set up once for all of them, and the time they take."""

    number: int
    role: str
    shared: tuple[str, ...]
    tests: tuple[Link, ...]
    minutes: int
