"""RQ36 Several sentences in one requirement.

Each sentence with its own "shall" is a requirement of its own.

Bad: The system shall save the record. The printer shall print a label.
Good: The system shall save the record.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, wording_rule

_BINDING_SENTENCE = re.compile(r"\b(?:shall|must)\b", re.IGNORECASE)
_END = re.compile(r"[.;!?]\s+|\n")


def check(subject: Subject) -> tuple[str, ...]:
    """The second and further sentences with an obligation of their own."""
    sentences = [part.strip() for part in _END.split(subject.masked) if _BINDING_SENTENCE.search(part)]
    return tuple(" ".join(sentence.split()[:6]) for sentence in sentences[1:])


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R18",
    severity=FindingSeverity.INFO,
    message="More than one obligation under one id; further ones begin: {words}.",
    hint="Give each sentence its own id: <id>a, <id>b.",
    quoting=False,
)
