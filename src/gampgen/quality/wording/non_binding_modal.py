"""RQ17 Non-binding modal.

"should", "may" or "can" bind nobody. Where a document uses such a word throughout, that is its convention, and
there is one
finding for the document.

Bad: The system should print labels.
Good: The system shall print labels.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.statement import Modality
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_BINDING = whole_words("shall", "must", "has to", "have to", "is to", "are to", "is required to", "are required to")
_NOT_BINDING = whole_words("should", "may", "might", "could", "can", "will", "would")


def check(subject: Subject) -> tuple[str, ...]:
    """The first modal of a statement that has no binding one."""
    binds = any(reading.modality in {Modality.SHALL, Modality.IMPERATIVE} for reading in subject.readings)
    if binds or _BINDING.search(subject.masked):
        return ()
    return found(_NOT_BINDING, _SUBORDINATE.sub(_blank, subject.masked))[:1]


# As in "determine whether the cluster can …": a modal of a subordinate clause binds nothing in any case.
_SUBORDINATE = re.compile(r"\bwhether\b[^,;.]*", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.4",
    severity=FindingSeverity.INFO,
    message="{words} does not bind; the statement is tested as if it did.",
    hint='Decide: "shall", or move it to a list of options with a priority.',
)
