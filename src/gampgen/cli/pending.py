"""`gampgen pending`, `answer`, `resume` and `cancel`: runs that wait for a person, or ended without a suite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options, records

if TYPE_CHECKING:
    from gampgen.domain.category import CategoryDecision
    from gampgen.runs.records.store import RunStore
    from gampgen.runs.records.values import RunRecord

Run = Annotated[
    str,
    typer.Argument(metavar="RUN", help="A recorded run's id, or the folder of a waiting run.", show_default=False),
]
Category = Annotated[int | None, typer.Option(help="The decision: GAMP category 1, 3, 4 or 5.")]
DecidedBy = Annotated[str | None, typer.Option(help="Who decided the category.")]
Reason = Annotated[str | None, typer.Option(help="Why the category was decided so.")]


def pending(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to look.")] = Path(),
    database: records.Database = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """List the runs below a folder that wait for a decision on the GAMP category; with --database the recorded ones.

    Example: gampgen pending
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.pending import pending_below, read_pending
        from gampgen.pipeline.question import proposal_in_words

        ids = _waiting(database)
        places = list(pending_below(folder))
        waiting = [read_pending(place) for place in places]
        waiting += [read_pending(place) for place in _elsewhere(ids, [one.folder for _, one in waiting])]
        if as_json:
            told = [
                {
                    "run": str(place),
                    "id": ids.get(run.folder),
                    "run_id": run.run_id,
                    "asked": run.asked,
                    "source": run.source,
                    "folder": run.folder,
                    "proposed": run.question.proposal.category,
                    "doubts": [doubt.code for doubt in run.question.doubts],
                }
                for place, run in waiting
            ]
            console.result(json.dumps(told, indent=2, ensure_ascii=False))
            return
        for place, run in waiting:
            doubts = ", ".join(doubt.code for doubt in run.question.doubts)
            name = f"{ids[run.folder]}  " if run.folder in ids else ""
            console.say(f"{name}{place}  asked {run.asked}  {run.source}")
            console.say(f"  {proposal_in_words(run.question)} In doubt: {doubts}.")
        if not waiting:
            console.say(f"No run waits for a decision below {folder.absolute()}")


def answer(
    run: Run,
    category: Category = None,
    decided_by: DecidedBy = None,
    reason: Reason = None,
    later: Annotated[
        bool, typer.Option("--later", help="Only record the answer; batch --resume or a worker completes the run.")
    ] = False,
    database: records.Database = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Answer the question of a recorded run: who decides what, and why. The run is then completed.

    Example: gampgen answer 3f9a01 --category 4 --decided-by "A. Person" --reason "configured, no code"
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.decision import person_decision
        from gampgen.runs.handling import answer as answered

        store = records.opened_store(database)
        found = _found(store, run)
        answered(store, found, _needed(person_decision(category, decided_by, reason)))
        if later:
            console.say(f"Recorded. The run {found.id} is queued.")
            return
        raise typer.Exit(_done(store, found, quiet=quiet))


def resume(
    run: Run,
    category: Category = None,
    decided_by: DecidedBy = None,
    reason: Reason = None,
    database: records.Database = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> None:
    """Complete a waiting run with a person's decision, or do a recorded run again that failed or was interrupted.

    The suite is the same as if it had been decided, or done, at once.

    Example: gampgen resume urs-oq.pending --category 4 --decided-by "A. Person" --reason "configured, no code"
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.decision import person_decision
        from gampgen.runs.handling import answer as answered
        from gampgen.runs.handling import released

        decision = person_decision(category, decided_by, reason)
        recorded = _recorded(run, database)
        if recorded is None:
            raise typer.Exit(_from_folder(Path(run), _needed(decision), as_json=as_json, quiet=quiet, verbose=verbose))
        store, found = recorded
        if decision is not None:
            answered(store, found, decision)
        else:
            released(store, found)
        raise typer.Exit(_done(store, found, quiet=quiet))


def cancel(
    run: Annotated[list[str], typer.Argument(metavar="RUN…", help="Ids of runs, or of a batch.", show_default=False)],
    database: records.Database = None,
    debug: options.Debug = False,
) -> None:
    """Cancel recorded runs: what is queued is never begun, what is at work is stopped and leaves nothing behind.

    Example: gampgen cancel 3f9a01
    """
    with console.failures_told(debug=debug):
        from gampgen.runs.handling import cancel as cancelled

        store = records.opened_store(database)
        for name in run:
            for one in store.runs_of(name) or (store.find(name),):
                told = "cancelled" if cancelled(store, one) else f"has ended already: {one.state}"
                console.say(f"{one.id}  {one.name}: {told}")


def _needed(decision: CategoryDecision | None) -> CategoryDecision:
    from gampgen.errors import UsageError

    if decision is None:
        raise UsageError("A waiting run needs the decision", hint="Add --category N --decided-by NAME --reason TEXT")
    return decision


def _waiting(database: str | None) -> dict[str, str]:
    """The output folders of recorded runs that wait, with the runs' ids; none where nothing is recorded."""
    from gampgen.runs.states import State

    if not records.is_recorded(database):
        return {}
    store = records.opened_store(database)
    return {one.folder: one.id for one in store.listed(states=[State.WAITING], most=10_000)}


def _elsewhere(ids: dict[str, str], listed: list[str]) -> list[Path]:
    from gampgen.pipeline.pending import pending_beside

    others = (pending_beside(Path(folder)) for folder in ids if folder not in listed)
    return [place for place in others if place.is_dir()]


def _recorded(run: str, database: str | None) -> tuple[RunStore, RunRecord] | None:
    """The recorded run that is meant, where one is; None where it is a folder that no record knows."""
    folder = Path(run)
    if not records.is_recorded(database):
        return None
    store = records.opened_store(database)
    if "/" not in run and not folder.exists() and not folder.with_name(f"{folder.name}.pending").exists():
        return store, store.find(run)
    waiting = _by_folder(store, folder)
    return None if waiting is None else (store, waiting)


def _found(store: RunStore, run: str) -> RunRecord:
    return _by_folder(store, Path(run)) or store.find(run)


def _by_folder(store: RunStore, folder: Path) -> RunRecord | None:
    from gampgen.runs.states import State

    meant = str(folder.absolute()).removesuffix(".pending")
    return next((one for one in store.listed(states=[State.WAITING], most=10_000) if one.folder == meant), None)


def _from_folder(run: Path, decision: CategoryDecision, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    from gampgen.cli.running import Telling, run_and_tell
    from gampgen.pipeline.pending import read_pending, removed, with_decision

    place, waiting = read_pending(run)
    show = Telling(as_json=as_json, quiet=quiet, verbose=verbose)
    resolved = with_decision(waiting.resolved, decision)
    code = run_and_tell(
        Path(waiting.source), Path(waiting.folder), resolved, show, force=waiting.force, resumed=waiting
    )
    removed(place)
    return code


def _done(store: RunStore, run: RunRecord, *, quiet: bool) -> int:
    """Do a queued run now, and tell how it ended."""
    from gampgen.cli.batch_progress import audience_for
    from gampgen.runs.handling import done_here

    with audience_for(quiet=quiet, verbose=False) as audience:
        result = done_here(store, run, audience.told)
        audience.ended(result)
    return result.exit_code
