"""How many seeded faults the suite would notice.

From each requirement that is tested in the OQ, faulty systems are derived: a limit moved by one step or taken in
another unit, a comparison swapped, a condition dropped, a wrong role let in, an effect or a field of the audit trail
missing. A fault counts as found only where some test's
inputs, expected verdict or judged number tell the faulty system from the right one. Requirement and tests are read back
from the finished suite, by a reading of its own, so that test design does not mark its own work.

Source of the method: mutation testing (DeMillo, Lipton, Sayward 1978), applied to requirements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gampgen.adequacy.audit_fields import audit_faults
from gampgen.adequacy.detection import notices
from gampgen.adequacy.faults import (
    Fault,
    condition_faults,
    effect_faults,
    joining_faults,
    limit_faults,
    right_faults,
    role_faults,
)
from gampgen.adequacy.model import Model, models_of
from gampgen.adequacy.numbers import unseen_numbers
from gampgen.adequacy.parts import order_faults, part_faults
from gampgen.adequacy.roles import role_rules
from gampgen.adequacy.units import unit_faults
from gampgen.adequacy.verdict import RULES, objections
from gampgen.domain.risk import DispositionKind
from gampgen.domain.suite import Adequacy, KillRate, OQTestCase, OQTestSuite, SeededFault, SuiteRequirement

__all__ = ["RULES", "measure", "objections"]


class _Seeded(NamedTuple):
    """A seeded fault with the test that notices it, None where none does."""

    requirement: SuiteRequirement
    fault: Fault
    noticed_by: OQTestCase | None
    technique: str


def measure(suite: OQTestSuite) -> Adequacy:
    """Seeds faults in every OQ requirement and counts those that the suite would notice.

    Args:
        suite: the finished suite; nothing else is looked at.

    Returns:
        The counts, each fault that no test would notice, and each number that no test gives back.
    """
    tests_of: dict[str, list[OQTestCase]] = {}
    for test in suite.tests:
        for uid in test.requirement_uids:
            tests_of.setdefault(uid, []).append(test)
    wanted = [one for one in suite.requirements if one.disposition.kind is DispositionKind.OQ]
    seeded = [one for asked in wanted for one in _seeded(asked, tuple(tests_of.get(asked.uid, ())))]
    stated, unseen = unseen_numbers(tuple(wanted), {uid: tuple(tests) for uid, tests in tests_of.items()})
    missed = tuple(
        SeededFault(requirement_uid=one.requirement.uid, operator=one.fault.operator, description=one.fault.description)
        for one in seeded if one.noticed_by is None
    )  # fmt: skip
    return Adequacy(
        seeded=len(seeded), found=len(seeded) - len(missed), not_found=missed,
        by_operator=_rates((one.fault.operator, one) for one in seeded),
        by_priority=_rates((one.requirement.risk.priority.value, one) for one in seeded),
        by_technique=_rates((one.technique, one) for one in seeded),
        numbers=stated, numbers_seen=stated - len(unseen), numbers_unseen=unseen,
    )  # fmt: skip


def _seeded(requirement: SuiteRequirement, tests: tuple[OQTestCase, ...]) -> Iterator[_Seeded]:
    models = models_of(requirement, tests)
    text = " ".join((requirement.text, *requirement.items))
    for fault in right_faults(requirement.rights) if requirement.rights else _faults(requirement, models, text):
        by = next((test for test in tests if notices(fault, test, models, text)), None)
        first = by or (tests[0] if tests else None)
        yield _Seeded(requirement, fault, by, first.technique.value if first else "none")


def _faults(requirement: SuiteRequirement, models: tuple[Model, ...], text: str) -> list[Fault]:
    """The faults of a requirement in sentences; one that points to rows of a matrix has its faults there."""
    faults: list[Fault] = []
    references = (one for one in (requirement.matrix, requirement.limits) if one is not None)
    if not requirement.readings and any(one.row_uids for one in references):
        return faults
    for model in models:
        faults += [*limit_faults(model), *unit_faults(model), *condition_faults(model), *joining_faults(model)]
    faults += [*role_faults(role_rules(text)), *effect_faults(models)]
    fields = tuple(audit_faults(requirement))
    parts = [] if requirement.readings else [one for one in part_faults(requirement) if not (fields and one.is_field)]
    faults += [*fields, *parts, *order_faults(text)]
    return faults


def _rates(named: Iterator[tuple[str, _Seeded]]) -> tuple[KillRate, ...]:
    counts: dict[str, list[int]] = {}
    for name, one in named:
        count = counts.setdefault(name, [0, 0])
        count[0] += 1
        count[1] += one.noticed_by is not None
    return tuple(KillRate(name=name, seeded=count[0], found=count[1]) for name, count in sorted(counts.items()))
