"""Clauses that a text names by number: "21 CFR 11.10(e)", "Annex 11, clause 7.2"."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARAGRAPHS = r"(?:\((?:[a-z]|\d|i{1,3})\))*"
_CFR = re.compile(rf"\b(?P<section>(?:11|211|820)\.\d{{1,3}}){_PARAGRAPHS}", re.IGNORECASE)
_CFR_NEAR = re.compile(r"(?:\bCFR\b|\bPart\s+(?:11|211|820)\b|§)", re.IGNORECASE)
_ANNEX = re.compile(
    r"\bAnnex\s+(?P<annex>11|15)\b[\s,:;(§-]{0,4}"
    r"(?:(?:clause|section|sect\.|paragraph|para|cl\.|chapter|no\.)\s*)?§?\s?(?P<clause>\d{1,2}(?:\.\d{1,2})?)\b(?!\s*(?:January|June|20\d\d))",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A clause number found in a text: the source's key, the number as printed, and where."""

    source: str
    clause: str
    start: int
    end: int


def named_clauses(text: str) -> tuple[Named, ...]:
    """Every clause that the text names by number, in the text's order.

    A bare "11.10" counts only beside "CFR", "Part 11" or "§", or with a paragraph letter: it could be a section of the
    document itself.
    """
    found: list[Named] = []
    for hit in _CFR.finditer(text):
        section = hit.group("section")
        lettered = hit.end() > hit.end("section")
        if lettered or _CFR_NEAR.search(text[max(0, hit.start() - 24) : hit.start()]):
            key = {"11": "P11", "211": "211", "820": "820"}[section.split(".")[0]]
            found.append(Named(key, hit.group().lower(), hit.start(), hit.end()))
    found += [Named(f"A{m['annex']}", m["clause"], m.start(), m.end()) for m in _ANNEX.finditer(text)]
    return tuple(sorted(found, key=lambda named: named.start))
