"""The two 3×3 tables of functional risk (GAMP 5 appendix M3), with the requirements that stand in each field."""

from __future__ import annotations

from collections import Counter

from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestSuite
from gampgen.planning.tables import risk_class, risk_priority
from gampgen.rendering.content import RiskCell, RiskRow
from gampgen.rendering.words import in_words

_COLUMNS = (Level.LOW, Level.MEDIUM, Level.HIGH)
_SEVERITIES = (Level.HIGH, Level.MEDIUM, Level.LOW)
_CLASSES = (1, 2, 3)


def risk_classes(suite: OQTestSuite) -> tuple[RiskRow, ...]:
    """Severity (rows) × probability (columns: low, medium, high) → class 1 (highest) to 3."""
    counts = Counter((item.risk.severity, item.risk.probability) for item in suite.requirements)
    return tuple(
        RiskRow(
            in_words(severity),
            tuple(RiskCell(str(risk_class(severity, column)), counts[severity, column]) for column in _COLUMNS),
        )
        for severity in _SEVERITIES
    )


def risk_priorities(suite: OQTestSuite) -> tuple[RiskRow, ...]:
    """Class (rows) × detectability (columns: low, which is worst, medium, high) → priority."""
    counts = Counter((item.risk.risk_class, item.risk.detectability) for item in suite.requirements)
    return tuple(
        RiskRow(
            str(number),
            tuple(RiskCell(in_words(risk_priority(number, column)), counts[number, column]) for column in _COLUMNS),
        )
        for number in _CLASSES
    )
