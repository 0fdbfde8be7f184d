"""A test in words before it has an identity: what every wording module gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from gampgen.domain.suite import InputValue

BLANK = re.compile(r"<[a-z][A-Za-z0-9 ,()'/-]{1,70}>")
SCREEN = "screenshot with date and time"
RECORD = "print or export of the record"
_MINUTES = (
    (re.compile(r"^(?:ms|milliseconds?)$", re.IGNORECASE), Decimal(0)),
    (re.compile(r"^(?:s|secs?|seconds?)$", re.IGNORECASE), Decimal(1) / 60),
    (re.compile(r"^(?:min|mins|minutes?)$", re.IGNORECASE), Decimal(1)),
    (re.compile(r"^(?:h|hrs?|hours?)$", re.IGNORECASE), Decimal(60)),
)
_LONGER = re.compile(r"^(?:(?:working |business |calendar )?d(?:ays?)?|weeks?|months?|years?|yrs?)$", re.IGNORECASE)


def is_duration_unit(unit: str | None) -> bool:
    """Whether a unit is one of time."""
    return bool(unit) and (bool(_LONGER.match(unit or "")) or any(pattern.match(unit or "") for pattern, _ in _MINUTES))


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `quote` is the requirement's passage that it rests on; "" where `rule` alone adds it."""

    action: str
    expected: str
    evidence: str = SCREEN
    quote: str = ""
    rule: str = ""
    criteria: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A test in words. `waits` is minutes of waiting beside the work of the steps."""

    title: str
    objective: str
    preconditions: tuple[str, ...]
    inputs: tuple[InputValue, ...]
    steps: tuple[Step, ...]
    criterion: str
    rationale: str
    waits: int = 0


def minutes(value: str, unit: str | None) -> int:
    """A duration in whole minutes, rounded up; 0 where it is longer than a day, since such a time is not waited for."""
    for pattern, factor in _MINUTES:
        if unit and pattern.match(unit):
            return int((Decimal(value) * factor).to_integral_value(ROUND_CEILING))
    return 0


_SINGLE_TIME = re.compile(r"^(?:\w+ )?(?:second|minute|hour|day|week|month|year)$", re.IGNORECASE)
_PLURAL_TIME = re.compile(r"^(?:\w+ )?(?:seconds|minutes|hours|days|weeks|months|years)$", re.IGNORECASE)


def amount(value: str, unit: str | None) -> str:
    """Number and unit as printed: "2.51 bar", "95 %", "8"."""
    if value == "1" and unit and _PLURAL_TIME.match(unit):
        unit = unit[:-1]
    elif value != "1" and unit and _SINGLE_TIME.match(unit):
        unit += "s"
    return f"{value} {unit}" if unit else value


def blanks_in(*texts: str) -> tuple[str, ...]:
    """The blanks for a human hand in texts, in order, each once."""
    return tuple(dict.fromkeys(found[0] for text in texts for found in BLANK.finditer(text)))
