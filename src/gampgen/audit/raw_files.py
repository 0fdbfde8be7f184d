"""What a system has to be told of a file that is opened without Python's own layer."""

from __future__ import annotations

import os
from typing import Final

BINARY: Final[int] = getattr(os, "O_BINARY", 0)
"""Without it Windows writes two characters for each line end, and the digest is another one. Other systems lack it."""
