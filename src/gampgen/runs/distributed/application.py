"""The Celery application: queues, and how a message is treated.

A message holds the id of a run and nothing else. It is acknowledged after the run, given one at a time, and given again
when a worker vanishes; a message that comes twice, or too late, finds its run claimed or ended and does nothing. What a
broker loses altogether is sent again out of the database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gampgen.errors import GampgenError, UsageError

if TYPE_CHECKING:
    from celery import Celery

TASK: Final = "gampgen.run"
QUEUES: Final = ("offline", "llm")
HIGHEST_PRIORITY: Final = 9
_REDELIVERED_SECONDS: Final = 120  # Redis gives lost work back only then; RabbitMQ at once


class BrokerError(GampgenError):
    """The broker cannot be reached, or refuses."""

    exit_code = 74


def queue_name(queue: str) -> str:
    """A queue's name at the broker."""
    return f"gampgen.{queue}"


def application(broker: str) -> Celery:
    """The application for a broker.

    Args:
        broker: "amqp://USER:PASSWORD@HOST/" (RabbitMQ) or "redis://HOST/0".

    Raises:
        UsageError: the URL is of another kind, or Celery is not installed.
    """
    if not broker.startswith(("amqp://", "amqps://", "redis://", "rediss://")):
        kind = broker.partition(":")[0]
        raise UsageError(
            f"{kind!r} is no broker that gampgen uses", hint="Give amqp://… (RabbitMQ) or redis://…", where="--broker"
        )
    try:
        from celery import Celery  # noqa: PLC0415 - an extra, loaded where machines share the work
        from kombu.entity import Queue  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        raise UsageError("Celery is not installed", hint="pip install 'gampgen[distributed]'") from error
    of_redis = broker.startswith("redis")
    arguments = {} if of_redis else {"queue_arguments": {"x-max-priority": HIGHEST_PRIORITY}}
    made = Celery("gampgen", broker=broker, set_as_current=False)
    made.conf.update(
        task_queues=[Queue(queue_name(one), routing_key=queue_name(one), **arguments) for one in QUEUES],  # type: ignore[no-untyped-call]  # kombu's
        task_default_queue=queue_name(QUEUES[0]),
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_ignore_result=True,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        worker_send_task_events=True,  # for Flower
        task_serializer="json",
        accept_content=["json"],
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_heartbeat=20,
        broker_transport_options={"visibility_timeout": _REDELIVERED_SECONDS, "priority_steps": list(range(10))}
        if of_redis
        else {"confirm_publish": True},
    )
    return made


def send(app: Celery, run: str, queue: str, priority: int) -> None:
    """Put a run's name into a queue.

    Args:
        app: the application.
        run: the run's id.
        queue: one of QUEUES.
        priority: 0 to 9, 9 is first.

    Raises:
        BrokerError: the broker stayed away.
    """
    from kombu.exceptions import OperationalError  # noqa: PLC0415 - an extra, loaded where machines share the work

    of_redis = str(app.conf.broker_url).startswith("redis")
    level = HIGHEST_PRIORITY - priority if of_redis else priority  # to Redis 0 is first
    retry = {"max_retries": 12, "interval_start": 0.2, "interval_step": 0.5, "interval_max": 5.0}
    try:
        app.send_task(
            TASK,
            args=[run],
            queue=queue_name(queue),
            priority=level,
            retry=True,
            retry_policy=retry,
            ignore_result=True,
        )
    except OperationalError as error:
        raise BrokerError(
            f"The broker cannot be reached: {' '.join(str(error).split())}",
            hint="Check --broker, and that the server runs; batch --resume goes on",
        ) from error
