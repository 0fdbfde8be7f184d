"""Findings as one JSON document."""

from __future__ import annotations

import json
from dataclasses import asdict

from gampgen.exporting.findings.reported import ReportedFindings


def as_json(findings: ReportedFindings) -> str:
    """`schema_version`, `files` and `findings`: the fields of `ReportedFinding`; `suppressed` null, or who and why."""
    held = []
    for one in findings.findings:
        fields = asdict(one)
        by, reason = fields.pop("accepted_by"), fields.pop("accepted_reason")
        held.append({**fields, "suppressed": {"by": by, "reason": reason} if by else None})
    return json.dumps(
        {"schema_version": "1.0", "files": list(findings.files), "findings": held}, indent=1, ensure_ascii=False
    )
