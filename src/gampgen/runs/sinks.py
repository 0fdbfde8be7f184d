"""Events for other programs: one JSON line for each, to a file, to standard output, or to a webhook.

A webhook is called from a thread of its own, so that a slow one holds up no run. What may pass (no connection, 408,
429, 5xx) is tried again, four times in all; what could not be delivered is told at the end, and fails no run.
"""

from __future__ import annotations

import queue
import random
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gampgen import __version__
from gampgen.errors import OutputError, UsageError
from gampgen.publishing import cannot_write
from gampgen.runs.telling import RunEvent

STANDARD_OUTPUT: Final = "-"
_ATTEMPTS: Final = 4
_FIRST_PAUSE: Final = 0.5
_SECONDS: Final = 10.0
_MAY_PASS: Final = (408, 429)
_SERVER_ERRORS: Final = 500

Tell = Callable[[RunEvent], None]


@contextmanager
def events_to(target: str | None, say: Callable[[str], None], show: Callable[[str], None]) -> Iterator[Tell]:
    """Where events go while a command runs.

    Args:
        target: a file (lines are added to it), "-" for standard output, an http(s) URL, or None for nowhere.
        say: is told at the end what could not be delivered.
        show: writes a line to standard output.

    Raises:
        UsageError: the URL is of another kind. OutputError: the file cannot be written.
    """
    if target is None:
        yield lambda _: None
    elif target == STANDARD_OUTPUT:
        yield lambda event: show(event.model_dump_json())
    elif "://" in target:
        with _webhook(target, say) as tell:
            yield tell
    else:
        with _file(Path(target)) as tell:
            yield tell


@contextmanager
def _file(path: Path) -> Iterator[Tell]:
    try:
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise cannot_write(path, error) from error
    with file:

        def tell(event: RunEvent) -> None:
            try:
                file.write(event.model_dump_json() + "\n")
                file.flush()
            except OSError as error:
                raise OutputError(
                    f"The events cannot be written: {error.strerror or error}",
                    hint="Free disk space, or leave --events out",
                    where=str(path),
                ) from error

        yield tell


@contextmanager
def _webhook(url: str, say: Callable[[str], None]) -> Iterator[Tell]:
    if not url.startswith(("http://", "https://")):
        raise UsageError("Events go to a file, to - or to an http(s) URL", hint="See --events", where=url)
    waiting: queue.SimpleQueue[RunEvent | None] = queue.SimpleQueue()
    failures: list[str] = []

    def deliver() -> None:
        while (event := waiting.get()) is not None:
            problem = _posted(url, event)
            if problem:
                failures.append(problem)

    thread = threading.Thread(target=deliver, daemon=True)
    thread.start()
    try:
        yield waiting.put
    finally:
        waiting.put(None)
        thread.join()
        if failures:
            say(f"{len(failures)} events could not be delivered to the webhook; the last: {failures[-1]}")


def _posted(url: str, event: RunEvent) -> str:
    """Post an event; "" when it was taken, else why not."""
    problem = ""
    for attempt in range(_ATTEMPTS):
        if attempt:
            time.sleep(random.uniform(0, _FIRST_PAUSE * 2**attempt))  # noqa: S311 - jitter, no secret
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            url,
            data=event.model_dump_json().encode(),
            headers={"Content-Type": "application/json", "User-Agent": f"gampgen/{__version__}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310 - as above
                return ""
        except urllib.error.HTTPError as error:
            problem = f"HTTP {error.code}"
            error.close()
            if error.code not in _MAY_PASS and error.code < _SERVER_ERRORS:
                return problem
        except OSError as error:  # no connection, or it was lost
            problem = str(error)
    return problem
