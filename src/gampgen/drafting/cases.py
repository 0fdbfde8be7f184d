"""From wording to test cases: identity, sources, priority, effort. Every quote is checked here."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from gampgen.domain.coverage import (
    Checklist,
    CombinationCase,
    ConditionCase,
    CoverageItem,
    InputCase,
    LatchCase,
    PathCase,
    RightsCase,
    RoleCase,
    ServiceCase,
    StateCase,
)
from gampgen.domain.origin import Origin
from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import Level, PlannedRequirement
from gampgen.domain.suite import OQTestCase, ProcedureStep
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting import (
    scripts_access,
    scripts_counts,
    scripts_data,
    scripts_kinds,
    scripts_outage,
    scripts_people,
    scripts_records,
    scripts_times,
)
from gampgen.drafting.combinations import word_combinations
from gampgen.drafting.conditions import word_condition
from gampgen.drafting.input_limits import word_input
from gampgen.drafting.latches import word_latch
from gampgen.drafting.matrix_rights import word_rights
from gampgen.drafting.order import word_state
from gampgen.drafting.paths import word_path
from gampgen.drafting.restoring import restoring
from gampgen.drafting.roles import word_role
from gampgen.drafting.scenarios import word_scenario
from gampgen.drafting.scripts import word_script
from gampgen.drafting.segregation import word_segregation
from gampgen.drafting.sequences import word_sequence
from gampgen.drafting.service_limits import word_service
from gampgen.drafting.wording import Step, Wording
from gampgen.errors import InternalError

SCRIPTS = (
    scripts_records.SCRIPTS
    | scripts_access.SCRIPTS
    | scripts_counts.SCRIPTS
    | scripts_data.SCRIPTS
    | scripts_people.SCRIPTS
    | scripts_times.SCRIPTS
    | scripts_kinds.SCRIPTS
    | scripts_outage.SCRIPTS
)
MINUTES_PER_STEP = 2
MINUTES_PER_PRECONDITION = 1
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9._-]+")
_LIMITED = frozenset({"BVA", "DT", "TIME", "LOCK"})


def word(item: CoverageItem) -> Wording:
    """The words of the test of a coverage item."""
    match item.part:
        case ConditionCase() as part:
            worded = word_condition(item, part)
        case InputCase() as part:
            worded = word_input(item, part)
        case ServiceCase() as part:
            worded = word_service(item, part)
        case RightsCase() | RoleCase() as part:
            worded = word_rights(item, part) if isinstance(part, RightsCase) else word_role(item, part)
        case StateCase() as part:
            worded = word_state(item, part)
        case LatchCase() as part:
            worded = word_latch(item, part)
        case PathCase() as part:
            worded = word_path(item, part)
        case CombinationCase() as part:
            worded = word_combinations(item, part)
        case Checklist() as part:
            worded = _word_checklist(item, part)
    return worded


def _word_checklist(item: CoverageItem, part: Checklist) -> Wording:
    if item.rule in {"SEQ", "SOD"}:
        return word_sequence(item, part) if item.rule == "SEQ" else word_segregation(item, part)
    script = SCRIPTS.get((item.rule, part.aspect))
    return word_script(item, part, script) if script else word_scenario(item, part)


def case_of(item: CoverageItem, planned: PlannedRequirement, wording: Wording) -> OQTestCase:
    """A test case of a worded item."""
    requirement = planned.analysed.requirement
    every = (*wording.steps, *restoring(item))
    steps = tuple(_step(number, step, item, requirement) for number, step in enumerate(every, start=1))
    return OQTestCase(
        id=identity(item),
        title=f"{wording.title} ({requirement.uid})",
        objective=wording.objective,
        requirement_uids=(requirement.uid,),
        technique=item.technique,
        polarity=item.polarity,
        priority=item.priority,
        scripted=item.priority is not Level.LOW or item.rule in _LIMITED,
        preconditions=wording.preconditions,
        inputs=wording.inputs,
        steps=steps,
        acceptance_criterion=wording.criterion,
        regulation_refs=(),
        rationale=wording.rationale,
        origin=Origin.RULES,
        estimated_minutes=effort(wording, len(steps)),
    )


def effort(wording: Wording, steps: int) -> int:
    """Minutes that a test takes: two per step, one per precondition, and the waits that its durations demand."""
    return MINUTES_PER_STEP * steps + MINUTES_PER_PRECONDITION * len(wording.preconditions) + wording.waits


def identity(item: CoverageItem) -> str:
    """A test's id: what it covers, and nothing of its place in the suite.

    A uid that had to be rewritten carries a digest, so that two uids never give one id.
    """
    return id_of(item.requirement_uid, item.aspect)


def id_of(uid: str, aspect: str) -> str:
    """The id of the test of one aspect of a requirement."""
    spoken = _NOT_IN_AN_ID.sub("-", uid).strip("-")
    if spoken != uid:
        spoken += "-" + hashlib.sha256(uid.encode()).hexdigest()[:6]
    return f"OQ-{spoken}-{aspect}"


def _step(number: int, step: Step, item: CoverageItem, requirement: Requirement) -> ProcedureStep:
    if step.quote and any(step.quote in one for one in requirement.readings) and not requirement.holds(step.quote):
        step = replace(step, quote=requirement.text)  # the words of a row of limits are its cells
    if step.quote and not requirement.holds(step.quote):
        raise InternalError(
            f"A test step quotes words that {requirement.id} does not hold: {step.quote!r}",
            hint="This is a bug in gampgen; please report it with the requirement.",
            where=item.aspect,
        )
    kind, ref = (SourceKind.REQUIREMENT, None) if step.quote else (SourceKind.RULE, step.rule or item.rule)
    stated = requirement.acceptance_criteria
    if step.quote and stated and not _in_text(requirement, step.quote):
        kind = SourceKind.ACCEPTANCE_CRITERIA
    source = Source(kind=kind, requirement_uid=requirement.uid, ref=ref, quote=step.quote or None)
    return ProcedureStep(
        number=number, action=step.action, expected_result=step.expected, evidence=step.evidence, source=source
    )


def _in_text(requirement: Requirement, quote: str) -> bool:
    wanted = " ".join(quote.split())
    return any(wanted in " ".join(part.split()) for part in (requirement.text, *requirement.items))
