"""Document in, category out: a proposal with its evidence, what speaks against it, and what a person must settle."""

from __future__ import annotations

from gampgen.categorisation import review
from gampgen.categorisation.claim import claimed_categories
from gampgen.categorisation.mentions import Mention, mentions_in
from gampgen.categorisation.passages import passages_of
from gampgen.categorisation.scoring import (
    CATEGORIES,
    Scores,
    confidence,
    custom_part_is_harmless,
    has_custom_part,
    headline,
    score,
)
from gampgen.categorisation.settling import NAMES, decided
from gampgen.domain.category import (
    Categorisation,
    CategoryAlternative,
    CategoryDecision,
    CategoryEvidence,
    DecidedBy,
    GampCategory,
    SystemComponent,
)
from gampgen.domain.document import UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import AnalysedRequirement, Recognition

_QUOTED = 3


def categorise(
    document: UrsDocument | None,
    recognition: Recognition,
    requirements: tuple[AnalysedRequirement, ...],
    decision: CategoryDecision | None,
) -> tuple[Categorisation, tuple[Finding, ...]]:
    """Propose the GAMP software category of the system, or record a person's decision beside the proposal.

    The arguments are those of `propose`, and a person's decision or None.
    """
    proposal, findings = propose(document, recognition, requirements)
    return decided(proposal, findings, decision) if decision else (proposal, findings)


def propose(
    document: UrsDocument | None, recognition: Recognition, requirements: tuple[AnalysedRequirement, ...]
) -> tuple[Categorisation, tuple[Finding, ...]]:
    """Propose the GAMP software category of the system.

    The document's own words decide: what is used as supplied, set up, or written for this use. The category that the
    document claims, and names of files and products, do not.

    Args:
        document: the document as read, for title and running text; None to decide on the requirements alone.
        recognition: what was recognised in it.
        requirements: the requirements, read.

    Returns:
        The categorisation, and the findings about it. Without any evidence the category is None, `needs_review` is
        set, and one finding is an error.
    """
    scores = score(mentions_in(passages_of(document, recognition, requirements)))
    proposed = headline(scores)
    claimed = claimed_categories(recognition)
    findings = review.findings_on(scores, proposed, claimed)
    proposal = Categorisation(
        category=proposed,
        confidence=confidence(scores, proposed) if proposed else 0.0,
        rationale=_rationale(scores, proposed),
        evidence=_evidence(scores),
        alternatives=_alternatives(scores, proposed),
        components=_components(scores, proposed),
        claimed=claimed[0] if len(claimed) == 1 else None,
        needs_review=review.asks_for_a_person(findings),
        decided_by=DecidedBy.RULES,
        proposed=proposed,
    )
    return proposal, findings


def _evidence(scores: Scores) -> tuple[CategoryEvidence, ...]:
    """Every mention that counts, in the document's order; business words only where infrastructure is in question."""
    infrastructure = any(scores.speaking(GampCategory.INFRASTRUCTURE))
    return tuple(
        CategoryEvidence(
            requirement_uid=one.passage.requirement_uid,
            location=one.passage.location,
            quote=one.quote,
            indicator=one.indicator,
            category=one.category,
            weight=one.weight,
        )
        for one in scores.mentions
        if one.weight and (one.category is not GampCategory.INFRASTRUCTURE or infrastructure)
    )


def _telling(scores: Scores, category: GampCategory) -> str:
    """The strongest words for a category, each with its place: "'as delivered' (URS-3)"."""
    strongest = sorted(scores.speaking(category), key=lambda one: -one.weight)
    distinct = {one.quote.lower(): one for one in reversed(strongest)}
    kept = [one for one in strongest if distinct[one.quote.lower()] is one][:_QUOTED]
    return ", ".join(f"'{one.quote}' ({_where(one)})" for one in kept)


def _where(mention: Mention) -> str:
    if mention.passage.requirement_uid:
        return mention.passage.requirement_uid
    return mention.passage.location.in_words() if mention.passage.location else "title"


def _rationale(scores: Scores, proposed: GampCategory | None) -> str:
    if proposed is None:
        return (
            "Nothing in the document says whether the system is used as supplied, configured, or written for this use."
        )
    parts = [f"Category {proposed.value}, {NAMES[proposed]}: {_telling(scores, proposed)}."]
    against = [other for other in CATEGORIES if other is not proposed and scores.of(other)]
    parts += [f"For category {other.value} speaks {_telling(scores, other)}." for other in against]
    if proposed is not GampCategory.CUSTOM and has_custom_part(scores):
        why = "no GxP decision hangs on it" if custom_part_is_harmless(scores) else "it is a small part of the system"
        parts.append(f"The custom part is named as a component and does not set the headline: {why}.")
    return " ".join(parts)


def _alternatives(scores: Scores, proposed: GampCategory | None) -> tuple[CategoryAlternative, ...]:
    """The categories that were not chosen, best first, each with the reason that the evidence gives."""
    others = sorted((one for one in CATEGORIES if one is not proposed), key=lambda one: (-scores.of(one), -one.value))
    return tuple(
        CategoryAlternative(
            category=other, score=round(scores.share(other), 2), reason=_why_not(scores, proposed, other)
        )
        for other in others
    )


def _why_not(scores: Scores, proposed: GampCategory | None, other: GampCategory) -> str:
    if scores.of(other) and proposed is not None:
        return f"{_telling(scores, other)} speaks for it, but {_weighs_more(scores, proposed, other)}"
    against = [one for one in scores.mentions if one.category is other and one.weight < 0]
    if against:
        return f"the document speaks against it: '{against[0].quote}' ({_where(against[0])})"
    return "no words of the document speak for it"


def _weighs_more(scores: Scores, proposed: GampCategory, other: GampCategory) -> str:
    """Why the proposal goes before a category that evidence speaks for as well."""
    if scores.of(proposed) > scores.of(other):
        return "less than what speaks for the category chosen"
    if proposed is GampCategory.CUSTOM:
        return "code that is written for this use sets the category where it is no small part"
    return f"of categories that lie close together the higher one is planned for, {proposed.value}"


def _components(scores: Scores, proposed: GampCategory | None) -> tuple[SystemComponent, ...]:
    """The parts, where code written for this use stands beside a product: each requirement in its highest category."""
    if proposed is None or not has_custom_part(scores):
        return ()
    belongs: dict[str, GampCategory] = {}
    for category in CATEGORIES:
        for one in scores.saying(category):
            if one.passage.requirement_uid:
                belongs.setdefault(one.passage.requirement_uid, category)
    parts = [category for category in CATEGORIES if category in belongs.values()]
    if len(parts) < _LEAST_PARTS:
        return ()
    return tuple(
        SystemComponent(
            name=_part_name(scores, category),
            category=category,
            requirement_uids=tuple(uid for uid, own in belongs.items() if own is category),
            reason=_telling(scores, category),
        )
        for category in sorted(parts, reverse=True)
    )


_LEAST_PARTS = 2


def _part_name(scores: Scores, category: GampCategory) -> str:
    strongest = max(scores.speaking(category), key=lambda one: one.weight)
    return f"{NAMES[category]} ({strongest.name})"
