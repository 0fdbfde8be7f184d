# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""Two dates of one thing compared: "an order whose expiry date lies before its manufacturing date" is refused.

The day itself and the days beside it are tried (boundary values of the difference, ISO/IEC/IEEE 29119-4:2021 §5.2.3);
two times are compared to the minute. The dates are chosen by this rule; only which of them comes first matters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target

_DATE = r"(?:(?!(?:is|lies|falls|whose|with|if|that)\b)[\w-]+ ){0,4}?(?:date|time|timestamp|day)(?: of (?:the |an? |its )?[\w-]+(?: (?!if\b|when\b|and\b|or\b|shall\b|must\b)[\w-]+)?)?"
_RELATION = r"(?:(?:not |no |on or |at or )?(?:before|after|prior to|earlier than|later than))"
_COMPARED = rf"(?:the |its |an? |their )?(?P<a>{_DATE})\s+(?:(?:that |which )?(?:lies?|is|falls?)\s+)?(?P<rel>{_RELATION})\s+(?:the |its |an? |their )?(?P<b>{_DATE})\b"
_DEED = re.compile(
    rf"\b(?P<deed>(?:shall |must |should |does |do )?(?:not )?(?:be )?(?:reject|refuse|decline|block|prevent|forbid|accept|allow|permit|take)(?:s|ed)?)\s+(?P<noun>(?:any |each |an? |all |the )?[\w /-]{{2,40}}?)\s+(?:whose|with|having|that has|if)\s+{_COMPARED}",
    re.IGNORECASE,
)
_DEED_ON_DATE = re.compile(
    rf"\b(?P<deed>(?:shall |must |should |does |do )?(?:not )?(?:reject|refuse|decline|block|prevent|forbid|accept|allow|permit|take)s?)\s+{_COMPARED}",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    rf"^(?P<noun>(?:any |each |an? |all |the )?[\w /-]{{2,40}}?)\s+(?:whose|with|having|that has)\s+{_COMPARED}\s+(?P<deed>(?:shall|must|should|are|is|will)(?: not)? (?:to )?(?:be )?(?:rejected|refused|declined|blocked|accepted|allowed|permitted))\b",
    re.IGNORECASE,
)
_DATE_SUFFERS = re.compile(
    rf"^{_COMPARED}\s+(?P<deed>(?:shall|must|should|are|is|will)(?: not)? (?:to )?(?:be )?(?:rejected|refused|declined|blocked|accepted|allowed|permitted))\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    rf"^(?:the |an? |each |every )?(?P<a>{_DATE})\s+(?P<deed>(?:(?:shall|must|should|may|can|cannot)(?: not)?\s+(?:be|lie|fall))|(?:is|lies|falls)(?: not)?)\s+(?P<rel>{_RELATION})\s+(?:the |its |an? )?(?P<b>{_DATE})\b",
    re.IGNORECASE,
)
_REFUSING = re.compile(r"\b(?:reject|refuse|decline|block|prevent|forbid)", re.IGNORECASE)
_NOT = re.compile(r"\bnot\b|\bcannot\b", re.IGNORECASE)
_FIRST_DAY, _FIRST_MINUTE = 14, 59


class _Comparison(NamedTuple):
    """Two dates in the sentence's words, on which side the first one is refused, and the thing that carries them."""

    a: str
    b: str
    refused: frozenset[int]
    noun: str
    timed: bool


def date_order(target: Target) -> tuple[CoverageItem, ...]:
    """Items where a sentence refuses or demands one date before or after another of the same thing."""
    read = _comparison(" ".join(target.statement.text.split()))
    if read is None:
        return ()
    offsets: tuple[int, ...] = (-1, 0, 1)
    if target.priority is Level.LOW:
        other = next(one for one in (-1, 1) if (one in read.refused) is not (0 in read.refused))
        offsets = tuple(sorted((0, other)))
    return tuple(_item(target, read, offset) for offset in offsets)


def _comparison(text: str) -> _Comparison | None:
    found = (
        _DEED.search(text)
        or _DEED_ON_DATE.search(text)
        or _SUFFERS.match(text)
        or _DATE_SUFFERS.match(text)
        or _DEMAND.match(text)
    )
    if found is None:
        return None
    relation = found["rel"].lower()
    holds = _side(relation)
    denied = bool(_NOT.search(found["deed"]))
    refuses = bool(_REFUSING.search(found["deed"])) is not denied
    refused = holds if refuses else frozenset({-1, 0, 1}) - holds
    noun = found.groupdict().get("noun") or "the record"
    timed = bool(re.search(r"\btime(?:stamp)?\b", found["a"], re.IGNORECASE))
    return _Comparison(found["a"], found["b"], refused, noun, timed)


def _side(relation: str) -> frozenset[int]:
    """On which side of the second date the first one lies, the day itself being 0."""
    earlier = relation.endswith(("before", "prior to", "earlier than"))
    strict = frozenset({-1 if earlier else 1})
    if relation.startswith(("not ", "no ")):
        return frozenset({-1, 0, 1}) - strict
    return strict | {0} if relation.startswith(("on or", "at or")) else strict


def _item(target: Target, read: _Comparison, offset: int) -> CoverageItem:
    unit = "minute" if read.timed else "day"
    where = {-1: f"one {unit} before", 0: "the same as", 1: f"one {unit} after"}[offset]
    a, b = _value(offset, timed=read.timed), _value(0, timed=read.timed)
    refused = offset in read.refused
    part = Checklist(
        aspect="date-refused" if refused else "date-accepted",
        clause=main_clause(target),
        about=read.noun,
        details=(f"the {read.a} {where} the {read.b}", f"the {read.a} {a}, the {read.b} {b}"),
        values=((read.a, a, None), (read.b, b, None)),
    )
    return target.item(
        Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"dates {where}", Polarity.NEGATIVE if refused else Polarity.POSITIVE,
        part, quote=" ".join(target.statement.text.split()),
    )  # fmt: skip


def _value(offset: int, *, timed: bool) -> str:
    """A date, or a time of one day, at or beside the second one."""
    if timed:
        return f"{9 + (offset >= 0)}:{(_FIRST_MINUTE + 1 + offset) % 60:02d} on 15 March 2027"
    return f"{_FIRST_DAY + 1 + offset} March 2027"
