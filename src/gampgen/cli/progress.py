"""Progress while a run goes on: one line for each stage and agent, live on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Protocol

from gampgen.audit.record import Occurrence
from gampgen.cli import console
from gampgen.cli.stages import Stage, StageState, stages_after

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table
    from workflows.events import Event

_SIGN = {StageState.WAITING: "·", StageState.RUNNING: "▸", StageState.DONE: "✓", StageState.FAILED: "✗"}
_PLAIN_SIGN = {StageState.WAITING: ".", StageState.RUNNING: ">", StageState.DONE: "ok", StageState.FAILED: "FAILED"}
_COLOUR = {
    StageState.WAITING: "dim",
    StageState.RUNNING: "cyan",
    StageState.DONE: "green",
    StageState.FAILED: "bold red",
}


class Display(Protocol):
    """What shows the events of a run."""

    def __call__(self, event: Event | Occurrence) -> None:
        """Show one event."""

    def paused(self) -> AbstractContextManager[None]:
        """Leave the terminal to somebody else for a while."""


@contextmanager
def progress_for(*, quiet: bool, verbose: bool) -> Iterator[Display]:
    """A display that shows each event of a run on standard error."""
    if quiet:
        yield _Silence()
    elif _animated():
        with _live() as display:
            yield display
    else:
        yield _PlainLines(verbose=verbose)


def _animated() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM", "") != "dumb"


class _Silence:
    """Shows nothing."""

    def __call__(self, event: Event | Occurrence) -> None:
        pass

    def paused(self) -> AbstractContextManager[None]:
        return nullcontext()


class _PlainLines:
    """A line whenever a stage or agent ends; with `verbose` also when it begins."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._begun = time.monotonic()
        self._stages: dict[str, Stage] = {}

    def __call__(self, event: Event | Occurrence) -> None:
        before, self._stages = self._stages, stages_after(self._stages, event)
        for name, stage in self._stages.items():
            if stage == before.get(name) or stage.state is StageState.WAITING:
                continue
            if stage.state is StageState.RUNNING and not self._verbose:
                continue
            seconds = time.monotonic() - self._begun
            console.say(f"{seconds:6.2f} s  {_PLAIN_SIGN[stage.state]:6}  {name}: {stage.detail}")

    def paused(self) -> AbstractContextManager[None]:
        return nullcontext()


@contextmanager
def _live() -> Iterator[Display]:
    from rich.console import Console
    from rich.live import Live

    stages = stages_after({}, None)
    screen = Console(stderr=True, highlight=False)
    with Live(_picture(stages), console=screen, refresh_per_second=12, transient=False) as live:
        yield _LiveTable(live, stages)


class _LiveTable:
    """A table that is drawn anew with each event."""

    def __init__(self, live: Live, stages: dict[str, Stage]) -> None:
        self._live = live
        self._stages = stages

    def __call__(self, event: Event | Occurrence) -> None:
        self._stages = stages_after(self._stages, event)
        self._live.update(_picture(self._stages))

    @contextmanager
    def paused(self) -> Iterator[None]:
        self._live.stop()
        try:
            yield
        finally:
            self._live.start()


def _picture(stages: dict[str, Stage]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from gampgen.rendering.text import visible

    table = Table.grid(padding=(0, 1))
    utf8 = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
    for name, stage in stages.items():
        sign = (_SIGN if utf8 else _PLAIN_SIGN)[stage.state]
        style = _COLOUR[stage.state]
        table.add_row(Text(sign, style=style), Text(name, style=style), Text(visible(stage.detail), style="dim"))
    return table
