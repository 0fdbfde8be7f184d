"""SARIF 2.1.0 (OASIS): findings with their rules; accepted ones as suppressions with their reason."""

from __future__ import annotations

import json
from urllib.parse import quote

from gampgen.exporting.findings.reported import ReportedFinding, ReportedFindings

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(findings: ReportedFindings) -> str:
    """The JSON. Requirements stand in `logicalLocations`, since a Word file has no lines."""
    codes = list(dict.fromkeys(one.code for one in findings.findings))
    known = {rule.code: rule for rule in findings.rules}
    rules = [
        {
            "id": code,
            "name": known[code].name,
            "shortDescription": {"text": known[code].name},
            "fullDescription": {"text": " ".join(known[code].manual.split())},
            "help": {"text": f"Source: {known[code].source}"},
        }
        if code in known
        else {"id": code}
        for code in codes
    ]
    driver = {"name": "gampgen", "version": findings.version, "rules": rules}
    results = [_result(one, codes.index(one.code)) for one in findings.findings]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _result(one: ReportedFinding, index: int) -> dict[str, object]:
    where: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(one.file)},
            "region": {"startLine": one.line},
        }
    }
    if one.requirement or one.place:
        where["logicalLocations"] = [{"name": one.requirement or one.place, "kind": "requirement"}]
    held: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVEL[one.severity],
        "message": {"text": one.sentences},
        "locations": [where],
        "partialFingerprints": {"requirementAndRule/v1": one.fingerprint},
    }
    if one.accepted_by:
        words = f"{one.accepted_by}: {one.accepted_reason}"
        held["suppressions"] = [{"kind": "external", "status": "accepted", "justification": words}]
    return held


def _uri(file: str) -> str:
    return quote(file.replace("\\", "/"))
