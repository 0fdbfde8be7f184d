"""The agents that a run consults: the three shipped ones, and those that installed packages bring along.

A package adds an agent with an entry point in the group `gampgen.agents`, whose object is called without arguments and
gives the agent; its name is the agent's:

    [project.entry-points."gampgen.agents"]
    labelling = "acme_agents.labelling:LabellingAgent"
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

from pydantic import TypeAdapter, ValidationError

from gampgen.agents.context import ContextAgent
from gampgen.agents.interface import Agent
from gampgen.agents.research import ResearchAgent
from gampgen.agents.sme import SmeAgent
from gampgen.domain.advice import AgentName, FurtherAgentName
from gampgen.domain.base import Value
from gampgen.errors import UsageError
from gampgen.knowledge import Knowledge

GROUP = "gampgen.agents"
_NAME: TypeAdapter[str] = TypeAdapter(FurtherAgentName)


class AgentRegistrationError(UsageError):
    """An installed package offers an agent that cannot take part."""


class AgentOrigin(Value):
    """A further agent, its version, and the package that brought it along; for the record of a run.

    `package_sha256` (hexadecimal) is the digest of the package's list of installed files, which names theirs.
    """

    name: str
    version: str
    package: str
    package_version: str
    package_sha256: str


def default_agents(reference: Knowledge | None = None) -> tuple[Agent, ...]:
    """The shipped ones: context, subject matter, research, always in this order; without a reference, the shipped."""
    return (ContextAgent(), SmeAgent(), ResearchAgent(reference))


def consulted_agents(reference: Knowledge | None = None) -> tuple[Agent, ...]:
    """The shipped agents, then the further ones in the order of their names.

    Raises:
        AgentRegistrationError: a further agent cannot be made, or is none. It is never left out in silence.
    """
    return (*default_agents(reference), *(agent for agent, _ in further_agents(entry_points(group=GROUP))))


def agent_origins() -> tuple[AgentOrigin, ...]:
    """Where the further agents come from. Raises AgentRegistrationError."""
    return tuple(origin for _, origin in further_agents(entry_points(group=GROUP)))


def further_agents(offered: Iterable[EntryPoint]) -> tuple[tuple[Agent, AgentOrigin], ...]:
    """The agents that packages offer, in the order of their names. Raises AgentRegistrationError."""
    made: dict[str, tuple[Agent, AgentOrigin]] = {}
    for point in sorted(offered, key=lambda point: (point.name, point.value)):
        if point.name in set(AgentName) or point.name in made:
            raise _refused(point, "its name is taken")
        made[point.name] = _made(point)
    return tuple(made.values())


def _made(point: EntryPoint) -> tuple[Agent, AgentOrigin]:
    try:
        agent = point.load()()
    except Exception as error:  # a foreign package can raise anything; the run ends and says so
        raise _refused(point, f"{type(error).__name__}: {error}") from error
    try:
        name = _NAME.validate_python(agent.name)
        version, outside, advises = agent.version, agent.calls_outside, callable(agent.advise)
    except (AttributeError, ValidationError) as error:
        raise _refused(point, f"it is no agent: {error}") from error
    if name != point.name or not isinstance(version, str) or not isinstance(outside, bool) or not advises:
        raise _refused(point, "its name is not that of the entry point, or it is no agent")
    package = point.dist
    origin = AgentOrigin(
        name=name,
        version=version,
        package=package.name if package else "",
        package_version=package.version if package else "",
        package_sha256=hashlib.sha256(((package.read_text("RECORD") if package else "") or "").encode()).hexdigest(),
    )
    return agent, origin


def _refused(point: EntryPoint, problem: str) -> AgentRegistrationError:
    return AgentRegistrationError(
        f"The further agent {point.name!r} cannot take part: {problem}",
        hint="Mend or remove the package that brings it along",
        where=point.value,
    )
