"""What a person must settle about a category, as findings."""

from __future__ import annotations

from gampgen.categorisation import rules
from gampgen.categorisation.passages import BLANK
from gampgen.categorisation.scoring import (
    Scores,
    confidence,
    conflicts,
    custom_part_is_harmless,
    has_custom_part,
)
from gampgen.domain.category import CategoryDecision, GampCategory
from gampgen.domain.finding import Finding, FindingSeverity, Rule

_CLEAR = 0.35


def findings_on(
    scores: Scores, proposed: GampCategory | None, claimed: tuple[GampCategory, ...]
) -> tuple[Finding, ...]:
    """All findings on a proposal, most serious first."""
    if proposed is None:
        return (_no_evidence(), *_claim(None, claimed))
    return (
        *_conflict(scores),
        *_open(scores),
        *_close(scores, proposed),
        *_part(scores, proposed),
        *_claim(proposed, claimed),
    )


def asks_for_a_person(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding needs a person's decision."""
    return any(finding.severity is not FindingSeverity.INFO for finding in findings)


def after_decision(
    proposed: GampCategory | None, decision: CategoryDecision, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings once a person has decided: they inform, and a decision against the evidence is said."""
    kept = tuple(finding.model_copy(update={"severity": FindingSeverity.INFO}) for finding in findings)
    if proposed is None or proposed is decision.category:
        return kept
    against = _finding(
        rules.DECISION,
        FindingSeverity.WARNING,
        f"{decision.decided_by} decided category {decision.category.value}; the document's words speak for "
        f"category {proposed.value}",
        "Keep the reason with the validation plan, or decide again",
    )
    return (against, *kept)


def raised(taken: GampCategory, proposed: str) -> Finding:
    """The finding on a run that was told to take the highest category in doubt."""
    return _finding(
        rules.HIGHEST,
        FindingSeverity.WARNING,
        f"In doubt the highest category in question was taken, {taken.value}; the rules propose {proposed}",
        "Decide with --category N --decided-by NAME --reason TEXT",
    )


def _finding(rule: Rule, severity: FindingSeverity, message: str, hint: str, uid: str | None = None) -> Finding:
    return Finding(code=rule.code, severity=severity, requirement_uid=uid, message=message, hint=hint)


def _no_evidence() -> Finding:
    return _finding(
        rules.NO_EVIDENCE,
        FindingSeverity.ERROR,
        "Nothing in the document says whether the system is used as supplied, configured, or written for this use",
        rules.QUESTIONS,
    )


def _conflict(scores: Scores) -> list[Finding]:
    return [
        _finding(
            rules.CONFLICT,
            FindingSeverity.WARNING,
            f"'{one.sweeping.quote}' and '{one.against.quote}' cannot both be true of the whole system",
            "Say which part is meant by each; until then the higher category is planned for",
            one.against.passage.requirement_uid,
        )
        for one in conflicts(scores)
    ]


def _open(scores: Scores) -> list[Finding]:
    first = next((one for one in scores.mentions if one.open), None)
    if first is None:
        return []
    return [
        _finding(
            rules.OPEN,
            FindingSeverity.WARNING,
            f"It is left open how a part is made: '{' '.join(first.passage.text.replace(BLANK, '').split())}'",
            "Decide whether it is configured or written, and say so in the document",
            first.passage.requirement_uid,
        )
    ]


def _close(scores: Scores, proposed: GampCategory) -> list[Finding]:
    sure = confidence(scores, proposed)
    if sure >= _CLEAR:
        return []
    return [
        _finding(
            rules.CLOSE,
            FindingSeverity.WARNING,
            f"Category {proposed.value} is proposed with low confidence ({sure:.2f})",
            rules.QUESTIONS,
        )
    ]


def _part(scores: Scores, proposed: GampCategory) -> list[Finding]:
    if proposed is GampCategory.CUSTOM or not has_custom_part(scores):
        return []
    first = scores.speaking(GampCategory.CUSTOM)[0]
    harmless = custom_part_is_harmless(scores)
    return [
        _finding(
            rules.PART,
            FindingSeverity.INFO if harmless else FindingSeverity.WARNING,
            f"'{first.quote}' is a part of category 5 in a system of category {proposed.value}",
            "Specify, review and test this part as custom software"
            if harmless
            else "Say whether a GxP decision hangs on this part: if so, the system is planned as category 5",
            first.passage.requirement_uid,
        )
    ]


def _claim(proposed: GampCategory | None, claimed: tuple[GampCategory, ...]) -> list[Finding]:
    if not claimed or claimed == (proposed,):
        return []
    said = " or ".join(str(category.value) for category in claimed)
    found = f"its words speak for category {proposed.value}" if proposed else "its words give no evidence for any"
    return [
        _finding(
            rules.CLAIM,
            FindingSeverity.WARNING,
            f"The document claims category {said}; {found}",
            "Settle the category and correct the document, or decide with --category",
        )
    ]
