"""GitHub's workflow commands: an annotation for each finding that nobody accepted."""

from __future__ import annotations

from gampgen.exporting.findings.reported import ReportedFindings

_LEVEL = {"error": "error", "warning": "warning", "info": "notice"}


def workflow_commands(findings: ReportedFindings) -> str:
    """One `::error file=…,line=…,title=…::message` for each finding."""
    return "\n".join(
        f"::{_LEVEL[one.severity]} file={escaped_property(one.file)},line={one.line},"
        f"title={escaped_property(' '.join(filter(None, (one.code, one.requirement))))}::{escaped_data(one.sentences)}"
        for one in findings.findings
        if not one.accepted_by
    )


def escaped_data(text: str) -> str:
    """The message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """A property's value of a workflow command."""
    return escaped_data(text).replace(":", "%3A").replace(",", "%2C")
