"""Blanking out what no wording rule should read: citations, ids, dates, versions. Offsets stay as they are."""

from __future__ import annotations

import re

_MASKED = re.compile(
    r"\b[0-9]{1,3}\s*CFR\s*(?:Parts?\s*)?[0-9][0-9.]*(?:\([a-z0-9]{1,4}\))*"
    r"|\b(?:EU\s+)?(?:GMP\s+)?Annex(?:es)?\s+[0-9]+(?:\s+and\s+[0-9]+)?|\bPart\s+[0-9]+\b"
    r"|\b(?:ISO(?:/IEC)?|IEC|IEEE|ASTM|EN|DIN|ICH|USP|NIST|RFC)\s+[A-Z]?[0-9][0-9A-Z./:-]*"
    r"|(?-i:\b[A-Z][A-Z0-9]{0,11}(?:[-_.][A-Z0-9]{1,12}){0,4}[-_.][0-9]{1,8}[A-Za-z]?\b)"
    r"|\bhttps?://[^\s()\]]+|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]+(?:\.[0-9]+){2,}\b"
    r"|\bgood\s+(?:manufacturing|laboratory|clinical|distribution|documentation|engineering"
    r"|automated\s+manufacturing)\s+practices?",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """The text with each masked part replaced by as many blanks."""
    return _MASKED.sub(lambda match: " " * len(match[0]), text)
