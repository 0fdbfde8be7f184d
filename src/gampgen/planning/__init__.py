"""Risk and disposition: what a requirement is worth, and where it is verified."""

from __future__ import annotations

from gampgen.domain.category import GampCategory
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.risk import PlannedRequirement
from gampgen.planning.disposition import decide
from gampgen.planning.findings import review
from gampgen.planning.impact import gxp_impact
from gampgen.planning.ledger import ledger
from gampgen.planning.risk import assess_risk
from gampgen.planning.rules import RULES

__all__ = ["RULES", "assess", "ledger", "review"]


def assess(requirement: AnalysedRequirement, category: GampCategory | None) -> PlannedRequirement:
    """Rates the functional risk of a requirement and decides where it is verified.

    Args:
        requirement: the requirement with its statements read.
        category: the GAMP category of the system: a hint for the probability, and for nothing else.

    Returns:
        The requirement with risk, GxP impact and exactly one disposition.
    """
    return PlannedRequirement(
        analysed=requirement,
        risk=assess_risk(requirement, category),
        gxp_impact=gxp_impact(requirement.requirement),
        disposition=decide(requirement).disposition,
    )
