"""The three agents: context, subject matter, research. Question in, advice with its sources out."""

from gampgen.agents import research
from gampgen.agents.checking import UnsoundAdviceError, checked_advice
from gampgen.agents.interface import Agent
from gampgen.agents.registry import default_agents
from gampgen.agents.specialities import speciality_rules

RULES = (*speciality_rules(), *research.RULES)

__all__ = ["RULES", "Agent", "UnsoundAdviceError", "checked_advice", "default_agents"]
