"""What an agent is asked, and what it answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.category import Categorisation
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.trace import Source


class AgentName(StrEnum):
    """The three shipped agents, in the order in which their answers are collected."""

    CONTEXT = "context"
    SME = "sme"
    RESEARCH = "research"


# A further agent, which a package brings along, has a name of its own in the same form; its answers are collected after
# those of the shipped ones. A shipped name always becomes the member of the enumeration.
FurtherAgentName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
AgentId = Annotated[AgentName | FurtherAgentName, Field(union_mode="left_to_right")]


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


class Advice(LargeValue):
    """One piece of advice on one requirement (`requirement_uid` None: on the document as a whole).

    `text` is the advice in words. `source` says what it rests on: a quote from a document, a clause, a rule.
    `action` and `expected` are given by a check: what to do and what to see. `clause_status` is given by a clause
    ("in_force", "guidance", …) so that nobody cites a draft as binding.
    """

    agent: AgentId
    requirement_uid: str | None
    kind: AdviceKind
    text: str
    source: Source
    action: str = ""
    expected: str = ""
    clause_status: str = ""


class ContextFile(Value):
    """A file given with --context: its name below the folder, digest (hexadecimal), and how many passages it holds.

    `version` is the version that the file states for itself, as written, or "".
    """

    name: str
    sha256: str
    version: str = ""
    passages: int


class ContextPassage(LargeValue):
    """A passage of a file given with --context: file name, place in words, verbatim text, and the file's version."""

    document: str
    sha256: str
    place: str
    text: str
    version: str = ""


class Question(LargeValue):
    """What an agent is asked: a chunk of requirements, the whole document, and the context files to look things up."""

    chunk: int
    requirements: tuple[PlannedRequirement, ...]
    recognition: Recognition
    categorisation: Categorisation
    passages: tuple[ContextPassage, ...] = ()


class Reply(Value):
    """What an agent says to a question: its advice, and the uids of the requirements on which it has none.

    Each requirement asked about stands in one of the two. An answer that was cut short, or says nothing at all, can
    so be told from one that found nothing.
    """

    advice: tuple[Advice, ...] = ()
    nothing_on: tuple[str, ...] = ()


class AgentFailure(Value):
    """Why an agent gave no answer: kind of failure, message, and how often it was tried."""

    kind: str
    message: str
    attempts: int


class AgentAnswer(LargeValue):
    """An agent's answer on one chunk: its reply, or the failure. `version` is that of the agent's rules.

    `correlation_id` names the question in the audit ("sme/2": the agent's second question), `attempts` says how often
    it was put.
    """

    agent: AgentId
    version: str
    chunk: int
    advice: tuple[Advice, ...] = ()
    nothing_on: tuple[str, ...] = ()
    failure: AgentFailure | None = None
    correlation_id: str = ""
    attempts: int = 1
