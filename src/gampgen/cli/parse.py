"""`gampgen parse`: what is recognised as a requirement, what is passed over and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options
from gampgen.domain.choices import FailOn
from gampgen.errors import UsageError

if TYPE_CHECKING:
    from gampgen.pipeline.parse import ParseReport

_PAGES = (".html", ".htm")


def parse(
    urs: options.Source,
    as_json: options.Json = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Also the document as a page, each requirement marked in it."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a page that exists.")] = False,
    fail_on: options.FailOnOption = FailOn.NEVER,
    system: options.System = None,
    tracked: options.Tracked = None,
    encoding: options.Encoding = None,
    allow_unread_pages: options.UnreadPages = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Only read the document: a table of what was recognised, and what was passed over.

    Example: gampgen parse sample_urs/monitoring_urs.docx --out recognised.html
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.configuration import project_settings
        from gampgen.pipeline.exits import findings_code
        from gampgen.pipeline.parse import parse as read
        from gampgen.publishing.new_file import write_new

        if out is not None and out.suffix.lower() not in _PAGES:
            raise UsageError("The page is written as HTML", hint="Name the file with .html", where=str(out))
        settings = project_settings(options.reading(system, tracked, encoding, allow_unread_pages)).settings.read
        parsed = read(urs, settings)
        report = parsed.report()
        if out is not None:
            write_new(out, parsed.page(), force=force)
        if as_json:
            console.result(report.model_dump_json(indent=2))
        elif not quiet:
            _show(report)
        if out is not None and not quiet:
            console.say(f"The document with its requirements marked: {out}")
        raise typer.Exit(findings_code(report.findings, fail_on))


def _show(report: ParseReport) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from gampgen.rendering.text import visible

    table = Table(title=Text(f"{len(report.requirements)} requirements in {visible(report.document.file_name)}"))
    for name, options_ in (("Id", {"no_wrap": True, "overflow": "fold"}), ("Where", {}), ("Text", {})):
        table.add_column(name, **options_)  # type: ignore[arg-type]
    for one in report.requirements:
        more = "".join(f"\n- {item}" for item in one.items)
        cells = (one.uid, one.location.in_words(), one.text + more)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    Console(highlight=False).print(table)
    _show_sections(report)
    for passed in report.passed_over:
        console.say(f"passed over ({passed.location.in_words()}): {passed.text[:100]!r}: {passed.reason}")
    for finding in report.findings:
        console.say(f"{finding.severity} {finding.code}: {finding.message}. {finding.hint}.")


def _show_sections(report: ParseReport) -> None:
    counts: dict[str, int] = {}
    for one in report.requirements:
        counts[one.section or "(no section)"] = counts.get(one.section or "(no section)", 0) + 1
    for section, count in counts.items():
        console.say(f"{count:5}  {section}")
