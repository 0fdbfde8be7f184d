"""The circuit breaker: closed, open after failures in a row, one trial after a rest."""

from __future__ import annotations

import pytest

from gampgen.llm.breaker import CircuitBreaker, CircuitOpenError


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> CircuitBreaker:
    breaker = CircuitBreaker("the shelf", limit=3, rest_seconds=30, clock=clock)
    for _ in range(3):
        breaker.admit()
        breaker.failed()
    return breaker


def test_failures_in_a_row_open_it() -> None:
    with pytest.raises(CircuitOpenError, match="the shelf was not asked: its last 3 calls failed") as caught:
        opened(Clock()).admit()
    assert caught.value.exit_code == 4


def test_a_success_in_between_keeps_it_closed() -> None:
    breaker = CircuitBreaker("the shelf", limit=2)
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
        breaker.admit()


def test_after_a_rest_one_trial_is_let_through_and_its_success_closes_it() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 30.0
    breaker.admit()
    with pytest.raises(CircuitOpenError):
        breaker.admit()
    breaker.succeeded()
    breaker.admit()


def test_a_trial_that_fails_opens_it_again() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 31.0
    breaker.admit()
    breaker.failed()
    clock.now = 60.0
    with pytest.raises(CircuitOpenError):
        breaker.admit()
    clock.now = 61.0
    breaker.admit()
