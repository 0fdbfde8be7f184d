# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""States and changes of state that the requirements of a document name, gathered over all of them.

A state is a name: it begins with a capital letter or stands in quotation marks. What no requirement names as a change
is no change: its attempt is refused (ISO/IEC/IEEE 29119-4:2021 §5.2.8, invalid transitions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from gampgen.domain.coverage import Move

_NAME = r"(?:[“\"'][^“”\"']{2,30}[”\"']|[A-Z][\w-]*(?:\s(?!and\b|or\b|to\b|by\b|only\b|if\b|when\b|after\b|in\b(?=\s+this))[a-z]+)?)"
_LIST = rf"{_NAME}(?:\s*,\s*{_NAME})*\s*,?\s+(?:and|then|and then)\s+{_NAME}"
_IN_ORDER = re.compile(
    rf"\b(?:states?|status(?:es)?|stages?|phases?)\b[^.;:]{{0,25}}?:?\s+(?P<list>{_LIST})[^.;]{{0,40}}?"
    r"\b(?:in (?:this|that|the (?:given|stated|following|listed)) (?:order|sequence)|one after the other)\b"
)
_ORDER_FIRST = re.compile(
    rf"\bin (?:this|the following) (?:order|sequence)\s*:?\s+(?P<list>{_LIST})|(?P<arrows>{_NAME}(?:\s*(?:→|->|=>)\s*{_NAME})+)"
)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?:the (?:state|status)\s+)?(?P<start>{_NAME})\s+to\s+(?:the (?:state|status)\s+)?(?P<end>{_NAME})"
    r"(?P<by>\s+(?:only|exclusively|solely)?\s*by\s+(?:an?\s+|the\s+)?(?P<role>[A-Z]\w*(?:\s[A-Z]\w*)*))?"
)
_ABOUT_STATES = re.compile(
    r"\b(?:states?|status(?:es)?|stages?|phases?|life ?cycles?|transitions?|moved?|moves|passe?s?|set)\b", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and then|and|then)?|→|->|=>|\band then\b|\band\b|\bthen\b)\s*")
_QUOTES = "“”\"'"
_FEWEST = 3


class StateModel(NamedTuple):
    """The states of one thing, in the order in which the document names them, and the changes between them."""

    states: tuple[str, ...]
    moves: frozenset[tuple[str, str]]


def moves_in(text: str) -> tuple[Move, ...]:
    """The changes of state that a text names: a list in order, arrows, "from A to B"; none where it is not about states."""
    folded = " ".join(text.split())
    found = [move for names in _orders(folded) for move in _steps(names)]
    if _ABOUT_STATES.search(folded):
        found += [
            Move(start=one["start"].strip(_QUOTES), end=one["end"].strip(_QUOTES), role=one["role"] or "")
            for one in _FROM_TO.finditer(folded)
        ]
    return tuple(dict.fromkeys(found))


def ordered_in(text: str) -> bool:
    """Whether a text lists states in their order."""
    return any(len(names) >= _FEWEST for names in _orders(" ".join(text.split())))


def _orders(text: str) -> list[tuple[str, ...]]:
    lists = [one["list"] for one in _IN_ORDER.finditer(text)]
    lists += [one["list"] or one["arrows"] for one in _ORDER_FIRST.finditer(text)]
    return [tuple(name.strip(_QUOTES) for name in _SEPARATOR.split(one) if name.strip(_QUOTES)) for one in lists]


def _steps(names: tuple[str, ...]) -> Iterable[Move]:
    return (Move(start=start, end=end) for start, end in pairwise(names) if start != end)


def models_of(texts: Iterable[str]) -> tuple[StateModel, ...]:
    """The state models of a document: changes that share a state belong to the same thing."""
    models: list[StateModel] = []
    for text in texts:
        moves = moves_in(text)
        if not moves:
            continue
        named = tuple(dict.fromkeys(state for one in moves for state in (one.start, one.end)))
        akin = [one for one in models if set(one.states) & set(named)]
        states = tuple(dict.fromkeys((*(state for one in akin for state in one.states), *named)))
        pairs = frozenset((one.start, one.end) for one in moves).union(*(one.moves for one in akin))
        models = [one for one in models if one not in akin] + [StateModel(states, pairs)]
    return tuple(models)


def model_of(moves: tuple[Move, ...], models: tuple[StateModel, ...]) -> StateModel | None:
    """The model that a requirement's changes of state belong to."""
    return next((one for one in models if moves and moves[0].start in one.states), None)
