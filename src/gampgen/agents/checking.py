"""Advice is checked before it is used: an agent that quotes what nobody wrote has failed."""

from __future__ import annotations

from gampgen import knowledge
from gampgen.agents.interface import Agent
from gampgen.domain.advice import Advice, AdviceKind, Question, Reply
from gampgen.domain.requirement import Requirement
from gampgen.domain.trace import SourceKind
from gampgen.errors import InternalError
from gampgen.knowledge import Knowledge


class UnsoundAdviceError(InternalError):
    """An agent's advice quotes words that its source does not hold, or names what does not exist."""


def checked_reply(agent: Agent, question: Question, reply: object, reference: Knowledge) -> Reply:
    """The reply, unchanged, once it has been found whole and every piece of it sound.

    Raises:
        UnsoundAdviceError: it is no reply; a requirement asked about is missing, or named as without advice although
            it has some; a piece stands in it twice; or a piece is unsound (see `checked_advice`).
    """
    if not isinstance(reply, Reply):
        raise _unsound(agent, f"it replied with {type(reply).__name__}, which is no reply")
    asked = {one.analysed.requirement.uid for one in question.requirements}
    advised = {piece.requirement_uid for piece in reply.advice} - {None}
    missing = sorted(asked - advised - set(reply.nothing_on))
    if missing:
        raise _unsound(agent, f"it says nothing of {len(missing)} of {len(asked)} requirements", missing[0])
    if len(set(reply.nothing_on)) < len(reply.nothing_on) or not set(reply.nothing_on) <= asked - advised:
        raise _unsound(agent, "it names a requirement as without advice twice, in vain, or without being asked")
    seen: set[str] = set()
    for piece in reply.advice:
        form = piece.model_dump_json()
        if form in seen:
            raise _unsound(agent, f"it gave the same advice twice: {piece.text}", piece.requirement_uid)
        seen.add(form)
    checked_advice(agent, question, reply.advice, reference)
    return reply


def checked_advice(
    agent: Agent, question: Question, advice: tuple[Advice, ...], reference: Knowledge | None = None
) -> tuple[Advice, ...]:
    """The advice, unchanged, once every piece has been found sound.

    Raises:
        UnsoundAdviceError: a piece speaks for another agent, on a requirement that was not asked about, without a
            source, with a quote that its source does not hold, or gives a clause another status than it has.
        UnknownClauseError: it names a clause that the reference does not hold.
    """
    known = reference or knowledge.load()
    asked = {one.analysed.requirement.uid for one in question.requirements}
    by_uid = {one.uid: one for one in question.recognition.requirements}
    for piece in advice:
        problem = _problem(agent, question, asked, by_uid, piece) or _misstated(known, piece)
        if problem:
            raise _unsound(agent, problem, piece.requirement_uid)
    return advice


def _unsound(agent: Agent, problem: str, where: str | None = None) -> UnsoundAdviceError:
    return UnsoundAdviceError(
        f"The {agent.name} agent gave unsound advice: {problem}",
        hint="This is a bug in the agent: report it with the document if you may.",
        where=where,
    )


def _problem(agent: Agent, question: Question, asked: set[str], by_uid: dict[str, Requirement], piece: Advice) -> str:
    """What is wrong with one piece of advice, or ""."""
    if piece.agent != agent.name:
        return f"it is signed by the {piece.agent} agent"
    if piece.requirement_uid is not None and piece.requirement_uid not in asked:
        return "it is on a requirement that was not asked about"
    if piece.kind is AdviceKind.CHECK and not (piece.action and piece.expected):
        return "a check without an action or an expected result"
    return "" if _quote_holds(question, by_uid, piece) else f"nothing holds the words '{piece.source.quote}'"


def _misstated(reference: Knowledge, piece: Advice) -> str:
    """What is wrong with the clause that a piece of advice names, or "". Raises UnknownClauseError."""
    if piece.source.kind is not SourceKind.CLAUSE:
        return ""
    clause = reference.clause(piece.source.ref or "")
    if piece.clause_status == clause.status.value:
        return ""
    return f"{clause.cited_as} has the status {clause.status.value}, not '{piece.clause_status}'"


def _quote_holds(question: Question, by_uid: dict[str, Requirement], piece: Advice) -> bool:
    source = piece.source
    if source.quote is None:
        return source.kind in {SourceKind.CLAUSE, SourceKind.RULE}
    if source.requirement_uid is not None:
        quoted = by_uid.get(source.requirement_uid)
        return quoted is not None and quoted.holds(source.quote)
    wanted = " ".join(source.quote.split())
    return any(wanted in " ".join(text.split()) for text in _texts(question, source.document, source.place))


def _texts(question: Question, document: str | None, place: str | None) -> tuple[str, ...]:
    """The passages of a context file, or what the document itself says outside its requirements."""
    recognition = question.recognition
    if document == recognition.document.file_name:
        own = (*recognition.terms, *recognition.roles)
        return tuple(term.quote for term in own)
    return tuple(
        passage.text for passage in question.passages if passage.document == document and place in (None, passage.place)
    )
