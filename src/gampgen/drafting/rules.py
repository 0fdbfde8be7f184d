# ruff: noqa: E501 - a manual's sentence stands on one line
"""Findings that drafting makes, with their manuals."""

from __future__ import annotations

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.drafting.wording import blanks_in

RULES: tuple[Rule, ...] = (
    Rule(
        code="OPEN1", name="Blanks to fill in", source="gampgen",
        manual="A test needs something that the document does not say: the text of a message, a screen, a role, prepared data, a tolerance."
        " It is marked `<…>` in the test and must be filled in by hand before the protocol is approved. One finding per requirement names"
        " all its blanks.",
    ),
    Rule(
        code="OPEN2", name="What happens otherwise is not said", source="ISO/IEC/IEEE 29148 §5.2.5 (complete)",
        manual="A guarantee (no data are lost, a record is kept) or a function that is always on is demanded under a condition. The sentence"
        " does not say what happens where the condition does not hold, and the opposite of the demand is no demand: no test expects it."
        " Where a limit makes a value beside the condition necessary, the expected result is a blank.",
    ),
    Rule(
        code="OPEN3", name="Nature of a limit is not said", source="ISO/IEC/IEEE 29148 §5.2.5 (unambiguous)",
        manual="The sentence sets a limit but does not say whether the value is entered, set, sensed or measured, or what happens beyond it."
        " A test that entered a value and expected a refusal could be wrong. The limit is quoted and judged by the requirement's own words"
        " until the author says what it is.",
    ),
    Rule(
        code="OPEN4", name="High priority without a negative test", source="oq_conventions checklist, point 4",
        manual="The requirement is of high priority, and neither its words nor a technique name anything that must be refused or stay away: a"
        " limit, a condition, a forbidden role, a missing entry, an action that can be cancelled, a connection that can break. A test of an"
        " opposite that nobody demanded would prove nothing. The author is asked what can go wrong.",
    ),
)  # fmt: skip


def open_natures(uid: str, limits: tuple[str, ...]) -> Finding | None:
    """The finding that asks what the limits of a requirement are on; None where each is said."""
    if not limits:
        return None
    said = ", ".join(f"“{one}”" for one in dict.fromkeys(limits))
    return Finding(
        code="OPEN3", severity=FindingSeverity.WARNING, requirement_uid=uid,
        message=f"It is not said whether the limited value is entered, set or measured: {said}",
        hint="Say who or what gives the value, and what happens beyond the limit.",
    )  # fmt: skip


def one_sided(uid: str, tests: list[OQTestCase]) -> Finding | None:
    """The finding that a requirement of high priority has positive tests only; None where it has a negative one."""
    high = any(test.priority is Level.HIGH for test in tests)
    if not high or any(test.polarity is Polarity.NEGATIVE for test in tests):
        return None
    return Finding(
        code="OPEN4", severity=FindingSeverity.WARNING, requirement_uid=uid,
        message="High priority, and the wording names nothing that must be refused or stay away: no negative test follows from it",
        hint="Ask the author what can go wrong here, and add a test of it by hand.",
    )  # fmt: skip


def unsaid_points(uid: str, effects: tuple[str, ...]) -> Finding | None:
    """The finding that asks what becomes of effects where their conditions do not hold; None where that is said."""
    if not effects:
        return None
    said = "; ".join(f"“{one}”" for one in dict.fromkeys(effects))
    return Finding(
        code="OPEN2", severity=FindingSeverity.INFO, requirement_uid=uid,
        message=f"It is not said what happens where the condition does not hold: {said}",
        hint="Say whether the demand holds there too, or what is expected instead; no test assumes the opposite.",
    )  # fmt: skip


def open_points(uid: str, tests: list[OQTestCase]) -> Finding | None:
    """The finding that names the blanks in a requirement's tests; None where there is none."""
    texts = [
        text
        for test in tests
        for text in (
            test.title,
            test.objective,
            *test.preconditions,
            *(t for s in test.steps for t in (s.action, s.expected_result)),
            test.acceptance_criterion,
        )
    ]
    blanks = blanks_in(*texts)
    if not blanks:
        return None
    return Finding(
        code="OPEN1", severity=FindingSeverity.WARNING, requirement_uid=uid,
        message=f"The tests hold {len(blanks)} blank{'s' if len(blanks) > 1 else ''} that the document does not fill: {', '.join(blanks)}",
        hint="Fill in each blank before approval, from the specification or by asking the author.",
    )  # fmt: skip
