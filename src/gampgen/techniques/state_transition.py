"""Order and state: what may follow once the earlier step is done, and the attempt before it (29119-4 §5.2.8)."""

from __future__ import annotations

import re
from typing import Literal

from gampgen.domain.coverage import CoverageItem, StateCase
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target

_ORDER = re.compile(
    r"\b(?P<word>only after|not before|before|prior to|until|only once|after)\s+(?P<what>[^.;]+)", re.IGNORECASE
)


def state_transition(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence sets an order ("… before …", "… until …") and no decision table holds it."""
    found = _ORDER.search(target.statement.text)
    main = main_clause(target)
    if not found or has_table(target) or not main.verb:
        return ()
    word, what = found["word"].lower(), found["what"].strip().rstrip(".")
    if any(char.isdigit() for char in what):
        return ()  # "after 15 minutes" is a time, not an order of steps
    quote = target.quote(f"{found['word']} {found['what'].strip()}", found["what"].strip())
    trimmed = main.model_copy(update={"rest": _without(main.rest, found[0]), "object": _without(main.object, found[0])})
    return tuple(
        target.item(
            Technique.STATE_TRANSITION, "STATE", f"{aspect} {word}", polarity,
            StateCase(aspect=aspect, clause=trimmed, before=what, keyword=word), quote=quote,
        )
        for aspect, polarity in _ASPECTS
    )  # fmt: skip


_ASPECTS: tuple[tuple[Literal["valid", "forbidden"], Polarity], ...] = (
    ("valid", Polarity.POSITIVE),
    ("forbidden", Polarity.NEGATIVE),
)


def _without(text: str, tail: str) -> str:
    at = text.find(tail.strip().rstrip("."))
    return text[:at].strip() if at >= 0 else text
