# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""A range of entries with its refusal said once more: "adjustable from 20 to 200 rpm; entries outside this range are rejected".

The refusal is the other side of the range, not a demand of its own: the boundary values of the entry try both. Where the
first part does not say that the value is entered, the second one does.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Statement

_REFUSED = re.compile(
    r"^(?:(?:any|all|the|other) )?(?:entr(?:y|ies)|inputs?|values?|settings?|set ?points?|entered values?)\s+(?:(?:that|which) (?:is|are|lies?) |lying )?(?:outside|beyond|out of)(?: of)?\s+(?:this|these|that|those|the|its)\s+(?:\w+\s+)?(?:range|limits?|interval)\s+(?:(?:(?:shall|must|will)\s+be|is|are)\s+(?:rejected|refused|declined)|(?:(?:shall|must|will|can)\s*not\s+be|(?:is|are)\s+not)\s+(?:accepted|taken|possible|allowed|permitted))\b[^,;]*$",
    re.IGNORECASE,
)
_NOT_TAKEN = re.compile(
    r"^(?:the )?(?:system|software|application|controller|it)\s+(?:shall|must|will)\s+(?:reject|refuse|not accept)\s+(?:any |all |the )?(?:entr(?:y|ies)|inputs?|values?|settings?)\s+(?:outside|beyond|out of)(?: of)?\s+(?:this|these|that|those|the|its)\s+(?:\w+\s+)?(?:range|limits?|interval)\.?$",
    re.IGNORECASE,
)
_ENTERED = re.compile(
    r"\b(?:adjust\w*|settable|set ?points?|be set|configur\w+|select\w*|enter\w*|entr(?:y|ies)|inputs?|accept\w*|parameters?)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?P<what>[^,;]{3,80}?)\s+(?:shall|must|is|are)\s+(?:to\s+)?(?:be|lie|stay)?\s*(?P<how>.*)$", re.IGNORECASE
)


def without_repeated_refusal(parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The parts of a requirement, a refusal "outside this range" merged with the range of the part before it."""
    found: list[Statement] = []
    for part in parts:
        text = " ".join((part.passage or part.text).split()).rstrip(".")
        refused = _REFUSED.match(text) or _NOT_TAKEN.match(text)
        at = next((at for at in range(len(found) - 1, -1, -1) if found[at].intervals), None) if refused else None
        if at is None:
            found.append(part)
        else:
            found[at] = _as_entry(found[at])
    return tuple(found)


def _as_entry(before: Statement) -> Statement:
    """A range said of a value that is entered: "the speed shall be between …" of entries is what it is adjustable to."""
    text = " ".join(before.text.split())
    held = _HELD.match(text)
    if _ENTERED.search(text) or held is None or before.causes:
        return before
    what, how = held["what"], held["how"].rstrip(".")
    action = f"be adjustable {how}"
    return before.model_copy(
        update={
            "text": f"{what} shall {action}",
            "passage": before.passage or before.text,
            "actor": what,
            "action": action,
        }
    )
