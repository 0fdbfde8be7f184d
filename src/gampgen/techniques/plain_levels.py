"""Conditions that give a number without a comparison: a level that is reached, a count of events, a denied state.

"The level reaches 80 %" and "5 consecutive rejects" are limits too: the number itself brings the effect about, the
nearest one before it does not.
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.statement import Cause, Statement
from gampgen.techniques.limit_cues import CLAUSE_BREAK, COOLED, COUNT_FIRST, DENIAL, REACHES, TRAILING
from gampgen.techniques.limit_model import Limit, LimitRole, is_duration
from gampgen.techniques.stated_limits import fold

_LEAST_COUNT = 2


def at_least(quantity: Quantity, *, text: str = "") -> Interval:
    """A plain number as the lower end of what meets the condition."""
    return Interval(
        text=text or quantity.text,
        lower=quantity.value,
        upper=None,
        lower_inclusive=True,
        upper_inclusive=False,
        unit=quantity.unit,
        start=quantity.start,
        end=quantity.end,
        counted=quantity.counted,
    )


def plain_level(statement: Statement, cause: Cause, at: int) -> Limit | None:
    """The limit of a cause that names a level to be reached, or a count of events; None where it does neither."""
    words = fold(cause.words)
    for quantity in statement.quantities:
        place = words.find(fold(quantity.text))
        if place < 0 or quantity.comparator is not Comparator.EQUAL or is_duration(quantity.unit):
            continue
        reached = REACHES.search(words[:place])
        if reached:
            return _reached(quantity, words, reached, at)
        counted = "" if _is_load(statement, quantity) else _counted(quantity, words[place:])
        if counted and not words[:place].strip():
            return Limit(
                at_least(quantity), LimitRole.CONDITION, f"number of {counted}", at,
                intervals=(at_least(quantity),), counted=counted,
            )  # fmt: skip
    return None


def _is_load(statement: Statement, quantity: Quantity) -> bool:
    """Whether a count says how many are there meanwhile ("while 25 users are logged in"): no limit of an effect."""
    return bool(_MEANWHILE.search(statement.text[: quantity.start]))


_MEANWHILE = re.compile(r"\b(?:while|with|during|under|for|as long as)\s+(?:up to\s+)?$", re.IGNORECASE)


def _reached(quantity: Quantity, words: str, reached: re.Match[str], at: int) -> Limit | None:
    """A level that is reached from below, or fallen to from above; None where the side is not certain."""
    down = bool(reached["down"])
    if not down and COOLED.search(words):
        return None
    level = at_least(quantity)
    if down:
        level = level.model_copy(
            update={"lower": None, "upper": quantity.value, "lower_inclusive": False, "upper_inclusive": True}
        )
    subject = words[: reached.start()].strip()
    while trimmed := TRAILING.search(subject):
        subject = subject[: trimmed.start()]
    return Limit(level, LimitRole.CONDITION, subject, at, intervals=(level,)) if subject else None


def _counted(quantity: Quantity, text: str) -> str:
    """What a whole number counts: "5 consecutive rejects" → "consecutive rejects"; "" where it counts nothing."""
    whole = "." not in quantity.value and quantity.number >= _LEAST_COUNT
    found = COUNT_FIRST.match(text) if whole and quantity.unit is None else None
    if found is None:
        return ""
    counted = quantity.counted or found[0].partition(" ")[2]
    return counted if counted and not re.search(r"\btimes$", counted) else ""


def denied_in_text(statement: Statement, cause: Cause, interval: Interval) -> bool:
    """Whether the sentence denies the condition that lasts ("no reading is received for 2 minutes")."""
    if DENIAL.search(cause.words):
        return False  # the denial is part of the condition's own words
    before = statement.text[: interval.start]
    marks = list(CLAUSE_BREAK.finditer(before))
    return bool(DENIAL.search(before[marks[-1].start() if marks else 0 :]))


_OF_THING = re.compile(r"^\s+of\s+(?P<noun>(?:remaining |the |its )?[a-z][\w -]*)", re.IGNORECASE)
_OWN = re.compile(
    r"(?P<noun>(?:the |a |an |its )?(?:[\w-]+ )?(?:age|shelf[ -]life|validity|expiry|deviation|difference|offset|drift"
    r"|discrepancy|remaining [\w -]+?))"
    r"(?:\s+(?:is|of|are|was|has|be|shall|lies|falls?))*\s*$",
    re.IGNORECASE,
)
_OLDER = re.compile(r"^(?:older|younger) than\b", re.IGNORECASE)
_EVENTS = re.compile(
    r"\b(?:inactivity|activity|input|silence|operation|use|idle\w*|standstill|interruption|absence)\b", re.IGNORECASE
)


def property_of(cause: Cause, interval: Interval) -> str:
    """The property that a time is the value of ("less than 6 months of shelf life"); "" where the time passes."""
    before, _, after = fold(cause.words).partition(fold(interval.text))
    named = _OF_THING.match(after)
    if named and not _EVENTS.search(named["noun"]):
        return named["noun"]
    if owned := _OWN.search(before):
        return owned["noun"]
    if _OLDER.match(interval.text):
        thing = re.sub(r"\s+(?:is|are|was|were)$", "", before.strip())
        return f"age of {thing}" if thing else "age"
    return ""


def is_beside(cause: Cause, quantity: Quantity) -> bool:
    """Whether a number only explains another word ("the logging interval (60 s)")."""
    before = fold(cause.words).partition(fold(quantity.text))[0]
    return before.rstrip().endswith("(")
