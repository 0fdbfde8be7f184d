"""Findings in each form: read back by a parser, escaped, with fingerprints that outlive new lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from gampgen.domain.finding import Finding, FindingSeverity, Rule, Suppression
from gampgen.domain.location import Location
from gampgen.domain.requirement import IdSource, Requirement
from gampgen.exporting.findings import FindingFormat, written
from gampgen.exporting.findings.reported import ReportedFindings, reported

FILE = "a b/urs, final: 100%.md"


def requirement(line: int) -> Requirement:
    return Requirement(
        id="URS-1", uid="URS-1", id_source=IdSource.DOCUMENT, text="x", location=Location(line=line), stamp="s"
    )


def found(line: int = 7) -> ReportedFindings:
    error = Finding(
        code="RQ12",
        severity=FindingSeverity.ERROR,
        requirement_uid="URS-1",
        message="“fast” cannot be decided\nat all, 50 %: no <b>",
        hint="Say how fast",
    )
    again = error.model_copy(update={"message": "“easy” cannot be decided"})
    accepted = error.model_copy(
        update={
            "code": "RQ09",
            "severity": FindingSeverity.WARNING,
            "suppressed": Suppression(by="A. B", reason="known"),
        }
    )
    notice = Finding(
        code="RD07",
        severity=FindingSeverity.INFO,
        location=Location(page=2, paragraph=17),
        message="Hidden",
        hint="Look",
    )
    rules = (Rule(code="RQ12", name="Vague", manual="Vague words.", source="gampgen"),)
    findings = tuple(reported(FILE, (requirement(line),), (error, again, accepted, notice)))
    return ReportedFindings("1.0", (FILE, "clean.md"), findings, rules)


def test_full_and_concise_tell_place_message_and_acceptance() -> None:
    full, concise = (written(found(), form) for form in (FindingFormat.FULL, FindingFormat.CONCISE))
    assert "What to do: Say how fast" in full
    assert "Accepted by A. B: known" in full
    lines = concise.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith(f"{FILE}: URS-1: line 7: error RQ12 “fast” cannot be decided at all")
    assert lines[-1] == "2 documents: error 2, warning 0, info 1, accepted 1"


def test_json_holds_every_finding_and_who_accepted() -> None:
    held = json.loads(written(found(), FindingFormat.JSON))
    assert held["files"] == [FILE, "clean.md"]
    assert [one["suppressed"] for one in held["findings"]] == [None, None, {"by": "A. B", "reason": "known"}, None]
    assert held["findings"][0]["line"] == 7


def test_github_escapes_what_means_something_and_leaves_accepted_findings_out() -> None:
    lines = written(found(), FindingFormat.GITHUB).splitlines()
    assert lines[0].startswith("::error file=a b/urs%2C final%3A 100%25.md,line=7,title=RQ12 URS-1::")
    assert "%0Aat all, 50 %25: no <b>. Say how fast." in lines[0]
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::notice"]


def test_gitlab_has_what_its_format_asks_for() -> None:
    held = json.loads(written(found(), FindingFormat.GITLAB))
    assert len(held) == 3
    for one in held:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["path"] == FILE
    assert len({one["fingerprint"] for one in held}) == 3


def test_junit_fails_what_is_open_skips_what_is_accepted_and_passes_what_is_clean() -> None:
    read = JUnitXml.fromstring(written(found(), FindingFormat.JUNIT).encode())
    first, clean = list(read)
    assert (first.tests, first.failures, first.skipped) == (4, 2, 1)
    assert [case.is_failure for case in first] == [True, True, False, False]
    assert [case.is_passed for case in clean] == [True]


def test_sarif_has_rules_levels_logical_places_and_suppressions() -> None:
    held = json.loads(written(found(), FindingFormat.SARIF))
    assert held["version"] == "2.1.0"
    run = held["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()
        assert " " not in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    assert run["results"][2]["suppressions"][0]["justification"] == "A. B: known"
    assert run["results"][3]["locations"][0]["logicalLocations"][0]["name"] == "page 2, paragraph 17"


@pytest.mark.parametrize("form", FindingFormat)
def test_no_finding_at_all_is_written_too(form: FindingFormat) -> None:
    text = written(ReportedFindings("1.0", ("clean.md",), (), ()), form)
    assert "RQ" not in text
    if form in (FindingFormat.JSON, FindingFormat.GITLAB, FindingFormat.SARIF):
        json.loads(text)


def test_a_fingerprint_outlives_a_new_line_above_the_requirement() -> None:
    before, after = found(7).findings, found(8).findings
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert len({one.fingerprint for one in before}) == len(before)


def test_every_form_is_documented() -> None:
    listed = (Path(__file__).parents[2] / "docs" / "for-it-and-ci.md").read_text("utf-8")
    assert not [form for form in FindingFormat if f"`{form}`" not in listed]
