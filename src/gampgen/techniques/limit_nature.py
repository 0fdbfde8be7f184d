# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""What a limit outside the conditions is about, read from the words next to its number.

The words around the number decide, never a word elsewhere in the sentence: "kept for 5 years" is a retention, "restored
within 4 hours" a response time, though both may stand in one sentence. Where they do not decide, the limit is `QUOTED`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import ServiceNature
from gampgen.domain.quantity import Interval, Quantity
from gampgen.techniques.limit_cues import LENGTH, PERIOD_OF, PHYSICAL, WITHOUT
from gampgen.techniques.limit_model import LimitRole

_N = ServiceNature


class Place(NamedTuple):
    """A number in its sentence: the words before and after it within its own clause."""

    text: str
    before: str
    after: str


class Nature(NamedTuple):
    """Role and nature of a limit; `unsure` where it is not certain whether the thing is entered, set or measured."""

    role: LimitRole
    nature: ServiceNature = ServiceNature.OTHER
    unsure: bool = False
    flagged: bool = False


INPUT = Nature(LimitRole.INPUT)
QUOTED = Nature(LimitRole.SERVICE, _N.QUOTED, unsure=True)


def service(nature: ServiceNature, *, unsure: bool = False) -> Nature:
    """A limit on what the system does."""
    return Nature(LimitRole.SERVICE, nature, unsure=unsure)


def place_of(text: str, item: Interval | Quantity) -> int:
    """Where a number stands in a text: by its offsets where they hold, else by its words; 0 where it does not."""
    if text[item.start : item.end] == item.text:
        return item.start
    return max(text.find(item.text), 0)


_CUT = re.compile(r"[;,]\s|\.\s|\s(?:and|but)\s(?=(?:it|the|a|an|shall|must|will|retention|restore)\b)", re.IGNORECASE)


def place(text: str, item: Interval | Quantity) -> Place:
    """A number with the words of its own clause before and after it."""
    start = place_of(text, item)
    before, after = text[:start], text[start + len(item.text) :]
    cuts = list(_CUT.finditer(before))
    cut = _CUT.search(after)
    return Place(item.text, before[cuts[-1].end() if cuts else 0 :], after[: cut.start()] if cut else after)


_ENTRY = re.compile(
    r"\b(?:accept\w*|enter(?:ed|s|ing)?|entry|entries|inputs?|fields?|set[ -]?points?|configurable|adjustable|settable|selectable"
    r"|selected|configured|be set|set (?:to|between|from)|valid|invalid|permitted|allowed|permissible|parameters?|refus\w+|reject\w*"
    r"|choose|chosen|settings?)\b",
    re.IGNORECASE,
)
_ACCURATE = re.compile(
    r"\b(?:accura\w+|precis\w+|toleranc\w+|uncertaint\w+|resolution|repeatab\w+|drift|deviat\w+|errors?)\b",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(r"\b(?:availab\w+|uptime|up-time)\b", re.IGNORECASE)
_CONCURRENT = re.compile(
    r"\b(?:concurrent\w*|simultaneous\w*|in parallel|at the same time|throughput|capacity|scal\w+)\b", re.IGNORECASE
)
_PER_TIME = re.compile(r"\bper (?:hour|day|minute|second|shift|week|month|year)\b", re.IGNORECASE)
_CARRIES = re.compile(
    r"\b(?:handl|support|serv|carr|manag|stor|hold|process|accommodat|connect|monitor|archiv|keep|sav|contain|scal|record)\w*\b",
    re.IGNORECASE,
)
_LIMITED_TO = re.compile(r"\b(?:limit|restrict|cap)(?:s|ped|ed)?(?:\s+to)?\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:no more than|not more than|at most|max(?:imum)?\.?|not exceed|limited to|restricted to|exceeded)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\brange(?:\s+\w+){0,4}\s*:?\s*$", re.IGNORECASE)
_SPECIFIED = re.compile(
    r"\b(?:limits?|specifications?|acceptance (?:criteri\w+|range|limits?))\s*(?:\w+\s+){0,3}:?\s*$", re.IGNORECASE
)
_HELD = frozenset(
    {"be", "exceed", "lie", "stay", "remain", "keep", "maintain", "control", "hold", "regulate", "fall", "drop", "rise"}
)
_PREDICATE = re.compile(
    r"\b(?:shall|must|should|will|may|is|are)(?:\s+(?:not|never|always|be|lie|stay|remain|kept|only))*\s*$",
    re.IGNORECASE,
)
_EXCEED = re.compile(r"\bexceed\w*\b|\bfall\w* below\b", re.IGNORECASE)
_HANDLED = frozenset(
    {
        ActionKind.CHANGE,
        ActionKind.CONFIGURE,
        ActionKind.RECORD,
        ActionKind.CREATE,
        ActionKind.SEARCH,
        ActionKind.OUTPUT,
    }
)


def untimed(where: Place, interval: Interval, main: Clause | None) -> Nature:
    """What a limit without a unit of time is about."""
    before = where.before
    if LENGTH.search(interval.counted or interval.unit or where.text) or re.search(
        r"\blength\b", before, re.IGNORECASE
    ):
        return INPUT
    unit = interval.unit or ""
    if _AVAILABLE.search(f"{before} {where.after}") and unit in {"%", "percent", "per cent"}:
        return service(_N.AVAILABILITY)
    if _ACCURATE.search(before[-60:]) or _ACCURATE.search(where.text):
        return service(_N.ACCURACY)
    if "±" in where.text or "+/-" in where.text:
        deviation = interval.lower is not None and interval.lower.startswith("-")
        return service(_N.ACCURACY if deviation else _N.CONTROL)
    return _counted(where, interval, main) or _measured(where, interval, main)


def _counted(where: Place, interval: Interval, main: Clause | None) -> Nature | None:
    """A count or a rate of things; None where the number counts nothing."""
    around = f"{where.before} {where.text} {where.after}"
    bare = interval.unit is None
    capped = bool(_MOST.search(where.text) or _LIMITED_TO.search(f"{where.before[-24:]} {where.text}"))
    if PERIOD_OF.search(where.before) or _chosen(where.before):
        return INPUT if bare else None
    if _LIMITED_TO.search(f"{where.before[-24:]} {where.text}") and bare:
        return INPUT
    if (_CONCURRENT.search(around) or _PER_TIME.search(f"{where.text} {where.after[:60]}")) and not PHYSICAL.search(
        where.before
    ):
        return INPUT if capped and _ENTRY.search(around) else service(_N.CAPACITY)
    carries = _CARRIES.search(where.before) or (main is not None and (main.ability or main.by_person))
    if bare and carries and not _ENTRY.search(where.before):
        if not capped:
            return service(_N.CAPACITY)
        return INPUT if main is not None and (main.ability or main.by_person) else service(_N.OTHER, unsure=True)
    return None


_LEVEL = re.compile(
    r"\b(?:support|handl|serv|carr|manag|accommodat|process|scal|capacity)\w*(?:\s+(?:of|for|to|at least|the))*\s*$",
    re.IGNORECASE,
)


def is_level(where: Place) -> bool:
    """Whether a plain number is a load to be carried ("support 25 users", "10 GB per day"), not just a number of things."""
    around = f"{where.before} {where.text} {where.after[:60]}"
    return bool(_CONCURRENT.search(around) or _PER_TIME.search(where.after[:60]) or _LEVEL.search(where.before))


def load_of(where: Place, nature: Nature) -> str:
    """The "per day" of a load and the time over which it, or a deviation, is looked at; "" for any other limit."""
    if nature.nature not in {_N.CAPACITY, _N.ACCURACY}:
        return ""
    rate = _PER_TIME.search(where.after[:60]) if nature.nature is _N.CAPACITY else None
    over = _OVER.search(where.after[:60])
    return " ".join(one[0].strip() for one in (rate, over) if one)


_OVER = re.compile(r"\bover (?:a period of )?\d+(?:\.\d+)? ?[a-z]+\b", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:freely )?(?:chosen|selected|selectable|any) (?:\w+ ){0,3}of\b", re.IGNORECASE)


def _chosen(before: str) -> bool:
    return bool(_CHOSEN.search(before))


def _measured(where: Place, interval: Interval, main: Clause | None) -> Nature:
    """A value that is entered, held, or measured."""
    return _given(where, main) or _found(where, interval, main)


def _given(where: Place, main: Clause | None) -> Nature | None:
    """A value that is given to the system: entered, set, refused, checked; None where no word says so."""
    around = f"{where.before} {where.after}"
    if main is not None and main.kind in {ActionKind.CHECK, ActionKind.EVALUATE}:
        return Nature(LimitRole.INPUT, flagged=True)
    if _ENTRY.search(around) or (main is not None and main.kind in {ActionKind.REFUSE, ActionKind.ALLOW}):
        return INPUT if not _LIMITED_TO.search(where.text) else service(_N.CONTROL)
    by_hand = main is not None and (main.by_person or main.ability) and main.kind in _HANDLED
    return INPUT if by_hand else None


def _found(where: Place, interval: Interval, main: Clause | None) -> Nature:
    """A value that is specified, a range to work in, a value held or measured; else quoted."""
    if _SPECIFIED.search(where.before) and not _MODAL.search(where.before):
        return Nature(LimitRole.INPUT, flagged=True, unsure=True)
    if _RANGE.search(where.before) or _worked_over(interval, main):
        return service(_N.RANGE)
    kept = WITHOUT.match(where.text)
    before = f"{where.before} {kept['noun']}" if kept else where.before
    held = kept or (main is not None and (main.verb in _HELD or main.form is ClauseForm.COPULA))
    if held or _PREDICATE.search(where.before) or _EXCEED.search(where.text) or ":" in where.before:
        physical = interval.unit not in {None, "%"} or PHYSICAL.search(before)
        return service(_N.CONTROL if physical else _N.OTHER, unsure=not physical)
    return QUOTED


def _worked_over(interval: Interval, main: Clause | None) -> bool:
    """Whether a machine works over a range of a physical value: "shall deliver 0.10 to 5.00 L/h"."""
    two_sided = interval.lower is not None and interval.upper is not None and interval.unit is not None
    return two_sided and main is not None and main.verb in _WORKING and main.form is ClauseForm.ACTIVE


_WORKING = frozenset(
    "deliver dispense dose measure cover operate supply pump heat cool stir rotate weigh feed inject spray fill".split()  # noqa: SIM905 - a word list
)
_MODAL = re.compile(r"\b(?:shall|must|should|will|may|can|is|are)\b", re.IGNORECASE)
