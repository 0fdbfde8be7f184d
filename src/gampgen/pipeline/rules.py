"""Every rule that a finding or a step can name, by its code."""

from __future__ import annotations

from gampgen import adequacy, agents, categorisation, drafting, planning, quality, techniques
from gampgen.domain.finding import Rule
from gampgen.parsing import recognition
from gampgen.pipeline import acceptance
from gampgen.readers import rules as reading
from gampgen.second_reading import findings as second_reading


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the house's rooms."""
    rooms = (
        reading,
        recognition,
        quality,
        categorisation,
        planning,
        techniques,
        drafting,
        adequacy,
        agents,
        second_reading,
        acceptance,
    )
    return tuple(rule for room in rooms for rule in room.RULES)


def rule_of(code: str) -> Rule | None:
    """The rule with this code, or None."""
    return next((rule for rule in all_rules() if rule.code == code), None)
