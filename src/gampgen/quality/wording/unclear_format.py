"""RQ41 Decimal or date format unclear.

"01/02/2026" is two dates, and "1,500 kg" may be one and a half or fifteen hundred.

Bad: The limit is 1,500 kg from 01/02/2026.
Good: The limit is 1500 kg from 2026-02-01.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_DATE = re.compile(r"(?<![\w/.])(?:0?[1-9]|1[0-2])([/.])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})(?![\w/.]\d)")
_COMMA = re.compile(r"(?<![\w.,])\d,\d{3}(?![\d,])\s?(?:[kmµn]?[gLlNVA]|bar|Pa|kPa|°C|mm|cm|m|s|min|h)\b")


def check(subject: Subject) -> tuple[str, ...]:
    """The dates and decimals that can be read in two ways."""
    return (*(match[0] for match in _DATE.finditer(subject.text)), *found(_COMMA, subject.text))


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R40; ISO 8601",
    severity=FindingSeverity.WARNING,
    message="{words} can be read in two ways.",
    hint="Write dates as <YYYY-MM-DD> and numbers with a decimal point and no thousands separator.",
)
