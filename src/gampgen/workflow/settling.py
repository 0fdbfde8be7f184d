"""How a run settles the category: whether a person is asked, and what the answer, or none, makes of the proposal."""

from __future__ import annotations

from gampgen import categorisation
from gampgen.domain.category import Categorisation, CategoryDecision
from gampgen.domain.finding import Finding
from gampgen.settings import OnDoubt, Settings
from gampgen.workflow.events import SystemCategorised

_ASKING = frozenset({OnDoubt.ASK, OnDoubt.STOP})


def asks_a_person(proposal: Categorisation, settings: Settings) -> bool:
    """Whether the run waits for a decision: the proposal is in doubt, none was given, and the run was told to ask."""
    return proposal.needs_review and settings.decision is None and settings.on_doubt in _ASKING


def settled(
    proposal: Categorisation, findings: tuple[Finding, ...], decision: CategoryDecision | None, on_doubt: OnDoubt
) -> SystemCategorised:
    """The category for the rest of the run: a person's decision, the highest in question, or the proposal."""
    if decision is not None:
        category, told = categorisation.decided(proposal, findings, decision)
    elif proposal.needs_review and on_doubt is OnDoubt.HIGHEST:
        category, told = categorisation.highest(proposal, findings)
    else:
        category, told = proposal, findings
    return SystemCategorised(categorisation=category, findings=told)
