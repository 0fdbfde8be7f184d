"""`gampgen init`: a commented `gampgen.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="The project's folder.")] = Path(),
    debug: options.Debug = False,
) -> None:
    """Write a gampgen.yaml in which every setting is explained and commented out. An existing one is never touched.

    Example: gampgen init
    """
    with console.failures_told(debug=debug):
        from gampgen.publishing.new_file import write_new
        from gampgen.settings.commented import commented_file
        from gampgen.settings.resolving import FILE_NAME

        path = folder / FILE_NAME
        write_new(path, commented_file().encode())
        console.say(f"Wrote {path}. Every setting is commented out: take a # away to set it.")
