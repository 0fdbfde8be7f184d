"""Sentences in the indicative that demand by their matter: an order of states, counted repetitions, a setting."""

from __future__ import annotations

import re

from gampgen.techniques.repetition import repeats
from gampgen.techniques.state_model import ordered_in


def tells_demand(piece: str) -> bool:
    """Whether a piece in the indicative is a demand by its matter, whatever its verb."""
    return ordered_in(piece) or repeats(piece) or bool(_SETTABLE.search(piece))


_SETTABLE = re.compile(
    r"\b(?:is|are) (?:freely )?(?:adjustable|settable|configurable|selectable)\b[^.;]*\d", re.IGNORECASE
)
