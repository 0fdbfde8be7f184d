"""RQ10 Unverifiable superlative or comparison.

"best", "optimal" or "minimise" compare with something that nobody has measured.

Bad: The system shall minimise waiting time.
Good: 95 % of dispensing requests shall be confirmed within <3> s at <20> users.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_SUPERLATIVE = whole_words(
    "best(?! practices?)",
    "fastest",
    "highest (?:possible|quality|standards?|performance|degree|level of)",
    "most (?!recent)(?:\\w+(?:able|ible|ful|ive|ent|ant|ate|al|ed))",
    "optimal(?:ly)?",
    "optimum",
    "optimi[sz]e[sd]?",
    "(?:maximi|minimi)[sz](?:e|es|ed|ing)(?! (?:the |a )?(?:window|screen|dialog))",
    "world[- ]class",
    "superior",
    "(?:better|faster|easier|quicker) than(?! [0-9<>≤≥])",
    "improve[sd]?",
    "improved",
    "enhanced?",
    "cutting[- ]edge",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The superlatives and comparisons without a measure."""
    return found(_SUPERLATIVE, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.7 (superlatives, comparative phrases)",
    severity=FindingSeverity.WARNING,
    message="{words} compares with nothing that can be measured.",
    hint='Give the value that is good enough: "<value> <unit> at <condition>".',
)
