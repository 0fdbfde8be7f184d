"""What every reader starts from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes with its name. `suffix` is lower case with its dot; `sha256` is hexadecimal."""

    file_name: str
    suffix: str
    data: bytes
    sha256: str
