# ruff: noqa: E501 - a manual's sentence stands on one line
"""How the tests of a suite are carried out with little effort: order, shared set-up, time; and what is checked before.

Tests that share a set-up stand together, those of one role side by side; within a group a test that changes or takes
away what others need comes last. The order is a proposal: each test stands on its own.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.suite import Execution, ExecutionGroup, OQTestCase

MINUTES_PER_SHARED = 1
_AMONG = re.compile(r"\btest user (?:from among|who is) (?:the |an? |one of the )?(?P<name>[\w -]{2,40}?)\.?$")
_ROLE = re.compile(
    r"\b(?:role|test user|tester (?:is logged in|works|acts)|as)\b[^.]{0,12}?[“\"`<](?P<name>[^”\"`>]{2,40})[”\"`>]"
)
_TAKES_AWAY = re.compile(
    r"\b(?:delete|remove|lock|power|disconnect|break the (?:connection|session)|stop the|restore|withdraw|damage|simulate the loss)\b",
    re.IGNORECASE,
)
_REMOVES = re.compile(r"\b(?:and delete it|delete|remove)\b(?: the)? ?(?P<what><[^<>]{2,40}>)?", re.IGNORECASE)
_TRIES = re.compile(r"\b(?:try|attempt|look up|note|write down|cancel)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:works?|functions?|behaves?) (?:as (?:expected|specified|intended|required)|correctly|properly)\b"
    r"|\b(?:successfully|as appropriate|user[- ]friendly|in a timely manner)\b",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="EXE1", name="Expected result that cannot be observed", source="oq_conventions checklist, points 32 and 33",
        manual='A step expects something that two testers could judge differently ("works correctly", "successfully"). Say what is seen:'
        " a value, a message, a state, an entry.",
    ),
    Rule(
        code="EXE2", name="A later step needs what an earlier one takes away", source="gampgen",
        manual="A step deletes a record that a later step of the same test opens again. Use a second record, or change the order.",
    ),
)  # fmt: skip


def execution(tests: tuple[OQTestCase, ...]) -> Execution:
    """The proposed order of work, with what is set up once for several tests and the time that all take.

    Args:
        tests: the tests of the suite, in its order.
    """
    groups: dict[tuple[str, str], list[OQTestCase]] = {}
    for test in tests:
        groups.setdefault((_role(test), _setup(test)), []).append(test)
    ordered = sorted(groups.items(), key=lambda one: one[0][0])  # stable: within a role as in the document
    made = tuple(_group(role, setup, own) for (role, setup), own in ordered)
    total = sum(test.estimated_minutes for test in tests)
    return Execution(
        order=tuple(name for group in made for name in group.test_ids), groups=made, minutes=total,
        minutes_unscripted=sum(test.estimated_minutes for test in tests if not test.scripted),
        minutes_saved=sum(group.minutes_saved for group in made),
    )  # fmt: skip


def _role(test: OQTestCase) -> str:
    """The role that the set-up names first; "" where it names none."""
    found = next((one for text in test.preconditions if (one := _ROLE.search(text) or _AMONG.search(text))), None)
    name = found["name"].strip() if found else ""
    singular = name if name.endswith("ss") or name.startswith("a role") else name.removesuffix("s")
    return singular[:1].upper() + singular[1:] if found and found.re is _AMONG else singular


def _setup(test: OQTestCase) -> str:
    return test.preconditions[0] if test.preconditions else ""


def _group(role: str, setup: str, tests: list[OQTestCase]) -> ExecutionGroup:
    kept = sorted(tests, key=takes_away)
    shared = tests[0].preconditions
    for test in tests[1:]:
        shared = tuple(one for one in shared if one in test.preconditions)
    return ExecutionGroup(
        role=role, shared=shared if len(tests) > 1 else (setup,) if setup else (), test_ids=tuple(one.id for one in kept),
        minutes=sum(one.estimated_minutes for one in tests),
        minutes_saved=MINUTES_PER_SHARED * len(shared) * (len(tests) - 1),
    )  # fmt: skip


def takes_away(test: OQTestCase) -> bool:
    """Whether a test changes or takes away what other tests of its group may need."""
    return any(_TAKES_AWAY.search(step.action) for step in test.steps)


def lint(tests: tuple[OQTestCase, ...]) -> tuple[Finding, ...]:
    """What stands in the way of carrying the tests out, found before anybody tries."""
    found: list[Finding] = []
    for test in tests:
        uid = test.requirement_uids[0]
        vague = [(step.number, said[0]) for step in test.steps if (said := _VAGUE.search(step.expected_result))]
        found += [
            Finding(
                code="EXE1", severity=FindingSeverity.WARNING, requirement_uid=uid,
                message=f"{test.id}, step {number}: “{said}” cannot be observed",
                hint="Say what is seen: a value, a message, a state, an entry.",
            )
            for number, said in vague
        ]  # fmt: skip
        if needed := _needed_again(test):
            found.append(
                Finding(
                    code="EXE2", severity=FindingSeverity.WARNING, requirement_uid=uid,
                    message=f"{test.id}, step {needed}: opens what an earlier step has deleted",
                    hint="Use a second record, or change the order of the steps.",
                )
            )  # fmt: skip
    return tuple(found)


def _needed_again(test: OQTestCase) -> int:
    """The number of a step that opens what an earlier one deleted; 0 where there is none."""
    gone: set[str] = set()
    for step in test.steps:
        if any(re.search(rf"\b(?:open|change|edit|sign) {re.escape(one)}", step.action, re.IGNORECASE) for one in gone):
            return step.number
        found = _REMOVES.search(step.action)
        if found and found["what"] and not _TRIES.search(step.action):
            gone.add(found["what"])
    return 0
