"""States that are passed in an order, and who may change them (ISO/IEC/IEEE 29119-4:2021 §5.2.8).

The changes that the document names are walked; those that it does not name are tried and refused. High priority tries
every pair of states, lower priority the changes that leave a state out.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import CoverageItem, Move, PathCase
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.phrases import is_person
from gampgen.techniques.state_model import StateModel, model_of, moves_in, ordered_in

_MOST_MOVES = 30
_STATE_OF = re.compile(r"^(?:the |its )?(?:state|status)\s+of\s+", re.IGNORECASE)
_IN_STATE = re.compile(r"\s+(?:in|with)\s+(?:the\s+)?(?:state|status)\b.*$", re.IGNORECASE)


def state_path(target: Target) -> tuple[CoverageItem, ...]:
    """Items for a statement that lists states in order, or says who changes one state into another."""
    moves = moves_in(target.statement.text)
    model = model_of(moves, target.models)
    if model is None or has_table(target):
        return ()
    roles = tuple(dict.fromkeys(one.role for one in moves if one.role))
    if roles:
        return _by_role(target, moves, roles)
    if not ordered_in(target.statement.text) and len(model.states) <= len(moves) + 1:
        return ()
    found = [_item(target, "walked", Polarity.POSITIVE, moves)]
    refused = _unnamed(model, moves, target.priority)
    if refused:
        found.append(_item(target, "refused", Polarity.NEGATIVE, refused))
    return tuple(found)


def _unnamed(model: StateModel, moves: tuple[Move, ...], priority: Level) -> tuple[Move, ...]:
    """Pairs of states that no requirement names as a change: all of them, or those that leave a state out."""
    own = tuple(dict.fromkeys(state for one in moves for state in (one.start, one.end)))
    at = {state: number for number, state in enumerate(own)}
    pairs = [(a, b) for a in own for b in own if a != b and (a, b) not in model.moves]
    if priority is not Level.HIGH:
        pairs = [(a, b) for a, b in pairs if at[b] > at[a]] or pairs
    return tuple(Move(start=a, end=b) for a, b in pairs[:_MOST_MOVES])


def _by_role(target: Target, moves: tuple[Move, ...], roles: tuple[str, ...]) -> tuple[CoverageItem, ...]:
    named = tuple(one for one in moves if one.role)
    others = tuple(dict.fromkeys((*roles, *target.roles)))
    return (
        _item(target, "by-role", Polarity.POSITIVE, named),
        _item(target, "refused", Polarity.NEGATIVE, named, roles=others),
    )


def _item(
    target: Target, aspect: str, polarity: Polarity, moves: tuple[Move, ...], roles: tuple[str, ...] = ()
) -> CoverageItem:
    part = PathCase(aspect=aspect, about=_about(target), moves=moves, roles=roles)  # type: ignore[arg-type] # a literal of three
    quote = target.quote(" ".join(target.statement.text.split()))
    return target.item(Technique.STATE_TRANSITION, "PATH", f"path {aspect}", polarity, part, quote=quote)


def _about(target: Target) -> str:
    """The thing whose state changes; "" where only a person or nothing is named."""
    main = main_clause(target)
    named = [_IN_STATE.sub("", _STATE_OF.sub("", one)).strip() for one in (thing_of(main), main.subject, main.object)]
    return next((one for one in named if one and not is_person(one) and len(one) <= _LONGEST), "the record")


_LONGEST = 60
