"""From which states alone a state may be entered: "Running may be entered from Set-up or Paused only".

The named changes are made; entering the state from every other state that the document names is refused
(ISO/IEC/IEEE 29119-4:2021 §5.2.8, invalid transitions).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import CoverageItem, Move, PathCase
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.interface import Target
from gampgen.techniques.state_model import entries_in, states_in

_OF = re.compile(
    r"^(?P<who>(?:(?:an?|the|each|every)\s+)(?:[\w-]+\s+){1,4}?)(?:(?:shall|must|can)\s+)?(?:pass|go|move|run|proceed|progress|has|have)(?:es|s)?\b[^.;]*?\b(?:states?|status(?:es)?|phases?|stages?)\b",
    re.IGNORECASE,
)


def state_entry(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the statement names the states from which alone another one is entered."""
    known = frozenset(state for model in target.models for state in model.states)
    text = " ".join(target.statement.text.split())
    moves = entries_in(text, known)
    if not moves:
        return ()
    end = moves[0].end
    starts = {one.start for one in moves}
    model = next((one for one in target.models if end in one.states), None)
    listed = states_in(target.requirement.text)
    states = dict.fromkeys((*(model.states if model else ()), *(listed if end in listed else ())))
    others = tuple(Move(start=one, end=end) for one in states if one != end and one not in starts)
    about = _about(target)
    items = [
        _item(
            target, f"entry from {one.start}", Polarity.POSITIVE, PathCase(aspect="walked", about=about, moves=(one,))
        )
        for one in moves
    ]
    if others:
        refused = PathCase(aspect="refused", about=about, moves=others)
        items.append(_item(target, f"entry of {end} refused", Polarity.NEGATIVE, refused))
    return tuple(items)


def _item(target: Target, key: str, polarity: Polarity, part: PathCase) -> CoverageItem:
    quote = target.quote(" ".join(target.statement.text.split()))
    return target.item(Technique.STATE_TRANSITION, "PATH", f"path {key}", polarity, part, quote=quote)


def _about(target: Target) -> str:
    """The thing whose states they are, where the requirement names it."""
    found = _OF.match(" ".join(target.requirement.text.split()))
    return found["who"].strip() if found else "the record"
