# ruff: noqa: E501 - a manual's sentence stands on one line
"""Findings that drafting makes, with their manuals."""

from __future__ import annotations

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.suite import OQTestCase
from gampgen.drafting.wording import blanks_in

RULES: tuple[Rule, ...] = (
    Rule(
        code="OPEN1", name="Blanks to fill in", source="gampgen",
        manual="A test needs something that the document does not say: the text of a message, a screen, a role, prepared data, a tolerance."
        " It is marked `<…>` in the test and must be filled in by hand before the protocol is approved. One finding per requirement names"
        " all its blanks.",
    ),
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
