"""The fault of an audit trail entry that lacks a field: who, when, the old or the new value, why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.adequacy.faults import PartFault
from gampgen.adequacy.words import content
from gampgen.domain.suite import SuiteRequirement

_ABOUT = re.compile(r"\baudit[- ]trails?\b|\bchange (?:log|history)\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:changes?|modif\w+|edit\w*|amend\w*|correct\w*)\b[^.;]{0,80}\b(?:record|log|document|captur|stor)\w*\b"
    r"|\b(?:record|log|document|captur|stor)\w*\b[^.;]{0,80}\b(?:changes?|modif\w+|edits?|amend\w*|correct\w*)\b",
    re.IGNORECASE,
)
# each field with the words by which a requirement names it and those by which a tester may look for it
_FIELDS = (
    ("user", re.compile(r"\b(?:who|users?|operators?|account|person|identity|name)\b", re.IGNORECASE),
     ("user", "account", "who", "operator", "person", "name")),
    ("date and time", re.compile(r"\b(?:when|dates?|times?|time ?stamps?)\b", re.IGNORECASE),
     ("date time", "time stamp", "timestamp", "date", "time")),
    ("old value", re.compile(r"\b(?:old|previous|former|original) (?:\w+ )?(?:values?|contents?)?\b", re.IGNORECASE),
     ("old value", "old content", "previous value", "former value", "original value")),
    ("new value", re.compile(r"\bnew (?:\w+ )?(?:values?|contents?)?\b", re.IGNORECASE), ("new value", "new content")),
    ("reason", re.compile(r"\b(?:reasons?|why|justification|comment)\b", re.IGNORECASE),
     ("reason", "comment", "justification")),
)  # fmt: skip
_LEAST = 2


def audit_faults(requirement: SuiteRequirement) -> Iterator[PartFault]:
    """Each field that the requirement names for the entry left out; two at least, so that it is a list of fields."""
    text = " ".join(" ".join((requirement.text, *requirement.items)).split())
    if not _ABOUT.search(text) and not _CHANGES.search(text):
        return
    named = [(name, words) for name, pattern, words in _FIELDS if pattern.search(text)]
    if len(named) < _LEAST:
        return
    for name, (first, *others) in named:
        said = f"the entry of the audit trail lacks the {name}"
        yield PartFault(
            "audit field missing", said, content(first), tuple(words for one in others if (words := content(one)))
        )


def is_audit_field(words: str) -> bool:
    """Whether a listed part is one of the fields of an audit trail entry."""
    return any(pattern.search(words) for _, pattern, _ in _FIELDS)
