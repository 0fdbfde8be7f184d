"""Marks in patterns of texts ("{subject}") that nothing filled: a suite that holds one is never given out."""

from __future__ import annotations

import re

from gampgen.domain.requirement import Requirement
from gampgen.domain.suite import OQTestCase

_MARK = re.compile(r"\{[A-Za-z_]+\}")


def unfilled(tests: tuple[OQTestCase, ...], requirements: tuple[Requirement, ...]) -> tuple[str, ...]:
    """The marks that stand in a text of a test and not in the requirements it tests, sorted.

    Args:
        tests: the drafted tests.
        requirements: all requirements; a document may hold such a mark itself, as in the address "/orders/{id}".
    """
    by_uid = {one.uid: one for one in requirements}
    found: set[str] = set()
    for test in tests:
        steps = (f"{one.action} {one.expected_result} {one.evidence}" for one in test.steps)
        marks = set(_MARK.findall(" ".join([test.title, test.objective, *test.preconditions, *steps])))
        if marks:
            own = " ".join(by_uid[uid].model_dump_json() for uid in test.requirement_uids if uid in by_uid)
            found |= {mark for mark in marks if mark not in own}
    return tuple(sorted(found))
