"""What planning has to tell the author and the reviewer."""

from __future__ import annotations

from collections.abc import Sequence

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.planning.disposition import decide
from gampgen.planning.stated import stated_class, stated_kinds, stated_level, stated_not_gxp
from gampgen.planning.tables import rank

_FAR_APART = 2


def review(planned: Sequence[PlannedRequirement]) -> tuple[Finding, ...]:
    """The findings of planning over all requirements, in the document's order.

    Args:
        planned: the requirements with risk and disposition.
    """
    checks = (_stated_risk, _question, _stated_verification, _stated_relevance)
    return tuple(found for one in planned for check in checks if (found := check(one)) is not None)


def _finding(requirement: Requirement, code: str, severity: FindingSeverity, message: str, hint: str) -> Finding:
    return Finding(
        code=code, severity=severity, requirement_uid=requirement.uid, location=requirement.location, message=message,
        hint=hint,
    )  # fmt: skip


def _stated_risk(planned: PlannedRequirement) -> Finding | None:
    """PL01: stated and derived level are two levels apart."""
    requirement, risk = planned.analysed.requirement, planned.risk
    pairs = ((stated_class(requirement), "risk"), (requirement.stated_priority, "priority"))
    for stated, name in pairs:
        level = stated_level(stated)
        if level is not None and abs(rank(level) - rank(risk.priority)) >= _FAR_APART:
            message = f'The document states the {name} "{stated}"; its words give the priority {risk.priority}.'
            hint = f"Settle which one holds and record the reason. Derived: {risk.rationale}"
            return _finding(requirement, "PL01", FindingSeverity.WARNING, message, hint)
    return None


def _question(planned: PlannedRequirement) -> Finding | None:
    """PL02: a query, with the wording proposed."""
    if planned.disposition.kind is not DispositionKind.QUERY:
        return None
    decision = decide(planned.analysed)
    proposal = decision.proposal
    if decision.rule == "DS21":  # the document as a whole has its finding (REC06); here only what can be used
        return _anchors(planned.analysed.requirement, proposal) if proposal else None
    hint = (
        f"Ask the author. A measurable wording would be: {proposal}" if proposal else "Ask the author what is demanded."
    )
    message = f"No test can show this as it stands: {planned.disposition.reason}"
    return _finding(planned.analysed.requirement, "PL02", FindingSeverity.WARNING, message, hint)


def _anchors(requirement: Requirement, anchors: str) -> Finding:
    """PL05: the values and terms in wording that was not analysed."""
    message = (
        f"Values and terms in the wording of “{requirement.language}”, for the tests that its author writes: {anchors}."
    )
    hint = "Say for each value what has to happen at it and beside it."
    return _finding(requirement, "PL05", FindingSeverity.INFO, message, hint)


def _stated_verification(planned: PlannedRequirement) -> Finding | None:
    """PL03: the document names another stage than the derived one."""
    requirement, kind = planned.analysed.requirement, planned.disposition.kind
    stated = stated_kinds(requirement.stated_verification)
    if not stated or kind in stated or kind is DispositionKind.QUERY:
        return None
    message = f'The document states the verification "{requirement.stated_verification}"; derived is {kind}.'
    hint = f"Settle where the requirement is verified. Derived: {planned.disposition.reason}"
    return _finding(requirement, "PL03", FindingSeverity.WARNING, message, hint)


def _stated_relevance(planned: PlannedRequirement) -> Finding | None:
    """PL04: called not GxP relevant, but names product, patient or record."""
    requirement = planned.analysed.requirement
    stated = stated_not_gxp(requirement)
    if stated is None or not planned.gxp_impact.areas:
        return None
    touched = planned.gxp_impact.reason.replace(f'; the document states "{stated}"', "")
    message = f'The document states "{stated}", yet the requirement touches {touched}'
    return _finding(
        requirement, "PL04", FindingSeverity.INFO, message, "Confirm the classification or correct it in the document."
    )
