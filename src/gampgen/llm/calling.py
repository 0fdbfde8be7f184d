"""Asking a model once, in the whole sense: cache, budget, pace, tries with back-off, circuit breaker, deadline.

The one place where a request is tried again. The back-off doubles, with full jitter (Brooker, "Exponential Backoff and
Jitter", AWS Architecture Blog, 2015); a server's Retry-After is obeyed where the question's deadline allows it.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from threading import BoundedSemaphore, Lock, Thread
from typing import Protocol

from gampgen.domain.base import LargeValue
from gampgen.errors import GampgenError
from gampgen.llm.breaker import CircuitBreaker, CircuitOpenError
from gampgen.llm.budget import Budget, BudgetSpentError
from gampgen.llm.exchange import Exchange, ModelFailure, digest_of
from gampgen.llm.keys import plain_address
from gampgen.llm.port import (
    ChatModel,
    FailureKind,
    ModelAnswer,
    ModelError,
    ModelRequest,
    ModelSettings,
    ModelUnavailableError,
)
from gampgen.llm.recording import AnswerCache, Recording
from gampgen.settings.language_model import LlmSettings

ATTEMPTS = 4
FIRST_WAIT, LONGEST_WAIT = 0.5, 20.0
_MINUTE = 60.0
_GRACE = 1.0  # seconds that the client has to end by itself before the thread that waits for it is left alone


class Clock(Protocol):
    """Seconds that cannot be set, and waiting for them."""

    def now(self) -> float:
        """Seconds since some moment."""
        ...

    def wait(self, seconds: float) -> None:
        """Let seconds pass."""
        ...


class SteadyClock:
    """The machine's own."""

    def now(self) -> float:
        """Seconds of the clock that cannot be set."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(seconds)


class Call(LargeValue):
    """An exchange, and whether it came out of the cache or the recording (`cached`) instead of from the model."""

    exchange: Exchange
    cached: bool


class Pace:
    """A limit on requests in flight and per minute, shared by all who ask."""

    def __init__(self, in_flight: int, per_minute: int, clock: Clock) -> None:
        self._slots = BoundedSemaphore(in_flight)
        self._per_minute = per_minute
        self._clock = clock
        self._lock = Lock()
        self._begun: deque[float] = deque()

    def begin(self) -> None:
        """Wait for a slot, and until one more request in this minute is allowed."""
        self._slots.acquire()
        while (seconds := self._wait()) > 0:
            self._clock.wait(seconds)

    def end(self) -> None:
        """Free the slot."""
        self._slots.release()

    def _wait(self) -> float:
        with self._lock:
            now = self._clock.now()
            while self._begun and now - self._begun[0] >= _MINUTE:
                self._begun.popleft()
            if len(self._begun) < self._per_minute:
                self._begun.append(now)
                return 0.0
            return self._begun[0] + _MINUTE - now


class Asker(Protocol):
    """Whoever answers a question: the model through `Caller`, or a recorded run."""

    def ask(self, request: ModelRequest) -> Call:
        """The exchange of a question; a failure stands in it, nothing is raised for it."""
        ...


class Caller:
    """Asks one model on behalf of one run.

    Args:
        model: whom to ask.
        named: the model's settings, which name the questions.
        settings: the limits.
        recording: gets every exchange.
        clock: for deadlines and back-off.
        jitter: a number in 0-1 for each wait.
    """

    def __init__(
        self,
        model: ChatModel,
        named: ModelSettings,
        settings: LlmSettings,
        recording: Recording,
        clock: Clock | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._model, self._named, self._recording, self._jitter = model, named, recording, jitter
        self._clock: Clock = clock or SteadyClock()
        self._cache = AnswerCache(settings.cache) if settings.cache else None
        self.budget = Budget(settings)
        self._pace = Pace(settings.in_flight, settings.per_minute, self._clock)
        self._breaker = CircuitBreaker("the model", clock=self._clock.now)

    def ask(self, request: ModelRequest) -> Call:
        """See `Asker.ask`. Raises UsageError and OutputError where the cache is damaged or cannot be written."""
        digest = digest_of(self._named, request)
        held = self._recording.get(digest) or (self._cache.get(digest) if self._cache else None)
        if held is not None:
            self._recording.keep(held)
            return Call(exchange=held, cached=True)
        exchange = self._asked(digest, request)
        self._recording.keep(exchange)
        if self._cache:
            self._cache.keep(exchange)
        return Call(exchange=exchange, cached=False)

    def _asked(self, digest: str, request: ModelRequest) -> Exchange:
        begun = self._clock.now()
        attempts, outcome = self._persisted(request, begun + self._named.timeout_seconds)
        return Exchange(
            digest=digest,
            model=self._named.name,
            address=plain_address(self._named.base_url),
            request=request,
            answer=outcome if isinstance(outcome, ModelAnswer) else None,
            failure=None if isinstance(outcome, ModelAnswer) else _failure(outcome),
            attempts=attempts,
            duration_ms=round((self._clock.now() - begun) * 1000),
        )

    def _persisted(self, request: ModelRequest, deadline: float) -> tuple[int, ModelAnswer | GampgenError]:
        """How often it was tried, and the answer or the last failure. The circuit breaker counts questions, not tries:
        a server that is busy for a moment is not down.
        """  # noqa: D205 - one thought
        try:
            self._breaker.admit()
        except CircuitOpenError as error:
            return 0, error
        attempts, outcome = 0, self._tried(request, deadline)
        while True:
            attempts += not isinstance(outcome, BudgetSpentError)
            if isinstance(outcome, ModelAnswer):
                self._breaker.succeeded()
                return attempts, outcome
            wait = self._before_next(outcome, attempts)
            if wait is None or self._clock.now() + wait >= deadline:
                break
            self._clock.wait(wait)
            outcome = self._tried(request, deadline)
        if not isinstance(outcome, BudgetSpentError):
            self._breaker.failed()
        return attempts, outcome

    def _before_next(self, failure: GampgenError, attempts: int) -> float | None:
        """Seconds to wait before the next try, or None where there is to be none."""
        if not isinstance(failure, ModelUnavailableError) or attempts >= ATTEMPTS:
            return None
        doubled: float = FIRST_WAIT * 2 ** (attempts - 1)
        back_off = min(LONGEST_WAIT, doubled) * self._jitter()
        return max(back_off, failure.retry_after or 0.0)

    def _tried(self, request: ModelRequest, deadline: float) -> ModelAnswer | GampgenError:
        """One request, or why there was none."""
        try:
            self.budget.reserve(request)
        except BudgetSpentError as error:
            return error
        self._pace.begin()
        answer: ModelAnswer | None = None
        try:
            answer = _bounded(self._model, request, deadline - self._clock.now())
        except (ModelError, ModelUnavailableError) as error:
            return error
        finally:
            self._pace.end()
            self.budget.settle(request, answer)
        return answer


def _bounded(model: ChatModel, request: ModelRequest, seconds: float) -> ModelAnswer:
    """Ask in a thread that is left alone when the time is over. Raises what the model raises, and on time-out."""
    outcome: list[ModelAnswer | BaseException] = []

    def run() -> None:
        try:
            outcome.append(model.ask(request, max(seconds, 0.1)))
        except BaseException as error:  # noqa: BLE001 - carried over to the waiting side, not swallowed
            outcome.append(error)

    thread = Thread(target=run, daemon=True, name="model")
    thread.start()
    thread.join(max(seconds, 0.1) + _GRACE)
    if not outcome:
        raise ModelUnavailableError.of(
            FailureKind.TIMED_OUT, "The model gave no answer in time", hint="Allow more --llm-timeout"
        )
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _failure(error: GampgenError) -> ModelFailure:
    kinds = {CircuitOpenError: FailureKind.CIRCUIT_OPEN, BudgetSpentError: FailureKind.BUDGET}
    kind = error.kind if isinstance(error, ModelError | ModelUnavailableError) else kinds[type(error)]
    return ModelFailure(kind=kind, message=error.title)


class Replayer:
    """Answers out of a recorded run, and nothing else."""

    def __init__(self, named: ModelSettings, recorded: Recording, kept: Recording) -> None:
        self._named, self._recorded, self._kept = named, recorded, kept

    def ask(self, request: ModelRequest) -> Call:
        """The recorded exchange, or a failure that says that there is none."""
        digest = digest_of(self._named, request)
        held = self._recorded.get(digest)
        if held is None:
            held = Exchange(
                digest=digest,
                model=self._named.name,
                address=plain_address(self._named.base_url),
                request=request,
                answer=None,
                failure=ModelFailure(
                    kind=FailureKind.NOT_RECORDED, message="The recorded run did not ask this question"
                ),
                attempts=0,
                duration_ms=0,
            )
        self._kept.keep(held)
        return Call(exchange=held, cached=True)
