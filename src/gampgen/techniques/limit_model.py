"""A limit as test design sees it: its range, the role it plays, and the duration that goes with it."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from gampgen.domain.coverage import ServiceNature
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.statement import Cause, CauseKind, Statement
from gampgen.techniques.limit_cues import LENGTH, TIME_UNIT


class LimitRole(StrEnum):
    """On what a limit is set: a condition, an input, or what the system does."""

    CONDITION = "condition"
    INPUT = "input"
    SERVICE = "service"


class Limit(NamedTuple):
    """A limit with the role it plays.

    `intervals` are all ranges of the same thing in the same condition ("below 2.0 °C or above 8.0 °C"), `interval` the
    first
    of them; `inverted` is true where the sentence speaks of what lies outside ("is outside 35 to 55 %"). `cause` is the
    index of
    the cause that holds the limit, `hold` the duration that it must last, `window` the time in which a change must
    come about
    ("drops by more than 200 mbar within 5 seconds"), `changing` whether the number is the size of a change, `denied`
    whether the duration is that of the denied condition ("no reading is received for 2 minutes"), `counted` what a
    number of events counts, `over` the working range of a deviation. The other fields are those of
    `ServiceCase`, `InputCase` and `LimitPoint`.
    """

    interval: Interval
    role: LimitRole
    subject: str
    cause: int | None = None
    hold: Quantity | None = None
    nature: ServiceNature = ServiceNature.OTHER
    intervals: tuple[Interval, ...] = ()
    inverted: bool = False
    window: Interval | None = None
    changing: bool = False
    denied: bool = False
    counted: str = ""
    valued: bool = False
    about: str = ""
    event: str = ""
    share: str = ""
    load: str = ""
    unsure: bool = False
    flagged: bool = False
    over: Interval | None = None

    def meets(self, number: Decimal) -> bool:
        """Whether a number meets what the sentence says of it."""
        return any(holds(one, number) for one in self.intervals or (self.interval,)) is not self.inverted


def holds(interval: Interval, number: Decimal) -> bool:
    """Whether a number lies in an interval."""
    if interval.lower is not None:
        low = Decimal(interval.lower)
        if number < low or (number == low and not interval.lower_inclusive):
            return False
    if interval.upper is not None:
        high = Decimal(interval.upper)
        if number > high or (number == high and not interval.upper_inclusive):
            return False
    return True


def deciding_causes(statement: Statement) -> tuple[Cause, ...]:
    """The causes of the decision table: conditions, or reasons where there is no condition."""
    conditions = tuple(one for one in statement.causes if one.kind is CauseKind.CONDITION)
    return conditions or tuple(one for one in statement.causes if one.kind is CauseKind.REASON)


def is_length(limit: Limit) -> bool:
    """Whether the number is the length of a text ("8 characters")."""
    unit = limit.interval.counted or limit.interval.unit or limit.interval.text
    return bool(LENGTH.search(unit) or re.search(r"\blength\b", limit.subject, re.IGNORECASE))


def is_duration(unit: str | None) -> bool:
    """Whether a unit is one of time."""
    return bool(unit and TIME_UNIT.match(unit.strip()))
