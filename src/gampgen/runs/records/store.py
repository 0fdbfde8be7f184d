"""Reading and writing the records of runs. Each function is one transaction's work, so that it is done whole or not."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Row,
    and_,
    case,
    cast,
    extract,
    func,
    literal,
    or_,
    select,
    update,
)

from gampgen.audit.journal import utc_now
from gampgen.domain.advice import AgentAnswer
from gampgen.errors import UsageError
from gampgen.runs.records.database import Database
from gampgen.runs.records.history import History
from gampgen.runs.records.tables import answers, batches, runs
from gampgen.runs.records.values import BatchRecord, NewRun, RunRecord
from gampgen.runs.report import DocumentResult
from gampgen.runs.states import FOLLOWERS, State

_AT_ONCE: Final = 500  # keys in one query
_ID_DIGITS: Final = 6  # the shortest beginning of an id that names a run


class RunStore:
    """The records of runs in a database; `history` holds what happened in each."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.history = History(database)

    def close(self) -> None:
        """Give back every connection."""
        self._database.close()

    def open_batch(self, batch: BatchRecord, new: Sequence[NewRun]) -> None:
        """Record a batch with its runs, all queued. To do so again changes nothing."""

        def work(connection: Connection) -> None:
            if connection.execute(select(batches.c.id).where(batches.c.id == batch.id)).first():
                return
            row = batch.model_dump(mode="json") | {"command": json.dumps(batch.command)}
            connection.execute(batches.insert().values(row))
            if new:
                connection.execute(runs.insert(), [_queued(one, batch.created) for one in new])

        self._database.once(work)

    def add(self, new: NewRun) -> None:
        """Record a run by itself, queued."""
        self._database.once(lambda connection: connection.execute(runs.insert().values(_queued(new, utc_now()))))

    def close_batch(self, batch: str) -> None:
        """Note that a batch has ended."""
        done = update(batches).where(batches.c.id == batch).values(finished=utc_now())
        self._database.once(lambda connection: connection.execute(done))

    def runs_of(self, batch: str) -> tuple[RunRecord, ...]:
        """The runs of a batch, in their order."""
        return self._some(select(runs).where(runs.c.batch == batch).order_by(runs.c.position))

    def latest(self, keys: Sequence[str]) -> dict[str, RunRecord]:
        """For each key its last run, where there is one."""
        found: dict[str, RunRecord] = {}
        for start in range(0, len(keys), _AT_ONCE):
            asked = (
                select(runs).where(runs.c.key.in_(keys[start : start + _AT_ONCE])).order_by(runs.c.created, runs.c.id)
            )
            found |= {one.key: one for one in self._some(asked)}
        return found

    def unfinished(self, folder: str, out: str) -> tuple[RunRecord, ...]:
        """The runs that earlier batches of a folder into an output folder left queued or running."""
        ours = select(batches.c.id).where(batches.c.folder == folder, batches.c.out == out)
        left = (State.QUEUED, State.RUNNING)
        return self._some(select(runs).where(runs.c.batch.in_(ours), runs.c.state.in_(left)))

    def waiting_at(self, folders: Collection[str]) -> tuple[RunRecord, ...]:
        """The runs that wait for a person's decision on what would be written to one of these folders."""
        waiting = self._some(select(runs).where(runs.c.state == State.WAITING))
        return tuple(one for one in waiting if one.folder in folders)

    def adopt(self, run: str, batch: str, position: int, job: str, *, keep_claims: bool) -> bool:
        """Let an unfinished run go on in another batch, queued. False where it has been completed meanwhile.

        With `keep_claims` a run whose claim still holds stays with whoever does it.
        """
        before = [one for one, after in FOLLOWERS.items() if State.QUEUED in after or one is State.QUEUED]

        def work(connection: Connection) -> bool:
            ours = and_(runs.c.id == run, runs.c.state.in_(before))
            moved = connection.execute(update(runs).where(ours).values(batch=batch, position=position))
            free = and_(ours, or_(runs.c.state != State.RUNNING, runs.c.lease_until < _now(connection)))
            queued = update(runs).where(free if keep_claims else ours)
            connection.execute(queued.values(job=job, state=State.QUEUED, owner="", lease_until=0.0))
            return bool(moved.rowcount)

        return self._database.once(work)

    def abandoned(self) -> tuple[RunRecord, ...]:
        """The runs whose claims have run out: their doers have vanished."""

        def work(connection: Connection) -> Sequence[Row[Any]]:
            lost = and_(runs.c.state == State.RUNNING, runs.c.lease_until < _now(connection))
            return connection.execute(select(runs).where(lost)).all()

        return tuple(_run(row) for row in self._database.once(work))

    def ended_of(self, batch: str) -> tuple[str, ...]:
        """The ids of a batch's runs that are neither queued nor running."""
        at_work = (State.QUEUED, State.RUNNING)
        asked = select(runs.c.id).where(runs.c.batch == batch, runs.c.state.not_in(at_work))
        return tuple(row.id for row in self._database.once(lambda connection: connection.execute(asked).all()))

    def looks(self, run: str, outputs: str | None) -> None:
        """Note how a completed run's output folder looks, where it came from elsewhere."""
        noted = update(runs).where(runs.c.id == run).values(outputs=outputs)
        self._database.once(lambda connection: connection.execute(noted))

    def listed(
        self, *, states: Iterable[State] = (), batch: str | None = None, most: int = 50
    ) -> tuple[RunRecord, ...]:
        """The last runs, the newest first."""
        asked = select(runs).order_by(runs.c.created.desc(), runs.c.batch, runs.c.position).limit(most)
        wanted = tuple(states)
        if wanted:
            asked = asked.where(runs.c.state.in_(wanted))
        if batch:
            asked = asked.where(runs.c.batch == batch)
        return self._some(asked)

    def find(self, start: str) -> RunRecord:
        """The run whose id begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        found = self._some(select(runs).where(runs.c.id.startswith(start, autoescape=True)).limit(2))
        if len(found) == 1 and (len(start) >= _ID_DIGITS or found[0].id == start):
            return found[0]
        problem = "Several runs have an id that begins so" if found else "There is no such run"
        raise UsageError(problem, hint="List them with: gampgen runs", where=start)

    def claim(self, run: str, owner: str, seconds: float) -> RunRecord | None:
        """Take a run to do it: it is queued, or whoever had it let the lease run out. None where it is not to be had.

        To claim it again as the same owner renews the claim, with a new fence.
        """

        def work(connection: Connection) -> Row[Any] | None:
            now = _now(connection)
            lost = and_(runs.c.state == State.RUNNING, runs.c.owner != owner)
            free = or_(
                runs.c.state == State.QUEUED,
                and_(runs.c.state == State.RUNNING, or_(runs.c.lease_until < now, runs.c.owner == owner)),
            )
            return connection.execute(
                update(runs)
                .where(runs.c.id == run, free)
                .values(
                    state=State.RUNNING,
                    owner=owner,
                    fence=runs.c.fence + 1,
                    attempts=runs.c.attempts + 1,
                    losses=runs.c.losses + case((lost, 1), else_=0),
                    lease_until=now + seconds,
                    started=utc_now(),
                )
                .returning(runs)
            ).first()

        row = self._database.once(work)
        return None if row is None else _run(row)

    def renew(self, run: str, fence: int, seconds: float) -> bool:
        """Hold a run longer. False: it was cancelled, or another has it by now."""

        def work(connection: Connection) -> bool:
            held = and_(runs.c.id == run, runs.c.fence == fence, runs.c.state == State.RUNNING)
            renewed = update(runs).where(held).values(lease_until=_now(connection) + seconds)
            return bool(connection.execute(renewed).rowcount)

        return self._database.once(work)

    def end(self, run: str, fence: int, state: State, result: DocumentResult, outputs: str | None = None) -> bool:
        """Record how a run ended. False: it was cancelled, or another has it by now, and nothing was recorded."""

        def work(connection: Connection) -> bool:
            held = and_(runs.c.id == run, runs.c.fence == fence, runs.c.state.in_((State.RUNNING, state)))
            ended = {
                "state": state,
                "finished": utc_now(),
                "seconds": result.seconds,
                "exit_code": result.exit_code,
                "result": result.model_dump_json(),
                "problem": result.problem,
                "outputs": outputs,
            }
            return bool(connection.execute(update(runs).where(held).values(ended)).rowcount)

        return self._database.once(work)

    def crashed(self, run: str, fence: int) -> int:
        """Count a process that ended over a run, and how many there were."""

        def work(connection: Connection) -> int:
            held = and_(runs.c.id == run, runs.c.fence == fence)
            counted = update(runs).where(held).values(crashes=runs.c.crashes + 1).returning(runs.c.crashes)
            return connection.execute(counted).scalar() or 0

        return self._database.once(work)

    def move(self, run: str, state: State, *, fresh: bool = False) -> bool:
        """Bring a run into a state that may follow its own; `fresh` forgets its crashes. False where it may not."""
        before = [one for one, after in FOLLOWERS.items() if state in after]
        values: dict[str, object] = {"state": state, "owner": "", "lease_until": 0.0}
        if fresh:
            values |= {"crashes": 0, "losses": 0}
        moved = update(runs).where(runs.c.id == run, runs.c.state.in_(before)).values(values)
        return bool(self._database.once(lambda connection: connection.execute(moved).rowcount))

    def rewrite(self, run: str, job: str) -> None:
        """Give a run another job: the same document with a person's decision."""
        written = update(runs).where(runs.c.id == run).values(job=job)
        self._database.once(lambda connection: connection.execute(written))

    def keep(self, key: str, answer: AgentAnswer) -> None:
        """Keep an agent's answer, for when the run is interrupted."""

        def work(connection: Connection) -> None:
            unit = answer.correlation_id
            there = select(answers.c.unit).where(answers.c.key == key, answers.c.unit == unit)
            if not connection.execute(there).first():
                row = {"key": key, "unit": unit, "at": utc_now(), "answer": answer.model_dump_json()}
                connection.execute(answers.insert().values(row))

        self._database.once(work)

    def kept(self, key: str) -> tuple[AgentAnswer, ...]:
        """The answers that agents already gave for these inputs and settings."""
        asked = select(answers.c.answer).where(answers.c.key == key).order_by(answers.c.unit)
        rows = self._database.once(lambda connection: connection.execute(asked).all())
        return tuple(AgentAnswer.model_validate_json(row.answer) for row in rows)

    def forget_answers(self, key: str) -> None:
        """The run is complete: its answers stand in its outputs."""
        self._database.once(lambda connection: connection.execute(answers.delete().where(answers.c.key == key)))

    def _some(self, asked: Any) -> tuple[RunRecord, ...]:  # noqa: ANN401 - a select of all columns, whatever its type
        return tuple(_run(row) for row in self._database.once(lambda connection: connection.execute(asked).all()))


def _queued(new: NewRun, created: str) -> dict[str, object]:
    return new.model_dump() | {
        "state": State.QUEUED, "attempts": 0, "crashes": 0, "losses": 0, "fence": 0, "owner": "", "lease_until": 0.0,
        "created": created,
    }  # fmt: skip


def _now(connection: Connection) -> ColumnElement[float]:
    """Seconds since 1970: a server's own clock, which all its clients share; for a file the machine's."""
    if connection.dialect.name == "postgresql":
        return cast(extract("epoch", func.clock_timestamp()), Float)
    return literal(time.time(), Float)


def _run(row: Row[Any]) -> RunRecord:
    held = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name for a row as a mapping
    result = DocumentResult.model_validate_json(held["result"]) if held["result"] else None
    return RunRecord.model_validate(held | {"state": State(held["state"]), "result": result})
