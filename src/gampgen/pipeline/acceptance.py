"""Findings that a person lives with: suppressed where they stand, listed all the same, back when the words change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gampgen.audit.record import Occurrence
from gampgen.domain.finding import Finding, FindingSeverity, Rule, Suppression
from gampgen.domain.suite import OQTestSuite
from gampgen.settings import AcceptedFinding

RULES = (
    Rule(
        code="AC01",
        name="Accepted for an earlier wording",
        manual=(
            "gampgen.yaml accepts this finding for an earlier wording of the requirement (or an earlier version of the"
            " document). The acceptance no longer holds: whoever accepted the finding did not know the present words."
            " Look again, and run gampgen accept, or take the entry out of gampgen.yaml."
        ),
        source="gampgen",
    ),
)


def with_acceptances(
    findings: tuple[Finding, ...],
    accepted: Iterable[AcceptedFinding],
    stamps: Mapping[str, str],
    document_sha256: str,
) -> tuple[Finding, ...]:
    """The findings, those that were accepted as suppressed, and a notice for each acceptance that no longer holds.

    Args:
        findings: of one document.
        accepted: the acceptances of the project.
        stamps: the stamp of each requirement of the document, by unique id.
        document_sha256: the document's digest, which stands for a stamp where a finding is on no requirement.
    """
    known = tuple(accepted)
    marked = tuple(_marked(finding, known, stamps, document_sha256) for finding in findings)
    return (*marked, *_outdated(marked, known, stamps))


def suite_with_acceptances(suite: OQTestSuite, accepted: Iterable[AcceptedFinding]) -> OQTestSuite:
    """The suite with its findings so marked."""
    stamps = {one.uid: one.stamp for one in suite.requirements}
    return suite.model_copy(
        update={"findings": with_acceptances(suite.findings, accepted, stamps, suite.document.sha256)}
    )


def suppressions(suite: OQTestSuite) -> Iterator[Occurrence]:
    """What the journal says of each suppressed finding: who lives with it, and why."""
    for finding in suite.findings:
        if finding.suppressed:
            where = finding.requirement_uid or place_of(finding) or suite.document.file_name
            yield Occurrence(
                actor=finding.suppressed.by,
                action="finding_accepted",
                subject=f"{finding.code} {where}",
                reason=finding.suppressed.reason,
            )


def place_of(finding: Finding) -> str:
    """Where a finding on no requirement stands, in words; "" for the document as a whole or a requirement."""
    return finding.location.in_words() if finding.location and not finding.requirement_uid else ""


def stamp_of(finding: Finding, stamps: Mapping[str, str], document_sha256: str) -> str:
    """What an acceptance of the finding is bound to: the requirement's stamp, or the document's digest."""
    return stamps.get(finding.requirement_uid or "", document_sha256)


def _marked(
    finding: Finding, accepted: tuple[AcceptedFinding, ...], stamps: Mapping[str, str], document_sha256: str
) -> Finding:
    stamp = stamp_of(finding, stamps, document_sha256)
    for one in accepted:
        if _same(one, finding) and one.stamp == stamp:
            return finding.model_copy(update={"suppressed": Suppression(by=one.by, reason=one.reason)})
    return finding


def _outdated(
    findings: tuple[Finding, ...], accepted: tuple[AcceptedFinding, ...], stamps: Mapping[str, str]
) -> Iterator[Finding]:
    """A notice for each acceptance whose finding is here, for other words.

    Only on requirements: a project may hold several documents, and each has findings of its own.
    """
    for one in accepted:
        open_here = any(_same(one, finding) and not finding.suppressed for finding in findings)
        if one.requirement in stamps and open_here:
            yield Finding(
                code="AC01",
                severity=FindingSeverity.INFO,
                requirement_uid=one.requirement,
                message=f"{one.by} accepted {one.code} for other words of this requirement: the finding is open again",
                hint="Look again: accept it anew, or take the entry out of gampgen.yaml",
            )


def _same(one: AcceptedFinding, finding: Finding) -> bool:
    return (one.code, one.requirement, one.place) == (finding.code, finding.requirement_uid, place_of(finding))
