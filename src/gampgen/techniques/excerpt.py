"""What a part of a statement keeps of the whole: its numbers and cues, and its share of the decision table."""

from __future__ import annotations

from typing import TypeVar

from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.statement import DecisionRow, Statement

_Number = TypeVar("_Number", Quantity, Interval)


def kept_of(statement: Statement, said: str, text: str) -> dict[str, object]:
    """The fields of a statement that a part of it keeps.

    Args:
        statement: the whole.
        said: the part as it stands in the whole; a number is kept where it stands in it.
        text: the part's own text: `said` with the words that it shares with the part before.
    """
    return {
        "text": text,
        "passage": said,
        "quantities": tuple(_placed(one, text) for one in statement.quantities if one.text in said),
        "intervals": tuple(_placed(one, text) for one in statement.intervals if one.text in said),
        "archetypes": tuple(one for one in statement.archetypes if one.quote in text),
    }


def projected(rows: tuple[DecisionRow, ...], names: set[str]) -> tuple[DecisionRow, ...]:
    """The rows of a table over some of its causes and effects, each once."""
    cut = (tuple((name, truth) for name, truth in row.truths if name in names) for row in rows)
    return tuple(DecisionRow(truths=truths) for truths in dict.fromkeys(cut))


def depends(part: Statement, whole: Statement) -> bool:
    """Whether an effect of this part hangs on the conditions of the whole statement."""
    rows = [dict(row.truths) for row in whole.decision_table]
    return any(len({row.get(effect.id) for row in rows}) > 1 for effect in part.effects)


def consistent(part: Statement) -> bool:
    """Whether the same causes always lead to the same effects."""
    causes = [one.id for one in part.causes]
    seen: dict[tuple[bool, ...], DecisionRow] = {}
    for row in part.decision_table:
        truths = dict(row.truths)
        key = tuple(truths[name] for name in causes if name in truths)
        if seen.setdefault(key, row) != row:
            return False
    return True


def _placed(one: _Number, text: str) -> _Number:
    """A number where it stands in a part's own text."""
    start = text.find(one.text)
    return one.model_copy(update={"start": start, "end": start + len(one.text)})
