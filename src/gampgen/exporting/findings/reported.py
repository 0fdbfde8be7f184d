"""A finding as it is reported: with its file, its place, and a fingerprint that outlives a new line above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gampgen.domain.finding import Finding, Rule
from gampgen.domain.requirement import Requirement
from gampgen.domain.visible import bare_blanks, visible


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One finding. `requirement` is the printed id or ""; `place` in words; `line` 1 where the file has no lines.

    `fingerprint` (hexadecimal) is made of file, requirement or place, code, and a count where all these are the same.
    """

    file: str
    code: str
    severity: str
    requirement: str
    place: str
    line: int
    message: str
    hint: str
    fingerprint: str
    accepted_by: str
    accepted_reason: str

    @property
    def sentences(self) -> str:
        """What is wrong and what to do, as sentences."""
        return f"{self.message.rstrip('.')}. {self.hint.rstrip('.')}."


@dataclass(frozen=True, slots=True)
class ReportedFindings:
    """All findings of a call, in the documents' order, with the files and the rules that they name."""

    version: str
    files: tuple[str, ...]
    findings: tuple[ReportedFinding, ...]
    rules: tuple[Rule, ...]


def reported(file: str, requirements: Iterable[Requirement], findings: Iterable[Finding]) -> Iterator[ReportedFinding]:
    """The findings of one document, ready to be reported."""
    by_uid = {one.uid: one for one in requirements}
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        on = by_uid.get(finding.requirement_uid or "")
        location = finding.location or (on.location if on else None)
        place = location.in_words() if location else ""
        named = finding.requirement_uid or place
        seen[named, finding.code] += 1
        key = "\0".join((file, named, finding.code, str(seen[named, finding.code])))
        yield ReportedFinding(
            file=file,
            code=finding.code,
            severity=finding.severity.value,
            requirement=visible((on.id or on.uid) if on else finding.requirement_uid or ""),
            place=visible(place),
            line=(location.line if location else None) or 1,
            message=visible(bare_blanks(finding.message)),
            hint=visible(bare_blanks(finding.hint)),
            fingerprint=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
            accepted_by=visible(finding.suppressed.by) if finding.suppressed else "",
            accepted_reason=visible(finding.suppressed.reason) if finding.suppressed else "",
        )
