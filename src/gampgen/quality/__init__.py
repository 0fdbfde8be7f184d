"""Quality of requirements: one rule per module, applied to a statement, a requirement, or the whole set."""

from __future__ import annotations

from gampgen.domain.finding import Finding, Rule
from gampgen.domain.requirement import AnalysedRequirement, Recognition
from gampgen.quality import abbreviations, conflicts, duplicates, mixed_units
from gampgen.quality.modality import non_binding_modals
from gampgen.quality.review import review_statement, review_text
from gampgen.quality.similarity import entry, neighbours
from gampgen.quality.wording import WORDING_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *(wording.rule for wording in WORDING_RULES),
            abbreviations.RULE,
            conflicts.RULE,
            duplicates.RULE,
            mixed_units.RULE,
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule with its manual, in the order of the codes."""

__all__ = ["RULES", "review_set", "review_statement", "review_text"]


def review_set(requirements: tuple[AnalysedRequirement, ...], recognition: Recognition) -> tuple[Finding, ...]:
    """What only the whole set shows: abbreviations, conflicts, duplicates, mixed units, modal words.

    Repeated ids and references to ids that do not exist are findings of recognition (REC01, REC07).

    Args:
        requirements: all requirements of the document, read, in its order.
        recognition: what was recognised in the document; its terms and roles explain abbreviations.

    Returns:
        The findings, rule by rule, each in the document's order.
    """
    entries = tuple(entry(one.requirement, statement) for one in requirements for statement in one.statements)
    pairs = tuple(neighbours(entries))
    return (
        *abbreviations.undefined_abbreviations(requirements, recognition),
        *non_binding_modals(requirements),
        *(finding for pair in pairs for finding in conflicts.conflict(*pair)),
        *(finding for pair in pairs for finding in duplicates.duplicate(*pair)),
        *mixed_units.mixed_units(requirements),
    )
