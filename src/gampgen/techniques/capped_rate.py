# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""Reactions that come so often in a time and no oftener: "a dose of 5 mL, at most 6 times per hour".

The last one allowed comes, the next one stays away, and the count begins anew once the time is over. Source:
ISO/IEC/IEEE 29119-4:2021 §5.2.3 (boundary values of a count).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.number_words import COUNTS
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target

_CAPPED = re.compile(
    r"\b(?:at most|not more than|no more than|a maximum of|max(?:imum)?\.?|up to|not oftener than)\s+(?P<count>\d+|once|twice|three|four|five|six)"
    r"(?:\s+(?:times|doses|attempts|repetitions|starts|cycles|activations))?\s+(?:per|an?|each|every|in|within)\s+(?P<each>(?:one\s+|\d+\s+)?"
    r"(?:seconds?|minutes?|hours?|days?|shifts?|weeks?|batch(?:es)?|cycles?))\b",
    re.IGNORECASE,
)
_WORDS = {"once": "1", "twice": "2"} | {word: str(number) for word, number in COUNTS.items() if number > 2}  # noqa: PLR2004 - "twice"


def capped_rate(target: Target) -> tuple[CoverageItem, ...]:
    """Items of a reaction that is capped in number: the last allowed one, and the one too many."""
    found = _CAPPED.search(target.statement.text)
    main = main_clause(target)
    if found is None or not main.verb or not (found["count"] in _WORDS or "times" in found[0]):
        return ()
    count = _WORDS.get(found["count"].lower(), found["count"])
    each = found["each"] if found["each"][0].isdigit() else f"one {found['each'].removeprefix('one ')}"
    bare = main.model_copy(update={"object": _without(main.object, found[0]), "rest": _without(main.rest, found[0])})
    return tuple(
        target.item(
            Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"{aspect} {number}", polarity,
            Checklist(
                aspect=aspect, clause=bare, about=bare.object or bare.subject, details=(each, count),
                values=((f"occurrences in {each}", str(number), None),),
            ),
            quote=target.quote(found[0]),
        )
        for aspect, number, polarity in (
            ("rate-last", int(count), Polarity.POSITIVE),
            ("rate-over", int(count) + 1, Polarity.NEGATIVE),
        )
    )  # fmt: skip


def _without(text: str, words: str) -> str:
    return text.replace(words, "").strip(" ,;")
