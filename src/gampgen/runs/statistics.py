"""Figures over the recorded runs: how many succeed, how long they take, and the same for each stage and agent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import TypedDict

from gampgen.domain.base import Value
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import RunRecord
from gampgen.runs.states import ENDED, State
from gampgen.runs.telling import Kind, RunEvent

_MOST_RUNS = 100_000
_AGENT_KINDS = (Kind.AGENT_FINISHED, Kind.AGENT_FAILED, Kind.AGENT_RETRIED, Kind.AGENT_KEPT)
_STAGES = ("read", "parse", "categorise", "plan", "advise", "draft", "assemble")
_AFTER = dict(pairwise(("", *_STAGES)))
_WITHOUT_SUITE = (State.FAILED, State.QUARANTINED)


class StepFigures(Value):
    """A stage or an agent. Durations in milliseconds: the median and the longest; None where none was measured.

    `succeeded` counts ends without failure, `failed` those with, `retried` how often it was tried again, `kept` answers
    that an interrupted run already had.
    """

    name: str
    succeeded: int
    failed: int = 0
    retried: int = 0
    kept: int = 0
    median_ms: float | None = None
    longest_ms: float | None = None


class RunFigures(Value):
    """All runs. `success_rate` is completed ones among those that ended, None where none has.

    `retried` counts further starts of a run, `crashes` processes that ended over a document.
    """

    runs: int
    states: tuple[tuple[str, int], ...]
    success_rate: float | None
    retried: int
    crashes: int
    median_seconds: float | None
    longest_seconds: float | None
    stages: tuple[StepFigures, ...]
    agents: tuple[StepFigures, ...]


def figures(store: RunStore) -> RunFigures:
    """The figures over all recorded runs."""
    runs = store.listed(most=_MOST_RUNS)
    counted = Counter(one.state for one in runs)
    ended = sum(counted[state] for state in ENDED if state is not State.CANCELLED)
    seconds = [one.seconds for one in runs if one.state is State.COMPLETED and one.seconds is not None]
    return RunFigures(
        runs=len(runs),
        states=tuple((state.value, counted[state]) for state in State),
        success_rate=round(counted[State.COMPLETED] / ended, 4) if ended else None,
        retried=sum(max(0, one.attempts - 1) for one in runs),
        crashes=sum(one.crashes for one in runs),
        median_seconds=round(median(seconds), 3) if seconds else None,
        longest_seconds=max(seconds, default=None),
        stages=_stages(runs, store.history.all_of((Kind.STARTED, Kind.STAGE_FINISHED, Kind.FILE_WRITTEN))),
        agents=_agents(store.history.all_of(_AGENT_KINDS)),
    )


def _stages(runs: Sequence[RunRecord], events: Sequence[RunEvent]) -> tuple[StepFigures, ...]:
    """A stage lasts from the event before its end to its end; a failed run failed in the one after its last."""
    took: dict[str, list[float]] = defaultdict(list)
    for before, after in pairwise(events):
        if before.run == after.run and after.kind is not Kind.STARTED:
            name = "write a file" if after.kind is Kind.FILE_WRITTEN else after.subject
            took[name].append(_milliseconds(before.at, after.at))
    reached = {one.run: one.subject for one in events if one.kind is Kind.STAGE_FINISHED}
    failed = Counter(_AFTER.get(reached.get(one.id, ""), "write a file") for one in runs if one.state in _WITHOUT_SUITE)
    names = [name for name in (*_STAGES, "write a file") if name in took or failed[name]]
    return tuple(
        StepFigures(name=name, succeeded=len(took[name]), failed=failed[name], **_durations(took[name]))
        for name in names
    )


def _agents(events: Iterable[RunEvent]) -> tuple[StepFigures, ...]:
    by_agent: dict[str, list[RunEvent]] = defaultdict(list)
    for one in events:
        by_agent[one.subject.partition("/")[0]].append(one)
    return tuple(_agent(name, told) for name, told in sorted(by_agent.items()))


def _agent(name: str, told: Sequence[RunEvent]) -> StepFigures:
    counted = Counter(one.kind for one in told)
    took = [one.microseconds / 1000 for one in told if one.kind is Kind.AGENT_FINISHED and one.microseconds is not None]
    return StepFigures(
        name=name,
        succeeded=counted[Kind.AGENT_FINISHED],
        failed=counted[Kind.AGENT_FAILED],
        retried=counted[Kind.AGENT_RETRIED],
        kept=counted[Kind.AGENT_KEPT],
        **_durations(took),
    )


class _Durations(TypedDict, total=False):
    median_ms: float
    longest_ms: float


def _durations(milliseconds: Sequence[float]) -> _Durations:
    if not milliseconds:
        return {}
    return {"median_ms": round(median(milliseconds), 1), "longest_ms": round(max(milliseconds), 1)}


def _milliseconds(before: str, after: str) -> float:
    return (datetime.fromisoformat(after) - datetime.fromisoformat(before)).total_seconds() * 1000
