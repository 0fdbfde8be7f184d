"""The suite → what the outputs say: one reading for all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gampgen.domain.advice import AdviceKind
from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.requirement import Term
from gampgen.domain.suite import AgentRecord, OQTestSuite
from gampgen.domain.trace import SourceKind
from gampgen.rendering.assumptions import assumptions
from gampgen.rendering.content import (
    AdviceLine,
    AgentLine,
    Component,
    Content,
    Cover,
    Evidence,
    Fact,
    FindingLine,
    Passage,
    Reference,
    Share,
)
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.risk_tables import risk_classes, risk_priorities
from gampgen.rendering.scripts import requirement_entries, scripts
from gampgen.rendering.text import bare_blanks
from gampgen.rendering.words import (
    AGENT,
    DISPOSITION,
    category,
    category_basis,
    clause_status,
    counted,
    in_words,
    proposed_category,
)


def compose(suite: OQTestSuite, suite_sha256: str) -> Content:
    """Everything that the outputs print.

    Args:
        suite: the whole result.
        suite_sha256: digest (hexadecimal) of `suite.json`, by which each output names the suite it shows.

    Raises:
        InternalError: the suite names a requirement or test that it does not hold.
    """
    index = SuiteIndex(suite)
    findings = tuple(_findings(index))
    return Content(
        cover=_cover(suite, suite_sha256),
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
        techniques=_shares(Counter(in_words(test.technique) for test in suite.tests)),
        risk_classes=risk_classes(suite),
        risk_priorities=risk_priorities(suite),
        findings=findings,
        assumptions=tuple(assumptions(index, findings)),
        adequacy=_adequacy(suite),
        faults_not_found=tuple(_faults(index)),
        agents=tuple(_agent(record) for record in suite.agents),
        advice=tuple(_advice(index)),
        passed_over=tuple(Passage(item.text, item.reason, item.location.in_words()) for item in suite.passed_over),
    )


def _cover(suite: OQTestSuite, suite_sha256: str) -> Cover:
    decided, document = suite.categorisation, suite.document
    return Cover(
        system=suite.system or "<name of the system>",
        document_title=document.title or "<title of the requirements document>",
        file_name=document.file_name,
        file_format=document.format.value,
        file_sha256=document.sha256,
        category=proposed_category(decided),
        category_basis=category_basis(decided),
        category_rationale=decided.rationale,
        category_claimed=category(decided.claimed) if decided.claimed else "",
        generator=f"{suite.generator.name} {suite.generator.version}",
        engine=suite.generator.engine,
        settings_sha256=suite.generator.settings_sha256,
        suite_sha256=suite_sha256,
        complete=suite.complete,
        banner=() if suite.complete else tuple(_banner(suite.agents)),
    )


def _banner(agents: tuple[AgentRecord, ...]) -> Iterator[str]:
    """What is missing, agent by agent: which, why, how often tried."""
    missing = [agent for agent in agents if agent.failures or not agent.answered]
    for agent in missing:
        reasons = "; ".join(dict.fromkeys(_failure(agent))) or "it gave no answer"
        yield f"The answer of the agent {AGENT[agent.name]} is missing or not whole: {reasons}."
    if not missing:
        yield "The suite is marked incomplete, and no agent says why."


def _failure(agent: AgentRecord) -> Iterator[str]:
    for failure in agent.failures:
        yield f"{failure.kind}: {failure.message.rstrip('.')} (tried {counted(failure.attempts, 'time')})"


def _figures(suite: OQTestSuite) -> Iterator[Fact]:
    yield Fact("Requirements", f"{len(suite.requirements):,}")
    yield Fact("Requirements with tests", f"{sum(bool(entry.test_ids) for entry in suite.traceability):,}")
    yield Fact("Tests", f"{len(suite.tests):,}")
    yield Fact("Scripted tests", f"{sum(test.scripted for test in suite.tests):,}")
    yield Fact("Test steps", f"{sum(len(test.steps) for test in suite.tests):,}")
    counts = Counter(finding.severity for finding in suite.findings if finding.suppressed is None)
    for severity, noun in zip(FindingSeverity, ("Errors", "Warnings", "Notices"), strict=True):
        yield Fact(f"{noun} found in the document", f"{counts[severity]:,}")


def _evidence(index: SuiteIndex) -> Iterator[Evidence]:
    decided = index.suite.categorisation
    for item in decided.evidence:
        yield Evidence(
            kind="for" if item.weight > 0 else "against",
            category=category(item.category),
            reason=item.indicator,
            quote=item.quote,
            where=index.place(item.requirement_uid, item.location),
        )
    for other in decided.alternatives:
        yield Evidence("not chosen", category(other.category), f"Score {other.score:.2f}. {other.reason}", "", "")


def _components(index: SuiteIndex) -> Iterator[Component]:
    for part in index.suite.categorisation.components:
        ids = tuple(index.printed_id(uid) for uid in part.requirement_uids)
        yield Component(part.name, category(part.category), ids, part.reason)


def _references(index: SuiteIndex) -> Iterator[Reference]:
    for number, citation in enumerate(index.suite.citations, 1):
        tests = index.tests_of_clause.get(f"c{number}", ())
        covered = dict.fromkeys(uid for test in tests for uid in test.requirement_uids)
        yield Reference(
            clause=citation.clause,
            title=citation.title,
            source=f"{citation.source_title}, {citation.version}" if citation.version else citation.source_title,
            status=clause_status(citation.status),
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
    for kind, name in DISPOSITION.items():
        entry = entries.get(kind)
        count = entry.count if entry else 0
        share = count * 1000 // total if total else 0
        ids = tuple(index.printed_id(uid) for uid in entry.requirement_uids) if entry else ()
        yield Share(name, kind.value, count, share, before, ids)
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
            suppressed=_suppression(finding),
        )


def _suppression(finding: Finding) -> str:
    return f"Accepted by {finding.suppressed.by}: {finding.suppressed.reason}" if finding.suppressed else ""


def _adequacy(suite: OQTestSuite) -> str:
    if suite.adequacy is None:
        return "Not measured in this run."
    figures = suite.adequacy
    return (
        f"{figures.found:,} of {counted(figures.seeded, 'faulty system')} derived from the requirements would be"
        f" noticed by at least one step; {len(figures.not_found):,} would not."
    )


def _faults(index: SuiteIndex) -> Iterator[Passage]:
    if index.suite.adequacy:
        for fault in index.suite.adequacy.not_found:
            yield Passage(fault.operator, fault.description, index.printed_id(fault.requirement_uid))


def _agent(record: AgentRecord) -> AgentLine:
    failures = "; ".join(dict.fromkeys(_failure(record)))
    if record.answered:
        outcome = f"answered in part; {failures}" if failures else "answered"
    else:
        outcome = f"failed; {failures}" if failures else "no answer"
    return AgentLine(AGENT[record.name], record.version, outcome, record.advice_count)


def _advice(index: SuiteIndex) -> Iterator[AdviceLine]:
    for item in index.suite.advice:
        status = f" ({clause_status(item.clause_status)})" if item.clause_status else ""
        related = item.kind is AdviceKind.PASSAGE and item.source.kind is SourceKind.CONTEXT
        yield AdviceLine(
            agent=AGENT[item.agent],
            requirement=index.place(item.requirement_uid, None),
            anchor=index.anchor(item.requirement_uid),
            kind="Passage of a context document" if related else in_words(item.kind),
            text=item.text,
            rests_on=index.rests_on(item.source) + status,
            quote=item.source.quote or "",
            tests=tuple(index.test_link(test_id) for test_id in item.test_ids),
            outcome=item.outcome,
        )
