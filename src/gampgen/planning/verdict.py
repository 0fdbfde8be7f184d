"""What one sentence asks for, before the sentences of a requirement are taken together."""

from __future__ import annotations

from gampgen.domain.base import Value
from gampgen.domain.risk import DispositionKind
from gampgen.planning.clause import Clause

_LINE = 160
"""A quote should fit in a line or two of a table."""


class Verdict(Value):
    """Where one sentence is verified: the kind, the rule that decided, the reason in words, the deciding passage.

    `quote` is a substring of the sentence. `proposal` is the measurable wording proposed for a query, else "".
    """

    kind: DispositionKind
    rule: str
    reason: str
    quote: str
    proposal: str = ""


def verdict(kind: DispositionKind, rule: str, clause: Clause, meaning: str, proposal: str = "") -> Verdict:
    """A verdict on a clause: the deciding words quoted, then what they mean, then the rule.

    Args:
        kind: where the demand is verified.
        rule: the rule's code.
        clause: the clause decided on.
        meaning: what the quoted words are, beginning with a verb ("is a training duty, …").
        proposal: the measurable wording proposed, for a query.
    """
    quote = whole(clause)
    return Verdict(kind=kind, rule=rule, reason=f'"{quote}" {meaning} (rule {rule}).', quote=quote, proposal=proposal)


def whole(clause: Clause) -> str:
    """The main clause as it stands in the sentence; of a long one its beginning, cut at a word."""
    start = clause.text.rfind(clause.subject, 0, clause.text.find(clause.predicate)) if clause.subject else 0
    words = clause.text[max(start, 0) :]
    cut = words if len(words) <= _LINE else words[:_LINE].rpartition(" ")[0]
    return cut.strip(" ,;:")
