"""Requests and responses of a web service: a valid request is answered with content, an invalid one with an error.

Source: RFC 9110 §15.3 (2xx: the request was received, understood and accepted) and §15.5 (4xx: the client erred).
"""

from __future__ import annotations

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target, speaks_of_requests

_ELSEWHERE = frozenset(
    {ActionKind.PROTECT, ActionKind.AUTHENTICATE, ActionKind.ALARM, ActionKind.NOTIFY, ActionKind.LOCK, ActionKind.SIGN}
)
_ASPECTS = (Aspect("valid-request", Polarity.POSITIVE), Aspect("invalid-request", Polarity.NEGATIVE))


def web_service(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the statement is about requests and responses and no decision table holds the behaviour."""
    kinds = {clause.kind for clause in target.clauses}
    if has_table(target) or not speaks_of_requests(target) or kinds & _ELSEWHERE:
        return ()
    quote = target.statement.text
    details = target.items or listed(target.statement.text)
    return items_of(target, Technique.EQUIVALENCE_PARTITIONING, "HTTP", _ASPECTS, details=details, quote=quote)
