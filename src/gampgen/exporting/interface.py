"""What every export has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gampgen.exporting.content import ExportSuite


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes, and what a person has to know about it: what was cut, what the other program cannot take."""

    content: bytes
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `suffixes` are the endings of file names that it writes; `write` gets the one that was asked for.

    The same suite gives the same bytes.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    write: Callable[[ExportSuite, str], Exported]
