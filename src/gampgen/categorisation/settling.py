"""What becomes of a proposal that is in doubt: a question, a person's decision, or the highest category in question."""

from __future__ import annotations

from gampgen.categorisation import review
from gampgen.domain.category import (
    Categorisation,
    CategoryChoice,
    CategoryDecision,
    CategoryQuestion,
    DecidedBy,
    GampCategory,
)
from gampgen.domain.finding import Finding

NAMES = {
    GampCategory.CUSTOM: "custom application",
    GampCategory.CONFIGURED: "configured product",
    GampCategory.STANDARD: "standard product used as supplied",
    GampCategory.INFRASTRUCTURE: "infrastructure",
}


def question_on(proposal: Categorisation, findings: tuple[Finding, ...]) -> CategoryQuestion:
    """What a person is asked about a proposal: why it is in doubt; each category, and what speaks for or against it."""
    reasons = {other.category: other.reason for other in proposal.alternatives}
    if proposal.category is not None:
        reasons[proposal.category] = proposal.rationale
    return CategoryQuestion(
        proposal=proposal,
        doubts=findings,
        choices=tuple(
            CategoryChoice(category=category, meaning=NAMES[category], reason=reasons[category])
            for category in GampCategory
        ),
    )


def decided(
    proposal: Categorisation, findings: tuple[Finding, ...], decision: CategoryDecision
) -> tuple[Categorisation, tuple[Finding, ...]]:
    """The person's decision in the proposal's place; what the rules found stays on record, for information."""
    proposed = f"category {proposal.category.value}" if proposal.category else "no category"
    rationale = (
        f"Decided by {decision.decided_by}: {decision.reason} (the rules propose {proposed}: {proposal.rationale})"
    )
    settled = proposal.model_copy(
        update={
            "category": decision.category,
            "rationale": rationale,
            "needs_review": False,
            "decided_by": DecidedBy.PERSON,
            "decision": decision,
        }
    )
    return settled, review.after_decision(proposal.category, decision, findings)


def highest(proposal: Categorisation, findings: tuple[Finding, ...]) -> tuple[Categorisation, tuple[Finding, ...]]:
    """The highest category that any evidence, or the document's own claim, speaks for; a person is still asked for.

    Where nothing speaks for any category there is no highest one either: the proposal stays without a category.
    """
    in_question = [other.category for other in proposal.alternatives if other.score > 0]
    in_question += [part.category for part in proposal.components]
    in_question += [category for category in (proposal.category, proposal.claimed) if category is not None]
    taken = max(in_question, default=None)
    if taken is None or taken is proposal.category:
        return proposal, findings
    proposed = f"category {proposal.category.value}" if proposal.category else "no category"
    rationale = (
        f"The highest category in question, {taken.value}, is planned for, as the run was told to do in doubt "
        f"(the rules propose {proposed}: {proposal.rationale})"
    )
    raised = proposal.model_copy(update={"category": taken, "rationale": rationale})
    return raised, (review.raised(taken, proposed), *findings)
