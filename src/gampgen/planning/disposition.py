"""Statements of a requirement → the one place where it is verified."""

from __future__ import annotations

from gampgen.domain.base import Value
from gampgen.domain.requirement import AnalysedRequirement, Requirement
from gampgen.domain.risk import Disposition, DispositionKind
from gampgen.domain.statement import Statement
from gampgen.planning.clause import read_clause, sentences
from gampgen.planning.foreign import foreign_wording
from gampgen.planning.judgement import judge
from gampgen.planning.stated import stated_kinds
from gampgen.planning.table_rows import limit_rows, permission_matrix
from gampgen.planning.verdict import Verdict
from gampgen.planning.wording import further_duties, system_does

_PRONOUNS = frozenset(["it", "they", "this", "these", "he", "she"])
_ON_PAPER = frozenset(
    {DispositionKind.IQ, DispositionKind.PROCEDURE, DispositionKind.SUPPLIER_EVIDENCE, DispositionKind.PQ,
     DispositionKind.CONFIGURATION_CHECK}
)  # fmt: skip


class Decision(Value):
    """The disposition with the rule that decided, and for a query the measurable wording that is proposed."""

    disposition: Disposition
    rule: str
    proposal: str = ""


def decide(analysed: AnalysedRequirement) -> Decision:
    """Where a requirement is verified.

    Each sentence of the lead text and of the items is judged. If any of them is behaviour, the requirement goes to the
    OQ; otherwise the first that is no query decides; otherwise it is a query. A verification stage that the document
    itself states decides between stages outside the OQ, and never takes behaviour out of it.

    Args:
        analysed: a requirement with its statements.
    """
    requirement = analysed.requirement
    unread = foreign_wording(requirement) or permission_matrix(requirement) or limit_rows(requirement)
    chosen = unread or _choose(_verdicts(analysed))
    stated = stated_kinds(analysed.requirement.stated_verification)
    if len(stated) == 1 and stated[0] is not chosen.kind and {stated[0], chosen.kind} <= _ON_PAPER:
        reason = (
            f'The document states "{analysed.requirement.stated_verification}" as the way of verification (rule DS17).'
        )
        chosen = chosen.model_copy(update={"kind": stated[0], "rule": "DS17", "reason": reason})
    quote = chosen.quote if analysed.requirement.holds(chosen.quote) else analysed.requirement.text
    return Decision(
        disposition=Disposition(kind=chosen.kind, reason=chosen.reason, quote=" ".join(quote.split())),
        rule=chosen.rule,
        proposal=chosen.proposal,
    )


def _choose(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Behaviour first, then anything but a query, then the first query."""
    behaviour = (one for one in verdicts if one.kind is DispositionKind.OQ)
    elsewhere = (one for one in verdicts if one.kind is not DispositionKind.QUERY)
    return next(behaviour, None) or next(elsewhere, None) or verdicts[0]


def _verdicts(analysed: AnalysedRequirement) -> tuple[Verdict, ...]:
    requirement, items = analysed.requirement, analysed.items
    if analysed.readings:
        return tuple(v for one in analysed.readings for v in _judge_text(one.text, one))
    lead = _judge_text(requirement.text, analysed.statement)
    joined: list[Verdict] = []
    for text, statement in zip(requirement.items, items or (None,) * len(requirement.items), strict=False):
        if _speaks_for_itself(text):
            joined += _judge_text(text, statement)
        elif _opens_a_list(requirement, lead):
            joined += _judge_text(f"{requirement.text.rstrip(' :')} {text}", analysed.statement)
    return (*lead, *joined)


def _opens_a_list(requirement: Requirement, lead: tuple[Verdict, ...]) -> bool:
    """Whether the lead text needs its items to say anything: it ends in a colon, or is a query so far."""
    return requirement.text.rstrip().endswith(":") or all(one.kind is DispositionKind.QUERY for one in lead)


def _speaks_for_itself(text: str) -> bool:
    return any(read_clause(sentence).has_modal for sentence in sentences(text))


def _judge_text(text: str, statement: Statement | None) -> tuple[Verdict, ...]:
    """The verdicts on the demanding sentences of a text.

    Where some sentences have a modal verb, the others explain and are left out, unless they tell what the system does.
    A sentence that begins with a pronoun goes with the one before it ("The supplier shall have a quality system. It
    shall be certified.").
    """
    demanding = statement is None or statement.is_requirement
    every = sentences(text) or (text,)
    spoken = [one for one in every if read_clause(one).has_modal]
    found: list[Verdict] = []
    for sentence in [one for one in every if one in spoken or system_does(one)] if spoken else every:
        carried_on = read_clause(sentence).subject.lower() in _PRONOUNS and found and found[-1].kind in _ON_PAPER
        if not carried_on:
            found.append(judge(sentence, demanding=demanding))
            found += _further(sentence, found[-1])
    return tuple(found)


def _further(sentence: str, first: Verdict) -> list[Verdict]:
    """The system's own duties in a sentence that is verified on paper otherwise: no procedure takes them along."""
    if first.kind not in _ON_PAPER:
        return []
    judged = (judge(part) for part in further_duties(sentence))
    return [one for one in judged if one.kind is DispositionKind.OQ]
