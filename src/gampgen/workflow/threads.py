"""Run an agent in a thread that cannot hold up the run or the end of the program."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

_Answer = TypeVar("_Answer")


async def in_daemon_thread(work: Callable[[], _Answer]) -> _Answer:
    """Await the work's result or its exception. On a time-out the thread is abandoned: Python cannot stop one.

    `asyncio.to_thread` would join the abandoned thread at the end of the loop, and so wait for a hanging agent.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[_Answer] = loop.create_future()

    def settle(set_outcome: Callable[[], None]) -> None:
        if not outcome.done():
            set_outcome()

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - carried over to the awaiting side, not swallowed
            _tell(loop, settle, lambda error=error: outcome.set_exception(error))  # type: ignore[misc]
        else:
            _tell(loop, settle, lambda: outcome.set_result(result))

    threading.Thread(target=run, daemon=True, name="agent").start()
    return await outcome


def _tell(
    loop: asyncio.AbstractEventLoop, settle: Callable[[Callable[[], None]], None], how: Callable[[], None]
) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(settle, how)
