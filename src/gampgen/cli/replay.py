"""`gampgen replay`: a recorded run again, without network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options


def replay(
    run: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the recorded run.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The new output folder.")],
    source: Annotated[
        Path | None,
        typer.Option(help="The requirements document, for a run without a model.", show_default="where it was"),
    ] = None,
    no_key: Annotated[bool, typer.Option("--no-key", help="Do not sign, as for generate.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Keep an earlier run beside the new one.")] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> None:
    """Make a recorded run again: the same suite byte for byte, the recorded answers in the model's place.

    Example: gampgen replay oq --out oq-again
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.running import Telling, replay_and_tell

        show = Telling(as_json=as_json, quiet=quiet, verbose=verbose)
        raise typer.Exit(replay_and_tell(run, out, show, source=source, force=force, signed=not no_key))
