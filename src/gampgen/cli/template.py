"""`gampgen template`: the firm's own Word template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options

template = typer.Typer(help="Your own Word template.", no_args_is_help=True, rich_markup_mode=None)

UNSOUND = 2


@template.command()
def init(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="The file to write.", show_default=False)],
    debug: options.Debug = False,
) -> None:
    """Write a copy of the template that gampgen ships, in the project's language and paper, to be changed in Word.

    Example: gampgen template init our_protocol.docx
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.configuration import project_settings
        from gampgen.publishing.new_file import write_new
        from gampgen.rendering.protocol_docx import shipped_protocol

        write_new(file, shipped_protocol(project_settings({}).settings.house_style))
        console.say(f"Wrote {file}. Change it in Word, then run: gampgen template check {file}")


@template.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="Your template.", show_default=False)],
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Name unknown and missing tags, fill the template with a sample suite, and open the result again.

    Ends with 0 where all is well, 1 where the template leaves out what the shipped one prints, 2 where it cannot be
    used.

    Example: gampgen template check our_protocol.docx
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.configuration import project_settings
        from gampgen.pipeline.sample import sample_suites
        from gampgen.rendering.template_check import check_template

        report = check_template(file, sample_suites(), project_settings({}).settings.house_style)
        for name in report.unknown:
            console.say(f"unknown  {name}: no suite has this{_meant(name)}; docs/templates.md lists every name")
        for name in () if quiet else report.missing:
            console.say(f"missing  {name}: the template that gampgen ships prints this")
        if not quiet and report.paragraphs:
            console.say(f"Filled in with {len(report.paragraphs)} sample suites and opened again: works.")
        raise typer.Exit(UNSOUND if report.unknown else int(bool(report.missing)))


def _meant(name: str) -> str:
    from difflib import get_close_matches

    from gampgen.rendering.template_names import every_name

    near = get_close_matches(name, [known.path for known in every_name()], 1)
    return f" (did you mean {near[0]}?)" if near else ""
