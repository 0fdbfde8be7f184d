"""The order of work and the permission matrix as lines to print."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.suite import Technique
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.work_entries import PermissionLine, WorkGroup


def work_groups(index: SuiteIndex) -> Iterator[WorkGroup]:
    """The groups of tests in their proposed order; none where no order was worked out."""
    plan = index.suite.execution
    for number, group in enumerate(plan.groups if plan else (), start=1):
        yield WorkGroup(
            number=number,
            role=group.role,
            shared=group.shared,
            tests=tuple(index.test_link(name) for name in group.test_ids),
            minutes=group.minutes - group.minutes_saved,
        )


def work_note(index: SuiteIndex) -> str:
    """How long all tests take, how much of it may be unscripted, and what the shared set-up saves."""
    plan = index.suite.execution
    if plan is None:
        return ""
    return index.words.say(
        "Proposed order: tests of one role and one set-up stand together, those that take something away come last."
        " Estimated: {minutes} minutes in all, {unscripted} of them unscripted; the shared set-up saves {saved}.",
        minutes=f"{plan.minutes - plan.minutes_saved:,}",
        unscripted=f"{plan.minutes_unscripted:,}",
        saved=f"{plan.minutes_saved:,}",
    )


def permissions(index: SuiteIndex) -> Iterator[PermissionLine]:
    """The permission matrix, one line per action, with the tests of roles and permissions of its requirements."""
    for row in index.suite.permissions:
        own = [test for uid in row.requirement_uids for test in index.tests_of[uid]]
        tests = dict.fromkeys(test.id for test in own if test.technique is Technique.ROLE_PERMISSION)
        yield PermissionLine(
            action=row.action,
            granted=", ".join(row.granted),
            refused=", ".join(row.refused),
            open=", ".join(row.open),
            requirements=tuple(index.requirement_link(uid) for uid in row.requirement_uids),
            tests=tuple(index.test_link(name) for name in tests),
        )
