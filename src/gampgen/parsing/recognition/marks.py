"""Marks in the cells of a permission matrix."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(
    r"(?:[x✓✔☑☒✗✘•●○■□+–—-]|yes|no|y|n|ja|nein|oui|non|sí|si|r|w|rw|r/w|c|d|full|none|allowed|denied|n/?a)",
    re.IGNORECASE,
)


def is_mark(text: str) -> bool:
    """Whether a cell holds a mark and nothing else ("X", "-", "yes", "R/W")."""
    return _MARK.fullmatch(text) is not None
