"""`gampgen worker`: a machine that does documents for batches started elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options, records

if TYPE_CHECKING:
    from gampgen.runs.report import DocumentResult


def worker(
    broker: records.Broker = None,
    database: records.Database = None,
    queues: Annotated[str, typer.Option(help="Which queues to serve, with commas.")] = "offline,llm",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Documents at a time.", show_default="number of processors")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=1, help="Seconds that one document may take.", show_default="no limit")
    ] = None,
    lease: Annotated[
        float, typer.Option(min=1, help="Seconds after which the runs of a vanished worker are given to others.")
    ] = 60.0,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Do documents for batches started with the same --broker and --database, until told to stop.

    Example: gampgen worker --broker amqp://guest@rabbit/ --database postgresql://gampgen@db/gampgen
    """
    with console.failures_told(debug=debug):
        from gampgen.errors import UsageError
        from gampgen.runs.distributed.worker import WorkerOrder, serve

        if not broker or not database:
            raise UsageError("A worker needs --broker and --database", hint="Both as the batch has them")

        def told(result: DocumentResult) -> None:
            if not quiet:
                console.say(f"{result.status:11} {result.source}")

        order = WorkerOrder(
            broker=broker,
            queues=tuple(records.known_queue(one.strip()) for one in queues.split(",")),
            jobs=jobs or os.cpu_count() or 1,
            seconds=timeout,
            lease=lease,
        )
        if not quiet:
            at_a_time = console.counted(order.jobs, "document")
            console.say(f"Serving {', '.join(order.queues)}, {at_a_time} at a time; Ctrl-C ends it after those at work")
        serve(order, records.opened_store(database), told)
