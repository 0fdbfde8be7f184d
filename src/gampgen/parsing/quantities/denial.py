"""Limits inside a condition that the sentence denies: "if it does not exceed 8 °C"."""

from __future__ import annotations

import re

from gampgen.domain.quantity import Interval
from gampgen.domain.statement import Cause

_DENIAL = re.compile(r"(?:not|never|cannot|no)\s+|n['’]t\s+", re.IGNORECASE)


def stated_positively(intervals: tuple[Interval, ...], causes: tuple[Cause, ...]) -> tuple[Interval, ...]:
    """The intervals of a statement, those within a condition as the condition itself is stated: positively.

    A cause is stated without its negation ("the temperature exceed 8 °C", which the table then denies). The limit that
    belongs to it is the one of those words, above 8 °C, and no longer the one that the denial would give.
    """
    return tuple(_positive(one, causes) for one in intervals)


def _positive(interval: Interval, causes: tuple[Cause, ...]) -> Interval:
    denial = _DENIAL.match(interval.text)
    both = interval.lower is not None and interval.upper is not None
    if denial is None or both:
        return interval
    said = " ".join(interval.text[denial.end() :].split())
    if not any(said in cause.words and interval.text not in cause.words for cause in causes):
        return interval
    return interval.model_copy(update={
        "text": interval.text[denial.end() :], "start": interval.start + denial.end(),
        "lower": interval.upper, "upper": interval.lower,
        "lower_inclusive": interval.upper is not None and not interval.upper_inclusive,
        "upper_inclusive": interval.lower is not None and not interval.lower_inclusive,
    })  # fmt: skip
