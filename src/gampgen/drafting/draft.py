"""Coverage items and advice in, test cases in words out."""

from __future__ import annotations

from collections import Counter

from gampgen.domain.advice import AgentAnswer
from gampgen.domain.base import LargeValue
from gampgen.domain.coverage import ConditionCase, CoverageItem, InputCase, Part, ServiceCase
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import AdviceRecord, OQTestCase
from gampgen.drafting.advice import apply_advice
from gampgen.drafting.cases import case_of, word
from gampgen.drafting.criteria import Derived, with_criteria
from gampgen.drafting.doubles import merged
from gampgen.drafting.matrix_rights import with_pointers
from gampgen.drafting.rules import one_sided, open_natures, open_points, unsaid_points
from gampgen.errors import InternalError


class Draft(LargeValue):
    """What drafting gives: tests in document order, what it objects to, and what became of each piece of advice."""

    tests: tuple[OQTestCase, ...]
    findings: tuple[Finding, ...]
    advice: tuple[AdviceRecord, ...]


def draft(
    items: tuple[CoverageItem, ...],
    requirements: tuple[PlannedRequirement, ...],
    recognition: Recognition,
    advice: tuple[AgentAnswer, ...],
) -> Draft:
    """Write the tests of a document.

    Args:
        items: what to cover, in document order.
        requirements: the requirements that the items belong to.
        recognition: what else the document says.
        advice: the agents' answers.

    Raises:
        InternalError: an item names a requirement that is not given, a quote does not hold, or two tests get one id.
    """
    del recognition
    planned = {one.analysed.requirement.uid: one for one in requirements}
    tests = with_pointers(merged(_cases(items, planned)), planned)
    _check_identity(tests)
    advised, records = apply_advice(tests, advice)
    findings: list[Finding] = []
    tests_of: dict[str, list[OQTestCase]] = {}
    for test in advised:
        for uid in test.requirement_uids:
            tests_of.setdefault(uid, []).append(test)
    items_of: dict[str, list[CoverageItem]] = {}
    for item in items:
        items_of.setdefault(item.requirement_uid, []).append(item)
    for uid in planned:
        own, designed = tests_of.get(uid, []), items_of.get(uid, [])
        cases = [item.part for item in designed if isinstance(item.part, ConditionCase)]
        unsaid = tuple(effect for case in cases for effect in case.unsaid)
        limits = tuple(text for item in designed for text in unsure_limits(item.part))
        made = (
            open_points(uid, own),
            unsaid_points(uid, unsaid),
            open_natures(uid, limits),
            one_sided(uid, own),
        )
        findings += [one for one in made if one is not None]
    return Draft(tests=advised, findings=tuple(findings), advice=records)


def unsure_limits(part: Part) -> tuple[str, ...]:
    """The limits of a part whose nature the sentence leaves open."""
    if isinstance(part, ServiceCase) and part.unsure:
        return (part.text,)
    if isinstance(part, InputCase) and part.unsure:
        return tuple(dict.fromkeys(point.quote for point in part.points))
    return ()


def _cases(items: tuple[CoverageItem, ...], planned: dict[str, PlannedRequirement]) -> list[OQTestCase]:
    """The tests of the items, each requirement's own with its stated acceptance criterion."""
    made: dict[str, list[Derived]] = {}
    for item in items:
        owner = planned.get(item.requirement_uid)
        if owner is None:
            raise InternalError(
                "A coverage item names a requirement that was not given",
                hint="This is a bug in gampgen; please report it.",
                where=item.requirement_uid,
            )
        test = case_of(item, owner, word(item))
        made.setdefault(item.requirement_uid, []).append(Derived(test, item.quote if item.statement < 0 else ""))
    return [test for uid, tests in made.items() for test in with_criteria(planned[uid], tests)]


def _check_identity(tests: tuple[OQTestCase, ...]) -> None:
    counts = Counter(test.id for test in tests)
    double = next((name for name, count in counts.items() if count > 1), None)
    if double:
        raise InternalError(
            "Two tests have the same id", hint="This is a bug in gampgen; please report it.", where=double
        )
