"""RQ30 Minimum greater than maximum.

No value lies between a lower limit and a smaller upper one. One of the two is wrong, and only the author knows
which.

Bad: The temperature shall be between 8 and 2 °C.
Good: The temperature shall be between 2.0 °C and 8.0 °C.
"""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule


def check(subject: Subject) -> tuple[str, ...]:
    """The ranges whose lower end is above the upper one."""
    return tuple(
        interval.text
        for interval in subject.intervals
        if interval.lower is not None
        and interval.upper is not None
        and Decimal(interval.lower) > Decimal(interval.upper)
    )


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.6 (consistent)",
    severity=FindingSeverity.ERROR,
    message="{words}: the lower limit is above the upper limit.",
    hint='Ask the author which value is right: "between <lower> <unit> and <upper> <unit>".',
)
