"""How many seeded faults the suite would notice.

From each requirement that is tested in the OQ, faulty systems are derived: a limit moved by one step, a comparison
swapped, a condition dropped, a wrong role let in, an effect missing. A fault counts as found only where some test's
inputs, expected verdict or judged number tell the faulty system from the right one. Requirement and tests are read back
from the finished suite, by a reading of its own, so that test design does not mark its own work.

Source of the method: mutation testing (DeMillo, Lipton, Sayward 1978), applied to requirements.
"""

from __future__ import annotations

from gampgen.adequacy.detection import notices
from gampgen.adequacy.faults import condition_faults, effect_faults, limit_faults, role_faults
from gampgen.adequacy.model import models_of
from gampgen.adequacy.roles import role_rules
from gampgen.domain.risk import DispositionKind
from gampgen.domain.suite import Adequacy, OQTestCase, OQTestSuite, SeededFault

__all__ = ["measure"]


def measure(suite: OQTestSuite) -> Adequacy:
    """Seeds faults in every OQ requirement and counts those that the suite would notice.

    Args:
        suite: the finished suite; nothing else is looked at.

    Returns:
        The counts, and each fault that no test would notice.
    """
    seeded, missed = 0, []
    tests_of: dict[str, list[OQTestCase]] = {}
    for test in suite.tests:
        for uid in test.requirement_uids:
            tests_of.setdefault(uid, []).append(test)
    for requirement in suite.requirements:
        if requirement.disposition.kind is not DispositionKind.OQ:
            continue
        tests = tuple(tests_of.get(requirement.uid, ()))
        models = models_of(requirement, tests)
        text = " ".join((requirement.text, *requirement.items))
        faults = [fault for model in models for fault in (*limit_faults(model), *condition_faults(model))]
        faults += [*role_faults(role_rules(text)), *effect_faults(models)]
        for fault in faults:
            seeded += 1
            if not any(notices(fault, test, models, text) for test in tests):
                missed.append(
                    SeededFault(requirement_uid=requirement.uid, operator=fault.operator, description=fault.description)
                )
    return Adequacy(seeded=seeded, found=seeded - len(missed), not_found=tuple(missed))
