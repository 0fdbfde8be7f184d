"""Order and state: what may follow once the earlier step is done, and the attempt before it (29119-4 §5.2.8)."""

from __future__ import annotations

import re
from typing import Literal

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import CoverageItem, StateCase
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.clauses import clause
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.otherwise import guarantees
from gampgen.techniques.time_point import time_points

_ORDER = re.compile(
    r"\b(?P<word>only after|not before|before|prior to|until|only once|after)\s+(?P<what>[^.;]+)", re.IGNORECASE
)
# "30 minutes before weighing": a time, not an order of steps
_TIMED = re.compile(
    r"\d\s*(?:ms|milliseconds?|s|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?)\s*$", re.IGNORECASE
)


def ordered_condition(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the statement's only condition is an order ("not … before …", "… until …"): a table would lose it."""
    found = _ORDER.search(target.statement.text)
    causes = target.statement.causes
    if not found or len(causes) != 1 or found["word"].lower() == "after" or time_points(target.statement):
        return ()
    words = causes[0].condition or causes[0].variable
    return _items(target, found) if words and _said(words, found["what"].strip().rstrip(".")) else ()


def state_transition(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence sets an order ("… before …", "… until …") and no decision table holds it."""
    found = _ORDER.search(target.statement.text)
    timed = found and (time_points(target.statement) or _TIMED.search(target.statement.text[: found.start()]))
    return _items(target, found) if found and not timed and not has_table(target) else ()


def _items(target: Target, found: re.Match[str]) -> tuple[CoverageItem, ...]:
    order = target.order
    main = main_clause(target)
    word, what = found["word"].lower(), found["what"].strip().rstrip(".")
    if not main.verb or any(char.isdigit() for char in what):
        return ()  # "after 15 minutes" is a time, not an order of steps
    quote = target.quote(f"{found['word']} {found['what'].strip()}", found["what"].strip())
    trimmed = main.model_copy(update={"rest": _without(main.rest, found[0]), "object": _without(main.object, found[0])})
    # "remains open until …" ends with the event; every other order begins with it
    ends = word == "until" and not main.negated
    return tuple(
        target.item(
            Technique.STATE_TRANSITION,
            "STATE",
            f"{aspect} {word}",
            polarity,
            StateCase(
                aspect=aspect,
                clause=trimmed,
                before=what,
                keyword=word,
                fulfilled=(aspect == "valid") is not ends,
                event=_event(target, what),
                conditions=order.conditions if order else (),
            ),
            quote=quote,
        )
        for aspect, polarity in (_ASPECTS[:1] if ends and guarantees(main) else _ASPECTS)
    )


def _event(target: Target, what: str) -> Clause:
    """The event after the order word, taken apart where the reading of the sentence holds it."""
    waiting = (target.order.waiting,) if target.order else ()
    for cause in (*waiting, *target.statement.causes):
        if cause.condition and (cause.words in what or _said(cause.condition, what)):
            return clause(cause.variable, cause.condition)
    return Clause(subject=what, form=ClauseForm.NOMINAL)


def _said(condition: str, what: str) -> bool:
    """Whether a condition stands behind the order word, its pronoun named or its "is" added."""
    return condition in what or condition.partition(" ")[2] == what


_ASPECTS: tuple[tuple[Literal["valid", "forbidden"], Polarity], ...] = (
    ("valid", Polarity.POSITIVE),
    ("forbidden", Polarity.NEGATIVE),
)


def _without(text: str, tail: str) -> str:
    at = text.find(tail.strip().rstrip("."))
    return text[:at].strip() if at >= 0 else text
