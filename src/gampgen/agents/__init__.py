"""The agents: context, subject matter, research, and further ones. Question in, advice with its sources out."""

from gampgen.agents import research
from gampgen.agents.breaker import CircuitBreaker, CircuitOpenError
from gampgen.agents.checking import UnsoundAdviceError, checked_advice, checked_reply
from gampgen.agents.interface import Agent, replied
from gampgen.agents.registry import AgentOrigin, agent_origins, consulted_agents, default_agents
from gampgen.agents.specialities import speciality_rules

RULES = (*speciality_rules(), *research.RULES)

__all__ = [
    "RULES",
    "Agent",
    "AgentOrigin",
    "CircuitBreaker",
    "CircuitOpenError",
    "UnsoundAdviceError",
    "agent_origins",
    "checked_advice",
    "checked_reply",
    "consulted_agents",
    "default_agents",
    "replied",
]
