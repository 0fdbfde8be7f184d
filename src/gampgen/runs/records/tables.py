"""The tables of the runs' records, as they are after the last migration.

Times that people read are UTC texts (ISO 8601), as in the audit; leases are seconds since 1970 by the database's clock.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

METADATA: Final = MetaData()

migrations: Final = Table(
    "gampgen_migrations",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
)

batches: Final = Table(
    "batches",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("folder", Text, nullable=False),
    Column("out", Text, nullable=False),
    Column("command", Text, nullable=False),  # as JSON
    Column("created", Text, nullable=False),
    Column("finished", Text),
)

runs: Final = Table(
    "runs",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("batch", Text, ForeignKey("batches.id")),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("document_sha256", Text, nullable=False),
    Column("settings_sha256", Text, nullable=False),
    Column("job", Text, nullable=False),  # all that is needed to do it again, as JSON
    Column("state", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("queue", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("crashes", Integer, nullable=False),
    Column("losses", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("lease_until", Float, nullable=False),
    Column("created", Text, nullable=False),
    Column("started", Text),
    Column("finished", Text),
    Column("seconds", Float),
    Column("exit_code", Integer),
    Column("result", Text),  # a DocumentResult as JSON
    Column("problem", Text),
    Column("outputs", Text),  # what `outputs.fingerprint` said when the run was completed
    Index("runs_by_key", "key"),
    Index("runs_by_batch", "batch", "position"),
    Index("runs_by_state", "state"),
)

events: Final = Table(
    "events",
    METADATA,
    Column("run", Text, ForeignKey("runs.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("microseconds", Integer),
    Column("attempt", Integer),
)

answers: Final = Table(
    "answers",
    METADATA,
    Column("key", Text, primary_key=True),  # the run's key: the same inputs, settings and version
    Column("unit", Text, primary_key=True),  # "sme/2"
    Column("at", Text, nullable=False),
    Column("answer", Text, nullable=False),  # an AgentAnswer as JSON
)
