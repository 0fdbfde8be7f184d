"""Test values at and beside a limit, and how long they have to last.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (boundary value analysis).
"""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value


class Position(StrEnum):
    """Where a test value lies in relation to the limit."""

    ON_BOUNDARY = "on_boundary"
    JUST_BELOW = "just_below"
    JUST_ABOVE = "just_above"
    INSIDE = "inside"


class Hold(Value):
    """How long a value has to last: exact decimals in the requirement's unit. `required` is the duration demanded.

    `window` is true where it is the time in which a change must come about; `quote` then is its text. `restarts` is
    true where the value returns across the limit and the time has to start again.
    """

    value: str
    required: str
    unit: str
    position: Position
    enough: bool
    restarts: bool = False
    window: bool = False
    quote: str = ""


class LimitPoint(Value):
    """A test value at or beside a limit.

    `subject` is the limited thing in the requirement's words ("the vessel pressure"), "" where it is not named. `limit`
    is
    the end concerned, `lower` true for a lower end. `within` says whether the value lies in the interval that the
    sentence
    states; `inclusive` whether the limit itself does. `other_side` is the nearest value on the other side of the limit.
    `quote` is the interval's text; `change` the whole condition with the test's own numbers, where the limit is on the
    size of a change ("the pressure drops by 201 mbar within 5 seconds"). `denied` is true where the duration is that of
    the denied condition ("no reading is received for 2 minutes"), `counted` what a number counts ("consecutive
    rejects"). `valued` is true where a time is a property of the thing ("a shelf life of less than 6 months"), not a
    duration that passes.
    """

    subject: str
    value: str
    unit: str | None
    limit: str
    lower: bool
    inclusive: bool
    position: Position
    within: bool
    other_side: str
    step: str
    quote: str
    hold: Hold | None = None
    change: str = ""
    denied: bool = False
    counted: str = ""
    valued: bool = False
