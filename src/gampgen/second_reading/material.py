"""What the model may be shown something of: the rules' whole result. What is sent is chosen by each task."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from gampgen.domain.category import Categorisation
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import OQTestCase
from gampgen.second_reading.gates.basis import Basis


@dataclass(frozen=True)
class Material:
    """Requirements as planned, the tests that the rules wrote, their findings, and the proposed category."""

    planned: tuple[PlannedRequirement, ...]
    tests: tuple[OQTestCase, ...]
    findings: tuple[Finding, ...]
    categorisation: Categorisation

    @cached_property
    def requirements(self) -> dict[str, Requirement]:
        """The requirements by uid, in the document's order."""
        return {one.analysed.requirement.uid: one.analysed.requirement for one in self.planned}

    @cached_property
    def tests_of(self) -> dict[str, tuple[OQTestCase, ...]]:
        """The tests of each requirement that has some."""
        found: dict[str, list[OQTestCase]] = {}
        for test in self.tests:
            for uid in test.requirement_uids:
                found.setdefault(uid, []).append(test)
        return {uid: tuple(tests) for uid, tests in found.items()}

    def basis(self, uid: str) -> Basis:
        """What answers on a requirement are held against: its words, and the values that its tests use."""
        computed = tuple(
            f"{value.value} {value.unit or ''}".strip()
            for test in self.tests_of.get(uid, ())
            for value in test.inputs
            if isinstance(value.value, str)
        )
        return Basis(requirement=self.requirements[uid], computed=tuple(dict.fromkeys(computed)))
