"""Running the main job and telling how it ended; the same for a new run and a resumed one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.cli import console
from gampgen.domain.base import Value
from gampgen.settings import OnDoubt

if TYPE_CHECKING:
    from gampgen.pipeline.pending import PendingRun
    from gampgen.settings.resolving import Resolved


class Telling(Value):
    """How a run is told: as JSON on standard output, not at all, or with more words."""

    as_json: bool
    quiet: bool
    verbose: bool


def run_and_tell(
    urs: Path,
    folder: Path,
    resolved: Resolved,
    show: Telling,
    *,
    force: bool = False,
    resumed: PendingRun | None = None,
    signed: bool = True,
) -> int:
    """Run the main job, show its progress and its outcome, and return the exit code. Raises what `generate` raises."""
    from gampgen.cli.decision import asking
    from gampgen.cli.progress import progress_for
    from gampgen.cli.summary import summarise, summary_json
    from gampgen.pipeline.exits import exit_code
    from gampgen.pipeline.following import leave_undecided
    from gampgen.pipeline.generate import generate

    settings = resolved.settings
    with progress_for(quiet=show.quiet or show.as_json, verbose=show.verbose) as display:
        decide = asking(leave_undecided, display.paused) if settings.on_doubt is OnDoubt.ASK else leave_undecided
        outcome = generate(urs, folder, resolved, display, force=force, decide=decide, resumed=resumed, signed=signed)
    code = exit_code(outcome.suite, settings)
    if show.as_json:
        console.result(summary_json(outcome, code))
    if not show.quiet:
        summarise(outcome, settings, verbose=show.verbose)
    return code
