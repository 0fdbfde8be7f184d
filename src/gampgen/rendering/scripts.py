"""Requirements and tests as the outputs print them."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.origin import Origin
from gampgen.domain.quantity import Interval
from gampgen.domain.suite import InputValue, OQTestCase, Polarity, ProcedureStep, SuiteRequirement
from gampgen.domain.trace import SourceKind
from gampgen.rendering.beside import is_beside, quoted_sources
from gampgen.rendering.entries import Fact, RequirementEntry, RiskLine, Script, Step, Verbatim
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.text import bare_blanks, split_quotes
from gampgen.rendering.words import in_words


def requirement_entries(index: SuiteIndex) -> tuple[RequirementEntry, ...]:
    """Every requirement in the document's order."""
    quotes = _quotes(index)
    reasons = {entry.requirement_uid: entry.reason or "" for entry in index.suite.traceability}
    return tuple(
        _entry(index, requirement, quotes.get(requirement.uid, []), reasons.get(requirement.uid, ""))
        for requirement in index.suite.requirements
    )


def scripts(index: SuiteIndex) -> tuple[Script, ...]:
    """Every test in the suite's order."""
    return tuple(_script(index, test) for test in index.suite.tests)


def _quotes(index: SuiteIndex) -> dict[str, list[str]]:
    """Per requirement the words that test steps quote from it."""
    found: dict[str, list[str]] = {}
    for test in index.suite.tests:
        for step in test.steps:
            source = step.source
            if source.kind is SourceKind.REQUIREMENT and source.requirement_uid and source.quote:
                found.setdefault(source.requirement_uid, []).append(source.quote)
    return found


def _entry(index: SuiteIndex, requirement: SuiteRequirement, quotes: list[str], reason: str) -> RequirementEntry:
    tests = index.tests_of[requirement.uid]
    lines = (requirement.text, *requirement.items)
    link = index.requirement_link(requirement.uid)
    return RequirementEntry(
        id=link.id,
        anchor=link.anchor,
        section=requirement.section,
        where=requirement.location.in_words(),
        lines=lines,
        pieces=tuple(split_quotes(line, quotes) for line in lines),
        criteria=requirement.acceptance_criteria or "",
        stated=tuple(_stated(requirement)),
        reading=tuple(_reading(requirement)),
        risk=_risk(index, requirement),
        gxp_areas=", ".join(in_words(area) for area in requirement.gxp_impact.areas),
        gxp_reason=requirement.gxp_impact.reason,
        disposition=index.words.disposition(requirement.disposition.kind),
        disposition_kind=requirement.disposition.kind.value,
        disposition_reason=requirement.disposition.reason,
        disposition_quote=requirement.disposition.quote,
        tests=tuple(index.test_link(test.id) for test in tests),
        no_test_reason="" if tests else reason or requirement.disposition.reason,
        positive=sum(test.polarity is Polarity.POSITIVE for test in tests),
        negative=sum(test.polarity is Polarity.NEGATIVE for test in tests),
        findings=requirement.findings,
    )


def _stated(requirement: SuiteRequirement) -> Iterator[Fact]:
    """What the document itself says beside the requirement."""
    said = (
        ("Priority", requirement.stated_priority),
        ("Risk", requirement.stated_risk),
        ("Verification", requirement.stated_verification),
    )
    yield from (Fact(name, value) for name, value in said if value)
    yield from (Fact(attribute.name, attribute.value) for attribute in requirement.attributes)


def _reading(requirement: SuiteRequirement) -> Iterator[Fact]:
    """How the requirement was read."""
    yield Fact("Modality", in_words(requirement.modality))
    if requirement.ears:
        yield Fact("EARS pattern", in_words(requirement.ears))
    if requirement.archetypes:
        yield Fact("Kinds of requirement", ", ".join(archetype.value for archetype in requirement.archetypes))
    yield from (Fact("Quantity", quantity.text) for quantity in requirement.quantities)
    yield from (Fact("Interval", f"{interval.text}: {_interval(interval)}") for interval in requirement.intervals)


def _interval(interval: Interval) -> str:
    """An interval in brackets, an open end written out: "[2.0, 8.0] °C", "(2.50, no upper end) bar"."""
    opening = "[" if interval.lower is not None and interval.lower_inclusive else "("
    closing = "]" if interval.upper is not None and interval.upper_inclusive else ")"
    lower = "no lower end" if interval.lower is None else interval.lower
    upper = "no upper end" if interval.upper is None else interval.upper
    return f"{opening}{lower}, {upper}{closing} {interval.unit or ''}".rstrip()


def _risk(index: SuiteIndex, requirement: SuiteRequirement) -> RiskLine:
    risk = requirement.risk
    return RiskLine(
        severity=index.words.level(risk.severity),
        severity_reason=risk.severity_reason,
        probability=index.words.level(risk.probability),
        probability_reason=risk.probability_reason,
        risk_class=risk.risk_class,
        detectability=index.words.level(risk.detectability),
        detectability_reason=risk.detectability_reason,
        priority=index.words.level(risk.priority),
        priority_kind=risk.priority.value,
        rationale=risk.rationale,
    )


def _script(index: SuiteIndex, test: OQTestCase) -> Script:
    covered = [index.requirement(uid) for uid in test.requirement_uids]
    return Script(
        id=test.id,
        anchor=index.test_link(test.id).anchor,
        title=bare_blanks(test.title),
        objective=bare_blanks(test.objective),
        requirements=tuple(_verbatim(index, requirement) for requirement in covered),
        sources=quoted_sources(index, test),
        priority=index.words.level(test.priority),
        priority_kind=test.priority.value,
        priority_reasons=tuple(dict.fromkeys(requirement.risk.rationale for requirement in covered)),
        technique=index.words.code(test.technique),
        polarity=index.words.code(test.polarity),
        polarity_kind=test.polarity.value,
        scripted=index.words.say("Scripted" if test.scripted else "Unscripted"),
        minutes=test.estimated_minutes,
        preconditions=tuple(map(bare_blanks, test.preconditions)),
        inputs=tuple(Fact(value.name, bare_blanks(_with_unit(value))) for value in test.inputs),
        steps=tuple(_step(index, test, step) for step in test.steps),
        criterion=bare_blanks(test.acceptance_criterion),
        references=tuple(index.clause_link(ref) for ref in test.regulation_refs),
        rationale=bare_blanks(test.rationale),
        origin=index.words.say({"rules": "Rules", "llm": "Language model", "person": "A person"}[test.origin.value]),
    )


def _verbatim(index: SuiteIndex, requirement: SuiteRequirement) -> Verbatim:
    link = index.requirement_link(requirement.uid)
    lines = (requirement.text, *requirement.items)
    return Verbatim(link.id, link.anchor, lines, requirement.acceptance_criteria or "")


def _with_unit(value: InputValue) -> str:
    """The value with its unit; a truth value as the word."""
    if isinstance(value.value, bool):
        return "true" if value.value else "false"
    return f"{value.value} {value.unit}" if value.unit else value.value


def _step(index: SuiteIndex, test: OQTestCase, step: ProcedureStep) -> Step:
    return Step(
        number=step.number,
        action=bare_blanks(step.action),
        expected=bare_blanks(step.expected_result),
        evidence=bare_blanks(step.evidence),
        rests_on=_rests_on(index, step),
        quote=step.source.quote or "",
        beside=is_beside(index, test, step),
        set_up=not step.expected_result,
    )


def _rests_on(index: SuiteIndex, step: ProcedureStep) -> str:
    """What a step rests on, and that a model worded it where one did."""
    source = index.rests_on(step.source)
    if step.origin is not Origin.LLM:
        return source
    return index.words.say("{source}; worded by a language model", source=source)
