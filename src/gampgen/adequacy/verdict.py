# ruff: noqa: E501 - a manual's sentence stands on one line
"""What adequacy objects to: numbers that do not come back, and a share of noticed faults below the demanded one."""

from __future__ import annotations

from decimal import Decimal

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.suite import Adequacy

RULES: tuple[Rule, ...] = (
    Rule(
        code="ADQ1", name="Number that no test gives back", source="oq_conventions checklist, point 35",
        manual="The requirement states a number (a limit, an interval, a count), and none of its tests has it in an input, an expected result"
        " or a criterion. A tester would not notice a system that works with another number. Add it to a test, or have the requirement say"
        " what the number limits.",
    ),
    Rule(
        code="ADQ2", name="Fewer seeded faults noticed than demanded", source="DeMillo, Lipton, Sayward 1978 (mutation testing)",
        manual="`--min-kill` demands that a share of the seeded faults is noticed by at least one step. Below it the run ends with 1 (see"
        " --fail-on). The faults that are not noticed are listed in the report, in the workbook and in suite.json.",
    ),
)  # fmt: skip


def objections(figures: Adequacy, *, min_kill: Decimal | None = None) -> tuple[Finding, ...]:
    """The findings of a measured suite.

    Args:
        figures: what was measured.
        min_kill: the share (0 to 1) of seeded faults that has to be noticed; None: any.
    """
    found = [
        Finding(
            code="ADQ1", severity=FindingSeverity.WARNING, requirement_uid=one.requirement_uid,
            message=f"No test gives back the number of “{one.text}”",
            hint="Add the number to an input, an expected result or the criterion of a test.",
        )
        for one in figures.numbers_unseen
    ]  # fmt: skip
    if min_kill is not None and figures.seeded and Decimal(figures.found) / figures.seeded < min_kill:
        found.append(
            Finding(
                code="ADQ2", severity=FindingSeverity.ERROR,
                message=f"{figures.found} of {figures.seeded} seeded faults are noticed, fewer than the demanded share of {min_kill}",
                hint="See the list of faults that are not noticed in report.html; add tests or reword the requirements.",
            )
        )  # fmt: skip
    return tuple(found)
