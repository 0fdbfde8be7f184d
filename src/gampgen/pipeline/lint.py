"""Findings only: read, recognise, review the wording, categorise and plan one document; write nothing."""

from __future__ import annotations

from pathlib import Path

from gampgen import categorisation, planning, quality, readers
from gampgen.domain.base import Value
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import Requirement
from gampgen.parsing import analysis, recognition
from gampgen.pipeline.acceptance import with_acceptances
from gampgen.settings import Settings


class LintReport(Value):
    """The findings of a document, with the requirements on which they stand. `sha256` is the document's."""

    file: str
    sha256: str
    requirements: tuple[Requirement, ...]
    findings: tuple[Finding, ...]


def lint(source: Path, settings: Settings) -> LintReport:
    """The findings that `gampgen generate` would have before it writes a test, accepted ones marked.

    Raises:
        InputError: the document cannot be read or holds no requirement. SeveralSystemsError: and none was chosen.
    """
    document = readers.read(source, settings.read)
    found = recognition.recognise(document, settings.read.system)
    requirements = analysis.analyse(found.requirements)
    category, doubts = categorisation.categorise(document, found, requirements, settings.decision)
    planned = tuple(planning.assess(one, category.category) for one in requirements)
    wording = tuple(finding for one in requirements for finding in quality.review_statement(one))
    findings = (
        *document.findings,
        *found.findings,
        *wording,
        *quality.review_set(requirements, found),
        *doubts,
        *planning.review(planned),
    )
    stamps = {one.uid: one.stamp for one in found.requirements}
    return LintReport(
        file=str(source),
        sha256=document.sha256,
        requirements=found.requirements,
        findings=with_acceptances(findings, settings.accepted, stamps, document.sha256),
    )
