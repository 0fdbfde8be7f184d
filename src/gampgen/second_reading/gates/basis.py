"""What an answer about one thing is held against."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.domain.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Basis:
    """The requirement, and the texts out of which numbers may come: its own, and what the rules computed from them."""

    requirement: Requirement
    computed: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """What the requirement itself says."""
        stated = self.requirement.acceptance_criteria
        return (self.requirement.text, *self.requirement.items, *((stated,) if stated else ()))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that a number may be taken from."""
        return (*self.own, *self.computed)
