"""Agents in their fixed order, each piece of advice sound; unsound advice is a failure, not a footnote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gampgen import agents
from gampgen.agents import UnsoundAdviceError, checked_advice, default_agents
from gampgen.domain.advice import Advice, AdviceKind, AgentName, ContextPassage
from gampgen.domain.trace import Source, SourceKind
from gampgen.knowledge import UnknownClauseError
from gampgen.parsing.statement import read_statement

TEXTS = [
    "Every change of a result shall be recorded in the audit trail with date and time and a reason.",
    "Only an Approver shall be able to release a result.",
    "The excursion alarm shall be raised when the temperature of the freezer is above -15.0 °C for 10 minutes.",
    "The LIMS interface shall send results to the ERP system.",
    "The excursion alarm of the freezer shall be acknowledged.",
]


def asked(ask: Callable[..., Any], **more: object) -> Any:  # noqa: ANN401 - a Question, built by the fixture
    read = {
        number: {
            name: getattr(read_statement(text), name)
            for name in ("archetypes", "permissions", "quantities", "intervals", "causes")
        }
        for number, text in enumerate(TEXTS, start=1)
    }
    return ask(TEXTS, read=read, terms=[("LIMS", "laboratory system")], **more)


def test_the_agents_come_in_their_fixed_order() -> None:
    assert [agent.name for agent in default_agents()] == list(AgentName)
    assert all(agent.version for agent in default_agents())


@pytest.mark.parametrize("agent", default_agents(), ids=lambda agent: agent.name.value)
def test_the_shipped_agents_give_sound_advice_and_the_same_each_time(agent: Any, ask: Callable[..., Any]) -> None:  # noqa: ANN401 - any Agent
    question = asked(ask)
    advice = agent.advise(question).advice
    assert advice
    assert checked_advice(agent, question, advice) == advice
    assert agent.advise(question).advice == advice


@pytest.mark.parametrize("agent", default_agents(), ids=lambda agent: agent.name.value)
def test_advice_on_a_requirement_does_not_depend_on_the_chunk_it_comes_in(
    agent: Any,  # noqa: ANN401 - any Agent
    ask: Callable[..., Any],
) -> None:
    whole = agent.advise(asked(ask)).advice
    for number in range(1, len(TEXTS) + 1):
        alone = agent.advise(asked(ask, chunk=number, only=number)).advice
        uid = f"R-{number}"
        assert [piece for piece in whole if piece.requirement_uid == uid] == [
            piece for piece in alone if piece.requirement_uid == uid
        ]


def test_every_rule_that_advice_names_has_a_manual(ask: Callable[..., Any]) -> None:
    known = {rule.code for rule in agents.RULES}
    assert len(known) == len(agents.RULES)
    for agent in default_agents():
        for piece in agent.advise(asked(ask)).advice:
            assert piece.source.kind is not SourceKind.RULE or piece.source.ref in known


_SOUND = Advice(
    agent=AgentName.CONTEXT,
    requirement_uid="R-1",
    kind=AdviceKind.RELATED_REQUIREMENT,
    text="x",
    source=Source(kind=SourceKind.REQUIREMENT, requirement_uid="R-2", quote="release  a\nresult"),
)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"agent": AgentName.SME}, "signed by"),
        ({"requirement_uid": "R-99"}, "not asked about"),
        ({"kind": AdviceKind.CHECK}, "without an action"),
        ({"source": Source(kind=SourceKind.REQUIREMENT, requirement_uid="R-2", quote="never said")}, "never said"),
        ({"source": Source(kind=SourceKind.REQUIREMENT, requirement_uid="R-2")}, "nothing holds"),
        ({"source": Source(kind=SourceKind.CONTEXT, document="other.md", quote="x")}, "nothing holds"),
    ],
)
def test_unsound_advice_is_a_failure(change: dict[str, object], problem: str, ask: Callable[..., Any]) -> None:
    agent = default_agents()[0]
    question = asked(ask)
    assert checked_advice(agent, question, (_SOUND,)) == (_SOUND,)
    with pytest.raises(UnsoundAdviceError, match=problem):
        checked_advice(agent, question, (_SOUND.model_copy(update=change),))


def test_a_clause_that_does_not_exist_is_a_failure(ask: Callable[..., Any]) -> None:
    wrong = _SOUND.model_copy(update={"source": Source(kind=SourceKind.CLAUSE, ref="P11-99")})
    with pytest.raises(UnknownClauseError):
        checked_advice(default_agents()[0], asked(ask), (wrong,))


def test_a_passage_may_be_quoted_from_its_own_file_only(ask: Callable[..., Any]) -> None:
    passage = ContextPassage(document="sop.md", sha256="0" * 64, place="line 1", text="Doors are closed.")
    question = asked(ask, passages=[passage])
    source = Source(kind=SourceKind.CONTEXT, document="sop.md", quote="Doors are")
    piece = _SOUND.model_copy(update={"source": source, "kind": AdviceKind.PASSAGE})
    assert checked_advice(default_agents()[0], question, (piece,)) == (piece,)
    elsewhere = piece.model_copy(update={"source": source.model_copy(update={"place": "line 2"})})
    with pytest.raises(UnsoundAdviceError, match="nothing holds"):
        checked_advice(default_agents()[0], question, (elsewhere,))
