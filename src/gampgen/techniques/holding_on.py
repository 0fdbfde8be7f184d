"""What a sentence says of a state that holds on after its cause is gone: its triggers, its release.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.8 (state transition testing).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.techniques.limit_model import deciding_causes

_HOLDS_ON = re.compile(
    r"\b(?:and\s+)?(?:shall\s+|must\s+)?(?:remain|remains|stay|stays|be kept|is kept|are kept|keep|keeps)\s+(?P<state>[^,;]{2,60}?)"
    r"\s+until\s+(?P<release>[^;]+?)\.?$",
    re.IGNORECASE,
)


class Latch(NamedTuple):
    """A state that holds on: what triggers it, the effect that lasts, and what has to come together to release it."""

    whole: Statement
    triggers: tuple[Cause, ...]
    lasting: Effect
    releases: tuple[Cause, ...]
    quote: str


def latch_of(statement: Statement) -> Latch | None:
    """The latch of a statement; None where nothing holds on, or nothing is said of what triggers or releases it."""
    text = " ".join(statement.text.split())
    found = _HOLDS_ON.search(text)
    if found is None:
        return None
    causes = deciding_causes(statement)
    releases = tuple(one for one in causes if _folded(one.words) in found["release"])
    triggers = tuple(one for one in causes if one not in releases)
    lasting = next((one for one in statement.effects if found["state"].split()[0] in one.condition), None)
    if not releases or not triggers or lasting is None:
        return None
    return Latch(statement, triggers, lasting, releases, found[0].strip().removeprefix("and ").rstrip("."))


def without_latch(statement: Statement) -> Statement:
    """The statement up to the point where something holds on: what triggers it, and what follows at once."""
    latch = latch_of(statement)
    if latch is None:
        return statement
    gone = {one.id for one in latch.releases}
    effects = tuple(one for one in statement.effects if one is not latch.lasting) or (latch.lasting,)
    names = {one.id for one in (*latch.triggers, *effects)}
    rows = tuple(
        dict.fromkeys(
            DecisionRow(truths=tuple((name, truth) for name, truth in row.truths if name in names))
            for row in statement.decision_table
            if not all(row[name] for name in gone)
        )
    )
    ends = statement.text.find(latch.quote)
    kept = tuple(one for one in statement.intervals if ends < 0 or one.start < ends)
    causes = tuple(one for one in statement.causes if one.id not in gone)
    return statement.model_copy(
        update={"causes": causes, "effects": effects, "decision_table": rows, "intervals": kept}
    )


def _folded(text: str) -> str:
    return " ".join(text.split())
