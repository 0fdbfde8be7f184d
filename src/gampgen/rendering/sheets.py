"""The tables of the workbook: headings, widths and rows, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gampgen.rendering.content import Content
from gampgen.rendering.entries import Link, RequirementEntry

Value = str | int

_WHAT_THIS_IS = (
    "The traceability matrix of the OQ protocol of the same suite, with risk assessment, dispositions and findings. A"
    " draft: it needs review and approval by a competent person and the quality unit. Yellow columns are blank for a"
    " person; nothing in them comes from the program."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading and width in characters. `by_hand` marks one that is left blank for a person.

    `choices` are the entries that the column takes, `date` that it takes dates only. Nothing is entered.
    """

    heading: str
    width: int
    by_hand: bool = False
    choices: tuple[str, ...] = ()
    date: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: one table under one row of headings. A row may be shorter than the columns: the rest is blank."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets(content: Content) -> tuple[Sheet, ...]:
    """Every sheet in the order of the workbook."""
    return (
        _matrix(content),
        _tests(content),
        _work(content),
        _permissions(content),
        _risks(content),
        _dispositions(content),
        _ledger(content),
        _coverage(content),
        _adequacy(content),
        _findings(content),
        _assumptions(content),
        _passed_over(content),
        _read_me(content),
    )


def _columns(*headings: tuple[str, int]) -> tuple[Column, ...]:
    return tuple(Column(heading, width) for heading, width in headings)


RESULTS = ("Pass", "Fail", "Pass with deviation", "Not executed")
STATES = ("Open", "In progress", "In review", "Closed")
_BY_HAND = (
    Column("Result", 18, by_hand=True, choices=RESULTS),
    Column("Deviation", 14, by_hand=True),
    Column("Status", 14, by_hand=True, choices=STATES),
)
_EXECUTED = (Column("Executed by", 18, by_hand=True), Column("Executed on", 14, by_hand=True, date=True))


def _ids(links: Iterable[Link]) -> str:
    return "\n".join(link.id for link in links)


def _text(requirement: RequirementEntry) -> str:
    return "\n".join(requirement.lines)


def _matrix(content: Content) -> Sheet:
    columns = _columns(
        ("Requirement", 18), ("Text (verbatim)", 60), ("Section", 24), ("Where", 18), ("GxP areas", 18),
        ("Risk priority", 12), ("Verified by", 20), ("Tests", 40), ("Number of tests", 10), ("Positive", 10),
        ("Negative", 10), ("Disposition, reason", 44), ("Reason for no test", 36), ("Findings", 14),
        ("Stated by the document", 24),
    )  # fmt: skip
    rows = tuple(
        (
            item.id, _text(item), item.section, item.where, item.gxp_areas, item.risk.priority, item.disposition,
            _ids(item.tests), len(item.tests), item.positive, item.negative, item.disposition_reason,
            item.no_test_reason, "\n".join(item.findings),
            "\n".join(f"{fact.name}: {fact.value}" for fact in item.stated),
        )
        for item in content.requirements
    )  # fmt: skip
    return Sheet("RTM", columns + _BY_HAND, rows)


def _tests(content: Content) -> Sheet:
    columns = _columns(
        ("Test", 40), ("Title", 50), ("Requirements", 20), ("Objective", 50), ("Technique", 24), ("Kind", 11),
        ("Priority", 10), ("Scripted", 12), ("Steps", 8), ("Minutes (estimate)", 10), ("Acceptance criterion", 50),
        ("Clauses", 26), ("Origin", 14),
    )  # fmt: skip
    rows = tuple(
        (
            item.id, item.title, "\n".join(covered.id for covered in item.requirements), item.objective, item.technique,
            item.polarity, item.priority, item.scripted, len(item.steps), item.minutes, item.criterion,
            _ids(item.references), item.origin,
        )
        for item in content.scripts
    )  # fmt: skip
    return Sheet("Tests", columns + _EXECUTED + _BY_HAND, rows)


def _permissions(content: Content) -> Sheet:
    columns = _columns(
        ("Action", 44), ("Granted to", 30), ("Refused to", 30), ("Not said of", 30), ("Requirements", 20),
        ("Tests", 40),
    )  # fmt: skip
    rows = tuple(
        (line.action, line.granted, line.refused, line.open, _ids(line.requirements), _ids(line.tests))
        for line in content.permissions
    )
    return Sheet("Permissions", columns, rows)


def _work(content: Content) -> Sheet:
    columns = _columns(
        ("No.", 6), ("Role", 22), ("Set up once", 70), ("Tests in this order", 60), ("Minutes (estimate)", 10)
    )
    rows = tuple(
        (group.number, group.role, "\n".join(group.shared), _ids(group.tests), group.minutes) for group in content.work
    )
    return Sheet("Order of work", columns, rows)


def _risks(content: Content) -> Sheet:
    columns = _columns(
        ("Requirement", 18), ("Severity", 11), ("Reason", 36), ("Probability", 12), ("Reason", 36), ("Risk class", 9),
        ("Detectability", 13), ("Reason", 36), ("Priority", 10), ("Rationale", 48), ("GxP areas", 18),
        ("GxP reason", 36),
    )  # fmt: skip
    rows = tuple(
        (
            item.id, item.risk.severity, item.risk.severity_reason, item.risk.probability, item.risk.probability_reason,
            item.risk.risk_class, item.risk.detectability, item.risk.detectability_reason, item.risk.priority,
            item.risk.rationale, item.gxp_areas, item.gxp_reason,
        )
        for item in content.requirements
    )  # fmt: skip
    return Sheet("Risk assessment", (*columns, Column("Confirmed by, date", 20, by_hand=True)), rows)


def _dispositions(content: Content) -> Sheet:
    columns = _columns(("Requirement", 18), ("Verified by", 24), ("Reason", 60), ("Words of the document", 50))
    rows = tuple(
        (item.id, item.disposition, item.disposition_reason, item.disposition_quote) for item in content.requirements
    )
    return Sheet("Dispositions", columns, rows)


def _ledger(content: Content) -> Sheet:
    columns = _columns(("Verified by", 28), ("Requirements", 14), ("Which", 90))
    rows = [(item.name, item.count, ", ".join(item.ids)) for item in content.dispositions]
    total = sum(item.count for item in content.dispositions)
    return Sheet("Ledger", columns, (*rows, ("Total", total, f"of {len(content.requirements)} requirements")))


def _findings(content: Content) -> Sheet:
    columns = _columns(
        ("No.", 8), ("Severity", 10), ("Code", 14), ("Where", 24), ("Finding", 60), ("What to do", 50), ("Accepted", 30)
    )
    rows = tuple(
        (item.number, item.severity, item.code, item.where, item.message, item.hint, item.suppressed)
        for item in content.findings
    )
    return Sheet("Findings", (*columns, Column("Answer of the author", 36, by_hand=True)), rows)


def _assumptions(content: Content) -> Sheet:
    columns = _columns(("Made by", 18), ("Assumption", 80), ("Where", 50))
    return Sheet("Assumptions", columns, tuple((item.name, item.meaning, item.where) for item in content.assumptions))


def _adequacy(content: Content) -> Sheet:
    columns = _columns(("Item", 36), ("Value", 70), ("Where", 24))
    rows: list[tuple[Value, ...]] = [("Seeded faults", content.adequacy)]
    rows += [(fact.name, int(fact.value) if fact.value.isdecimal() else fact.value) for fact in content.figures]
    rows += [(f"Tests by {item.name.lower()}", item.count) for item in content.techniques]
    rows += [(f"Fault not noticed: {item.name}", item.meaning, item.where) for item in content.faults_not_found]
    return Sheet("Adequacy", columns, tuple(rows))


def _coverage(content: Content) -> Sheet:
    columns = _columns(
        ("By", 12), ("Which", 60), ("Requirements", 14), ("For the OQ", 12), ("With tests", 12),
        ("Without tests", 14), ("Tests", 10),
    )  # fmt: skip
    rows = tuple(
        (line.kind, line.name, line.requirements, line.for_oq, line.tested, line.untested, line.tests)
        for line in content.coverage
    )
    return Sheet("Coverage", columns, rows)


def _passed_over(content: Content) -> Sheet:
    columns = _columns(("Text", 80), ("Why it is no requirement", 44), ("Where", 24))
    return Sheet("Passed over", columns, tuple((item.name, item.meaning, item.where) for item in content.passed_over))


def _read_me(content: Content) -> Sheet:
    return Sheet("Read me", _columns(("Item", 32), ("Value", 100)), tuple(_facts(content)))


def _facts(content: Content) -> Iterator[tuple[Value, ...]]:
    cover = content.cover
    yield ("What this is", _WHAT_THIS_IS)
    yield from (("Missing", missing) for missing in cover.banner)
    yield from (("Language model", note) for note in cover.model_notes)
    yield from (
        ("System", cover.system),
        ("Requirements document", f"{cover.document_title} ({cover.file_name})"),
        ("SHA-256 of that file", cover.file_sha256),
        ("SHA-256 of the suite", cover.suite_sha256),
        ("Software category", f"{cover.category}. {cover.category_basis}"),
        ("Generated by", f"{cover.generator}, engine {cover.engine}"),
        ("SHA-256 of its settings", cover.settings_sha256),
    )
    yield ("Long texts", "A text longer than a cell holds goes on in the next row and says so.")
