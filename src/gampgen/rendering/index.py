"""Who is who in a suite: unique ids to printed ids, anchors and tests."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from gampgen.domain.location import Location
from gampgen.domain.suite import OQTestCase, OQTestSuite, SuiteRequirement
from gampgen.domain.trace import Source, SourceKind
from gampgen.errors import InternalError
from gampgen.rendering.entries import Link
from gampgen.rendering.words import Words

_REPORT = "This is a fault of gampgen: please report it with the requirements document."


@dataclass(frozen=True)
class SuiteIndex:
    """Look-ups by unique id. Raises `InternalError` where the suite names an id that it does not hold."""

    suite: OQTestSuite
    words: Words = field(default_factory=Words)

    @cached_property
    def requirements(self) -> dict[str, SuiteRequirement]:
        """Requirements by unique id, in the document's order."""
        return {requirement.uid: requirement for requirement in self.suite.requirements}

    @cached_property
    def tests_of(self) -> dict[str, tuple[OQTestCase, ...]]:
        """The tests of each requirement (by unique id), in the suite's order."""
        found: dict[str, list[OQTestCase]] = {uid: [] for uid in self.requirements}
        for test in self.suite.tests:
            for uid in test.requirement_uids:
                self.requirement(uid)
                found[uid].append(test)
        return {uid: tuple(tests) for uid, tests in found.items()}

    @cached_property
    def _repeated(self) -> frozenset[str]:
        counts = Counter(requirement.id for requirement in self.suite.requirements)
        return frozenset(name for name, count in counts.items() if count > 1)

    @cached_property
    def _requirement_anchors(self) -> dict[str, str]:
        return {uid: f"r{number}" for number, uid in enumerate(self.requirements, 1)}

    @cached_property
    def _test_anchors(self) -> dict[str, str]:
        return {test.id: f"t{number}" for number, test in enumerate(self.suite.tests, 1)}

    @cached_property
    def _clauses(self) -> dict[str, Link]:
        """Citations by reference and by printed clause: tests may name either."""
        links = [Link(citation.clause, f"c{number}") for number, citation in enumerate(self.suite.citations, 1)]
        named = zip(self.suite.citations, links, strict=True)
        by_ref = {citation.ref: link for citation, link in named}
        return {link.id: link for link in reversed(links)} | by_ref

    @cached_property
    def tests_of_clause(self) -> dict[str, tuple[OQTestCase, ...]]:
        """The tests that name each citation, by its anchor."""
        found: dict[str, list[OQTestCase]] = {}
        for test in self.suite.tests:
            for anchor in dict.fromkeys(self.clause_link(ref).anchor for ref in test.regulation_refs):
                found.setdefault(anchor, []).append(test)
        return {anchor: tuple(tests) for anchor, tests in found.items()}

    def requirement(self, uid: str) -> SuiteRequirement:
        """The requirement with this unique id."""
        if uid not in self.requirements:
            raise InternalError("The suite names a requirement that it lacks", hint=_REPORT, where=uid)
        return self.requirements[uid]

    def printed_id(self, uid: str) -> str:
        """The id as the document prints it; the unique id beside it where it is repeated, alone where there is none."""
        requirement = self.requirement(uid)
        if requirement.id in ("", uid):
            return uid
        return f"{requirement.id} [{uid}]" if requirement.id in self._repeated else requirement.id

    def requirement_link(self, uid: str) -> Link:
        """Printed id and anchor of a requirement."""
        return Link(self.printed_id(uid), self._requirement_anchors[uid])

    def test_link(self, test_id: str) -> Link:
        """Id and anchor of a test."""
        if test_id not in self._test_anchors:
            raise InternalError("The suite names a test that it lacks", hint=_REPORT, where=test_id)
        return Link(test_id, self._test_anchors[test_id])

    def clause(self, ref: str) -> str:
        """The clause as it may be printed, or the reference itself where the suite cites nothing under it."""
        return self.clause_link(ref).id

    def clause_link(self, ref: str) -> Link:
        """The clause as it may be printed with its anchor, which is "" where the suite cites nothing under it."""
        return self._clauses.get(ref, Link(ref, ""))

    def place(self, uid: str | None, location: Location | None) -> str:
        """Where something stands: a requirement's id, a place in the document, or the document as a whole."""
        words = [self.printed_id(uid)] if uid else []
        words += [location.in_words()] if location else []
        return ", ".join(filter(None, words)) or self.words.say("the document as a whole")

    def anchor(self, uid: str | None) -> str:
        """The anchor of a requirement, or "" where there is none to point at."""
        return self._requirement_anchors[self.requirement(uid).uid] if uid else ""

    def rests_on(self, source: Source) -> str:
        """What a step or advice rests on, without the quoted words: "Requirement URS-014", "Rule BVA"."""
        named = [self.printed_id(source.requirement_uid)] if source.requirement_uid else []
        named += [source.document] if source.document else []
        if source.ref:
            named.append(self.clause(source.ref) if source.kind is SourceKind.CLAUSE else source.ref)
        words = self.words.say(
            {
                SourceKind.REQUIREMENT: "Requirement",
                SourceKind.ACCEPTANCE_CRITERIA: "Acceptance criteria of",
                SourceKind.CONTEXT: "Context document",
                SourceKind.CLAUSE: "Clause",
                SourceKind.RULE: "Rule",
            }[source.kind]
        )
        if source.kind in (SourceKind.RULE, SourceKind.CLAUSE) and source.ref:
            # The rule or clause is what it rests on; the requirement is only where it was applied.
            applied = self.words.say(" (for {requirement})", requirement=named[0]) if source.requirement_uid else ""
            return f"{words} {named[-1]}{applied}"
        return f"{words} {', '.join(named)}".strip()
