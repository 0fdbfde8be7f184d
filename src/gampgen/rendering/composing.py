"""The suite → what the outputs say: one reading for all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gampgen import categorisation
from gampgen.domain.advice import AdviceKind
from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.origin import Origin
from gampgen.domain.requirement import Term
from gampgen.domain.risk import DispositionKind
from gampgen.domain.suite import AdviceRecord, AgentRecord, OQTestSuite
from gampgen.domain.trace import SourceKind
from gampgen.rendering.assumptions import assumptions
from gampgen.rendering.content import Content
from gampgen.rendering.coverage import coverage
from gampgen.rendering.covering import cover, failures_of, firm, levels
from gampgen.rendering.entries import (
    AdviceLine,
    AgentLine,
    Component,
    Evidence,
    Fact,
    FaultFigures,
    FindingLine,
    Passage,
    Reference,
    Share,
)
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.risk_tables import risk_classes, risk_priorities
from gampgen.rendering.scripts import requirement_entries, scripts
from gampgen.rendering.text import bare_blanks
from gampgen.rendering.wording import Wording
from gampgen.rendering.words import Words, agent_name, in_words
from gampgen.rendering.working import permissions, work_groups, work_note
from gampgen.settings.house_style import HouseStyle

_INDICATORS = {rule.code: f"{rule.name} ({rule.code})" for rule in categorisation.RULES}


def compose(suite: OQTestSuite, suite_sha256: str, wording: Wording, style: HouseStyle) -> Content:
    """Everything that the outputs print.

    Args:
        suite: the whole result.
        suite_sha256: digest (hexadecimal) of `suite.json`, by which each output names the suite it shows.
        wording: the fixed words, in the language of the output.
        style: the firm's data.

    Raises:
        InternalError: the suite names a requirement or test that it does not hold.
    """
    index = SuiteIndex(suite, wording.words)
    findings = tuple(_findings(index))
    return Content(
        cover=cover(index, suite_sha256, style),
        firm=firm(style),
        levels=levels(index.words),
        approvals_before=style.signatures.before_execution or wording.texts("approval_before"),
        approvals_after=style.signatures.after_execution or wording.texts("approval_after"),
        figures=tuple(_figures(suite)),
        evidence=tuple(_evidence(index)),
        components=tuple(_components(index)),
        references=tuple(_references(index)),
        context_documents=_context_documents(suite),
        terms=tuple(_passage(term) for term in _terms_used(suite)),
        roles=tuple(_passage(role) for role in suite.roles),
        requirements=requirement_entries(index),
        scripts=scripts(index),
        dispositions=tuple(_dispositions(index)),
        techniques=_shares(Counter(index.words.code(test.technique) for test in suite.tests)),
        coverage=tuple(coverage(index)),
        permissions=tuple(permissions(index)),
        work=tuple(work_groups(index)),
        work_note=work_note(index),
        risk_classes=risk_classes(index),
        risk_priorities=risk_priorities(index),
        findings=findings,
        assumptions=tuple(assumptions(index, findings)),
        adequacy=_adequacy(index),
        faults=_fault_figures(suite),
        faults_not_found=tuple(_faults(index)),
        agents=tuple(_agent(index, record) for record in suite.agents),
        advice=tuple(_advice(index)),
        passed_over=tuple(Passage(item.text, item.reason, item.location.in_words()) for item in suite.passed_over),
    )


def _figures(suite: OQTestSuite) -> Iterator[Fact]:
    yield Fact("Requirements", f"{len(suite.requirements):,}")
    yield Fact("Requirements with tests", f"{sum(bool(entry.test_ids) for entry in suite.traceability):,}")
    yield Fact("Tests", f"{len(suite.tests):,}")
    yield Fact("Scripted tests", f"{sum(test.scripted for test in suite.tests):,}")
    if suite.execution:
        yield Fact("Estimated hours of execution", f"{-(-suite.execution.minutes // 60):,}")
    yield Fact("Test steps", f"{sum(len(test.steps) for test in suite.tests):,}")
    counts = Counter(finding.severity for finding in suite.findings if finding.suppressed is None)
    for severity, noun in zip(FindingSeverity, ("Errors", "Warnings", "Notices"), strict=True):
        yield Fact(f"{noun} found in the document", f"{counts[severity]:,}")


def _evidence(index: SuiteIndex) -> Iterator[Evidence]:
    decided = index.suite.categorisation
    for item in decided.evidence:
        yield Evidence(
            kind=index.words.say("for" if item.weight > 0 else "against"),
            category=index.words.category(item.category),
            reason=_INDICATORS.get(item.indicator, item.indicator),
            quote=item.quote,
            where=index.place(item.requirement_uid, item.location),
        )
    for other in decided.alternatives:
        score = index.words.say("Score {score}:", score=f"{other.score:.2f}")
        not_chosen = index.words.say("not chosen")
        yield Evidence(not_chosen, index.words.category(other.category), f"{score} {other.reason}", "", "")


def _components(index: SuiteIndex) -> Iterator[Component]:
    for part in index.suite.categorisation.components:
        ids = tuple(index.printed_id(uid) for uid in part.requirement_uids)
        yield Component(part.name, index.words.category(part.category), ids, part.reason)


def _references(index: SuiteIndex) -> Iterator[Reference]:
    for number, citation in enumerate(index.suite.citations, 1):
        tests = index.tests_of_clause.get(f"c{number}", ())
        covered = dict.fromkeys(uid for test in tests for uid in test.requirement_uids)
        yield Reference(
            clause=citation.clause,
            title=citation.title,
            source=f"{citation.source_title}, {citation.version}" if citation.version else citation.source_title,
            status=index.words.clause_status(citation.status),
            anchor=f"c{number}",
            tests=tuple(index.test_link(test.id) for test in tests),
            requirements=tuple(index.requirement_link(uid) for uid in covered),
        )


def _context_documents(suite: OQTestSuite) -> tuple[str, ...]:
    """The files beside the requirements document that steps or advice rest on."""
    sources = [step.source for test in suite.tests for step in test.steps] + [item.source for item in suite.advice]
    named = {source.document for source in sources if source.document}
    return tuple(sorted(named - {suite.document.file_name}))


def _terms_used(suite: OQTestSuite) -> Iterator[Term]:
    """The document's terms that its requirements or the tests use."""
    tested = (
        (
            test.title,
            test.objective,
            *test.preconditions,
            *(f"{step.action} {step.expected_result}" for step in test.steps),
        )
        for test in suite.tests
    )
    required = ((requirement.text, *requirement.items) for requirement in suite.requirements)
    text = "\n".join(part for parts in (*required, *tested) for part in parts).casefold()
    yield from (term for term in suite.terms if term.name.casefold() in text)


def _passage(term: Term) -> Passage:
    return Passage(term.name, term.meaning or term.quote, term.location.in_words())


def _dispositions(index: SuiteIndex) -> Iterator[Share]:
    """The ledger, every kind named, also where nothing has it."""
    entries = {entry.kind: entry for entry in index.suite.ledger}
    total, before = len(index.suite.requirements), 0
    for kind in DispositionKind:
        entry = entries.get(kind)
        count = entry.count if entry else 0
        share = count * 1000 // total if total else 0
        ids = tuple(index.printed_id(uid) for uid in entry.requirement_uids) if entry else ()
        yield Share(index.words.disposition(kind), kind.value, count, share, before, ids)
        before += share


def _shares(counts: Counter[str]) -> tuple[Share, ...]:
    """Counts as shares of the largest, the most frequent first."""
    most = max(counts.values(), default=1)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Share(name, "", count, count * 1000 // most, 0) for name, count in ordered)


def _findings(index: SuiteIndex) -> Iterator[FindingLine]:
    """Findings with numbers, errors first, otherwise in the suite's order."""
    ordered = sorted(index.suite.findings, key=lambda finding: -finding.severity.rank)
    width = max(2, len(str(len(ordered))))
    for number, finding in enumerate(ordered, 1):
        yield FindingLine(
            number=f"F-{number:0{width}d}",
            code=finding.code,
            severity=finding.severity.value,
            where=index.place(finding.requirement_uid, finding.location),
            anchor=index.anchor(finding.requirement_uid),
            message=bare_blanks(finding.message),
            hint=bare_blanks(finding.hint),
            suppressed=_suppression(index.words, finding),
        )


def _suppression(words: Words, finding: Finding) -> str:
    held = finding.suppressed
    return words.say("Accepted by {by}: {reason}", by=held.by, reason=held.reason) if held else ""


def _adequacy(index: SuiteIndex) -> str:
    figures = index.suite.adequacy
    if figures is None:
        return index.words.say("Not measured in this run.")
    return index.words.say(
        "{found} of {seeded} derived from the requirements would be noticed by at least one step; {not_found} would"
        " not. The figure says nothing of whether the requirements were read as their author meant them.",
        found=f"{figures.found:,}",
        seeded=index.words.counted(figures.seeded, "faulty system"),
        not_found=f"{len(figures.not_found):,}",
    )


def _faults(index: SuiteIndex) -> Iterator[Passage]:
    if index.suite.adequacy:
        for fault in index.suite.adequacy.not_found:
            yield Passage(fault.operator, fault.description, index.printed_id(fault.requirement_uid))


def _fault_figures(suite: OQTestSuite) -> FaultFigures:
    seeded, found = (suite.adequacy.seeded, suite.adequacy.found) if suite.adequacy else (0, 0)
    return FaultFigures(seeded, found, found * 1000 // seeded if seeded else 0)


def _agent(index: SuiteIndex, record: AgentRecord) -> AgentLine:
    words = index.words
    failures = "; ".join(dict.fromkeys(failures_of(words, record)))
    if record.answered:
        outcome = f"{words.say('answered in part')}; {failures}" if failures else words.say("answered")
    else:
        outcome = f"{words.say('failed')}; {failures}" if failures else words.say("no answer")
    used = sum(bool(item.test_ids) for item in index.suite.advice if item.agent == record.name)
    share = used * 1000 // record.advice_count if record.advice_count else 0
    return AgentLine(agent_name(record.name), record.version, outcome, record.advice_count, used, share)


def _adviser(words: Words, item: AdviceRecord) -> str:
    """Who gave the advice; that it was a model's on an agent's behalf, where it was."""
    name = agent_name(item.agent)
    return words.say("{agent}, language model", agent=name) if item.origin is Origin.LLM else name


def _advice(index: SuiteIndex) -> Iterator[AdviceLine]:
    for item in index.suite.advice:
        status = f" ({index.words.clause_status(item.clause_status)})" if item.clause_status else ""
        related = item.kind is AdviceKind.PASSAGE and item.source.kind is SourceKind.CONTEXT
        yield AdviceLine(
            agent=_adviser(index.words, item),
            requirement=index.place(item.requirement_uid, None),
            anchor=index.anchor(item.requirement_uid),
            kind="Passage of a context document" if related else in_words(item.kind),
            text=item.text,
            rests_on=index.rests_on(item.source) + status,
            quote=item.source.quote or "",
            tests=tuple(index.test_link(test_id) for test_id in item.test_ids),
            outcome=item.outcome,
        )
