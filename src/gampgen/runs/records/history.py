"""What happened in each run, event by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from gampgen.runs.records.database import Database
from gampgen.runs.records.tables import events, runs
from gampgen.runs.records.values import RunRecord
from gampgen.runs.telling import Kind, RunEvent


class History:
    """The events of all runs. They are only ever added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tell(self, told: Sequence[RunEvent]) -> None:
        """Add events to the history of their runs. To add them again changes nothing."""

        def work(connection: Connection) -> None:
            for run in dict.fromkeys(one.run for one in told):
                _append(connection, run, [one for one in told if one.run == run])

        if told:
            self._database.once(work)

    def of(self, run: RunRecord) -> tuple[RunEvent, ...]:
        """Every event of a run, in the order in which they were recorded."""
        asked = select(events).where(events.c.run == run.id).order_by(events.c.seq)
        return tuple(_event(row, run.name) for row in self._database.once(lambda db: db.execute(asked).all()))

    def since(self, batch: str, at: str) -> tuple[RunEvent, ...]:
        """The events of a batch's runs after a time (UTC, ISO 8601), in the order of their times."""
        asked = (
            select(events, runs.c.name)
            .join(runs, runs.c.id == events.c.run)
            .where(runs.c.batch == batch, events.c.at > at)
            .order_by(events.c.at, events.c.run, events.c.seq)
        )
        return tuple(_event(row, row.name) for row in self._database.once(lambda db: db.execute(asked).all()))

    def all_of(self, kinds: Sequence[Kind]) -> tuple[RunEvent, ...]:
        """The events of these kinds, of all runs, run by run in their order."""
        asked = (
            select(events, runs.c.name)
            .join(runs, runs.c.id == events.c.run)
            .where(events.c.kind.in_([kind.value for kind in kinds]))
            .order_by(events.c.run, events.c.seq)
        )
        return tuple(_event(row, row.name) for row in self._database.once(lambda db: db.execute(asked).all()))


def _append(connection: Connection, run: str, told: list[RunEvent]) -> None:
    if connection.execute(select(runs.c.id).where(runs.c.id == run).with_for_update()).first() is None:
        return
    recent = select(events.c.at, events.c.kind, events.c.subject).where(events.c.run == run, events.c.at >= told[0].at)
    there = {tuple(row) for row in connection.execute(recent)}
    last: int | None = connection.execute(select(func.max(events.c.seq)).where(events.c.run == run)).scalar()
    new = [one for one in told if (one.at, one.kind.value, one.subject) not in there]
    rows = [_row(one, (last or 0) + number) for number, one in enumerate(new, start=1)]
    if rows:
        connection.execute(events.insert(), rows)


def _row(one: RunEvent, seq: int) -> Mapping[str, object]:
    return {
        "run": one.run, "seq": seq, "at": one.at, "kind": one.kind.value, "subject": one.subject, "detail": one.detail,
        "microseconds": one.microseconds, "attempt": one.attempt,
    }  # fmt: skip


def _event(row: Row[Any], name: str) -> RunEvent:
    return RunEvent(
        at=row.at, kind=Kind(row.kind), run=row.run, document=name, subject=row.subject, detail=row.detail,
        microseconds=row.microseconds, attempt=row.attempt,
    )  # fmt: skip
