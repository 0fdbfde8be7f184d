"""Apply the wording rules to one requirement, or to one statement that stands alone."""

from __future__ import annotations

from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.statement import Statement
from gampgen.quality.interface import Scope, Subject, WordingRule
from gampgen.quality.masking import mask
from gampgen.quality.wording import WORDING_RULES, non_binding_modal

_LONGEST = 5000  # characters of one statement that are looked at: more is no requirement but a chapter

_APPLIED = tuple(rule for rule in WORDING_RULES if rule.by_default)
_APPLIED_TO_REQUIREMENTS = tuple(rule for rule in _APPLIED if rule is not non_binding_modal.RULE)  # see `modality`


def review_text(statement: Statement) -> tuple[Finding, ...]:
    """What the wording rules object to in one statement that stands alone (`gampgen explain`).

    Args:
        statement: the statement, read.

    Returns:
        One finding per rule, in the order of the codes, without requirement and location.
    """
    return _review(_APPLIED, (statement,), None, None)


def review_statement(requirement: AnalysedRequirement) -> tuple[Finding, ...]:
    """What the wording rules object to in one requirement.

    Each statement is read alone; what a requirement leaves out is asked of text, items and acceptance criteria
    together. Whether "should" binds is a question for the whole document: `review_set` answers it.

    Args:
        requirement: the requirement with its statements read.

    Returns:
        One finding per rule, in the order of the codes, with the requirement's uid and location.
    """
    stated = (*requirement.statements, *((requirement.criteria,) if requirement.criteria else ()))
    one = requirement.requirement
    return _review(_APPLIED_TO_REQUIREMENTS, requirement.statements, one.uid, one.location, whole=stated)


def _review(
    rules: tuple[WordingRule, ...],
    statements: tuple[Statement, ...],
    uid: str | None,
    location: Location | None,
    whole: tuple[Statement, ...] | None = None,
) -> tuple[Finding, ...]:
    context = _text(whole or statements)
    single = tuple(_subject((statement,), context) for statement in statements)
    together = (_subject(statements, context),)
    findings = []
    for rule in rules:
        subjects = single if rule.scope is Scope.STATEMENT else together
        words = tuple(word for subject in subjects for word in rule.check(subject))
        if words:
            findings.append(rule.finding(words, uid, location))
    return tuple(findings)


def _text(statements: tuple[Statement, ...]) -> str:
    return "\n".join(statement.text[:_LONGEST] for statement in statements)


def _subject(statements: tuple[Statement, ...], context: str) -> Subject:
    text = _text(statements)
    return Subject(text=text, masked=mask(text), readings=statements, context=context)
