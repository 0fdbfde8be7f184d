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
from gampgen.drafting.cases import case_of, stated_criterion, word
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
    stated: set[str] = set()
    for item in items:
        owner = planned.get(item.requirement_uid)
        if owner is None:
            raise InternalError(
                "A coverage item names a requirement that was not given",
                hint="This is a bug in gampgen; please report it.",
                where=item.requirement_uid,
            )
        criterion = stated_criterion(item, owner, first=item.requirement_uid not in stated)
        if criterion is not None:
            stated.add(item.requirement_uid)
        made.append(case_of(item, owner, word(item), criterion))
    return made


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
        if one.acceptance_criterion in criteria:
            one = one.model_copy(update={"acceptance_criterion": f"{one.title}: {one.acceptance_criterion}"})
        if one.title in titles:
            one = one.model_copy(update={"title": f"{one.title}, {one.id.rsplit('-', 2)[-1]}"})
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
