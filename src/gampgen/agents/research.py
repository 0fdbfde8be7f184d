"""The research agent: which regulation clauses a requirement calls for, and what the document leaves out."""

from __future__ import annotations

from gampgen import knowledge
from gampgen.agents.gaps import gaps
from gampgen.agents.interface import replied
from gampgen.agents.prepared import Prepared
from gampgen.domain.advice import Advice, AdviceKind, AgentName, Question, Reply
from gampgen.domain.finding import Rule
from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.domain.trace import Source, SourceKind
from gampgen.knowledge import ClauseHit, Knowledge, read_scope
from gampgen.knowledge.scope import ScopeReading

NO_CLAUSE = Rule(
    code="RA-NONE",
    name="No clause found",
    manual=(
        "The research agent looked for regulation clauses that the requirement's own words call for and found none. "
        "Nothing is attached rather than something general: a clause that nobody named proves nothing. Where a clause "
        "applies all the same, name it in the requirement ('per 21 CFR 11.10(e)')."
    ),
    source="gampgen",
)
OUT_OF_SCOPE = Rule(
    code="RA-SCOPE",
    name="No GxP records",
    manual=(
        "The document says that the system has no GxP impact, or holds no word of the regulated field. 21 CFR Part 11 "
        "applies only to records that another rule demands (11.1(b)), Annex 11 to systems used in GMP activities; so "
        "no clause is attached and no gap is listed. If the system does keep GxP records, say so in the document."
    ),
    source="21 CFR 11.1(b); EU GMP Annex 11, Principle",
)
RULES = (NO_CLAUSE, OUT_OF_SCOPE)
# A clause is looked up for what a test verifies; a training or a delivery is not made better by a citation.
_LOOKED_UP = frozenset(
    {DispositionKind.OQ, DispositionKind.PQ, DispositionKind.CONFIGURATION_CHECK, DispositionKind.QUERY}
)


class ResearchAgent:
    """Looks up the shipped reference of regulation clauses. Nothing is fetched, nothing is guessed.

    Args:
        reference: the reference to look things up in; the shipped one by default.
    """

    name = AgentName.RESEARCH
    version = "1.1"
    calls_outside = False

    def __init__(self, reference: Knowledge | None = None) -> None:
        self._reference = reference
        self._scopes = Prepared(self._scope)

    def advise(self, question: Question) -> Reply:
        """Clauses per requirement; with the first chunk also the gaps of the document as a whole.

        Raises:
            EmptyKnowledgeError: the reference holds no clause.
        """
        reference = self._consulted()
        reference.require_content()
        scope = self._scopes.for_document(question)
        if not scope.applies:
            said = [_out_of_scope(scope.quote)] if question.chunk == 0 else []
            return replied(question, lambda _planned: [], said)
        clauses = replied(question, lambda planned: _clauses(reference, planned))
        said = _silence(question, clauses.nothing_on)
        if question.chunk == 0:
            said += gaps(reference, question.recognition)
        return clauses.model_copy(update={"advice": (*clauses.advice, *said)})

    def _consulted(self) -> Knowledge:
        return self._reference or knowledge.load()

    def _scope(self, question: Question) -> ScopeReading:
        return read_scope(self._consulted(), _document_texts(question))


def _silence(question: Question, nothing_on: tuple[str, ...]) -> list[Advice]:
    """One piece of advice that names the requirements looked up in vain; none where each has a clause."""
    asked = [one for one in question.requirements if one.disposition.kind in _LOOKED_UP]
    without = [one.analysed.requirement for one in asked if one.analysed.requirement.uid in nothing_on]
    return [_nothing_found([requirement.id for requirement in without])] if without else []


def _document_texts(question: Question) -> list[str]:
    recognition = question.recognition
    texts = [recognition.document.title, recognition.system]
    for requirement in recognition.requirements:
        texts += [requirement.section, requirement.text, *requirement.items]
    texts += [passed.text for passed in recognition.passed_over]
    texts += [f"{term.name} {term.meaning}" for term in (*recognition.terms, *recognition.roles)]
    return texts


def _clauses(reference: Knowledge, planned: PlannedRequirement) -> list[Advice]:
    if planned.disposition.kind not in _LOOKED_UP:
        return []
    analysed = planned.analysed
    requirement = analysed.requirement
    texts = (requirement.text, *requirement.items, requirement.acceptance_criteria or "")
    cues = tuple(cue for statement in analysed.statements for cue in statement.archetypes)
    permissions = tuple(one for statement in analysed.statements for one in statement.permissions)
    hits = knowledge.search(reference, texts, cues, permissions)
    return [_clause_advice(requirement.uid, hit) for hit in hits if requirement.holds(hit.quote)]


def _clause_advice(uid: str, hit: ClauseHit) -> Advice:
    return Advice(
        agent=AgentName.RESEARCH,
        requirement_uid=uid,
        kind=AdviceKind.CLAUSE,
        text=f"{hit.clause.cited_as}: {hit.clause.title}",
        source=Source(kind=SourceKind.CLAUSE, requirement_uid=uid, ref=hit.clause.id, quote=hit.quote),
        clause_status=hit.clause.status.value,
    )


def _nothing_found(ids: list[str]) -> Advice:
    return Advice(
        agent=AgentName.RESEARCH,
        requirement_uid=None,
        kind=AdviceKind.NOTHING_FOUND,
        text=f"No clause is called for by the words of {', '.join(ids)}",
        source=Source(kind=SourceKind.RULE, ref=NO_CLAUSE.code),
    )


def _out_of_scope(words: str) -> Advice:
    why = f"the document says '{words}'" if words else "the document holds no word of the regulated field"
    return Advice(
        agent=AgentName.RESEARCH,
        requirement_uid=None,
        kind=AdviceKind.NOTHING_FOUND,
        text=f"No regulation clause was looked up: {why}",
        source=Source(kind=SourceKind.RULE, ref=OUT_OF_SCOPE.code),
    )
