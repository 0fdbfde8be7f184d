"""What a subject-matter expert checks for each kind of requirement: shipped as data, one check per line."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from string import Formatter

from gampgen.domain.advice import AdviceKind
from gampgen.domain.base import Value
from gampgen.domain.finding import Rule
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype

_RANK = {Level.LOW: 0, Level.MEDIUM: 1, Level.HIGH: 2}


class Speciality(Value):
    """One check or failure mode for a kind of requirement.

    `priority` is the lowest risk priority at which it is advised. `needs`: one of these phrases must stand in the
    requirement; `unless`: none of these may. `text`, `action`, `expected` hold slots in braces for the requirement's
    own words (see `slots_of`); what cannot fill its slots is not advised. `source` says where the check comes from.
    """

    code: str
    archetype: Archetype
    priority: Level
    kind: AdviceKind
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    text: str
    action: str
    expected: str
    source: str

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots in its wording."""
        return frozenset(
            name
            for wording in (self.text, self.action, self.expected)
            for _, name, _, _ in Formatter().parse(wording)
            if name
        )

    def due_at(self, priority: Level) -> bool:
        """Whether it is advised for a requirement of this risk priority."""
        return _RANK[priority] >= _RANK[self.priority]


@lru_cache(maxsize=1)
def specialities() -> tuple[Speciality, ...]:
    """All checks and failure modes, in the order in which they are advised."""
    text = (resources.files("gampgen.agents") / "data" / "specialities.jsonl").read_text(encoding="utf-8")
    return tuple(Speciality.model_validate_json(line) for line in text.splitlines() if line)


@lru_cache(maxsize=1)
def speciality_rules() -> tuple[Rule, ...]:
    """Each check and failure mode as a rule that `gampgen explain CODE` can print."""
    return tuple(_rule(one) for one in specialities())


def _rule(one: Speciality) -> Rule:
    parts = [
        f"Kind of requirement: {one.archetype.value}; advised from risk priority {one.priority.value}.",
        f"Failure mode: {one.text}." if one.kind is AdviceKind.FAILURE_MODE else f"Check: {one.text}.",
        f"Do: {one.action} See: {one.expected}" if one.action else "",
        f"Only where the requirement says one of: {', '.join(one.needs)}." if one.needs else "",
        f"Not where it says one of: {', '.join(one.unless)}." if one.unless else "",
    ]
    return Rule(code=one.code, name=one.text, manual=" ".join(part for part in parts if part), source=one.source)
