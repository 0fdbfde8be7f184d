"""Coverage counted by section and by priority: of the requirements for the OQ, how many have tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.suite import SuiteRequirement
from gampgen.rendering.entries import CoverageLine
from gampgen.rendering.index import SuiteIndex

_PRIORITIES = (Level.HIGH, Level.MEDIUM, Level.LOW)


def coverage(index: SuiteIndex) -> Iterator[CoverageLine]:
    """A line for the whole, for each priority, and for each section in the document's order."""
    say, all_of_it = index.words.say, list(index.suite.requirements)
    yield _line(index, say("Total"), "", all_of_it)
    for level in _PRIORITIES:
        held = [one for one in all_of_it if one.risk.priority is level]
        yield _line(index, say("Priority"), index.words.level(level), held)
    for section, held in _grouped(all_of_it, lambda one: one.section):
        yield _line(index, say("Section"), section or say("(no section)"), held)


def _grouped(
    requirements: list[SuiteRequirement], key: Callable[[SuiteRequirement], str]
) -> Iterator[tuple[str, list[SuiteRequirement]]]:
    groups: dict[str, list[SuiteRequirement]] = {}
    for one in requirements:
        groups.setdefault(key(one), []).append(one)
    yield from groups.items()


def _line(index: SuiteIndex, kind: str, name: str, held: list[SuiteRequirement]) -> CoverageLine:
    for_oq = [one for one in held if one.disposition.kind is DispositionKind.OQ]
    tested = sum(bool(index.tests_of[one.uid]) for one in for_oq)
    tests = {test.id for one in held for test in index.tests_of[one.uid]}
    share = tested * 1000 // len(for_oq) if for_oq else 1000
    return CoverageLine(kind, name, len(held), len(for_oq), tested, len(for_oq) - tested, len(tests), share)
