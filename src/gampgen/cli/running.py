"""Running the main job and telling how it ended; the same for a new run and a resumed one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.cli import console
from gampgen.domain.base import Value
from gampgen.settings import OnDoubt

if TYPE_CHECKING:
    from workflows.events import Event

    from gampgen.audit.record import Occurrence
    from gampgen.cli.progress import Display
    from gampgen.pipeline.generate import Outcome
    from gampgen.pipeline.pending import PendingRun
    from gampgen.settings import Settings
    from gampgen.settings.resolving import Resolved


class Telling(Value):
    """How a run is told: as JSON on standard output, not at all, or with more words."""

    as_json: bool
    quiet: bool
    verbose: bool


class Hearing(Value):
    """Who else hears of a run: where its events go, and the database that records it; None for nowhere."""

    events: str | None
    database: str | None


def run_and_tell(
    urs: Path,
    folder: Path,
    resolved: Resolved,
    show: Telling,
    *,
    force: bool = False,
    resumed: PendingRun | None = None,
    signed: bool = True,
    hearing: Hearing | None = None,
) -> int:
    """Run the main job, show its progress and its outcome, and return the exit code. Raises what `generate` raises."""
    from gampgen.cli.decision import asking
    from gampgen.cli.progress import progress_for
    from gampgen.pipeline.following import leave_undecided
    from gampgen.pipeline.generate import generate

    settings = resolved.settings
    with progress_for(quiet=show.quiet or show.as_json, verbose=show.verbose) as display:
        decide = asking(leave_undecided, display.paused) if settings.on_doubt is OnDoubt.ASK else leave_undecided
        run = partial(generate, urs, folder, resolved, force=force, decide=decide, resumed=resumed, signed=signed)
        outcome = run(display) if hearing is None else _heard(run, display, (urs, folder, resolved), hearing)
    if settings.trace.to is not None and not outcome.unchanged:
        _traced(outcome.folder, settings.trace.to, texts=settings.trace.texts)
    return _told(outcome, settings, show)


def _heard(
    run: Callable[..., Outcome], display: Display, what: tuple[Path, Path, Resolved], hearing: Hearing
) -> Outcome:
    """Run the main job so that other programs hear of it."""
    from gampgen.cli.records import opened_store
    from gampgen.runs.observed import observed
    from gampgen.runs.sinks import events_to

    store = opened_store(hearing.database) if hearing.database else None
    with events_to(hearing.events, console.say, console.result) as tell, observed(*what, tell, store) as observer:

        def watch(event: Event | Occurrence) -> None:
            observer.watch(event)
            display(event)

        observer.outcome = run(watch, kept=observer.kept, still_ours=observer.still_ours)
    return observer.outcome


def _traced(folder: Path, to: str, *, texts: bool) -> None:
    """Tell the run as a trace. One that cannot be told takes nothing from the run, which is finished: it is said."""
    from gampgen.errors import GampgenError
    from gampgen.tracing import trace_run

    try:
        trace_run(folder, to, texts=texts)
    except GampgenError as error:
        console.say(f"Note: {error}")


def replay_and_tell(run: Path, folder: Path, show: Telling, *, source: Path | None, force: bool, signed: bool) -> int:
    """Make a recorded run again, tell how it ended, and return the exit code. Raises what `replay` raises."""
    from gampgen.cli.progress import progress_for
    from gampgen.pipeline.replay import recorded_settings_in, replay

    with progress_for(quiet=show.quiet or show.as_json, verbose=show.verbose) as display:
        outcome = replay(run, folder, display, source=source, force=force, signed=signed)
    return _told(outcome, recorded_settings_in(run), show)


def _told(outcome: Outcome, settings: Settings, show: Telling) -> int:
    from gampgen.cli.summary import summarise, summary_json
    from gampgen.pipeline.exits import exit_code

    code = exit_code(outcome.suite, settings)
    if show.as_json:
        console.result(summary_json(outcome, code))
    if not show.quiet:
        summarise(outcome, settings, verbose=show.verbose)
    return code
