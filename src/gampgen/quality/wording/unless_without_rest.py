"""RQ38 Unless or except without the rest.

"unless" names the exception; what happens then is often left out. The tests take the plain opposite, and that is an
assumption. Things that are excepted ("all fields except for the number") leave nothing open.

Bad: Records shall be locked unless the batch is released.
Good: Records shall be locked; if a QA user reopens the batch, they shall become editable, otherwise they stay
locked.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_EXCEPTION = whole_words("unless", "except (?:if|when|where)")
_REST = whole_words("otherwise", "in that case", "in this case", "in which case", "then")


def check(subject: Subject) -> tuple[str, ...]:
    """The exceptions whose other branch is not stated."""
    return () if _REST.search(subject.masked) else found(_EXCEPTION, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen",
    severity=FindingSeverity.INFO,
    message="{words}: what happens in the exceptional case is not said.",
    hint='State both branches: "if <exception>, the system shall <…>, otherwise <…>".',
)
