"""A condition at the head of a sentence that holds behind a semicolon too."""

from __future__ import annotations

import re

from gampgen.domain.statement import DecisionRow, Statement

_FORCE = re.compile(
    r"^(?P<who>.{2,}?)(?<!that)(?<!which)(?<!who)\s+(?P<what>(?:shall|must|should|will|may|cannot|can)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION_FIRST = re.compile(r"^(?:if|when|while|where|once|after|before|unless|upon|during|in case)\b", re.IGNORECASE)


def with_lead(parts: list[Statement]) -> tuple[Statement, ...]:
    """A condition at the head holds behind a semicolon too: "On emergency stop, pumps stop; the agitator goes on …".

    So it does where the clause behind is in the indicative, as a reaction is told, and has no condition of its own in
    front.
    """
    first = parts[0]
    lead = [one for one in first.causes if _leads(first.text, one.words)]
    if not lead or len(first.causes) != len(lead):
        return tuple(parts)
    return (first, *(_led(one, first) if _follows(one) else one for one in parts[1:]))


def _leads(text: str, words: str) -> bool:
    """Whether a condition stands at the head of a text, behind a word of two at most ("On", "In case of")."""
    at = text.lower().find(" ".join(words.split()).lower())
    return 0 < at <= _OPENING and not _FORCE.match(text[:at])


_OPENING = len("in the event of ")


def _follows(part: Statement) -> bool:
    in_front = _CONDITION_FIRST.match(part.text) or _HEADED.match(part.text)
    return bool(part.causes) and not in_front and not _FORCE.match(part.text)


_HEADED = re.compile(r"^(?:on|in|at|for|with|upon|after|otherwise|then)\b", re.IGNORECASE)


def _led(part: Statement, first: Statement) -> Statement:
    rows = tuple(
        DecisionRow(truths=(*((one.id, True) for one in first.causes), *row.truths)) for row in part.decision_table
    )
    return part.model_copy(update={"causes": (*first.causes, *part.causes), "decision_table": rows})
