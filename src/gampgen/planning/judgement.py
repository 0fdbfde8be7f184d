"""One sentence → where its demand is verified. The rules, in the order in which they are asked.

A rule looks at the head of the subject and at the verb; a word elsewhere in the sentence never decides alone. Whatever
no rule claims is behaviour of the system and goes to the OQ: a needless OQ test costs an hour, a lost one a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gampgen.domain.risk import DispositionKind
from gampgen.domain.wish import wished
from gampgen.planning import demands, obligations, properties
from gampgen.planning.actors import is_organisation, is_supplier
from gampgen.planning.clause import Clause, read_clause
from gampgen.planning.verdict import Verdict, verdict, whole
from gampgen.planning.wording import as_demand

_ENSURE = re.compile(
    r"^(?:ensure|guarantee|make sure|see to it)s?(?: that)? (?=(?:the|a|an|all|only|no|each|every)\b)", re.IGNORECASE
)
_INNER_VERB = re.compile(r"\b(?:is|are|has|have)\b")


def judge(sentence: str, *, demanding: bool = True) -> Verdict:
    """Where the demand of one sentence is verified.

    Args:
        sentence: one sentence of a requirement.
        demanding: false where statement reading saw no demand in it; it then counts as information unless it tells
            of something that the system does.

    Returns:
        The verdict; OQ by rule DS16 where no other rule claims the sentence.
    """
    clause = read_clause(sentence)
    found = _by_rule(clause) or demands.information(clause, demanding=demanding) or _told(clause)
    meaning = "is behaviour that can be provoked and observed on the running system"
    return found or verdict(DispositionKind.OQ, "DS16", clause, meaning)


def _by_rule(clause: Clause) -> Verdict | None:
    return next((found for rule in _RULES if (found := rule(clause)) is not None), None)


def _told(clause: Clause) -> Verdict | None:
    """What the rules say of a present-tense sentence or a wish read as a duty, in the sentence's own words."""
    spoken = wished(clause.text) or (None if clause.has_modal else as_demand(clause.text))
    found = _by_rule(read_clause(spoken)) if spoken else None
    if found is None:
        return None
    quote = whole(clause)
    return found.model_copy(update={"reason": found.reason.replace(f'"{found.quote}"', f'"{quote}"'), "quote": quote})


def _assured(clause: Clause) -> Verdict | None:
    """DS04: "the supplier shall ensure that …": the inner sentence decides."""
    opening = _ENSURE.match(clause.predicate)
    if not opening or not (is_supplier(clause) or is_organisation(clause)):
        return None
    inner = clause.predicate[opening.end() :]
    spoken = _INNER_VERB.sub(lambda word: "shall be" if word.group() in {"is", "are"} else "shall have", inner, count=1)
    decided = judge(spoken)
    return verdict(
        decided.kind, "DS04", clause, f"is decided by what is to be ensured, by rule {decided.rule}", decided.proposal
    )


_RULES: tuple[Callable[[Clause], Verdict | None], ...] = (
    demands.nothing_said,
    properties.operating_value,
    demands.product_standard,
    demands.blanket_reference,
    demands.wish,
    _assured,
    obligations.trained,
    obligations.supplier,
    obligations.written_procedure,
    obligations.delivered_document,
    obligations.company,
    obligations.life_cycle,
    obligations.project,
    obligations.operation,
    properties.performance,
    properties.installation,
    properties.setting,
)
