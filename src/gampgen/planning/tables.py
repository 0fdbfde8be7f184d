"""The two 3×3 tables of the functional risk assessment (GAMP 5, 2nd edition, appendix M3)."""

from __future__ import annotations

from gampgen.domain.risk import Level

_LEVELS = (Level.LOW, Level.MEDIUM, Level.HIGH)
_RISK_CLASS = {
    Level.HIGH: (2, 1, 1),
    Level.MEDIUM: (3, 2, 1),
    Level.LOW: (3, 3, 2),
}
_PRIORITY = {
    1: (Level.HIGH, Level.HIGH, Level.MEDIUM),
    2: (Level.HIGH, Level.MEDIUM, Level.LOW),
    3: (Level.MEDIUM, Level.LOW, Level.LOW),
}


def rank(level: Level) -> int:
    """0 for low, 1 for medium, 2 for high."""
    return _LEVELS.index(level)


def level_of(position: int) -> Level:
    """The level with this rank; ranks beyond the ends count as the ends."""
    return _LEVELS[max(0, min(position, len(_LEVELS) - 1))]


def risk_class(severity: Level, probability: Level) -> int:
    """Step 1: severity × probability → risk class 1 (highest) to 3."""
    return _RISK_CLASS[severity][rank(probability)]


def risk_priority(one_to_three: int, detectability: Level) -> Level:
    """Step 2: risk class × detectability → priority. High detectability is good: the failure will be noticed."""
    return _PRIORITY[one_to_three][rank(detectability)]
