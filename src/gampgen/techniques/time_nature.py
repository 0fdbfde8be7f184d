# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""What a limit with a unit of time is about: response, repetition, retention, duration, delay, or an entry."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause
from gampgen.domain.coverage import ServiceNature
from gampgen.techniques.limit_cues import PERIOD_OF, PHYSICAL, RECOVERY, WITHOUT
from gampgen.techniques.limit_nature import INPUT, QUOTED, Nature, Place, service

_N = ServiceNature
_AGE = re.compile(
    r"\b(?:older|younger|shelf[ -]li(?:fe|ves)|aged?|ages|validity|valid|expir\w+|remaining|due|overdue)\b",
    re.IGNORECASE,
)
_RETAINED = re.compile(
    r"\b(?:retain\w*|retention|archiv\w*|kept|keep|keeps|preserv\w*|stor(?:e|es|ed|ing)|maintain\w*|available|accessible|readable"
    r"|retrievable|held|hold|holds|buffer\w*|sav(?:e|es|ed))\b",
    re.IGNORECASE,
)
# "hold 121 °C for 15 minutes": a value is held, not a record
_AT_VALUE = re.compile(
    r"\d\s?(?:°\s?[CFK]|K|[mk]?bar|[mkM]?Pa|rpm|psi|[mkµ]?[VAW]|N|pH|% ?(?:RH|r\.?h\.?)|L/\w+|[mk]?g/\w+)(?![\w])"
)
_SPAN = re.compile(
    r"\b(?:for|period of|time of|retention(?: period| time)?(?: of| is| shall be| must be| for \w+)?|period(?: is| shall be| must be)?)"
    r"(?:\s+(?:a|the|at least|a minimum of|a period of|up to))*\s*$",
    re.IGNORECASE,
)
_FOR_TEXT = re.compile(r"^(?:for|lasting|over)\s", re.IGNORECASE)
_WITHIN = re.compile(
    r"^(?:within|in\s|inside|no later|not later|no longer|not longer|under\s)|\bat the latest\b", re.IGNORECASE
)
_WITHIN_BEFORE = re.compile(
    r"\b(?:within|in|inside|takes?|taking|needs?|requires?|last)\s*(?:not |no )?$", re.IGNORECASE
)
_NOT_LONGER = re.compile(r"^(?:not|never)\s+(?:take|last|need|require)\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:takes?|taking)\b[^,;]{0,30}$", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:every|once (?:every|per|a|an|in)|at intervals? of|intervals?|frequency|cycle|period|rate)(?:\s+(?!for\b)\w+){0,5}\s*$",
    re.IGNORECASE,
)
_INTERVAL_NOUN = re.compile(r"\b(?:intervals?|frequency|cycle|gaps?)\b", re.IGNORECASE)
_DELAYED = re.compile(r"\b(?:delay\w*|postpon\w*|defer\w*)\b", re.IGNORECASE)
_RESPONSE_NOUN = re.compile(
    r"\b(?:response|reaction|refresh|update|load(?:ing)?|start-?up|boot|process(?:ing)?|transfer|search|query|log-?in|calculation"
    r"|execution|display|transmission|switch-?over|fail-?over|recovery|restor\w+|restart|access|delivery|round-?trip|retrieval|answer"
    r"|print(?:ing)?|latency|screen \w+|turnaround|synchroni[sz]ation|save|saving|opening)(?: \w+){0,3}\b",
    re.IGNORECASE,
)
_TIME_NOUN = re.compile(r"\b(?:times?|latency|delay|duration)\b", re.IGNORECASE)
_SETTABLE = re.compile(
    r"\b(?:configurable|adjustable|settable|selectable|configured|enter(?:ed)?|set (?:to|between|from|the|a)|be set|accept\w*)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:deviat\w+|drift\w*|differ\w*|offset) (?:from \w+(?: \w+){0,3} )?(?:by )?", re.IGNORECASE)
_OLDER = re.compile(r"(?:older|younger) than\b", re.IGNORECASE)
_IDLE_AFTER = re.compile(r"^\s*(?:of |without )", re.IGNORECASE)


_RESPONSE_TIME = re.compile(
    r"\b(?:with|at|in|has|have|having)\s+(?:an?\s+)?(?:\w+\s+)?(?:response|reaction|answer|processing)\s+times?\s+of\s*$",
    re.IGNORECASE,
)


def timed(where: Place, main: Clause | None) -> Nature:
    """What a limit with a unit of time is about."""
    before, text = where.before, where.text
    if PERIOD_OF.search(before):
        return INPUT
    apart = bool(_APART.search(f"{before[-40:]} {text}"))
    if apart or RECOVERY.search(before) or _RESPONSE_TIME.search(before):
        return service(_N.ACCURACY if apart else _N.RESPONSE)
    refused = main is not None and main.kind is ActionKind.REFUSE
    if _SETTABLE.search(f"{before} {where.after}") or (refused and _OLDER.match(text)):
        return INPUT
    if _AGE.search(f"{before[-60:]} {text}") or _AGE.search(where.after[:30]):
        return QUOTED
    within = bool(
        _WITHIN.search(text) or _WITHIN_BEFORE.search(before) or _TAKES.search(before) or _NOT_LONGER.match(text)
    )
    if within and not _EVERY.search(before):
        return service(_N.RESPONSE)
    return _lasting(where, main) or _named_time(where)


def _lasting(where: Place, main: Clause | None) -> Nature | None:
    """Retention, repetition, duration and delay; None where none of them is said."""
    before, text = where.before, where.text
    spans = bool(_SPAN.search(before) or _FOR_TEXT.match(text))
    held = _RETAINED.search(before)
    retention = re.search(r"\bretention\b", f"{before[-40:]} {where.after[:14]} {text}", re.IGNORECASE)
    if retention or (held and spans):
        physical = PHYSICAL.search(before) or _AT_VALUE.search(before)
        return service(_N.DURATION if physical and not retention else _N.RETENTION)
    if _EVERY.search(before) or re.match(r"every\b", text, re.IGNORECASE):
        return service(_N.FREQUENCY)
    if spans and not _IDLE_AFTER.match(where.after):
        return service(_N.DURATION)
    if re.search(r"\bby\s*$", before) and (_DELAYED.search(before) or (main and _DELAYED.search(main.verb))):
        return service(_N.DELAY)
    return None


def _named_time(where: Place) -> Nature:
    """A time that its noun names ("the response time … at most 2 s", "no gap of more than 60 s")."""
    kept = WITHOUT.match(where.text)
    before = f"{where.before} {kept['noun']}" if kept else where.before
    if _INTERVAL_NOUN.search(f"{before} {where.text}"):
        return service(_N.OTHER)
    if _RESPONSE_NOUN.search(before) and _TIME_NOUN.search(f"{before} {where.text}"):
        return service(_N.RESPONSE)
    if _TIME_NOUN.search(before):
        return service(_N.OTHER, unsure=True)
    return QUOTED
