"""`gampgen export`: the suite in another program's import format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options
from gampgen.errors import IncompleteError, UsageError
from gampgen.exporting import exporter, format_names

PARTIAL = 1


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of {', '.join(format_names())}.")],
    out: Annotated[Path, typer.Option(help="The file to write; its ending chooses where a format has several.")],
    profile: Annotated[
        str | None, typer.Option(help="With --to mapping: a shipped profile, or your own .yaml file.")
    ] = None,
    allow_partial: Annotated[
        bool, typer.Option("--allow-partial", help="Also a suite without an agent's answer; ends with 1.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Write the tests of a suite in the import format of another program. The folder is verified first.

    Example: gampgen export oq --to azure --out oq.csv
    """
    with console.failures_told(debug=debug):
        from gampgen.exporting.content import export_suite
        from gampgen.pipeline.stored import stored_suite
        from gampgen.publishing.new_file import write_new

        chosen = exporter(to, profile)
        suffix = out.suffix.lower().removeprefix(".")
        if suffix not in chosen.suffixes:
            endings = " or ".join(f".{one}" for one in chosen.suffixes)
            raise UsageError(f"{chosen.name} is not written as {out.suffix or 'a file without an ending'}",
                             hint=f"Name the file with {endings}", where=str(out))  # fmt: skip
        stored = stored_suite(folder)
        if not stored.suite.complete and not allow_partial:
            raise IncompleteError(
                "The suite is incomplete: an agent's answer is missing",
                hint="Generate it again, or add --allow-partial",
                where=str(folder),
            )
        made = chosen.write(export_suite(stored.suite, stored.suite_sha256, stored.finished), suffix)
        write_new(out, made.content, force=force)
        for notice in (*((stored.doubt,) if stored.doubt else ()), *made.notices):
            console.say(f"Note: {notice.rstrip('.')}.")
        if not quiet:
            console.say(f"Wrote {len(stored.suite.tests)} tests to {out} ({chosen.name})")
        raise typer.Exit(0 if stored.suite.complete else PARTIAL)
