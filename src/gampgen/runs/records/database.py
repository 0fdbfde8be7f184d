"""Opening the database of the runs, and surviving its restarts.

SQLite: write-ahead log, every transaction synced and begun as a writer's. PostgreSQL: a connection that was lost is
made again, and the work of its transaction repeated; all of it may be repeated, since a repeated claim or result of the
same owner changes nothing.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from gampgen.errors import OutputError, UsageError
from gampgen.runs.records.migrations import migrate
from gampgen.runs.records.place import FOLDER

_PATIENCE_SECONDS: Final = 60.0
_BUSY_SECONDS: Final = 30
_Result = TypeVar("_Result")


class Database:
    """A database that is there and up to date.

    Args:
        url: as SQLAlchemy writes them: "sqlite:///path" or "postgresql://user@host/name".
        patience: seconds to wait for a server that is away.

    Raises:
        UsageError: the URL is wrong, or its driver is not installed, or the database is of a later version.
        OutputError: the database cannot be opened or written.
    """

    def __init__(self, url: str, patience: float = _PATIENCE_SECONDS) -> None:
        self._patience = patience
        self.url = _understood(url)
        self._engine = _engine(self.url)
        # A file has one writer at a time: this program's threads wait in turn, and only other programs busily.
        self._turn: AbstractContextManager[object] = threading.Lock() if self.is_file else nullcontext()
        self.once(migrate)

    @property
    def is_file(self) -> bool:
        """Whether it is a file of one machine."""
        return self.url.get_backend_name() == "sqlite"

    def once(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do some work in one transaction: all of it or nothing.

        Raises:
            OutputError: the database cannot be written, or stayed away longer than the patience.
        """
        deadline, pause = time.monotonic() + self._patience, 0.05
        while True:
            try:
                with self._turn, self._engine.begin() as connection:
                    return work(connection)
            except DBAPIError as error:
                if not self._may_pass(error) or time.monotonic() > deadline:
                    raise self._cannot(error) from error
                time.sleep(random.uniform(0, pause))  # noqa: S311 - jitter, no secret
                pause = min(2.0, pause * 2)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    def _may_pass(self, error: DBAPIError) -> bool:
        """A server that restarts breaks connections, and then refuses new ones for a while."""
        return not self.is_file and (error.connection_invalidated or isinstance(error, OperationalError))

    def _cannot(self, error: DBAPIError) -> OutputError:
        said = " ".join(str(error.orig).split())
        return OutputError(
            f"The database of runs cannot be used: {said}",
            hint="Check the server or the file, or name another one with --database",
            where=self.url.render_as_string(hide_password=True),
        )


def _understood(url: str) -> URL:
    try:
        understood = make_url(url)
    except ArgumentError as error:
        raise _wrong(url) from error
    if understood.drivername in ("postgresql", "postgres"):
        return understood.set(drivername="postgresql+psycopg")
    if understood.get_backend_name() not in ("sqlite", "postgresql"):
        raise _wrong(url)
    return understood


def _wrong(url: str) -> UsageError:
    return UsageError(
        f"{url.partition(':')[0]!r} is no database that gampgen uses",
        hint="Give sqlite:///FILE or postgresql://USER@HOST/NAME",
        where="--database",
    )


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            return _file_engine(url)
        return create_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=20)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise UsageError(
            "PostgreSQL needs a driver that is not installed", hint="pip install 'gampgen[distributed]'"
        ) from error


def _file_engine(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if folder.name == FOLDER and not (folder / ".gitignore").exists():
                (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        except OSError as error:
            raise OutputError(
                f"The folder of the database cannot be made: {error.strerror or error}",
                hint="Name another database with --database",
                where=str(folder),
            ) from error
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepared(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLite's own, which SQLAlchemy leaves untyped
        connection.isolation_level = None  # the driver begins nothing by itself
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
