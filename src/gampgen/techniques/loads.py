# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""The load under which a time is measured: how many users, sessions or records there are meanwhile."""

from __future__ import annotations

import re

from gampgen.techniques.limit_cues import WITHOUT
from gampgen.techniques.limit_nature import Place

LOAD = re.compile(
    r"(?P<load>\d+ (?:[a-z-]+ ){0,3}(?:users|sessions|clients|operators|persons|people|workstations|connections|requests|terminals|devices)"
    r"(?: (?:is|are|work|have|log|use)\b[^,.;]*)?)",
    re.IGNORECASE,
)
LOADED = re.compile(
    r"\b(?:with|at|for|under)\s+(?:up to\s+)?(?P<load>\d+\s+(?:concurrent|simultaneous|parallel)\s+\w+)", re.IGNORECASE
)


def load_beside(where: Place, text: str) -> str:
    """The load under which a time is measured; "" where none is said."""
    if found := LOADED.search(where.after):
        return found["load"]
    beside = LOAD.search(where.before) if WITHOUT.match(where.text) else None
    beside = beside or re.search(rf"\b(?:while|when|with|for|at)\s+{LOAD.pattern}", text, re.IGNORECASE)
    size = SIZE.search(where.before) or SIZE.search(where.after)
    said = [one for one in (beside["load"] if beside else "", size["size"] if size else "") if one]
    return " and ".join(said)


SIZE = re.compile(
    r"\b(?:(?:with|of|containing|holding)\s+(?:up to|at most|a maximum of|max\.)"
    r"|(?:search\w*|quer\w+|report\w*|list\w*|sort\w*|filter\w*|calculation) (?:over|across|through|on|of|in)"
    r"|among|(?:database|table|archive|list|inventory|library|data set|stock|history) (?:of|with|holding|containing))"
    r"(?:\s+(?:more than|at least|up to|about))?\s+(?P<size>\d[\d,.]*\s+(?:(?:thousand|million|billion)\s+)?[a-z]+s)\b",
    re.IGNORECASE,
)
