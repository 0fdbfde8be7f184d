# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""A time in which something must not happen: "must not be used again within 12 months".

The act is tried at the end of that time, where it is refused, and one step later, where it is free. Source:
ISO/IEC/IEEE 29119-4:2021 §5.2.3 (boundary values, the step of the time being one in the last decimal written).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import boundary_step
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes, is_duration
from gampgen.techniques.limit_values import text_of

_BARRED = re.compile(
    r"\b(?:(?:shall|must|may|can|should)\s+(?:not|never)|cannot|(?:is|are)\s+not\s+(?:to|allowed|permitted|possible))\b(?P<act>[^,;.]*?)\s+"
    r"(?:within|for|during(?: the first)?|in the first)\s+(?:a period of\s+|less than\s+|the next\s+|the first\s+)?(?P<time>\d+(?:\.\d+)?\s*[a-z]+)"
    r"(?:\s+(?:of|after|from|following|since)\s+(?P<event>[^,;.]+))?",
    re.IGNORECASE,
)
_LIMITS = frozenset(
    {"exceed", "fall", "drop", "rise", "deviate", "differ", "take", "last", "vary", "be", "lose", "stop", "fail", "remain", "stay", "interrupt"}
)  # fmt: skip
_AGAIN = re.compile(r"\b(?:again|a second time|twice|re[a-z]{3,}|repeat\w*|another)\b", re.IGNORECASE)


def barred_time(target: Target) -> tuple[CoverageItem, ...]:
    """Items for an act that is barred for a time: at its end, and one step beyond."""
    text, main = " ".join(target.statement.text.split()), main_clause(target)
    found = _BARRED.search(text)
    if found is None or not main.negated or deciding_causes(target.statement) or main.verb in _LIMITS:
        return ()
    time = next(
        (one for one in target.statement.quantities if one.value in found["time"] and is_duration(one.unit)), None
    )
    if time is None or time.number <= 0:
        return ()
    over = text_of(time.number + boundary_step(time.value))
    first = found["event"] or (
        "the first time" if _AGAIN.search(found["act"]) else "<event from which the time counts>"
    )
    words = text[found.end("act") : found.end()].strip()
    act = main.model_copy(
        update={"negated": False, "object": _without(main.object, words), "rest": _without(main.rest, words)}
    )
    return tuple(
        _item(target, act, aspect, value, polarity, (first, time.value, time.unit or ""), words)
        for aspect, value, polarity in (("barred-at", time.value, Polarity.NEGATIVE), ("barred-over", over, Polarity.POSITIVE))
    )  # fmt: skip


def _item(
    target: Target, act: Clause, aspect: str, value: str, polarity: Polarity, told: tuple[str, str, str], words: str
) -> CoverageItem:
    first, limit, unit = told
    part = Checklist(
        aspect=aspect, clause=act, about=first, details=(f"{limit} {unit}",), values=(("time since " + first, value, unit),)
    )  # fmt: skip
    return target.item(
        Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"{aspect} {value} {unit}", polarity, part, quote=target.quote(words)
    )


def _without(text: str, words: str) -> str:
    return text.replace(words, "").strip()
