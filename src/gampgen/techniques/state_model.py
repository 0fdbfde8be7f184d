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

_NAME = r"(?:[“\"'][^“”\"']{2,30}[”\"']|[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}(?:\s(?!and\b|or\b|may\b|can\b|cannot\b|shall\b|must\b|is\b|are\b|from\b|to\b|by\b|the\b|only\b|if\b|when\b|after\b|in\b(?=\s+this))[a-z]+)?)"
_LIST = rf"{_NAME}(?:\s*,\s*{_NAME})*\s*,?\s+(?:and|then|and then)\s+{_NAME}"
_IN_ORDER = re.compile(
    rf"\b(?:states?|status(?:es)?|stages?|phases?)\b[^.;:]{{0,25}}?:?\s+(?P<list>{_LIST})[^.;]{{0,40}}?"
    r"\b(?:in (?:this|that|the (?:given|stated|following|listed)) (?:order|sequence)|one after the other)\b"
)
_ORDER_FIRST = re.compile(
    rf"\bin (?:this|the following) (?:order|sequence)\s*:?\s+(?P<list>{_LIST})|(?P<arrows>{_NAME}(?:\s*(?:→|->|=>)\s*{_NAME})+)"
)
# "shall run through the phases Idle, Filling and Cleaned": the verb gives the order
_THROUGH = re.compile(
    rf"\b(?:runs?|pass(?:es)?|goes?|moves?|proceeds?|progress(?:es)?|is taken|are taken) through (?:the\s+)?(?:following\s+)?"
    rf"(?:states?|status(?:es)?|stages?|phases?|steps?)\b\s*:?\s*(?P<list>{_LIST})"
)
# "from the phases Growth and Production the operator can put the batch on Hold"
_FROM_EACH = re.compile(
    rf"\b[Ff]rom\s+(?:the\s+)?(?:states?|status(?:es)?|stages?|phases?)\s+(?P<list>{_LIST}|{_NAME})\b[^.;]{{0,60}}?"
    rf"\b(?:put|set|moved?|brought|taken?|transferred|switched|changed?)\b[^.;]{{0,40}}?\b(?:on|to|into|in)\s+(?:the (?:state|status|phase)\s+)?(?P<end>{_NAME})"
)
_SEVERAL = rf"{_NAME}(?:(?:\s*,\s*(?:or |and )?|\s+(?:or|and)\s+)(?:the )?{_NAME})*"
_STATE = r"(?:the\s+)?(?:states?\s+|status(?:es)?\s+|phases?\s+|stages?\s+)?"
# "Running may be entered from Set-up or Paused only", "a change to Released is only possible from Reviewed"
_ENTERED = (
    re.compile(
        rf"(?P<end>{_NAME})\s+(?:(?:may|can|shall|must)\s+(?P<o1>only\s+)?be|is|are)\s+(?P<o2>only\s+)?(?:entered|reached|set|assigned|selected)\s+(?P<o3>only\s+|exclusively\s+)?from\s+{_STATE}(?P<list>{_SEVERAL})(?P<o4>\s+(?:only|alone|exclusively))?"
    ),
    re.compile(
        rf"\b(?:change|changing|transition|entry|move|switch)\s+(?:in)?to\s+{_STATE}(?P<end>{_NAME})\s+(?:is|are|shall be|must be)\s+(?P<o1>only\s+)?(?:possible|allowed|permitted)\s+(?P<o2>only\s+)?from\s+{_STATE}(?P<list>{_SEVERAL})(?P<o3>\s+(?:only|alone))?"
    ),
    re.compile(
        rf"\b(?:may|can|shall|must)\s+(?P<o1>only\s+)?(?:go|move|change|pass|switch|be set|be moved|be changed|be put)\s+(?P<o2>only\s+)?(?:in)?to\s+{_STATE}(?P<end>{_NAME})\s+(?P<o3>only\s+)?from\s+{_STATE}(?P<list>{_SEVERAL})(?P<o4>\s+(?:only|alone))?"
    ),
    re.compile(
        rf"\b(?P<o1>[Oo]nly) from\s+{_STATE}(?P<list>{_SEVERAL})\s+(?:may|can|shall)\s+(?:an?|the|it)\b[^.;]{{0,40}}?\b(?:go|change|move|be set|be moved|be changed|switch|pass)\s+(?:in)?to\s+{_STATE}(?P<end>{_NAME})"
    ),
)
_RETURNS = re.compile(
    r"\breturns?\b[^.;]{0,30}\b(?:state|status|phase|stage)\b[^.;]{0,30}\b(?:before|previous(?:ly)?|came from|earlier)\b"
    r"|\breturns?\b[^.;]{0,20}\b(?:previous|former|last) (?:state|status|phase|stage)\b",
    re.IGNORECASE,
)
_NAMED_STATES = re.compile(
    rf"\b(?:states?|status(?:es)?|stages?|phases?)\b(?: values?)?\s*(?:are|of)?\s*:?\s+(?P<list>{_LIST})"
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
    found += _from_each(folded)
    found += entries_in(folded, frozenset())
    if _ABOUT_STATES.search(folded):
        found += [
            Move(start=one["start"].strip(_QUOTES), end=one["end"].strip(_QUOTES), role=one["role"] or "")
            for one in _FROM_TO.finditer(folded)
        ]
    return tuple(dict.fromkeys(found))


def entries_in(text: str, known: frozenset[str]) -> tuple[Move, ...]:
    """The changes into a state that may be entered from named states only; none where nothing says that these are states.

    Args:
        text: a statement.
        known: states that the document names.
    """
    folded = " ".join(text.split())
    for pattern in _ENTERED:
        for one in pattern.finditer(folded):
            end = one["end"].strip(_QUOTES)
            starts = [name.strip(_QUOTES) for name in _OR.split(one["list"]) if name.strip(_QUOTES)]
            only = any(value for name, value in one.groupdict().items() if name.startswith("o"))
            if only and (_STATES.search(folded) or known & {end, *starts}):
                return tuple(Move(start=start, end=end) for start in starts if start != end)
    return ()


_OR = re.compile(r"\s*,\s*(?:or |and )?(?:the )?|\s+(?:or|and)\s+(?:the )?")
_STATES = re.compile(r"\b(?:states?|status(?:es)?|stages?|phases?)\b", re.IGNORECASE)


def _from_each(text: str) -> Iterable[Move]:
    """The changes of "from A and B … put on C", with the way back where it returns to where it came from."""
    back = bool(_RETURNS.search(text))
    for one in _FROM_EACH.finditer(text):
        end = one["end"].strip(_QUOTES)
        for name in _SEPARATOR.split(one["list"]):
            start = name.strip(_QUOTES)
            if start and start != end:
                yield Move(start=start, end=end)
                if back:
                    yield Move(start=end, end=start)


def returns_in(text: str) -> bool:
    """Whether a text says that something goes back to the state that it was in before."""
    return bool(_RETURNS.search(" ".join(text.split())))


def states_in(text: str) -> tuple[str, ...]:
    """The states that a text lists without an order ("has the states A, B and C"); () where it lists fewer than three."""
    found = _NAMED_STATES.search(" ".join(text.split()))
    names = tuple(one.strip(_QUOTES) for one in _SEPARATOR.split(found["list"])) if found else ()
    return tuple(one for one in names if one) if len(names) >= _FEWEST else ()


def ordered_in(text: str) -> bool:
    """Whether a text lists states in their order, or several from which something goes to one."""
    folded = " ".join(text.split())
    return any(len(names) >= _FEWEST for names in _orders(folded)) or any(True for _ in _from_each(folded))


def _orders(text: str) -> list[tuple[str, ...]]:
    lists = [one["list"] for one in _IN_ORDER.finditer(text)]
    lists += [one["list"] or one["arrows"] for one in _ORDER_FIRST.finditer(text)]
    lists += [one["list"] for one in _THROUGH.finditer(text)]
    return [tuple(name.strip(_QUOTES) for name in _SEPARATOR.split(one) if name.strip(_QUOTES)) for one in lists]


def _steps(names: tuple[str, ...]) -> Iterable[Move]:
    return (Move(start=start, end=end) for start, end in pairwise(names) if start != end)


def models_of(texts: Iterable[str]) -> tuple[StateModel, ...]:
    """The state models of a document: changes that share a state belong to the same thing."""
    read = tuple((text, moves_in(text)) for text in texts)
    known = frozenset(state for _, moves in read for one in moves for state in (one.start, one.end))
    models: list[StateModel] = []
    for text, said in read:
        moves = said or entries_in(text, known)
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
