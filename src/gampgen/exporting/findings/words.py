"""Findings for people: in full, or one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gampgen.exporting.findings.reported import ReportedFinding, ReportedFindings


def full(findings: ReportedFindings) -> str:
    """Each finding with its place, what to do, and who accepted it; the counts at the end."""
    return "\n".join([*(line for one in findings.findings for line in _full(one)), _counts(findings)])


def concise(findings: ReportedFindings) -> str:
    """One line for each finding; the counts at the end."""
    lines = (
        f"{_where(one)}: {one.severity} {one.code} {' '.join(one.message.split())}"
        f"{f' [accepted by {one.accepted_by}]' if one.accepted_by else ''}"
        for one in findings.findings
    )
    return "\n".join([*lines, _counts(findings)])


def _full(one: ReportedFinding) -> Iterator[str]:
    yield f"{_where(one)}: {one.severity} {one.code}"
    yield f"    {one.message}"
    yield f"    What to do: {one.hint}"
    if one.accepted_by:
        yield f"    Accepted by {one.accepted_by}: {one.accepted_reason}"
    yield ""


def _where(one: ReportedFinding) -> str:
    return ": ".join(filter(None, (one.file, one.requirement, one.place)))


def _counts(findings: ReportedFindings) -> str:
    open_ones = Counter(one.severity for one in findings.findings if not one.accepted_by)
    accepted = sum(bool(one.accepted_by) for one in findings.findings)
    told = ", ".join(f"{severity} {open_ones[severity]}" for severity in ("error", "warning", "info"))
    return f"{len(findings.files)} documents: {told}, accepted {accepted}"
