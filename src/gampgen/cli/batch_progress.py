"""Progress of a batch: each document at work with its stage, and the whole with the time that is probably left."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gampgen.cli import console
from gampgen.runs.telling import Kind

if TYPE_CHECKING:
    from rich.console import Group
    from rich.live import Live

    from gampgen.runs.batch import Audience
    from gampgen.runs.plan import Task
    from gampgen.runs.report import DocumentResult
    from gampgen.runs.telling import RunEvent

_STAGES = {
    "read": "read", "parse": "requirements recognised", "categorise": "categorised", "plan": "planned",
    "advise": "agents answered", "draft": "tests drafted", "assemble": "suite assembled",
}  # fmt: skip
_BAR = 28


@contextmanager
def audience_for(*, quiet: bool, verbose: bool) -> Iterator[Audience]:
    """Who shows a batch on standard error."""
    if quiet:
        yield _Silence()
    elif sys.stderr.isatty() and os.environ.get("TERM", "") != "dumb":
        with _live() as audience:
            yield audience
    else:
        yield _Lines(verbose=verbose)


class _Silence:
    """Shows nothing."""

    def begun(self, tasks: Sequence[Task]) -> None:
        pass

    def told(self, event: RunEvent) -> None:
        pass

    def ended(self, result: DocumentResult) -> None:
        pass


class _Lines(_Silence):
    """A line for each document that ends; with `verbose` also for each event."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._count = _Count()

    def begun(self, tasks: Sequence[Task]) -> None:
        self._count.begin(tasks)

    def told(self, event: RunEvent) -> None:
        if self._verbose:
            console.say(f"            {event.document}: {event.kind} {event.subject} {event.detail}".rstrip())

    def ended(self, result: DocumentResult) -> None:
        self._count.end(result)
        console.say(f"{self._count.place()}  {result.status:11} {result.source}: {_figures(result)}")


@contextmanager
def _live() -> Iterator[Audience]:
    from rich.console import Console
    from rich.live import Live

    screen = Console(stderr=True, highlight=False)
    with Live(console=screen, refresh_per_second=8, transient=True) as live:
        yield _Table(live)


class _Table(_Silence):
    """Ended documents scroll by; below them stand those at work, and the bar."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._at_work: dict[str, str] = {}
        self._count = _Count()

    def begun(self, tasks: Sequence[Task]) -> None:
        self._count.begin(tasks)
        self._draw()

    def told(self, event: RunEvent) -> None:
        self._at_work[event.document] = _stage(event, self._at_work.get(event.document, ""))
        self._draw()

    def ended(self, result: DocumentResult) -> None:
        from rich.text import Text

        from gampgen.rendering.text import visible

        self._count.end(result)
        self._at_work.pop(result.source, None)
        self._live.console.print(Text(visible(f"{result.status:11} {result.source}: {_figures(result)}")))
        self._draw()

    def _draw(self) -> None:
        self._live.update(self._picture())

    def _picture(self) -> Group:
        from rich.console import Group
        from rich.text import Text

        from gampgen.rendering.text import visible

        rows = [Text(visible(f"  {name}: {stage}"), style="cyan") for name, stage in self._at_work.items()]
        return Group(*rows, Text(self._count.bar(), style="bold"))


class _Count:
    """How many documents have ended, and how long the others will probably take."""

    def __init__(self) -> None:
        self._all = self._ended = self._worked = self._to_do = 0
        self._begun = time.monotonic()

    def begin(self, tasks: Sequence[Task]) -> None:
        self._all = len(tasks)
        self._to_do = sum(task.settled() is None for task in tasks)
        self._begun = time.monotonic()

    def end(self, result: DocumentResult) -> None:
        self._ended += 1
        self._worked += bool(result.seconds)

    def place(self) -> str:
        if not self._all:
            return "  "  # one run by itself
        width = len(str(self._all))
        return f"{self._ended:{width}}/{self._all}"

    def bar(self) -> str:
        full = _BAR * self._ended // (self._all or 1)
        return f"{'#' * full}{'.' * (_BAR - full)} {self.place()} documents{self._left()}"

    def _left(self) -> str:
        rest = self._to_do - self._worked
        if not self._worked or rest <= 0:
            return ""
        seconds = round((time.monotonic() - self._begun) / self._worked * rest)
        return f", about {seconds // 60}:{seconds % 60:02} left"


def _stage(event: RunEvent, before: str) -> str:
    if event.kind is Kind.STAGE_FINISHED:
        return _STAGES.get(event.subject, event.subject)
    if event.kind is Kind.FILE_WRITTEN:
        return f"{event.subject} written"
    if event.kind in (Kind.AGENT_RETRIED, Kind.AGENT_FAILED, Kind.CRASHED):
        return f"{event.kind.value.replace('_', ' ')}: {event.detail}"
    return before or event.kind.value


def _figures(result: DocumentResult) -> str:
    if result.problem:
        return result.problem
    figures = ((result.requirements, "requirement"), (result.tests, "test"), (result.findings, "finding"))
    told = ", ".join(console.counted(number or 0, noun) for number, noun in figures)
    return f"unchanged, {told}" if result.unchanged else told
