"""The decision table of a statement, cut down to one of its parts."""

from __future__ import annotations

from gampgen.domain.statement import DecisionRow, Statement


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
