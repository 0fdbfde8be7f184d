"""How a run settles the category: whether a person is asked, and what the answer, or none, makes of the proposal."""

from __future__ import annotations

from gampgen import categorisation
from gampgen.domain.category import Categorisation, CategoryDecision
from gampgen.domain.finding import Finding
from gampgen.errors import InternalError
from gampgen.settings import OnDoubt, Settings
from gampgen.workflow.events import DecisionAsked, SystemCategorised

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


def answered(asked: DecisionAsked | None, decision: CategoryDecision | None) -> SystemCategorised:
    """The category after a person's answer; without a decision the proposal stands.

    Raises:
        InternalError: nobody had asked.
    """
    if asked is None:
        raise InternalError("A decision came that nobody had asked for", hint="Please report this")
    return settled(asked.question.proposal, asked.question.doubts, decision, OnDoubt.PROPOSED)
