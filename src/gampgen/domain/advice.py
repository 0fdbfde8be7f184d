"""What an agent is asked, and what it answers."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value
from gampgen.domain.category import Categorisation
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.trace import Source


class AgentName(StrEnum):
    """The three agents, in the order in which their answers are collected."""

    CONTEXT = "context"
    SME = "sme"
    RESEARCH = "research"


class AdviceKind(StrEnum):
    """What a piece of advice is. `nothing_found`: the agent looked and found nothing, which is said, not hidden."""

    DEFINITION = "definition"
    RELATED_REQUIREMENT = "related_requirement"
    PASSAGE = "passage"
    FAILURE_MODE = "failure_mode"
    CHECK = "check"
    CLAUSE = "clause"
    GAP = "gap"
    NOTHING_FOUND = "nothing_found"


class Advice(Value):
    """One piece of advice on one requirement (`requirement_uid` None: on the document as a whole).

    `text` is the advice in words. `source` says what it rests on: a quote from a document, a clause, a rule.
    `action` and `expected` are given by a check: what to do and what to see. `clause_status` is given by a clause
    ("in_force", "guidance", …) so that nobody cites a draft as binding.
    """

    agent: AgentName
    requirement_uid: str | None
    kind: AdviceKind
    text: str
    source: Source
    action: str = ""
    expected: str = ""
    clause_status: str = ""


class ContextPassage(Value):
    """A passage of a file given with --context: file name, place in words, verbatim text."""

    document: str
    sha256: str
    place: str
    text: str


class Question(Value):
    """What an agent is asked: a chunk of requirements, the whole document, and the context files to look things up."""

    chunk: int
    requirements: tuple[PlannedRequirement, ...]
    recognition: Recognition
    categorisation: Categorisation
    passages: tuple[ContextPassage, ...] = ()


class AgentFailure(Value):
    """Why an agent gave no answer: kind of failure, message, and how often it was tried."""

    kind: str
    message: str
    attempts: int


class AgentAnswer(Value):
    """An agent's answer on one chunk: advice, or the failure. `version` is that of the agent's rules."""

    agent: AgentName
    version: str
    chunk: int
    advice: tuple[Advice, ...] = ()
    failure: AgentFailure | None = None
