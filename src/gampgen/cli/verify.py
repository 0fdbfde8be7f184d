"""`gampgen verify`: does the folder still hold what the run wrote?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options

FAILED = 5


def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Check the audit trail, its seal, and every output file against it.

    Example: gampgen verify monitoring_urs-oq
    """
    with console.failures_told(debug=debug):
        from gampgen.audit.verify import RunState, verify_folder

        verdict = verify_folder(folder)
        if as_json:
            console.result(verdict.model_dump_json(indent=2))
        elif not quiet:
            for check in verdict.checks:
                console.say(f"{'ok    ' if check.passed else 'FAILED'} {check.code}  {check.message}")
            console.say(f"\n{folder}: {verdict.state}")
            if verdict.suite_sha256:
                console.say(f"Suite digest (SHA-256): {verdict.suite_sha256}")
            if verdict.protection:
                console.say(verdict.protection)
        raise typer.Exit(0 if verdict.state is RunState.VALID else FAILED)
