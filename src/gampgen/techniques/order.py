"""An order beside other conditions: "results outside the limits must be confirmed before the report can be approved".

What stands behind "before" is no condition of the demand but what must wait for it; a decision table would turn the
sentence round. The other conditions of the sentence say in which cases the order holds (29119-4 §5.2.8).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.statement import Cause, Statement
from gampgen.techniques.limit_model import deciding_causes

_SEVERAL = 2


class Order(NamedTuple):
    """What has to wait: `waiting` behind the word `keyword`; `conditions` are the cases in which the order holds."""

    keyword: str
    waiting: Cause
    conditions: tuple[tuple[str, bool], ...]


def order_of(statement: Statement) -> Order | None:
    """The order that a statement sets beside other conditions; None where it sets none, or nothing else."""
    causes = deciding_causes(statement)
    if len(causes) < _SEVERAL or statement.negated:
        return None
    behind = [(one, word) for one in causes if (word := _word_before(one, statement.text))]
    happens = next((row for row in statement.decision_table if any(row[one.id] for one in statement.effects)), None)
    if len(behind) != 1 or happens is None:
        return None
    waiting, word = behind[0]
    others = tuple((one.words, happens[one.id]) for one in causes if one is not waiting)
    return Order(word, waiting, others)


def without_order(statement: Statement) -> Statement:
    """The statement without a table whose conditions hold something that has to wait; others as they are."""
    if order_of(statement) is None:
        return statement
    return statement.model_copy(update={"causes": (), "effects": (), "decision_table": (), "conditional": False})


def _word_before(cause: Cause, text: str) -> str:
    """The order word that stands before a cause in the text, in lower case; "" where there is none."""
    found = re.search(rf"\b(before|prior to)\s+{re.escape(cause.words)}", " ".join(text.split()), re.IGNORECASE)
    return found[1].lower() if found and cause.words else ""
