"""Numeric limits of a requirement, read back from its quantities and intervals."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from gampgen.domain.quantity import Comparator, Interval, Quantity, boundary_step
from gampgen.domain.unit import unit_named

_TIME = "time"
_SERVICE = re.compile(
    r"\b(?:within|every|retain\w*|retention|kept|keep|stored?|archiv\w*|preserv\w*|availab\w+|accura\w+|resolution|"
    r"toleranc\w+|concurrent\w*|simultaneous\w*|capacity|users|records|per (?:second|minute|hour|day|month|year)|up to|"
    r"attachments|results|programs|restored?|locked for|interval)\b|±|\+/-",
    re.IGNORECASE,
)
_ENTERED = re.compile(
    r"\b(?:accept\w*|enter\w*|refus\w*|reject\w*|characters?|digits?|letters?|passwords?|length|long|adjustable|"
    r"settable|"
    r"configurable|flagged|valid|invalid)\b",
    re.IGNORECASE,
)
_ATTEMPTS = re.compile(r"\b(?:attempts?|wrong|failed|failures?|incorrect|unsuccessful|invalid|tries)\b", re.IGNORECASE)
_LOCKS = re.compile(r"\b(?:lock\w*|block\w*|disabl\w*|suspend\w*|deactivat\w*)\b", re.IGNORECASE)
_IDLE = re.compile(
    r"\b(?:inactiv\w*|idle|unattended|without (?:\w+ )?(?:input|activity|operation|interaction|use))\b", re.IGNORECASE
)
_HOLD = re.compile(r"\bfor (?:at least |more than |longer than |over |a period of )*$", re.IGNORECASE)


class Judged(StrEnum):
    """How a limit shows: by an input at the limit, by what the tester judges, or by either."""

    INPUT = "input"
    CRITERION = "criterion"
    EITHER = "either"


class Limit(NamedTuple):
    """A range of values with its place in the sentence.

    `unit` is the unit's symbol, "" for a count. `lasting` is true for the time that a condition has to last.
    `text` is the passage, `at` its offset in the sentence.
    """

    text: str
    at: int
    unit: str
    lower: Decimal | None
    upper: Decimal | None
    lower_inclusive: bool
    upper_inclusive: bool
    step: Decimal
    lasting: bool
    judged: Judged

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in the range."""
        above = self.lower is None or value > self.lower or (value == self.lower and self.lower_inclusive)
        below = self.upper is None or value < self.upper or (value == self.upper and self.upper_inclusive)
        return above and below

    def distance(self, value: Decimal) -> Decimal:
        """How far a value is from the nearest end."""
        return min(abs(value - end) for end in (self.lower, self.upper) if end is not None)


def unit_key(unit: str | None) -> str:
    """The symbol of a unit, "" for a count or for a word that is no unit ("characters")."""
    known = unit_named(unit) if unit else None
    return known.symbol if known else ""


def is_time(unit: str | None) -> bool:
    """Whether a unit measures time."""
    known = unit_named(unit) if unit else None
    return known is not None and known.dimension == _TIME


def limits_in(
    sentence: str,
    intervals: tuple[Interval, ...],
    quantities: tuple[Quantity, ...],
    conditional: tuple[tuple[int, int], ...],
) -> tuple[Limit, ...]:
    """The limits that stand in one sentence.

    Args:
        sentence: the sentence, white space folded.
        intervals: the requirement's intervals.
        quantities: the requirement's quantities.
        conditional: offsets of the sentence's conditions; a limit in one of them is always shown by an input.
    """
    found: list[Limit] = []
    for interval in intervals:
        at = sentence.find(" ".join(interval.text.split()))
        named = interval.lower is not None or interval.upper is not None
        spelt = not any(letter.isdigit() for letter in interval.text)
        if at >= 0 and named and not (spelt and interval.upper is None and not is_time(interval.unit)):
            found.append(_from_interval(sentence, interval, at, inside=_within(at, conditional)))
    for quantity in quantities:
        at = sentence.find(" ".join(quantity.text.split()))
        if at >= 0 and quantity.comparator is Comparator.EQUAL and not any(_covers(one, at) for one in found):
            limit = _from_quantity(sentence, quantity, at, inside=_within(at, conditional))
            if limit is not None:
                found.append(limit)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.at))


def _covers(limit: Limit, at: int) -> bool:
    return limit.at <= at < limit.at + len(limit.text)


def _within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= at < end for start, end in spans)


def _from_interval(sentence: str, interval: Interval, at: int, *, inside: bool) -> Limit:
    timed = is_time(interval.unit)
    lasting = inside and timed and bool(_HOLD.search(sentence[:at]) or interval.text.lower().startswith("for "))
    judged = Judged.INPUT
    if not inside:
        near = sentence[max(0, at - 60) : at + len(interval.text) + 40]
        entered = _ENTERED.search(sentence) is not None and not timed
        judged = Judged.INPUT if entered else Judged.CRITERION if _SERVICE.search(near) or timed else Judged.EITHER
    end = interval.lower if interval.lower is not None else interval.upper or "0"
    return Limit(
        text=" ".join(interval.text.split()), at=at, unit=unit_key(interval.unit),
        lower=Decimal(interval.lower) if interval.lower is not None else None,
        upper=Decimal(interval.upper) if interval.upper is not None else None,
        lower_inclusive=interval.lower_inclusive, upper_inclusive=interval.upper_inclusive, step=boundary_step(end),
        lasting=lasting, judged=judged,
    )  # fmt: skip


def _from_quantity(sentence: str, quantity: Quantity, at: int, *, inside: bool) -> Limit | None:
    """A bare number that acts as a threshold: failed attempts, idle time, the time that a condition lasts."""
    timed = is_time(quantity.unit)
    attempts = not timed and _ATTEMPTS.search(sentence) and _LOCKS.search(sentence) and not unit_key(quantity.unit)
    idle = timed and _IDLE.search(sentence)
    lasting = (
        inside and timed and not idle and bool(_HOLD.search(sentence[:at]) or quantity.text.lower().startswith("for "))
    )
    if not (attempts or idle or lasting):
        return None
    return Limit(
        text=" ".join(quantity.text.split()), at=at, unit=unit_key(quantity.unit), lower=quantity.number, upper=None,
        lower_inclusive=True, upper_inclusive=True, step=boundary_step(quantity.value), lasting=lasting,
        judged=Judged.INPUT,
    )  # fmt: skip
