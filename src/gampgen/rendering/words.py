"""The suite's codes in words, as every output prints them."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.advice import AgentName
from gampgen.domain.category import Categorisation, GampCategory
from gampgen.domain.risk import DispositionKind

CATEGORY = {
    GampCategory.INFRASTRUCTURE: "infrastructure software",
    GampCategory.STANDARD: "standard product, not configured",
    GampCategory.CONFIGURED: "configured product",
    GampCategory.CUSTOM: "custom application",
}

DISPOSITION = {
    DispositionKind.OQ: "OQ test",
    DispositionKind.IQ: "Installation qualification",
    DispositionKind.PQ: "Performance qualification",
    DispositionKind.CONFIGURATION_CHECK: "Configuration check",
    DispositionKind.PROCEDURE: "Procedure",
    DispositionKind.SUPPLIER_EVIDENCE: "Supplier evidence",
    DispositionKind.QUERY: "Query to the author",
}

AGENT = {AgentName.CONTEXT: "Context", AgentName.SME: "SME", AgentName.RESEARCH: "Research"}

_CLAUSE_STATUS = {"draft": "draft, not binding", "superseded": "superseded, not current"}


def in_words(code: StrEnum | str) -> str:
    """A code as words: `boundary_value_analysis` → "Boundary value analysis"."""
    words = str(code).replace("_", " ")
    return words[:1].upper() + words[1:]


def clause_status(status: str) -> str:
    """The status of a clause in words; a draft says that it does not bind."""
    return _CLAUSE_STATUS.get(status, status.replace("_", " "))


def category(number: GampCategory) -> str:
    """The category with its meaning: "4 (configured product)"."""
    return f"{number.value} ({CATEGORY[number]})"


def proposed_category(categorisation: Categorisation) -> str:
    """The category as the cover states it: a proposal, a person's decision, or a blank."""
    if categorisation.category is None:
        return "<GAMP category: the document holds no evidence for one>"
    stated = f"GAMP 5 category {category(categorisation.category)}"
    return f"{stated}, {'decided by a person' if categorisation.decision else 'proposed'}"


def category_basis(categorisation: Categorisation) -> str:
    """Who proposed or decided the category, how sure, and what is still to be done about it."""
    if categorisation.decision:
        decision = categorisation.decision
        basis = f"Decided by {decision.decided_by}: {decision.reason}"
    else:
        by = "a language model" if categorisation.decided_by == "llm" else "rules"
        basis = f"Proposed by {by}, confidence {categorisation.confidence:.2f} (0 to 1)"
    review = " The evidence is not enough: a person must decide." if categorisation.needs_review else ""
    return f"{basis.rstrip('.')}. For approval by the process owner and the quality unit.{review}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 test", "3 tests"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
