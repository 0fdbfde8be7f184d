"""`gampgen runs`: the recorded runs, one of them with all that happened, and figures over all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options, records

if TYPE_CHECKING:
    from gampgen.runs.records.values import RunRecord
    from gampgen.runs.statistics import StepFigures

runs = typer.Typer(rich_markup_mode=None)
Run = Annotated[str, typer.Argument(metavar="RUN", help="The run's id, or its first digits.", show_default=False)]


@runs.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Option(help="Only those that are queued, running, waiting, completed, failed, …")
    ] = None,
    batch: Annotated[str | None, typer.Option(help="Only those of this batch.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="At most so many, the newest first.")] = 50,
    database: records.Database = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """List the recorded runs, the newest first.

    Example: gampgen runs --state failed
    """
    if context.invoked_subcommand:
        return
    with console.failures_told(debug=debug):
        from gampgen.errors import UsageError
        from gampgen.runs.states import State

        if state is not None and state not in set(State):
            raise UsageError(f"There is no state {state!r}", hint=f"Use one of {', '.join(State)}")
        store = records.opened_store(database)
        found = store.listed(states=[State(state)] if state else [], batch=batch, most=most)
        if as_json:
            console.result(f"[{', '.join(one.model_dump_json(exclude={'job'}) for one in found)}]")
            return
        for one in found:
            console.result(_line(one))
        console.say(f"{len(found)} runs")


@runs.command()
def show(
    run: Run,
    database: records.Database = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Show a run, and its history event by event.

    Example: gampgen runs show 3f9a01
    """
    with console.failures_told(debug=debug):
        store = records.opened_store(database)
        found = store.find(run)
        history = store.history.of(found)
        if as_json:
            told = found.model_dump_json(exclude={"job"})[:-1]
            console.result(f'{told}, "history": [{", ".join(one.model_dump_json() for one in history)}]}}')
            return
        for line in _facts(found):
            console.result(line)
        for event in history:
            took = f"  {event.microseconds / 1000:.1f} ms" if event.microseconds is not None else ""
            again = f"  attempt {event.attempt}" if event.attempt and event.attempt > 1 else ""
            words = f"{event.at}  {event.kind:15} {event.subject}  {event.detail}".rstrip()
            console.result(f"  {words}{took}{again}")


@runs.command()
def stats(
    database: records.Database = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Show success rate, duration and retries over the recorded runs, for each stage and agent.

    Example: gampgen runs stats
    """
    with console.failures_told(debug=debug):
        from gampgen.runs.statistics import figures

        found = figures(records.opened_store(database))
        if as_json:
            console.result(found.model_dump_json(indent=2))
            return
        states = ", ".join(f"{name} {number}" for name, number in found.states if number)
        rate = (
            "none has ended"
            if found.success_rate is None
            else f"{100 * found.success_rate:.1f} % of the ended succeeded"
        )
        console.result(f"{found.runs} runs ({states or 'none'}); {rate}")
        console.result(f"{found.retried} further starts, {found.crashes} crashes of a process")
        if found.median_seconds is not None:
            console.result(f"A run takes {found.median_seconds} s (median), {found.longest_seconds} s at most")
        for head, steps in (("stage", found.stages), ("agent", found.agents)):
            console.result(
                f"{head:14} {'done':>7} {'failed':>7} {'again':>7} {'kept':>7} {'median ms':>10} {'longest':>10}"
            )
            for one in steps:
                console.result(_step(one))


def _line(one: RunRecord) -> str:
    seconds = "" if one.seconds is None else f"{one.seconds:.1f} s"
    return f"{one.id}  {one.state:11} {one.created[:19]}  {seconds:>8}  {one.name}  {one.problem or ''}".rstrip()


def _facts(run: RunRecord) -> list[str]:
    told = {
        "Run": run.id, "Batch": run.batch or "none", "State": run.state.value, "Document": run.source,
        "Folder": run.folder, "SHA-256": run.document_sha256, "Settings": run.settings_sha256,
        "Started": f"{console.counted(run.attempts, 'time')}, last {run.started or 'never'}",
        "Finished": run.finished or "",
        "Crashes": f"{run.crashes}, and {run.losses} lost workers", "Owner": run.owner, "Problem": run.problem or "",
    }  # fmt: skip
    return [f"{name:10}{value}" for name, value in told.items() if value]


def _step(one: StepFigures) -> str:
    median = "" if one.median_ms is None else f"{one.median_ms:.1f}"
    longest = "" if one.longest_ms is None else f"{one.longest_ms:.1f}"
    counted = f"{one.succeeded:7} {one.failed:7} {one.retried:7} {one.kept:7}"
    return f"{one.name:14} {counted} {median:>10} {longest:>10}"
