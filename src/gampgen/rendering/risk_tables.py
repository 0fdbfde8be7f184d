"""The two 3×3 tables of functional risk (GAMP 5 appendix M3), with the requirements that stand in each field."""

from __future__ import annotations

from collections import Counter

from gampgen.domain.risk import Level
from gampgen.planning.tables import risk_class, risk_priority
from gampgen.rendering.entries import RiskCell, RiskRow
from gampgen.rendering.index import SuiteIndex

_COLUMNS = (Level.LOW, Level.MEDIUM, Level.HIGH)
_SEVERITIES = (Level.HIGH, Level.MEDIUM, Level.LOW)
_CLASSES = (1, 2, 3)


def risk_classes(index: SuiteIndex) -> tuple[RiskRow, ...]:
    """Severity (rows) × probability (columns: low, medium, high) → class 1 (highest) to 3."""
    counts = Counter((item.risk.severity, item.risk.probability) for item in index.suite.requirements)
    return tuple(
        RiskRow(
            index.words.level(severity),
            tuple(_class_cell(risk_class(severity, column), counts[severity, column]) for column in _COLUMNS),
        )
        for severity in _SEVERITIES
    )


def risk_priorities(index: SuiteIndex) -> tuple[RiskRow, ...]:
    """Class (rows) × detectability (columns: low, which is worst, medium, high) → priority."""
    counts = Counter((item.risk.risk_class, item.risk.detectability) for item in index.suite.requirements)
    return tuple(
        RiskRow(
            str(number),
            tuple(_priority_cell(index, risk_priority(number, column), counts[number, column]) for column in _COLUMNS),
        )
        for number in _CLASSES
    )


def _class_cell(number: int, count: int) -> RiskCell:
    return RiskCell(str(number), f"w{number}", count)


def _priority_cell(index: SuiteIndex, level: Level, count: int) -> RiskCell:
    return RiskCell(index.words.level(level), level.value, count)
