"""Only reading: what was recognised as a requirement, what was passed over and why."""

from __future__ import annotations

from pathlib import Path

from gampgen import readers
from gampgen.domain.base import Value
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import DocumentRecord, PassedOver, Requirement, Term
from gampgen.parsing import recognition
from gampgen.settings import ReadSettings


class ParseReport(Value):
    """What `gampgen parse` says about a document. Field names are the contract's."""

    document: DocumentRecord
    system: str
    requirements: tuple[Requirement, ...]
    passed_over: tuple[PassedOver, ...]
    terms: tuple[Term, ...]
    roles: tuple[Term, ...]
    findings: tuple[Finding, ...]


def parse(source: Path, settings: ReadSettings) -> ParseReport:
    """Read a document and recognise its requirements. Raises InputError and SeveralSystemsError."""
    document = readers.read(source, settings)
    found = recognition.recognise(document, settings.system)
    return ParseReport(
        document=found.document,
        system=found.system,
        requirements=found.requirements,
        passed_over=found.passed_over,
        terms=found.terms,
        roles=found.roles,
        findings=(*document.findings, *found.findings),
    )
