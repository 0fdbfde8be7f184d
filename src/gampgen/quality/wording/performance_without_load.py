"""RQ42 Performance without load.

"within 10 s" for one user and for fifty are two requirements.

Bad: The report shall be displayed within 10 s.
Good: A report of up to 500 records shall be displayed within 10 s in 95 % of runs with 30 concurrent users.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

_FAST = re.compile(
    r"(?<![\"“])\b(?:respond|response|display|load|generat|complet|process|return|refresh|open|shown|search|quer"
    r"|report)\w*\b[^.;]{0,60}?"
    r"\b(?:within|in\s+(?:less\s+than|under)|not\s+exceed)\s+[<\d.]+\s?>?\s?(?:ms|s|sec|min|(?:milli)?seconds?"
    r"|minutes?)\b",
    re.IGNORECASE,
)
_LOAD = whole_words(
    "users?",
    "records?",
    "load",
    "concurrent(?:ly)?",
    "percent",
    "per cent",
    "simultaneous(?:ly)?",
    "documents?",
    "files?",
    "samples?",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The response times that are given for no load."""
    if _LOAD.search(subject.masked) or "%" in subject.masked:
        return ()
    return found(_FAST, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R34",
    severity=FindingSeverity.INFO,
    message="{words}: at what load and in what share of runs is not said.",
    hint='Add it: "for <n> records, with <n> concurrent users, in <95> % of runs".',
)
