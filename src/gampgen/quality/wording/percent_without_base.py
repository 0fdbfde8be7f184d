"""RQ39 Percent without base.

"5 %" of the nominal value, of full scale, or percentage points?

Off by default: most percentages of real documents (relative humidity, availability, yield) have a plain base.

Bad: A deviation of 5 % shall trigger a warning.
Good: A deviation of 5 % of the nominal value shall trigger a warning.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_BARE = re.compile(r"\d\s?%(?!\s*(?:of|relative|RH|r\.?h|w/w|v/v|w/v|RSD|availab|uptime|per)\b)", re.IGNORECASE)
_DEVIATES = whole_words("deviat\\w+", "accuracy", "tolerance", "error", "drift", "differ\\w*")


def check(subject: Subject) -> tuple[str, ...]:
    """The percentages of a deviation that name no base."""
    return found(_BARE, subject.masked) if _DEVIATES.search(subject.masked) else ()


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen",
    severity=FindingSeverity.INFO,
    message="{words}: percent of what?",
    hint='Add the base: "<n> % of <the nominal value | full scale>".',
    by_default=False,
)
