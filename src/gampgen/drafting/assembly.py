"""Everything that a run found, put together as one suite; its promises are checked in code before anybody sees it."""

from __future__ import annotations

from collections import Counter

from gampgen import knowledge
from gampgen.domain.advice import AgentAnswer
from gampgen.domain.base import Value
from gampgen.domain.category import Categorisation
from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.domain.second_reading import SecondReading
from gampgen.domain.suite import (
    SCHEMA_VERSION,
    AgentRecord,
    Citation,
    Generator,
    LedgerEntry,
    OQTestCase,
    OQTestSuite,
    SuiteRequirement,
)
from gampgen.domain.trace import SourceKind, TraceEntry
from gampgen.drafting.draft import Draft
from gampgen.drafting.economy import execution, lint
from gampgen.drafting.marks import unfilled
from gampgen.drafting.permission_matrix import objections, permission_matrix
from gampgen.errors import InternalError
from gampgen.knowledge import Knowledge

UNCOVERED = Rule(
    code="TRC1",
    name="OQ requirement without a test",
    manual=(
        "The requirement is to be verified in OQ, and no technique derived a test from it. The trace matrix shows it. "
        "Write a test by hand, or reword the requirement so that it names a behaviour that can be observed."
    ),
    source="oq_conventions checklist, point 1",
)
AGENT_MISSING = Rule(
    code="AGT1",
    name="An agent gave no answer",
    manual=(
        "The agent failed and the run was allowed to go on without it (--allow-partial). What it would have added is "
        "missing from the suite. Run again without --allow-partial before the protocol is approved."
    ),
    source="gampgen",
)


class SuiteParts(Value):
    """What the steps of the workflow hand over for the suite."""

    generator: Generator
    recognition: Recognition
    categorisation: Categorisation
    planned: tuple[PlannedRequirement, ...]
    ledger: tuple[LedgerEntry, ...]
    answers: tuple[AgentAnswer, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    second_reading: SecondReading | None = None


def assemble(parts: SuiteParts, reference: Knowledge | None = None) -> OQTestSuite:
    """The suite, with its trace matrix; adequacy is measured on it afterwards.

    Args:
        parts: what the steps found.
        reference: where the cited clauses are looked up; by default the shipped reference.

    Raises:
        InternalError: a promise is broken: a repeated id, a test of an unknown requirement, a requirement lost.
    """
    _check(parts)
    trace = _trace(parts)
    agents = _agent_records(parts.answers)
    matrix = permission_matrix(parts.planned, tuple(role.name for role in parts.recognition.roles))
    findings = (*parts.findings, *_uncovered(parts, trace), *_missing_agents(agents), *lint(parts.draft.tests))
    findings += objections(matrix)
    return OQTestSuite(
        schema_version=SCHEMA_VERSION,
        generator=parts.generator,
        document=parts.recognition.document,
        system=parts.recognition.system,
        complete=all(agent.answered for agent in agents),
        categorisation=parts.categorisation,
        requirements=_requirements(parts.planned, findings),
        tests=parts.draft.tests,
        ledger=parts.ledger,
        traceability=trace,
        findings=_in_order(findings, parts.planned),
        adequacy=None,
        execution=execution(parts.draft.tests),
        permissions=matrix,
        agents=agents,
        advice=parts.draft.advice,
        citations=_citations(parts.draft.tests, reference or knowledge.load()),
        terms=parts.recognition.terms,
        roles=parts.recognition.roles,
        passed_over=parts.recognition.passed_over,
        second_reading=parts.second_reading,
    )


def with_findings(suite: OQTestSuite, further: tuple[Finding, ...]) -> OQTestSuite:
    """The suite with further findings, in their order, and their codes at the requirements concerned."""
    if not further:
        return suite
    codes: dict[str, tuple[str, ...]] = {}
    for one in further:
        if one.requirement_uid is not None:
            codes[one.requirement_uid] = (*codes.get(one.requirement_uid, ()), one.code)
    told = tuple(
        one.model_copy(update={"findings": tuple(dict.fromkeys((*one.findings, *codes[one.uid])))})
        if one.uid in codes
        else one
        for one in suite.requirements
    )
    place = {one.uid: number for number, one in enumerate(told, start=1)}
    every = sorted((*suite.findings, *further), key=lambda one: (place.get(one.requirement_uid or "", 0), one.code))
    return suite.model_copy(update={"requirements": told, "findings": tuple(every)})


def _check(parts: SuiteParts) -> None:
    recognised = [one.uid for one in parts.recognition.requirements]
    planned = [one.analysed.requirement.uid for one in parts.planned]
    booked = [uid for entry in parts.ledger for uid in entry.requirement_uids]
    ids = [test.id for test in parts.draft.tests]
    known = set(planned)
    promises = (
        ("a requirement was lost or doubled on the way", recognised == planned),
        ("two requirements share a uid", len(known) == len(planned)),
        ("the ledger of dispositions does not close", Counter(booked) == Counter(planned)),
        ("two tests share an id", len(set(ids)) == len(ids)),
        ("two tests share a title", len({test.title for test in parts.draft.tests}) == len(ids)),
        (
            "a test names no requirement, or one that does not exist",
            all(test.requirement_uids and known >= set(test.requirement_uids) for test in parts.draft.tests),
        ),
        (
            "a mark in a text was left unfilled",
            not unfilled(parts.draft.tests, tuple(one.analysed.requirement for one in parts.planned)),
        ),
        ("a test has no step", all(test.steps for test in parts.draft.tests)),
        ("a step quotes words that its requirement does not hold", _quotes_hold(parts)),
    )
    for words, kept in promises:
        if not kept:
            raise InternalError(
                f"The suite breaks a promise: {words}", hint="Please report this with the document if you may"
            )


def _quotes_hold(parts: SuiteParts) -> bool:
    by_uid = {one.analysed.requirement.uid: one.analysed.requirement for one in parts.planned}
    own = (SourceKind.REQUIREMENT, SourceKind.ACCEPTANCE_CRITERIA)
    sources = (step.source for test in parts.draft.tests for step in test.steps)
    return all(
        source.requirement_uid in by_uid and by_uid[source.requirement_uid].holds(source.quote or "")
        for source in sources
        if source.kind in own
    )


def _trace(parts: SuiteParts) -> tuple[TraceEntry, ...]:
    tests: dict[str, list[str]] = {}
    for test in parts.draft.tests:
        for uid in test.requirement_uids:
            tests.setdefault(uid, []).append(test.id)
    return tuple(
        TraceEntry(
            requirement_uid=one.analysed.requirement.uid,
            requirement_id=one.analysed.requirement.id,
            test_ids=tuple(tests.get(one.analysed.requirement.uid, ())),
            reason=None if one.analysed.requirement.uid in tests else _why_no_test(one),
        )
        for one in parts.planned
    )


def _why_no_test(one: PlannedRequirement) -> str:
    if one.disposition.kind is DispositionKind.OQ:
        return "No test could be derived: see the finding TRC1"
    return one.disposition.reason


def _uncovered(parts: SuiteParts, trace: tuple[TraceEntry, ...]) -> tuple[Finding, ...]:
    without = {entry.requirement_uid for entry in trace if not entry.test_ids}
    return tuple(
        Finding(
            code=UNCOVERED.code,
            severity=FindingSeverity.ERROR,
            requirement_uid=one.analysed.requirement.uid,
            message=f"{one.analysed.requirement.id} is to be verified in OQ and has no test",
            hint="Write a test by hand, or reword the requirement so that it names a behaviour that can be observed",
        )
        for one in parts.planned
        if one.disposition.kind is DispositionKind.OQ and one.analysed.requirement.uid in without
    )


def _agent_records(answers: tuple[AgentAnswer, ...]) -> tuple[AgentRecord, ...]:
    by_name: dict[str, list[AgentAnswer]] = {}
    for answer in answers:
        by_name.setdefault(answer.agent, []).append(answer)
    return tuple(
        AgentRecord(
            name=name,
            version=own[0].version,
            answered=all(answer.failure is None for answer in own),
            advice_count=sum(len(answer.advice) for answer in own),
            nothing_on_count=sum(len(answer.nothing_on) for answer in own),
            failures=tuple(answer.failure for answer in own if answer.failure is not None),
        )
        for name, own in by_name.items()
    )


def _missing_agents(agents: tuple[AgentRecord, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code=AGENT_MISSING.code,
            severity=FindingSeverity.ERROR,
            message=f"The {agent.name} agent is missing from this suite: {agent.failures[0].message}",
            hint="Run again without --allow-partial before the protocol is approved",
        )
        for agent in agents
        if not agent.answered
    )


def _requirements(
    planned: tuple[PlannedRequirement, ...], findings: tuple[Finding, ...]
) -> tuple[SuiteRequirement, ...]:
    codes: dict[str, list[str]] = {}
    for finding in findings:
        if finding.requirement_uid is not None:
            codes.setdefault(finding.requirement_uid, []).append(finding.code)
    return tuple(_requirement(one, codes.get(one.analysed.requirement.uid, [])) for one in planned)


def _requirement(one: PlannedRequirement, codes: list[str]) -> SuiteRequirement:
    statements = one.analysed.statements
    cues = (cue.archetype for statement in statements for cue in statement.archetypes)
    return SuiteRequirement(
        **dict(one.analysed.requirement),
        modality=one.analysed.statement.modality,
        ears=one.analysed.statement.ears,
        archetypes=tuple(dict.fromkeys(cues)),
        quantities=tuple(quantity for statement in statements for quantity in statement.quantities),
        intervals=tuple(interval for statement in statements for interval in statement.intervals),
        risk=one.risk,
        gxp_impact=one.gxp_impact,
        disposition=one.disposition,
        findings=tuple(dict.fromkeys(codes)),
    )


def _in_order(findings: tuple[Finding, ...], planned: tuple[PlannedRequirement, ...]) -> tuple[Finding, ...]:
    """Document-wide findings first, then in the document's order of requirements; one rule's findings stay together."""
    place = {one.analysed.requirement.uid: number for number, one in enumerate(planned, start=1)}
    return tuple(sorted(findings, key=lambda one: (place.get(one.requirement_uid or "", 0), one.code)))


def _citations(tests: tuple[OQTestCase, ...], reference: Knowledge) -> tuple[Citation, ...]:
    cited = dict.fromkeys(ref for test in tests for ref in test.regulation_refs)
    return tuple(reference.citation(ref) for ref in sorted(cited))
