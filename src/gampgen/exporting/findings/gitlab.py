"""GitLab's code quality report."""

from __future__ import annotations

import json

from gampgen.exporting.findings.reported import ReportedFindings

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def code_quality(findings: ReportedFindings) -> str:
    """An entry for each finding that nobody accepted."""
    held = [
        {
            "description": " ".join(f"{one.requirement} {one.sentences}".split()),
            "check_name": one.code,
            "fingerprint": one.fingerprint,
            "severity": _SEVERITY[one.severity],
            "location": {"path": one.file, "lines": {"begin": one.line}},
        }
        for one in findings.findings
        if not one.accepted_by
    ]
    return json.dumps(held, indent=1, ensure_ascii=False)
