"""The subject-matter agent: failure modes and checks that experience adds to a kind of requirement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
    for shown, one in _candidates(planned):
        if one.code in seen or not _fits(one, planned, words):
            continue
        piece = _worded(one, shown)
        if piece is not None and given[piece.kind] < _MOST[piece.kind]:
            seen.add(one.code)
            given[piece.kind] += 1
            advice.append(piece)
    return advice


@dataclass(frozen=True)
class _Shown:
    """A kind of requirement that a requirement was recognised as: in which statement, by which words."""

    planned: PlannedRequirement
    statement: Statement
    cue: ArchetypeCue

    @cached_property
    def slots(self) -> dict[str, str]:
        """The requirement's own words for the slots of a check."""
        return slots_of(self.planned.analysed, self.statement, self.cue)


def _candidates(planned: PlannedRequirement) -> Iterator[tuple[_Shown, Speciality]]:
    """Every check for every kind of requirement recognised, in the order of statement, cue, catalogue."""
    for statement in planned.analysed.statements:
        for cue in statement.archetypes:
            shown = _Shown(planned, statement, cue)
            for one in specialities():
                if one.archetype is cue.archetype:
                    yield shown, one


def _fits(one: Speciality, planned: PlannedRequirement, words: str) -> bool:
    return (
        one.due_at(planned.risk.priority)
        and (not one.needs or bool(occurrences(one.needs, words)))
        and not (one.unless and occurrences(one.unless, words))
    )


def _worded(one: Speciality, shown: _Shown) -> Advice | None:
    """The advice in the requirement's words, or None where the requirement has no words for one of its slots."""
    requirement, quote = shown.planned.analysed.requirement, shown.cue.quote
    if not one.slots <= shown.slots.keys() or not requirement.holds(quote):
        return None
    text = one.text.format_map(shown.slots)
    return Advice(
        agent=AgentName.SME,
        requirement_uid=requirement.uid,
        kind=one.kind,
        text=text[:1].upper() + text[1:] if one.kind is AdviceKind.FAILURE_MODE else text,
        source=Source(kind=SourceKind.RULE, requirement_uid=requirement.uid, ref=one.code, quote=quote),
        action=one.action.format_map(shown.slots),
        expected=one.expected.format_map(shown.slots),
    )
