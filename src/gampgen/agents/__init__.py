"""The agents: context, subject matter, research, and further ones. Question in, advice with its sources out."""

from gampgen.agents import context, findings, research
from gampgen.agents.checking import UnsoundAdviceError, checked_advice, checked_reply
from gampgen.agents.findings import GAP, findings_on
from gampgen.agents.interface import Agent, replied
from gampgen.agents.registry import AgentOrigin, agent_origins, consulted_agents, default_agents
from gampgen.agents.specialities import speciality_rules

RULES = (*context.RULES, *speciality_rules(), *research.RULES, *findings.RULES)

__all__ = [
    "GAP",
    "RULES",
    "Agent",
    "AgentOrigin",
    "UnsoundAdviceError",
    "agent_origins",
    "checked_advice",
    "checked_reply",
    "consulted_agents",
    "default_agents",
    "findings_on",
    "replied",
]
