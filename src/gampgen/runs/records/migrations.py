"""The numbered changes that bring a database to the tables of this version.

They are a list of our own, not Alembic's: there are few tables and no branches, a list needs no configuration or script
folder beside the package, and one transaction under one lock runs what is missing. A released migration is never
edited; a change of the tables is a new number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, MetaData, Table, inspect, select, text

from gampgen.audit.journal import utc_now
from gampgen.errors import UsageError
from gampgen.runs.records import tables

_LOCK_NUMBER: Final = 7_032_116_521  # names our lock among a PostgreSQL server's advisory locks


def _first_tables(connection: Connection) -> None:
    """Batches, runs, events, answers."""
    made: MetaData = tables.METADATA
    wanted: list[Table] = [tables.batches, tables.runs, tables.events, tables.answers]
    made.create_all(connection, wanted)


MIGRATIONS: Final[tuple[Callable[[Connection], None], ...]] = (_first_tables,)
"""In their order; the first has the number 1."""


def migrate(connection: Connection) -> int:
    """Run what is missing, in the connection's transaction; others who come at the same time wait.

    Returns:
        How many migrations were run.

    Raises:
        UsageError: the database was made by a later version of gampgen.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK_NUMBER})
    done = 0
    if inspect(connection).has_table(tables.migrations.name):
        done = len(connection.execute(select(tables.migrations.c.number)).all())
    else:
        tables.migrations.create(connection)
    if done > len(MIGRATIONS):
        raise UsageError(
            f"The database is of a later version of gampgen (migration {done}, known are {len(MIGRATIONS)})",
            hint="Update gampgen, or name another database with --database",
        )
    for number, change in enumerate(MIGRATIONS[done:], start=done + 1):
        change(connection)
        connection.execute(tables.migrations.insert().values(number=number, at=utc_now()))
    return len(MIGRATIONS) - done
