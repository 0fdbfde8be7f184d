"""The agents that a run consults."""

from __future__ import annotations

from gampgen.agents.context import ContextAgent
from gampgen.agents.interface import Agent
from gampgen.agents.research import ResearchAgent
from gampgen.agents.sme import SmeAgent


def default_agents() -> tuple[Agent, ...]:
    """Context, subject matter, research: always in this order."""
    return (ContextAgent(), SmeAgent(), ResearchAgent())
