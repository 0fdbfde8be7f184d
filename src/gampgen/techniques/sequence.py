"""Steps that a sentence lists in their order, and who may do them: "in the following order: request, review, approval".

The order is walked, each step is tried before the one that comes first, and where each needs another person the same
person tries twice. Source: ISO/IEC/IEEE 29119-4:2021 §5.2.8 (invalid transitions), 21 CFR 11.10(f), (g).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target

_WORD = r"[A-Za-z][\w/-]*(?:\s(?!(?:and|then)\b)[\w/-]+){0,3}"
_STEPS = re.compile(
    rf"\b(?:in|by) (?:the following|this|the stated) (?:order|sequence|steps)\s*[:–-]\s*"
    rf"(?P<list>{_WORD}(?:\s*(?:,|→|->)\s*(?:and\s+)?(?:then\s+)?{_WORD})+(?:,?\s+(?:and then|and|then)\s+{_WORD})?)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and then|and|then)?|→|->|\band then\b|\band\b|\bthen\b)\s+")
_DIFFERENT = re.compile(
    r"\b(?:a|another) different (?:person|user|individual)\b|\bdifferent (?:persons|users|people|individuals)\b"
    r"|\bnot (?:be )?(?:by )?the same (?:person|user)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def steps_of(text: str) -> tuple[str, ...]:
    """The steps that a text lists in order; () where it lists fewer than three."""
    found = _STEPS.search(" ".join(text.split()))
    steps = tuple(one.strip() for one in _SPLIT.split(found["list"]) if one.strip()) if found else ()
    return steps if len(steps) >= _FEWEST else ()


def sequence(target: Target) -> tuple[CoverageItem, ...]:
    """Items of steps in order: as demanded, left out, and by the same person where that is forbidden."""
    text = target.statement.text
    steps = steps_of(text)
    if not steps or target.statement.negated:
        return ()
    different = bool(_DIFFERENT.search(text))
    wanted = [("in-order", Polarity.POSITIVE), ("skipped", Polarity.NEGATIVE)]
    wanted += [("same-person", Polarity.NEGATIVE)] if different else []
    main = main_clause(target)
    values = (("persons", "different" if different else "any", None),)
    return tuple(
        target.item(
            Technique.STATE_TRANSITION, "SEQ", f"sequence {aspect}", polarity,
            Checklist(aspect=aspect, clause=main, about=thing_of(main), details=steps, values=values),
            quote=" ".join(text.split()),
        )
        for aspect, polarity in wanted
    )  # fmt: skip
