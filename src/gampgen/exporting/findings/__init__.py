"""Findings in the forms that people and build servers read, one file for each form."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line asks for the names alone
    from gampgen.exporting.findings.reported import ReportedFindings


class FindingFormat(StrEnum):
    """The forms."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


def written(findings: ReportedFindings, form: FindingFormat) -> str:
    """The findings in a form, without a final line end."""
    from gampgen.exporting.findings import github, gitlab, junit, machine, sarif, words  # noqa: PLC0415 - one is used

    writers = {
        FindingFormat.FULL: words.full,
        FindingFormat.CONCISE: words.concise,
        FindingFormat.JSON: machine.as_json,
        FindingFormat.GITHUB: github.workflow_commands,
        FindingFormat.GITLAB: gitlab.code_quality,
        FindingFormat.JUNIT: junit.junit,
        FindingFormat.SARIF: sarif.sarif,
    }
    return writers[form](findings)
