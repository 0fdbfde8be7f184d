"""A circuit breaker: what is down is left alone for a while (Nygard, "Release It!", 2nd edition, 2018, chapter 5)."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from gampgen.errors import GampgenError

_FAILURES_IN_A_ROW = 3
_REST_SECONDS = 30.0


class CircuitOpenError(GampgenError):
    """A call was not made, since the last ones all failed."""

    exit_code = 4


class CircuitBreaker:
    """Closed: calls are let through. Open, after so many failures in a row: none is. After a rest, one is let through
    as a trial, and its outcome closes the circuit or opens it again.

    Args:
        name: who is called, for the message.
        limit: failures in a row that open the circuit.
        rest_seconds: how long it stays open before a trial.
        clock: seconds of a clock that cannot be set.
    """  # noqa: D205 - the three states are one list

    def __init__(
        self,
        name: str,
        limit: int = _FAILURES_IN_A_ROW,
        rest_seconds: float = _REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._limit = limit
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._opened: float | None = None

    def admit(self) -> None:
        """Let a call through, or not.

        Raises:
            CircuitOpenError: the circuit is open, or a trial is still under way.
        """
        with self._lock:
            if self._opened is None:
                return
            if self._clock() - self._opened < self._rest_seconds:
                raise CircuitOpenError(
                    f"{self._name} was not asked: its last {self._failures} calls failed",
                    hint="See why it failed before, and run again when what it calls is up",
                )
            self._opened = self._clock()  # the trial: others wait for another rest, or for its success

    def succeeded(self) -> None:
        """A call that was let through gave an answer."""
        with self._lock:
            self._failures, self._opened = 0, None

    def failed(self) -> None:
        """A call that was let through gave none."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._limit:
                self._opened = self._clock()
