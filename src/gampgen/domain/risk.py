"""Functional risk, and what becomes of a requirement."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.requirement import AnalysedRequirement


class Level(StrEnum):
    """A rating. For detectability high is good: the failure will be noticed."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(Value):
    """Two-step functional risk (GAMP 5 appendix M3): severity × probability → class, × detectability → priority.

    `risk_class` is 1 (highest) to 3. Each rating has its reason; `rationale` is the reasons in one text.
    """

    severity: Level
    probability: Level
    detectability: Level
    risk_class: int
    priority: Level
    rationale: str
    severity_reason: str
    probability_reason: str
    detectability_reason: str


class DispositionKind(StrEnum):
    """Where a requirement is verified."""

    OQ = "oq"
    IQ = "iq"
    PQ = "pq"
    CONFIGURATION_CHECK = "configuration_check"
    PROCEDURE = "procedure"
    SUPPLIER_EVIDENCE = "supplier_evidence"
    QUERY = "query"


class Disposition(Value):
    """The one place where a requirement is verified, and why, in words. `quote` is the passage that says so, or ""."""

    kind: DispositionKind
    reason: str
    quote: str = ""


class GxpImpact(Value):
    """Which GxP concerns the requirement touches (patient safety, product quality, data integrity), and why."""

    areas: tuple[str, ...]
    reason: str


class PlannedRequirement(LargeValue):
    """An analysed requirement with its risk and its disposition."""

    analysed: AnalysedRequirement
    risk: Risk
    gxp_impact: GxpImpact
    disposition: Disposition
