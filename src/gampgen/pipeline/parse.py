"""Only reading: what was recognised as a requirement, what was passed over and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gampgen import readers
from gampgen.domain.base import Value
from gampgen.domain.document import UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import DocumentRecord, PassedOver, Recognition, Requirement, Term
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


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as read, and what was recognised in it."""

    document: UrsDocument
    recognition: Recognition

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the reader noticed, then what recognition did."""
        return (*self.document.findings, *self.recognition.findings)

    def report(self) -> ParseReport:
        """What `gampgen parse` says about it."""
        found = self.recognition
        return ParseReport(
            document=found.document,
            system=found.system,
            requirements=found.requirements,
            passed_over=found.passed_over,
            terms=found.terms,
            roles=found.roles,
            findings=self.findings,
        )

    def page(self) -> bytes:
        """The document with each recognised requirement marked, as one page of HTML."""
        from gampgen.rendering.parse_view import parse_page  # noqa: PLC0415 - Jinja is loaded only for a page

        return parse_page(self.document, self.recognition, self.findings)


def parse(source: Path, settings: ReadSettings) -> Parsed:
    """Read a document and recognise its requirements. Raises InputError and SeveralSystemsError."""
    document = readers.read(source, settings)
    return Parsed(document, recognition.recognise(document, settings.system))
