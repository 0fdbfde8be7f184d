"""What the document itself says about risk, priority and verification, read only where it is unmistakable."""

from __future__ import annotations

import re

from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import DispositionKind, Level

_LEVELS = {
    Level.HIGH: "high h critical "
    "gxp-critical gmp-critical quality-critical cpp cqa cpps cqas very-high major r1 catastrophic severe",
    Level.MEDIUM: "medium m moderate med middle r2 mid gxp-relevant gmp-relevant",
    Level.LOW: "low l business minor negligible non-critical noncritical not-critical non-gxp non-gmp not-gxp "
    "not-gmp r3 very-low",
}
_LEVEL_OF = {word: level for level, words in _LEVELS.items() for word in words.split()}
_JOINED = re.compile(r"\b(non|not|very|gxp|gmp)[ -]+(?=(?:critical|relevant|gxp|gmp|high|low)\b)")
_RISK_WORD = re.compile(r"\b(?:risk|criticality|priority|level|class|impact|category)\b|[:()\[\],;/]")
_STAGES = (
    (DispositionKind.OQ, re.compile(r"\b(?:OQ|operational qualification)\b", re.IGNORECASE)),
    (DispositionKind.IQ, re.compile(r"\b(?:IQ|installation qualification)\b", re.IGNORECASE)),
    (DispositionKind.PQ, re.compile(r"\b(?:PQ|UAT|performance qualification)\b", re.IGNORECASE)),
    (DispositionKind.PROCEDURE, re.compile(r"\b(?:SOPs?|procedur(?:e|al)|training)\b", re.IGNORECASE)),
    (
        DispositionKind.SUPPLIER_EVIDENCE,
        re.compile(r"\b(?:(?:supplier|vendor) (?:audit|assessment|documents?|documentation|evidence|certificates?))\b",
                   re.IGNORECASE),
    ),
    (
        DispositionKind.CONFIGURATION_CHECK,
        re.compile(r"\bconfiguration (?:check|review|verification)\b", re.IGNORECASE),
    ),
)  # fmt: skip
_NOT_GXP = re.compile(r"^(?:no|n|non[- ]?gxp|not gxp[- ]relevant|false|none)$", re.IGNORECASE)


def stated_level(words: str | None) -> Level | None:
    """The level that a stated risk or priority names, or None where it names none or more than one.

    "High", "H", "GxP critical", "R1", "Risk: low" are read. Numbers and letters of a plant's own scale ("2", "A",
    "Must") are not: their direction is not ours to guess.
    """
    folded = _JOINED.sub(r"\1-", " ".join(_RISK_WORD.sub(" ", (words or "").lower()).split()))
    levels = {_LEVEL_OF[word] for word in folded.split() if word in _LEVEL_OF}
    return levels.pop() if len(levels) == 1 else None


_CLASS = re.compile(
    r"(?:g[xm]p|quality)[- ]?(?:critical|relevant)|(?:non|not)[- ](?:g[xm]p|critical)(?:[- ](?:critical|relevant))?"
    r"|c(?:pp|qa)s?|(?:business )?critical|business(?: only| relevant)?",
    re.IGNORECASE,
)


def stated_class(requirement: Requirement) -> str | None:
    """The risk that the document states for a requirement, else the class in one of its attributes, or None.

    A code of the document's own scale ("A") counts by what its legend says. A class is "GMP critical", "non-GMP", "CPP"
    and the like, alone in its cell whatever the column is called.
    """
    if stated_level(requirement.stated_risk) is not None:
        return requirement.stated_risk
    values = (one.value.strip().rstrip(".") for one in requirement.attributes)
    return next((value for value in values if _CLASS.fullmatch(value)), requirement.stated_risk)


def stated_kinds(words: str | None) -> tuple[DispositionKind, ...]:
    """The verification stages that a stated verification names ("IQ/OQ" → both), in the order OQ, IQ, PQ, …."""
    return tuple(kind for kind, pattern in _STAGES if words and pattern.search(words))


def stated_not_gxp(requirement: Requirement) -> str | None:
    """The attribute with which the document calls a requirement not GxP relevant ("GxP: No"), or None."""
    for attribute in requirement.attributes:
        if re.search(r"\bg[xm]p\b", attribute.name, re.IGNORECASE) and _NOT_GXP.match(attribute.value.strip()):
            return f"{attribute.name}: {attribute.value.strip()}"
    return None


_GXP = re.compile(r"^(?:yes|y|x|true|direct|gxp[- ]relevant)$", re.IGNORECASE)


def stated_gxp(requirement: Requirement) -> str | None:
    """The attribute with which the document calls a requirement GxP relevant ("GxP relevant: Yes"), or None."""
    for attribute in requirement.attributes:
        if re.search(r"\bg[xm]p\b", attribute.name, re.IGNORECASE) and _GXP.match(attribute.value.strip()):
            return f"{attribute.name}: {attribute.value.strip()}"
    return None
