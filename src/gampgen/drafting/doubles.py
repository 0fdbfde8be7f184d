"""Tests that are the same for several requirements become one; titles and criteria stay distinct."""

from __future__ import annotations

from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestCase

_RANK = {Level.LOW: 0, Level.MEDIUM: 1, Level.HIGH: 2}
_NAMED = 3


def merged(tests: list[OQTestCase]) -> tuple[OQTestCase, ...]:
    """Each test once: the same steps on the same data prove the same, whichever requirement asks for them.

    The merged test keeps the id of the first, names all requirements, and has the highest of their priorities.
    """
    groups: dict[tuple[object, ...], list[OQTestCase]] = {}
    for test in tests:
        key = (test.polarity, *((step.action, step.expected_result) for step in test.steps))
        groups.setdefault(key, []).append(test)
    return _distinct([_one(group) for group in groups.values()])


def _one(group: list[OQTestCase]) -> OQTestCase:
    first = group[0]
    uids = tuple(dict.fromkeys(uid for test in group for uid in test.requirement_uids))
    if len(uids) == 1:
        return first
    own = f" ({first.requirement_uids[0]})"
    named = ", ".join(uids) if len(uids) <= _NAMED else f"{', '.join(uids[:_NAMED])} and {len(uids) - _NAMED} more"
    priority = max((test.priority for test in group), key=lambda level: _RANK[level])
    return first.model_copy(
        update={
            "requirement_uids": uids,
            "title": f"{first.title.removesuffix(own)} ({named})",
            "priority": priority,
            "scripted": any(test.scripted for test in group),
            "inputs": tuple(dict.fromkeys(one for test in group for one in test.inputs)),
            "preconditions": tuple(dict.fromkeys(one for test in group for one in test.preconditions)),
        }
    )


def _distinct(tests: list[OQTestCase]) -> tuple[OQTestCase, ...]:
    """Titles and criteria that repeat are told apart by what they belong to."""
    kept: list[OQTestCase] = []
    criteria: set[str] = set()
    titles: set[str] = set()
    for test in tests:
        one = test
        if one.title in titles:
            one = one.model_copy(update={"title": f"{one.title}, {one.id}"})
        if one.acceptance_criterion in criteria:
            one = one.model_copy(update={"acceptance_criterion": f"{one.title}: {one.acceptance_criterion}"})
        criteria.add(one.acceptance_criterion)
        titles.add(one.title)
        kept.append(one)
    return tuple(kept)
