"""What a document of this kind normally has requirements for, and this one does not."""

from __future__ import annotations

from gampgen.domain.advice import Advice, AdviceKind, AgentName
from gampgen.domain.requirement import Recognition, Requirement
from gampgen.domain.trace import Source, SourceKind
from gampgen.knowledge import Knowledge
from gampgen.knowledge.clauses import Expectation
from gampgen.knowledge.retrieval import occurrences


def gaps(reference: Knowledge, recognition: Recognition) -> list[Advice]:
    """One piece of advice per topic that no requirement treats although another one's words lead to expect it.

    Each quotes the words that raise the expectation ("electronic signature" in URS-7) and names the clause that asks
    for the topic. A topic that is treated anywhere in the document, also in its headings, is no gap.
    """
    return [
        _gap(reference, expectation, *raised)
        for expectation in reference.expectations
        if (raised := _raised(expectation, recognition)) is not None and not _met(expectation, recognition)
    ]


def _texts(requirement: Requirement) -> tuple[str, ...]:
    return (requirement.text, *requirement.items, requirement.acceptance_criteria or "")


def _raised(expectation: Expectation, recognition: Recognition) -> tuple[Requirement, str] | None:
    """The first requirement that raises the expectation, and its words."""
    for requirement in recognition.requirements:
        for text in _texts(requirement):
            for hit in occurrences(expectation.expected_with, text):
                return requirement, text[hit.start : hit.end]
    return None


def _met(expectation: Expectation, recognition: Recognition) -> bool:
    texts = [text for requirement in recognition.requirements for text in (requirement.section, *_texts(requirement))]
    texts += [passed.text for passed in recognition.passed_over]
    texts += [f"{role.name}: {role.meaning}" for role in recognition.roles]  # "has no right to sign" is said there
    return any(occurrences(expectation.met_by, text) for text in texts)


def _gap(reference: Knowledge, expectation: Expectation, requirement: Requirement, words: str) -> Advice:
    clause = reference.clause(expectation.clause)
    return Advice(
        agent=AgentName.RESEARCH,
        requirement_uid=None,
        kind=AdviceKind.GAP,
        text=(
            f"No requirement speaks of {expectation.topic} ({clause.cited_as}); "
            f"{requirement.id} leads to expect one: '{words}'"
        ),
        source=Source(kind=SourceKind.CLAUSE, requirement_uid=requirement.uid, ref=clause.id, quote=words),
        clause_status=clause.status.value,
    )
