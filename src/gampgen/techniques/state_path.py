"""States that are passed in an order, and who may change them (ISO/IEC/IEEE 29119-4:2021 §5.2.8).

The changes that the document names are walked; those that it does not name are tried and refused. High priority tries
every pair of states, lower priority the changes that leave a state out.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem, Move, PathCase
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.phrases import is_person
from gampgen.techniques.state_model import StateModel, model_of, moves_in, ordered_in, returns_in, states_in

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
    found = [
        _item(target, "walked", Polarity.POSITIVE, way, key=f"path walked{f' {at}' if at > 1 else ''}")
        for at, way in enumerate(_ways(moves), start=1)
    ]
    refused = (*_unnamed(model, moves, target.priority), *_elsewhere(target, moves))
    if refused:
        found.append(_item(target, "refused", Polarity.NEGATIVE, refused))
    return tuple(found)


def state_inventory(target: Target) -> tuple[CoverageItem, ...]:
    """An item for states that are listed without an order: each of them is there."""
    names = states_in(target.statement.text)
    main = main_clause(target)
    if not names or main.negated or has_table(target) or main.verb not in _HAVING:
        return ()
    quoted = tuple(f"“{one}”" for one in names)
    part = Checklist(aspect="inventory", clause=main, about=_about(target, main.subject), details=quoted)
    quote = target.quote(" ".join(target.statement.text.split()))
    return (target.item(Technique.STATE_TRANSITION, "PATH", "path inventory", Polarity.POSITIVE, part, quote=quote),)


_HAVING = frozenset({"have", "know", "distinguish", "provide", "support", "use", "offer", "be", "assign"})


def _ways(moves: tuple[Move, ...]) -> list[tuple[Move, ...]]:
    """The changes as ways that go on without a gap: "Growth to Hold and back", then "Production to Hold and back"."""
    ways: list[list[Move]] = []
    for one in moves:
        if ways and ways[-1][-1].end == one.start:
            ways[-1].append(one)
        else:
            ways.append([one])
    return [tuple(way) for way in ways]


def _elsewhere(target: Target, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Where something returns to where it came from: the return to another state from which it could have come."""
    if not returns_in(target.statement.text):
        return ()
    starts = [(one.start, one.end) for one in moves if Move(start=one.end, end=one.start) in moves]
    hubs = {end for _, end in starts if sum(end == other for _, other in starts) > 1}
    came = [(start, end) for start, end in starts if end in hubs]
    return tuple(
        Move(start=f"{hub}, entered from {start}", end=other)
        for start, hub in came
        for other, same in came
        if same == hub and other != start
    )


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
    target: Target, aspect: str, polarity: Polarity, moves: tuple[Move, ...], roles: tuple[str, ...] = (), key: str = ""
) -> CoverageItem:
    part = PathCase(aspect=aspect, about=_about(target), moves=moves, roles=roles)  # type: ignore[arg-type] # a literal of three
    quote = target.quote(" ".join(target.statement.text.split()))
    return target.item(Technique.STATE_TRANSITION, "PATH", key or f"path {aspect}", polarity, part, quote=quote)


_THROUGH = re.compile(
    r"^(?P<who>(?:\w[\w-]*\s+){1,5}?)(?:(?:shall|must|can)\s+)?(?:pass|go|move|run|proceed|progress)(?:es|s)?\s+through\b",
    re.IGNORECASE,
)


def _about(target: Target, *first: str) -> str:
    """The thing whose state changes; "" where only a person or nothing is named."""
    main = main_clause(target)
    if through := _THROUGH.match(" ".join(target.statement.text.split())):
        return through["who"].strip()
    named = [
        _IN_STATE.sub("", _STATE_OF.sub("", one)).strip() for one in (*first, thing_of(main), main.subject, main.object)
    ]
    return next((one for one in named if one and not is_person(one) and len(one) <= _LONGEST), "the record")


_LONGEST = 60
