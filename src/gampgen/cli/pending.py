"""`gampgen pending` and `gampgen resume`: runs that wait for a person's decision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options


def pending(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to look.")] = Path(),
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """List the runs below a folder that wait for a decision on the GAMP category.

    Example: gampgen pending
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.pending import pending_below, read_pending
        from gampgen.pipeline.question import proposal_in_words

        runs = [read_pending(place) for place in pending_below(folder)]
        if as_json:
            told = [
                {
                    "run": str(place),
                    "run_id": run.run_id,
                    "asked": run.asked,
                    "source": run.source,
                    "folder": run.folder,
                    "proposed": run.question.proposal.category,
                    "doubts": [doubt.code for doubt in run.question.doubts],
                }
                for place, run in runs
            ]
            console.result(json.dumps(told, indent=2, ensure_ascii=False))
            return
        for place, run in runs:
            doubts = ", ".join(doubt.code for doubt in run.question.doubts)
            console.say(f"{place}  asked {run.asked}  {run.source}")
            console.say(f"  {proposal_in_words(run.question)} In doubt: {doubts}.")
        if not runs:
            console.say(f"No run waits for a decision below {folder.absolute()}")


def resume(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of the waiting run.", show_default=False)],
    category: Annotated[int | None, typer.Option(help="The decision: GAMP category 1, 3, 4 or 5.")] = None,
    decided_by: Annotated[str | None, typer.Option(help="Who decided the category.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why the category was decided so.")] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> None:
    """Complete a waiting run with a person's decision: the same suite as if it had been decided at once.

    Example: gampgen resume urs-oq.pending --category 4 --decided-by "A. Person" --reason "configured, no code"
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.decision import person_decision
        from gampgen.cli.running import Telling, run_and_tell
        from gampgen.errors import UsageError
        from gampgen.pipeline.pending import read_pending, removed, with_decision

        decision = person_decision(category, decided_by, reason)
        if decision is None:
            raise UsageError(
                "A waiting run needs the decision", hint="Add --category N --decided-by NAME --reason TEXT"
            )
        place, waiting = read_pending(run)
        show = Telling(as_json=as_json, quiet=quiet, verbose=verbose)
        resolved = with_decision(waiting.resolved, decision)
        code = run_and_tell(
            Path(waiting.source), Path(waiting.folder), resolved, show, force=waiting.force, resumed=waiting
        )
        removed(place)
        raise typer.Exit(code)
