# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""What a sentence says of a state that holds on after its cause is gone: its triggers, its release.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.8 (state transition testing).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.techniques.limit_model import deciding_causes

_HOLDS_ON = re.compile(
    r"\b(?:and\s+)?(?:shall\s+|must\s+)?(?P<verb>remains?|stays?|be kept|is kept|are kept|keeps?)\s+(?P<state>[^,;]{2,60}?)"
    r"\s+until\s+(?P<release>[^;]+?)\.?$",
    re.IGNORECASE,
)
# "shall be blocked until QA has reviewed it": what is done to it lasts until then
_DONE_UNTIL = re.compile(
    r"^.*\b(?P<verb>be|is|are)\s+(?P<state>(?!not\b|only\b)[^,;]{2,60}?)\s+until\s+(?P<release>[^;]+?)\.?$",
    re.IGNORECASE,
)


class Latch(NamedTuple):
    """A state that holds on: what triggers it, what follows at once, what lasts, and what has to come together to release it."""

    whole: Statement
    triggers: tuple[Cause, ...]
    at_once: tuple[Effect, ...]
    lasting: Effect
    releases: tuple[Cause, ...]
    quote: str


def latch_of(statement: Statement) -> Latch | None:
    """The latch of a statement; None where nothing holds on, or nothing is said of what triggers or releases it."""
    text = " ".join(statement.text.split())
    found = _HOLDS_ON.search(text) or _DONE_UNTIL.search(text)
    if found is None:
        return None
    causes = deciding_causes(statement)
    releases = tuple(one for one in causes if _ends(one, found["release"]))
    triggers = tuple(one for one in causes if one not in releases)
    state = f"{found['verb']} {found['state']}"
    effects = _apart(statement.effects, state)
    lasting = next((one for one in effects if one.condition.endswith((state, found["state"]))), None)
    if not releases or not triggers or lasting is None:
        return None
    at_once = tuple(one for one in effects if one is not lasting) or (lasting,)
    said = text[found.start("verb") :] if found.re is _DONE_UNTIL else found[0].strip().removeprefix("and ")
    return Latch(statement, triggers, at_once, lasting, releases, said.rstrip("."))


def _apart(effects: tuple[Effect, ...], state: str) -> tuple[Effect, ...]:
    """The effects, one that holds both taken apart: "shall stop and stay off" is "shall stop" and "shall stay off"."""
    found: list[Effect] = []
    for one in effects:
        first, joint, rest = one.condition.partition(f" and {state}")
        if joint and not rest:
            modal = first.split()[0] if first.lower().startswith(("shall ", "must ")) else ""
            found.append(one.model_copy(update={"condition": first}))
            found.append(one.model_copy(update={"id": f"{one.id}-holds", "condition": f"{modal} {state}".strip()}))
        else:
            found.append(one)
    return tuple(found)


def without_latch(statement: Statement) -> Statement:
    """The statement up to the point where something holds on: what triggers it, and what follows at once."""
    latch = latch_of(statement)
    if latch is None:
        return statement
    gone = {one.id for one in latch.releases}
    effects = latch.at_once
    names = {one.id for one in latch.triggers} | {one.id for one in effects}
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


def _ends(cause: Cause, release: str) -> bool:
    """Whether a condition is what a release says, whatever its pronoun or its "is" has become."""
    said = cause.condition or cause.variable
    return any(_folded(one) in release for one in (said, said.partition(" ")[2]) if one)


def _folded(text: str) -> str:
    return " ".join(text.split())
