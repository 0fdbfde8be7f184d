"""The subject-matter agent: failure modes and checks that experience adds to a kind of requirement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gampgen.agents.interface import replied
from gampgen.agents.slots import slots_of
from gampgen.agents.specialities import Speciality, specialities
from gampgen.domain.advice import Advice, AdviceKind, AgentName, Question, Reply
from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.domain.statement import ArchetypeCue, Statement
from gampgen.domain.trace import Source, SourceKind
from gampgen.knowledge.retrieval import occurrences

# A test that grows by every check there is gets skimmed: the catalogue's order says which come first.
_MOST = {AdviceKind.CHECK: 3, AdviceKind.FAILURE_MODE: 2}
_TESTED = frozenset({DispositionKind.OQ, DispositionKind.PQ, DispositionKind.CONFIGURATION_CHECK})


class SmeAgent:
    """Domain checks by kind of requirement, worded with the requirement's own words; nothing where they do not fit."""

    name = AgentName.SME
    version = "1.1"
    calls_outside = False

    def advise(self, question: Question) -> Reply:
        """Per requirement that a test verifies: the checks due at its risk priority, in the order of the catalogue."""
        return replied(question, _advice_on)


def _advice_on(planned: PlannedRequirement) -> list[Advice]:
    if planned.disposition.kind not in _TESTED:
        return []
    words = "\n".join(statement.text for statement in planned.analysed.statements)
    advice: list[Advice] = []
    seen: set[str] = set()
    given = Counter[AdviceKind]()
    for statement, cue, one in _candidates(planned):
        if one.code in seen or not _fits(one, planned, words):
            continue
        piece = _worded(one, planned, statement, cue)
        if piece is not None and given[piece.kind] < _MOST[piece.kind]:
            seen.add(one.code)
            given[piece.kind] += 1
            advice.append(piece)
    return advice


def _candidates(planned: PlannedRequirement) -> Iterator[tuple[Statement, ArchetypeCue, Speciality]]:
    """Every check for every kind of requirement recognised, in the order of statement, cue, catalogue."""
    for statement in planned.analysed.statements:
        for cue in statement.archetypes:
            for one in specialities():
                if one.archetype is cue.archetype:
                    yield statement, cue, one


def _fits(one: Speciality, planned: PlannedRequirement, words: str) -> bool:
    return (
        one.due_at(planned.risk.priority)
        and (not one.needs or bool(occurrences(one.needs, words)))
        and not (one.unless and occurrences(one.unless, words))
    )


def _worded(one: Speciality, planned: PlannedRequirement, statement: Statement, cue: ArchetypeCue) -> Advice | None:
    """The advice in the requirement's words, or None where the requirement has no words for one of its slots."""
    slots = slots_of(planned.analysed, statement, cue)
    requirement = planned.analysed.requirement
    if not one.slots <= slots.keys() or not requirement.holds(cue.quote):
        return None
    text = one.text.format_map(slots)
    return Advice(
        agent=AgentName.SME,
        requirement_uid=requirement.uid,
        kind=one.kind,
        text=text[:1].upper() + text[1:] if one.kind is AdviceKind.FAILURE_MODE else text,
        source=Source(kind=SourceKind.RULE, requirement_uid=requirement.uid, ref=one.code, quote=cue.quote),
        action=one.action.format_map(slots),
        expected=one.expected.format_map(slots),
    )
