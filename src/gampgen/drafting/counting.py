"""Numbers of things: the nearest one at which "all seven" does not hold."""

from __future__ import annotations

import re

from gampgen.domain.number_words import ORDER

_ALL_OF = re.compile(
    rf"^all (?:of the )?(?P<count>{'|'.join(ORDER[1:])}|[2-9]|[1-9]\d+)\b(?! ?[%°])(?P<rest>.*)$", re.IGNORECASE
)


def all_but_one(subject: str) -> str:
    """All but one of a count: "all seven cartons" → "only six of the seven cartons"; "" where nothing is counted."""
    found = _ALL_OF.match(subject)
    if found is None:
        return ""
    count = found["count"]
    fewer = str(int(count) - 1) if count.isdigit() else ORDER[ORDER.index(count.lower()) - 1]
    return f"only {fewer} of the {count}{found['rest']}"
