"""A condition that is the duration of another one: "in maintenance mode …, unless the maintenance mode lasts longer".

The two are not free of each other: where the state is not there, it lasts no time at all, and nothing of the second is
set up; where it is there, keeping it up for so long sets up both.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import ConditionState
from gampgen.domain.statement import Cause
from gampgen.techniques.limit_model import is_duration

_DETERMINER = re.compile(r"^(?:the|this|that|its|an?)\s+", re.IGNORECASE)
_LASTS = re.compile(
    r"^(?:lasts?|persists?|continues?|takes?|goes on|is active|is open|is closed|remains|stays|exceeds)\b|\bfor\b",
    re.IGNORECASE,
)


def with_dependents(
    causes: tuple[Cause, ...], states: tuple[ConditionState, ...]
) -> tuple[tuple[ConditionState, ...], set[int]]:
    """The states of a case, and which need no set-up because another one brings them about or rules them out."""
    found, needless = list(states), set[int]()
    for at, cause in enumerate(causes):
        point = states[at].point
        if point is None or not is_duration(point.unit) or point.valued or not _LASTS.search(cause.condition):
            continue
        others = (other for other in range(len(causes)) if other != at)
        on = next((other for other in others if _names(causes[other], cause.variable)), None)
        if on is None or states[on].point is not None:
            continue
        holds = states[on].truth
        needless.add(on if holds else at)
        if holds:
            found[on] = found[on].model_copy(update={"shared": True})
            found[at] = found[at].model_copy(update={"lasts": causes[on].words})
        else:
            found[at] = found[at].model_copy(update={"shared": True, "point": None})
    return tuple(found), needless


def _names(cause: Cause, state: str) -> bool:
    """Whether a condition is the state that another one speaks of: "is in maintenance mode", "the maintenance mode"."""
    noun = _DETERMINER.sub("", state.strip()).lower()
    return bool(noun) and re.search(rf"\b{re.escape(noun)}\b", cause.words.lower()) is not None
