from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen.domain.category import Categorisation, DecidedBy
from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.requirement import DocumentRecord, IdSource
from gampgen.domain.right import Right
from gampgen.domain.risk import Disposition, DispositionKind, GxpImpact, Level, Risk
from gampgen.domain.statement import Modality
from gampgen.domain.suite import (
    Generator,
    InputValue,
    OQTestCase,
    OQTestSuite,
    Origin,
    Polarity,
    ProcedureStep,
    SuiteRequirement,
    Technique,
)
from gampgen.domain.trace import Source, SourceKind

Inputs = tuple[tuple[str, str | bool, str | None], ...]
RISK = Risk(
    severity=Level.HIGH, probability=Level.MEDIUM, detectability=Level.MEDIUM, risk_class=1, priority=Level.HIGH,
    rationale="", severity_reason="", probability_reason="", detectability_reason="",
)  # fmt: skip


def interval(
    text: str, lower: str | None, upper: str | None, unit: str | None, *, inclusive: tuple[bool, bool] = (True, True)
) -> Interval:
    return Interval(
        text=text, lower=lower, upper=upper, lower_inclusive=inclusive[0], upper_inclusive=inclusive[1], unit=unit,
        start=0, end=len(text),
    )  # fmt: skip


def quantity(text: str, value: str, unit: str | None) -> Quantity:
    return Quantity(text=text, value=value, unit=unit, start=0, end=len(text))


def requirement(
    text: str,
    *,
    intervals: tuple[Interval, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    kind: DispositionKind = DispositionKind.OQ,
    uid: str = "R-1",
    rights: tuple[Right, ...] = (),
) -> SuiteRequirement:
    return SuiteRequirement(
        id=uid, uid=uid, id_source=IdSource.DOCUMENT, text=text, location=Location(line=1), stamp="0" * 64,
        modality=Modality.SHALL, ears=None, archetypes=(), quantities=quantities, intervals=intervals, risk=RISK,
        gxp_impact=GxpImpact(areas=(), reason=""), disposition=Disposition(kind=kind, reason="r"), findings=(),
        rights=rights,
    )  # fmt: skip


def case(
    number: int, inputs: Inputs, seen: str, *, truth: bool, uid: str = "R-1", action: str = "Do it."
) -> OQTestCase:
    step = ProcedureStep(
        number=1, action=action, expected_result=seen, evidence="screenshot",
        source=Source(kind=SourceKind.REQUIREMENT, requirement_uid=uid),
    )  # fmt: skip
    return OQTestCase(
        id=f"T-{number}", title="t", objective="o", requirement_uids=(uid,), technique=Technique.SCENARIO,
        polarity=Polarity.POSITIVE if truth else Polarity.NEGATIVE, priority=Level.HIGH, scripted=True,
        preconditions=(), inputs=tuple(InputValue(name=name, value=value, unit=unit) for name, value, unit in inputs),
        steps=(step,), acceptance_criterion=seen, regulation_refs=(), rationale="", origin=Origin.RULES,
        estimated_minutes=5,
    )  # fmt: skip


def suite(requirements: tuple[SuiteRequirement, ...], tests: tuple[OQTestCase, ...]) -> OQTestSuite:
    return OQTestSuite(
        schema_version="1.0", generator=Generator(name="g", version="0", engine="rules", settings_sha256="0" * 64),
        document=DocumentRecord(
            title="", file_name="u.md", format=DocumentFormat.MARKDOWN, sha256="0" * 64, language="en",
        ),
        system="", complete=True,
        categorisation=Categorisation(
            category=None, confidence=0.0, rationale="", evidence=(), alternatives=(), claimed=None, needs_review=True,
            decided_by=DecidedBy.RULES,
        ),
        requirements=requirements, tests=tests, ledger=(), traceability=(), findings=(), adequacy=None, agents=(),
        advice=(), citations=(), terms=(), roles=(), passed_over=(),
    )  # fmt: skip


@pytest.fixture
def matrix() -> OQTestSuite:
    """A row of a permission matrix, each cell tried as its role."""
    marks = (("Clerk", False), ("Pharmacist", True), ("Owner", True))
    rights = tuple(
        Right(role=role, function="Release order", action="release order", allowed=may, mark="", quote=role)
        for role, may in marks
    )
    tests = tuple(
        case(
            number, (("role", role, None),), f"“{role}” is {'let in' if may else 'refused'}; the order is as before.",
            truth=may, action=f"Log in as a user with the role “{role}” and release order.",
        )
        for number, (role, may) in enumerate(marks, start=1)
    )  # fmt: skip
    return suite((requirement("Release order", rights=rights),), tests)


@pytest.fixture
def alarm() -> OQTestSuite:
    """A limit with a duration, fully tested: two values at the limit, two durations."""
    wanted = requirement(
        "The system shall raise a high alarm when the vessel pressure rises above 2.50 bar for 30 seconds.",
        intervals=(interval("above 2.50 bar", "2.50", None, "bar", inclusive=(False, True)),),
        quantities=(quantity("30 seconds", "30", "seconds"),),
    )
    name = "vessel pressure rises above 2.50 bar for 30 seconds"
    rows = (
        (False, "2.50", "60", "No high alarm is raised for the vessel."),
        (True, "2.51", "30", "A high alarm is raised for the vessel."),
        (False, "2.51", "29", "No high alarm is raised for the vessel."),
        (True, "2.51", "31", "The high alarm of the vessel is still active."),
    )
    tests = tuple(
        case(
            i,
            ((name, truth, None), ("vessel pressure", value, "bar"), ("duration", held, "seconds")),
            seen,
            truth=truth,
        )
        for i, (truth, value, held, seen) in enumerate(rows)
    )
    return suite((wanted,), tests)


@pytest.fixture
def dosing() -> OQTestSuite:
    """(C1 or C2) and not C3, tested with the four rows in which each condition decides once."""
    wanted = requirement(
        "If the lid is open or the filter is blocked, the system shall stop dosing unless the service mode is active."
    )
    names = ("the lid is open", "the filter is blocked", "the service mode is active")
    rows = (
        (True, False, False, True),
        (False, True, False, True),
        (False, False, False, False),
        (True, False, True, False),
    )
    tests = tuple(
        case(
            i, tuple((name, truth, None) for name, truth in zip(names, row[:3], strict=True)),
            "The system stops dosing." if row[3] else "The system goes on dosing.", truth=row[3],
        )
        for i, row in enumerate(rows)
    )  # fmt: skip
    return suite((wanted,), tests)


Make = Callable[..., OQTestSuite]


@pytest.fixture
def roles() -> OQTestSuite:
    """A right for one role alone, tried by that role and by another."""
    wanted = requirement("Only a Supervisor shall be able to release a recipe.")
    return suite(
        (wanted,),
        (
            case(1, (("role", "Supervisor", None),), "The recipe is released by the supervisor.", truth=True),
            case(2, (("role", "Operator", None),), "The release of the recipe is refused.", truth=False),
        ),
    )


@pytest.fixture
def build() -> tuple[
    Callable[..., SuiteRequirement], Callable[..., OQTestCase], Make, Callable[..., Interval], Callable[..., Quantity]
]:
    """The builders, for tests that need a suite of their own."""
    return requirement, case, suite, interval, quantity
