"""The two 3×3 tables of functional risk (GAMP 5 appendix M3), with the requirements that stand in each field."""

from __future__ import annotations

from collections import Counter

from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.content import RiskCell, RiskRow
from gampgen.rendering.words import in_words

LEVELS = (Level.LOW, Level.MEDIUM, Level.HIGH)

# Severity (row) × probability (column: low, medium, high) → class 1 (highest) to 3.
_CLASSES = {Level.HIGH: (2, 1, 1), Level.MEDIUM: (3, 2, 1), Level.LOW: (3, 3, 2)}
# Class (row) × detectability (column: low, medium, high; low is worst) → priority.
_PRIORITIES = {
    1: (Level.HIGH, Level.HIGH, Level.MEDIUM),
    2: (Level.HIGH, Level.MEDIUM, Level.LOW),
    3: (Level.MEDIUM, Level.LOW, Level.LOW),
}


def risk_classes(suite: OQTestSuite) -> tuple[RiskRow, ...]:
    """Severity × probability → class."""
    counts = Counter((item.risk.severity, item.risk.probability) for item in suite.requirements)
    return tuple(
        RiskRow(
            in_words(severity),
            tuple(
                RiskCell(str(number), counts[severity, probability])
                for probability, number in zip(LEVELS, row, strict=True)
            ),
        )
        for severity, row in _CLASSES.items()
    )


def risk_priorities(suite: OQTestSuite) -> tuple[RiskRow, ...]:
    """Class × detectability → priority."""
    counts = Counter((item.risk.risk_class, item.risk.detectability) for item in suite.requirements)
    return tuple(
        RiskRow(
            str(number),
            tuple(
                RiskCell(in_words(priority), counts[number, detectability])
                for detectability, priority in zip(LEVELS, row, strict=True)
            ),
        )
        for number, row in _PRIORITIES.items()
    )
