# ruff: noqa: E501 - a pattern is read as a whole
"""G7: what only the code may say: ids, regulation citations, risk, disposition, coverage, categories."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CITATION = re.compile(
    r"\b(?:\d+\s*)?CFR\b|\bPart\s*11\b|\bAnnex\s*\d+|\bGAMP\b|\bICH\b|\bISO(?:/IEC)?\b|\bIEC\b|\bIEEE\b|\bASTM\b|\bPIC/?S\b"
    r"|\bEU[\s-]?GMP\b|\bFDA\b|\bEMA\b|\bMHRA\b|\bUSP\b|\bWHO\b|§|\bEudraLex\b|\bALCOA",
)
_RATING = re.compile(
    r"(?i)\brisk\s+(?:class|priority|level|rating)\b|\b(?:severity|probability|detectability)\s+(?:is\s+)?(?:low|medium|high)\b"
    r"|\b(?:high|medium|low)[\s-](?:risk|priority)\b|\bcategory\s+[1-5]\b|\b(?:not|non)[\s-]?(?:GxP|GMP)[\s-](?:relevant|critical)\b"
)
_COVERAGE = re.compile(
    r"(?i)\b(?:fully|completely)\s+(?:covered|tested|verified)\b|\bcoverage\b|\bout of scope\b|\bnot applicable\b|\bwaived?\b"
)
_ID = re.compile(r"\b(?=[A-Z0-9._-]*\d)[A-Z]{2,}[A-Z0-9]*(?:[-_.][A-Z0-9]+)+\b|\b[A-Z]{2,}-?\d{2,}\b")


def authority_problems(texts: Iterable[str], sources: Iterable[str]) -> tuple[str, ...]:
    """What the texts say that only the code may; what the sources say themselves may be repeated."""
    held = " ".join(sources).lower()
    problems: list[str] = []
    for text in texts:
        for what, pattern in _OURS:
            problems += [f"it names {what}: {hit[0]}" for hit in pattern.finditer(text) if hit[0].lower() not in held]
    return tuple(dict.fromkeys(problems))


_OURS = (
    ("a regulation or standard", _CITATION),
    ("a rating", _RATING),
    ("coverage or scope", _COVERAGE),
    ("an id", _ID),
)
