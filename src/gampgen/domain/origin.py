"""Who wrote something."""

from __future__ import annotations

from enum import StrEnum


class Origin(StrEnum):
    """Who wrote a test, a step or a hint: the rules, a language model, a person."""

    RULES = "rules"
    LLM = "llm"
    PERSON = "person"
