"""RQ40 Parentheses carry a requirement.

What stands in brackets is read as a remark. An obligation there is overlooked.

Bad: Users (only QA) shall approve the batch.
Good: QA users shall approve the batch.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_BRACKETED = re.compile(r"\([^()]{0,200}?\b(?:shall|must|only|except)\b[^()]{0,200}\)", re.IGNORECASE)


def check(subject: Subject) -> tuple[str, ...]:
    """The brackets with an obligation in them."""
    return tuple(words for words in found(_BRACKETED, subject.masked) if " " in words)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R21",
    severity=FindingSeverity.INFO,
    message="{words} carries an obligation in brackets.",
    hint='Take it out of the brackets: "<who> shall <what>".',
)
