"""Coverage items and advice in, test cases in words out."""

from __future__ import annotations

from gampgen.domain.advice import AgentAnswer
from gampgen.domain.base import Value
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.finding import Finding
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import AdviceRecord, OQTestCase
from gampgen.drafting.advice import apply_advice
from gampgen.drafting.cases import case_of, criterion_polarity, stated_criterion, word
from gampgen.drafting.rules import open_points
from gampgen.errors import InternalError


class Draft(Value):
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
    tests = _without_doubles(_cases(items, planned))
    _check_identity(tests)
    advised, records = apply_advice(tests, advice)
    findings: list[Finding] = []
    for uid in planned:
        own = [test for test in advised if uid in test.requirement_uids]
        if (found := open_points(uid, own)) is not None:
            findings.append(found)
    return Draft(tests=advised, findings=tuple(findings), advice=records)


def _cases(items: tuple[CoverageItem, ...], planned: dict[str, PlannedRequirement]) -> list[OQTestCase]:
    made: list[OQTestCase] = []
    holders = _criterion_holders(items, planned)
    for item in items:
        owner = planned.get(item.requirement_uid)
        if owner is None:
            raise InternalError(
                "A coverage item names a requirement that was not given",
                hint="This is a bug in gampgen; please report it.",
                where=item.requirement_uid,
            )
        stated = stated_criterion(owner) if holders.get(item.requirement_uid) is item else None
        made.append(case_of(item, owner, word(item), stated))
    return made


def _criterion_holders(
    items: tuple[CoverageItem, ...], planned: dict[str, PlannedRequirement]
) -> dict[str, CoverageItem]:
    """The test of each requirement that carries its stated acceptance criterion: one of the polarity it speaks of."""
    found: dict[str, CoverageItem] = {}
    for uid, owner in planned.items():
        stated = stated_criterion(owner)
        own = [item for item in items if item.requirement_uid == uid]
        if stated and own:
            wanted = criterion_polarity(stated)
            found[uid] = next((item for item in own if item.polarity is wanted), own[0])
    return found


def _without_doubles(tests: list[OQTestCase]) -> tuple[OQTestCase, ...]:
    """Two requirements that ask for the same get one test each where the wording differs by the requirement's id only.

    Within a requirement, a test with the same steps as an earlier one proves nothing more and is left out. Titles and
    criteria that repeat are told apart by what they belong to.
    """
    seen: set[tuple[object, ...]] = set()
    kept: list[OQTestCase] = []
    criteria: set[str] = set()
    titles: set[str] = set()
    for test in tests:
        key = (test.requirement_uids, *((step.action, step.expected_result) for step in test.steps))
        if key in seen:
            continue
        seen.add(key)
        one = test
        if one.title in titles:
            one = one.model_copy(update={"title": f"{one.title}, {one.id}"})
        if one.acceptance_criterion in criteria:
            one = one.model_copy(update={"acceptance_criterion": f"{one.title}: {one.acceptance_criterion}"})
        criteria.add(one.acceptance_criterion)
        titles.add(one.title)
        kept.append(one)
    return tuple(kept)


def _check_identity(tests: tuple[OQTestCase, ...]) -> None:
    ids = [test.id for test in tests]
    double = next((name for name in ids if ids.count(name) > 1), None)
    if double:
        raise InternalError(
            "Two tests have the same id", hint="This is a bug in gampgen; please report it.", where=double
        )
