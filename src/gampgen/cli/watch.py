"""`gampgen watch`: a batch each time that a document changes."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options, records


def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the documents are.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Gets a sub-folder for each document, and the reports.")],
    every: Annotated[float, typer.Option(min=0.2, help="Seconds between two looks.")] = 2.0,
    include: options.Include = None,
    exclude: options.Exclude = None,
    jobs: options.Jobs = None,
    context: Annotated[Path | None, typer.Option(help="Folder of further documents that agents may quote.")] = None,
    fail_on: options.FailOnSetting = None,
    events: options.Events = None,
    database: records.Database = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Keep the suites of a folder up to date: do again what has changed, and rests, until Ctrl-C.

    An earlier run is kept beside the new one.

    Example: gampgen watch urs --out suites
    """
    with console.failures_told(debug=debug), console.interrupted("gampgen watch begins again"):
        from gampgen.cli.batch_progress import audience_for
        from gampgen.cli.configuration import project_settings
        from gampgen.cli.decision import with_doubt_settled
        from gampgen.runs.batch import run_batch
        from gampgen.runs.documents import Patterns
        from gampgen.runs.plan import Order
        from gampgen.runs.sinks import events_to
        from gampgen.runs.watching import changes, look

        patterns = Patterns(include=tuple(include or ()), exclude=tuple(exclude or ()))
        store = records.opened_store(database)
        given = {"context": str(context) if context else None, "fail_on": fail_on}
        file = project_settings(given).file
        beside = tuple(one for one in (context, file) if one)
        looks = changes(lambda: look(folder, out, patterns, beside), lambda: time.sleep(every))
        with events_to(events, console.say, console.result) as tell:
            for _ in looks:
                order = Order(
                    folder=folder,
                    out=out,
                    resolved=with_doubt_settled(project_settings(given), terminal=False),
                    patterns=patterns,
                    jobs=jobs or os.cpu_count() or 1,
                    changed_only=True,
                    command=(Path(sys.argv[0]).name, *sys.argv[1:]),
                )
                with audience_for(quiet=quiet, verbose=False) as audience:
                    report = run_batch(order, store, audience, tell)
                if not quiet:
                    console.say(f"{report.in_words()} Watching {folder}; Ctrl-C ends it.")
