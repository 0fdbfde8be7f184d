"""`gampgen lint`: the findings of documents, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen import __version__
from gampgen.cli import console, options
from gampgen.errors import InputError
from gampgen.exporting.findings import FindingFormat


def lint(
    documents: Annotated[list[Path], typer.Argument(metavar="DOC…", help="Requirement documents.", show_default=False)],
    output_format: Annotated[
        FindingFormat, typer.Option("--output-format", help="How the findings are written.")
    ] = FindingFormat.FULL,
    fail_on: options.FailOnSetting = None,
    system: options.System = None,
    tracked: options.Tracked = None,
    encoding: options.Encoding = None,
    allow_unread_pages: options.UnreadPages = False,
    debug: options.Debug = False,
) -> None:
    """Review requirement documents without writing a suite. Every document is looked at, also after one that fails.

    Ends with 3 where a document cannot be read, else with 1 where an open finding is as severe as --fail-on.

    Example: gampgen lint sample_urs/batch_release_urs.md --output-format concise
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.configuration import project_settings
        from gampgen.exporting.findings import written
        from gampgen.exporting.findings.reported import ReportedFindings, reported
        from gampgen.pipeline.exits import findings_code
        from gampgen.pipeline.lint import LintReport
        from gampgen.pipeline.lint import lint as review
        from gampgen.pipeline.rules import all_rules

        flags = options.reading(system, tracked, encoding, allow_unread_pages)
        settings = project_settings({**flags, "fail_on": fail_on}).settings
        reports: list[LintReport] = []
        code = 0
        for document in documents:
            try:
                report = review(document, settings)
            except InputError as error:
                console.failed(error)
                code = max(code, error.exit_code)
                continue
            reports.append(report)
            code = max(code, findings_code(report.findings, settings.fail_on))
        found = tuple(
            finding for report in reports for finding in reported(report.file, report.requirements, report.findings)
        )
        files = tuple(report.file for report in reports)
        console.result(written(ReportedFindings(__version__, files, found, all_rules()), output_format))
        raise typer.Exit(code)
