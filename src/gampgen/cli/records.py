"""Which database a command uses, and opening it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from gampgen.runs.records.store import RunStore
    from gampgen.settings.resolving import Resolved

DATABASE_VARIABLE = "GAMPGEN_DATABASE"
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        envvar=DATABASE_VARIABLE,
        help="Where runs are recorded: sqlite:///FILE or postgresql://USER@HOST/NAME.",
        show_default=".gampgen/runs.db of the project",
    ),
]
DatabaseIfAny = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        envvar=DATABASE_VARIABLE,
        help="Record the run: sqlite:///FILE or postgresql://USER@HOST/NAME.",
        show_default="not recorded",
    ),
]
Broker = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="GAMPGEN_BROKER",
        help="Where workers get their runs: amqp://USER@HOST/ or redis://HOST/0.",
        show_default=False,
    ),
]


def with_answers_kept(resolved: Resolved) -> Resolved:
    """The settings with a place for a model's answers, so that an interrupted batch does not ask for them again."""
    from gampgen.runs.records.place import default_file

    model = resolved.settings.llm
    if not model.enabled or model.cache:
        return resolved
    kept = model.model_copy(update={"cache": default_file(Path.cwd()).parent / "llm"})
    return resolved.model_copy(update={"settings": resolved.settings.model_copy(update={"llm": kept})})


def known_queue(name: str) -> str:
    """A queue's name as it was given. Raises UsageError where there is no such queue."""
    from gampgen.errors import UsageError
    from gampgen.runs.distributed.application import QUEUES

    if name not in QUEUES:
        raise UsageError(f"There is no queue {name!r}", hint=f"Use one of {', '.join(QUEUES)}", where="--queue")
    return name


def is_recorded(url: str | None) -> bool:
    """Whether there are records to look at: a URL is given, or the project has a file of them."""
    from gampgen.runs.records.place import default_file

    return bool(url) or default_file(Path.cwd()).is_file()


def opened_store(url: str | None) -> RunStore:
    """The records of runs: those of the URL, else those of the project that the command is called in.

    Raises:
        UsageError: the URL is wrong. OutputError: the database cannot be opened.
    """
    from gampgen.runs.records.database import Database as Opened
    from gampgen.runs.records.place import default_file
    from gampgen.runs.records.store import RunStore

    return RunStore(Opened(url or f"sqlite:///{default_file(Path.cwd()).as_posix()}"))
