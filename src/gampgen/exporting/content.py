"""The suite as test management programs see it: tests with steps, in plain text, joined up by printed ids."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gampgen.domain.suite import InputValue, OQTestCase, OQTestSuite, SuiteRequirement
from gampgen.domain.visible import bare_blanks, visible


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `data` is the test's data on its first step; `expected` is "" where there is nothing to judge."""

    number: str
    name: str
    action: str
    data: str
    expected: str
    evidence: str
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """One test. `name` is id and title in one line; `description` says in one text what has no field elsewhere.

    `labels` are the requirement ids without white space, as tags need them.
    """

    id: str
    name: str
    title: str
    objective: str
    description: str
    section: str
    priority: str
    technique: str
    kind: str
    preconditions: str
    data: str
    criterion: str
    requirements: tuple[str, ...]
    labels: tuple[str, ...]
    clauses: tuple[str, ...]
    rationale: str
    origin: str
    minutes: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """One requirement. `text` is its lines verbatim; `reason` says why no test covers it, or "".

    `stamp` changes with the requirement.
    """

    id: str
    uid: str
    text: str
    section: str
    priority: str
    disposition: str
    tests: tuple[str, ...]
    reason: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Run:
    """The run that an export comes from: system, document, digest of the suite, and when the run ended (ISO 8601)."""

    system: str
    document: str
    document_sha256: str
    suite_sha256: str
    finished: str
    generator: str


@dataclass(frozen=True, slots=True)
class ExportSuite:
    """Everything that an export can hold."""

    run: Run
    cases: tuple[Case, ...]
    requirements: tuple[RequirementLine, ...]


def export_suite(suite: OQTestSuite, suite_sha256: str, finished: str) -> ExportSuite:
    """The suite for exporters.

    Args:
        suite: the whole result.
        suite_sha256: digest (hexadecimal) of its `suite.json`.
        finished: when its run ended, as the audit record says.
    """
    repeated = {name for name, count in Counter(one.id for one in suite.requirements).items() if count > 1}
    ids = {one.uid: one.uid if one.id in repeated or not one.id else one.id for one in suite.requirements}
    clauses = {citation.ref: citation.clause for citation in suite.citations}
    by_uid = {one.uid: one for one in suite.requirements}
    run = Run(
        system=visible(suite.system),
        document=visible(suite.document.file_name),
        document_sha256=suite.document.sha256,
        suite_sha256=suite_sha256,
        finished=finished,
        generator=f"{suite.generator.name} {suite.generator.version}",
    )
    cases = tuple(_case(test, by_uid, ids, clauses) for test in suite.tests)
    traced = {entry.requirement_uid: entry.test_ids for entry in suite.traceability}
    reasons = {entry.requirement_uid: entry.reason or "" for entry in suite.traceability}
    lines = tuple(_line(one, ids, traced.get(one.uid, ()), reasons.get(one.uid, "")) for one in suite.requirements)
    return ExportSuite(run, cases, lines)


def _case(test: OQTestCase, by_uid: dict[str, SuiteRequirement], ids: dict[str, str], clauses: dict[str, str]) -> Case:
    required = tuple(visible(ids[uid]) for uid in test.requirement_uids)
    title, data = _plain(test.title), "\n".join(map(_data, test.inputs))
    preconditions = "\n".join(map(_plain, test.preconditions))
    objective, criterion = _plain(test.objective), _plain(test.acceptance_criterion)
    told = (
        objective,
        f"Requirements: {', '.join(required)}",
        f"Preconditions:\n{preconditions}" if preconditions else "",
        f"Acceptance criterion: {criterion}",
    )
    steps = tuple(
        Step(
            number=str(step.number),
            name=f"Step {step.number}",
            action=_plain(step.action),
            data=data if at == 0 else "",
            expected=_plain(step.expected_result),
            evidence=_plain(step.evidence),
            quote=visible(step.source.quote or ""),
        )
        for at, step in enumerate(test.steps)
    )
    return Case(
        id=visible(test.id),
        name=" ".join(f"{visible(test.id)} {title}".split()),
        title=title,
        objective=objective,
        description="\n\n".join(filter(None, told)),
        section=visible(by_uid[test.requirement_uids[0]].section) if test.requirement_uids else "",
        priority=test.priority.value.capitalize(),
        technique=test.technique.value.replace("_", " ").capitalize(),
        kind=test.polarity.value.capitalize(),
        preconditions=preconditions,
        data=data,
        criterion=criterion,
        requirements=required,
        labels=tuple("_".join(name.split()) for name in required),
        clauses=tuple(clauses.get(ref, ref) for ref in test.regulation_refs),
        rationale=_plain(test.rationale),
        origin=test.origin.value,
        minutes=str(test.estimated_minutes),
        steps=steps,
    )


def _line(one: SuiteRequirement, ids: dict[str, str], tests: tuple[str, ...], reason: str) -> RequirementLine:
    return RequirementLine(
        id=visible(ids[one.uid]),
        uid=visible(one.uid),
        text="\n".join(map(visible, (one.text, *one.items))),
        section=visible(one.section),
        priority=one.risk.priority.value.capitalize(),
        disposition=one.disposition.kind.value.replace("_", " "),
        tests=tests,
        reason=visible(reason),
        stamp=one.stamp,
    )


def _plain(text: str) -> str:
    return visible(bare_blanks(text))


def _data(value: InputValue) -> str:
    held = ("true" if value.value else "false") if isinstance(value.value, bool) else value.value
    return _plain(f"{value.name}: {held}{f' {value.unit}' if value.unit else ''}")
