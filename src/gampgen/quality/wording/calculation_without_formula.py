"""RQ46 Calculation without formula or rounding.

A calculation is tested against an independent one. That needs the formula, the units and the rounding.

Bad: The system shall calculate the yield.
Good: The yield in % shall be calculated as actual / theoretical × 100, rounded half up to one decimal.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_CALCULATES = re.compile(
    r"\b(?:shall|must|to|will|system|software|application)\s+(?:\w+ly\s+)?(?:be\s+)?(?:calculate[sd]?|compute[sd]?)\b",
    re.IGNORECASE,
)
_ITEMS = {
    "formula": re.compile(
        r"[=×÷∑/*]|\b(?:formula\w*|equation|divided|multipl\w+|sum\s+of|average\s+of|mean\s+of"
        r"|difference\s+between|ratio|minus|plus|according\s+to"
        r"|as\s+(?:defined|described|specified)\s+in|per\s+(?:USP|Ph))\b",
        re.IGNORECASE,
    ),
    "rounding": re.compile(
        r"\b(?:round\w*|decimals?|decimal\s+places?|significant|digits|truncat\w+|precision)\b", re.IGNORECASE
    ),
}


def check(subject: Subject) -> tuple[str, ...]:
    """Formula and rounding, where neither is given."""
    return missing(subject.context, _ITEMS) if _CALCULATES.search(subject.text) else ()


RULE = wording_rule(
    __doc__,
    check,
    source="21 CFR 211.68(b); gampgen",
    severity=FindingSeverity.WARNING,
    message="The calculation: not said are {words}.",
    hint="Give the formula <result> = <…>, the units of the inputs, and the rounding: <half up> to <n> decimals.",
    scope=Scope.REQUIREMENT,
    quoting=False,
)
