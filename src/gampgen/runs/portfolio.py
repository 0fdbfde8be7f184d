"""What a batch's documents have in common: requirements and tests that repeat, contradictions, totals.

A requirement repeats where two documents say the same (RQ32's measure: same words that carry meaning, same figures),
and contradicts where they say the same with other figures (RQ31's). A test repeats where its steps are the same words,
figures included: a test of 8.0 °C is none of 5.0 °C.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from gampgen.domain.base import Value
from gampgen.domain.requirement import Requirement
from gampgen.domain.suite import OQTestCase, OQTestSuite
from gampgen.parsing import analysis
from gampgen.pipeline.stored import stored_suite
from gampgen.quality.conflicts import conflict, limits
from gampgen.quality.similarity import Entry, entry, neighbours, same_words
from gampgen.runs.report import BatchReport, DocumentStatus

_SEPARATOR = "\0"  # between a document's name and a requirement's uid: in neither
_FEWEST_WORDS = 3
_WITH_SUITE = (DocumentStatus.DONE, DocumentStatus.OBJECTIONS)


class Place(Value):
    """A requirement or test in a document."""

    document: str
    id: str


class Repeated(Value):
    """What several documents say, or test, in the same words: `text` as the first has it, and where."""

    text: str
    places: tuple[Place, ...]


class Contradiction(Value):
    """Two requirements of two documents that say the same with different figures."""

    first: Place
    first_text: str
    second: Place
    second_text: str


class Totals(Value):
    """Sums over the documents. `reusable_tests`: tests that need writing once and are used again elsewhere."""

    documents: int
    requirements: int
    tests: int
    minutes: int
    reusable_tests: int


class Portfolio(Value):
    """`portfolio.json`."""

    schema_version: str = "1.0"
    totals: Totals
    repeated_requirements: tuple[Repeated, ...]
    repeated_tests: tuple[Repeated, ...]
    contradictions: tuple[Contradiction, ...]


def portfolio_of(report: BatchReport, out: Path) -> Portfolio:
    """The portfolio of a batch's documents that have a suite.

    Raises:
        VerificationError: a suite is not what its run wrote.
    """
    suites = {one.source: stored_suite(out / one.folder).suite for one in report.documents if one.status in _WITH_SUITE}
    entries = tuple(_entries(suites))
    pairs = [(one, other) for one, other in neighbours(entries) if _place(one).document != _place(other).document]
    tests = _repeated_tests(suites)
    totals = Totals(
        documents=len(suites),
        requirements=sum(len(one.requirements) for one in suites.values()),
        tests=sum(len(one.tests) for one in suites.values()),
        minutes=sum(test.estimated_minutes for one in suites.values() for test in one.tests),
        reusable_tests=sum(len(one.places) - 1 for one in tests),
    )
    return Portfolio(
        totals=totals,
        repeated_requirements=_repeated_requirements(pairs),
        repeated_tests=tests,
        contradictions=tuple(_contradictions(pairs)),
    )


def _entries(suites: dict[str, OQTestSuite]) -> Iterator[Entry]:
    """Every statement of every document, its requirement named by document and uid."""
    for name, suite in suites.items():
        named = tuple(
            Requirement(
                **{field: getattr(one, field) for field in Requirement.model_fields if field != "uid"},
                uid=f"{name}{_SEPARATOR}{one.uid}",
            )
            for one in suite.requirements
        )
        for analysed in analysis.analyse(named):
            yield from (entry(analysed.requirement, statement) for statement in analysed.statements)


def _place(one: Entry) -> Place:
    document, _, uid = one.requirement.uid.partition(_SEPARATOR)
    return Place(document=document, id=uid)


def _repeated_requirements(pairs: Iterable[tuple[Entry, Entry]]) -> tuple[Repeated, ...]:
    groups: list[list[Entry]] = []
    for one, other in pairs:
        if not _same(one, other):
            continue
        group = next((group for group in groups if one in group or other in group), None)
        if group is None:
            groups.append([one, other])
        else:
            group += [new for new in (one, other) if new not in group]
    return tuple(
        Repeated(text=" ".join(group[0].statement.text.split()), places=tuple(dict.fromkeys(map(_place, group))))
        for group in groups
    )


def _same(one: Entry, other: Entry) -> bool:
    if one.statement.text.split() == other.statement.text.split():
        return True
    negated = one.statement.negated == other.statement.negated
    telling = len(one.words) >= _FEWEST_WORDS and same_words(one, other)
    return telling and negated and limits(one.statement) == limits(other.statement)


def _contradictions(pairs: Iterable[tuple[Entry, Entry]]) -> Iterator[Contradiction]:
    for one, other in pairs:
        if any(conflict(one, other)):
            yield Contradiction(
                first=_place(one),
                first_text=" ".join(one.statement.text.split()),
                second=_place(other),
                second_text=" ".join(other.statement.text.split()),
            )


def _repeated_tests(suites: dict[str, OQTestSuite]) -> tuple[Repeated, ...]:
    same: dict[tuple[str, ...], list[tuple[Place, OQTestCase]]] = defaultdict(list)
    for name, suite in suites.items():
        for test in suite.tests:
            same[_words(test)].append((Place(document=name, id=test.id), test))
    return tuple(
        Repeated(text=found[0][1].title, places=tuple(place for place, _ in found))
        for found in same.values()
        if len({place.document for place, _ in found}) > 1
    )


def _words(test: OQTestCase) -> tuple[str, ...]:
    """What the tester enters, does and looks for; neither ids nor quotes of the document."""
    inputs = (f"{one.name} = {one.value} {one.unit}" for one in test.inputs)
    steps = (f"{step.action} {step.expected_result}" for step in test.steps)
    return tuple(" ".join(text.casefold().split()) for text in (*inputs, *steps))
