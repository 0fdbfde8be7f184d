"""A resolution that the sentence states for what is shown: one step of the input is one step on the screen.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (boundary values, the step of the display).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target

_RESOLUTION = re.compile(
    r"(?P<what>(?:[a-z][\w-]*\s+){1,4}?)(?:(?:with|at|in|to)\s+)?(?:an?\s+)?(?:display\s+)?resolution\s+of\s+"
    r"(?:at least\s+)?(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[^\s,.;]+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:and|or|the|shall|must|display(?:ed|s)?|shows?|shown|records?|recorded|indicates?|be|with|an?)\s+",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:display|show|indicat|read|present|view)\w*\b", re.IGNORECASE)


def resolution(target: Target) -> tuple[CoverageItem, ...]:
    """One item per stated resolution of something that is shown."""
    text = " ".join(target.statement.text.split())
    main = main_clause(target)
    if main.negated or not _SHOWN.search(text):
        return ()
    found: list[CoverageItem] = []
    for one in _RESOLUTION.finditer(text):
        what = _LEAD.split(re.sub(r"\s+(?:with|at|in|to)$", "", one["what"].strip()))[-1]
        values = (("step", one["value"], one["unit"]),)
        part = Checklist(
            aspect="resolution", clause=main, about=what or "value", details=(one["value"],), values=values
        )
        name = f"resolution {what} {one['value']} {one['unit'] or ''}"
        item = target.item(
            Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", name, Polarity.POSITIVE, part, quote=one[0].strip()
        )
        found.append(item)
    return tuple(found)
