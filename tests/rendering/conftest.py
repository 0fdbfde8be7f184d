"""Suites built by hand: a realistic one, one with an agent that failed, one of hostile texts, one large."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from gampgen.confinement import Limits
from gampgen.domain.advice import AdviceKind, AgentFailure, AgentName
from gampgen.domain.category import (
    Categorisation,
    CategoryAlternative,
    CategoryEvidence,
    DecidedBy,
    GampCategory,
    SystemComponent,
)
from gampgen.domain.document import DocumentFormat
from gampgen.domain.finding import Finding, FindingSeverity, Suppression
from gampgen.domain.location import Location
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.requirement import DocumentRecord, IdSource, PassedOver, Term
from gampgen.domain.risk import Disposition, DispositionKind, GxpImpact, Level, Risk
from gampgen.domain.statement import Archetype, EarsPattern, Modality
from gampgen.domain.suite import (
    Adequacy,
    AdviceRecord,
    AgentRecord,
    Citation,
    Generator,
    InputValue,
    LedgerEntry,
    OQTestCase,
    OQTestSuite,
    Origin,
    Polarity,
    ProcedureStep,
    SeededFault,
    SuiteRequirement,
    Technique,
)
from gampgen.domain.trace import Source, SourceKind, TraceEntry
from gampgen.rendering import confined as confined_rendering
from gampgen.rendering import own_template
from gampgen.settings.house_style import PLAIN_STYLE, HouseStyle

ALARM = "The system shall raise a high alarm when the vessel pressure rises above 2.50 bar for 30 seconds."
DOSING = (
    "If the lid is open or the agitator speed is above 120 rpm, the system shall stop dosing unless the service mode is"
    " active."
)
RELEASE = (
    "Only users with the role Supervisor shall be able to release a recipe; every release shall be recorded in the"
    " audit trail with:"
)
# id, unique id, text, items, disposition, reason, severity, probability, detectability, class, priority
_REQUIREMENTS = (
    ("URS-014", "URS-014", ALARM, (), "oq", "The limit is a function of the system.", "hmm", 1, "high"),
    ("6.3.1", "6.3.1", DOSING, (), "oq", "The condition is decided by the system.", "hmm", 1, "high"),
    (
        "REC-7",
        "REC-7",
        RELEASE,
        ("recipe", "old version & new version", "user, date and time", "reason"),
        "oq",
        "Access and audit trail are functions of the system.",
        "hml",
        1,
        "high",
    ),
    (
        "URS-020",
        "URS-020",
        "Storage temperature shall be kept from 2.0 to 8.0 °C (± 0.1 °C).",
        (),
        "oq",
        "The range is controlled by the system.",
        "hlm",
        2,
        "medium",
    ),
    (
        "URS-021",
        "URS-021",
        "The trend shall be readable.",
        (),
        "query",
        "“readable” cannot be decided.",
        "lmh",
        3,
        "low",
    ),
    (
        "URS-022",
        "URS-022",
        "The supplier shall hold a certified quality system.",
        (),
        "supplier_evidence",
        "It speaks of the supplier, not of the system.",
        "mmm",
        2,
        "medium",
    ),
    (
        "URS-023",
        "URS-023",
        "The server shall have two power supplies.",
        (),
        "iq",
        "A fact of the installation.",
        "mlh",
        3,
        "low",
    ),
    (
        "URS-024",
        "URS-024",
        "Users shall be trained before first use.",
        (),
        "procedure",
        "An act of people.",
        "mmm",
        2,
        "medium",
    ),
    (
        "URS-014",
        "URS-014#2",
        "The alarm list shall show the newest alarm first.",
        (),
        "oq",
        "Shown by the system.",
        "mmh",
        2,
        "low",
    ),
)
_LEVELS = {"h": Level.HIGH, "m": Level.MEDIUM, "l": Level.LOW}
_BVA, _DT, _ROLE = Technique.BOUNDARY_VALUE_ANALYSIS, Technique.DECISION_TABLE, Technique.ROLE_PERMISSION
# id, title, unique ids, technique, negative, inputs
_TESTS = (
    ("OQ-014-A", "No alarm at the limit of 2.50 bar", ("URS-014",), _BVA, True, (("vessel pressure", "2.50", "bar"),)),
    (
        "OQ-014-B",
        "Alarm just above the limit, at 2.51 bar",
        ("URS-014",),
        _BVA,
        False,
        (("vessel pressure", "2.51", "bar"), ("duration", "30", "s")),
    ),
    (
        "OQ-014-C",
        "No alarm one second too short",
        ("URS-014",),
        Technique.TIMING,
        True,
        (("vessel pressure", "2.51", "bar"), ("duration", "29", "s")),
    ),
    (
        "OQ-631-A",
        "Dosing stops: lid open",
        ("6.3.1",),
        _DT,
        False,
        (("the lid is open", True, None), ("the service mode is active", False, None)),
    ),
    (
        "OQ-631-B",
        "Dosing stops: agitator above 120 rpm",
        ("6.3.1",),
        _DT,
        False,
        (("the agitator speed", "121", "rpm"),),
    ),
    ("OQ-631-C", "Dosing goes on: neither condition", ("6.3.1",), _DT, True, (("the agitator speed", "120", "rpm"),)),
    (
        "OQ-631-D",
        "Dosing goes on in service mode",
        ("6.3.1",),
        _DT,
        True,
        (("the service mode is active", True, None),),
    ),
    ("OQ-REC7-A", "A Supervisor releases a recipe", ("REC-7",), _ROLE, False, ()),
    ("OQ-REC7-B", "Other roles cannot release a recipe", ("REC-7",), _ROLE, True, ()),
    (
        "OQ-REC7-C",
        "The release is in the audit trail with all parts",
        ("REC-7",),
        Technique.AUDIT_TRAIL,
        False,
        (("reason", "new raw material supplier", None),),
    ),
    ("OQ-020-A", "8.0 °C is accepted", ("URS-020",), _BVA, False, (("storage temperature", "8.0", "°C"),)),
    ("OQ-020-B", "8.1 °C is outside", ("URS-020",), _BVA, True, (("storage temperature", "8.1", "°C"),)),
    ("OQ-0142-A", "The newest alarm stands first", ("URS-014#2", "URS-014"), Technique.SCENARIO, False, ()),
)


def requirement(row: tuple) -> SuiteRequirement:
    """A requirement from a row of the table above."""
    name, uid, text, items, kind, reason, rated, risk_class, priority = row
    levels = [_LEVELS[letter] for letter in rated]
    risk = Risk(
        severity=levels[0],
        probability=levels[1],
        detectability=levels[2],
        risk_class=risk_class,
        priority=Level(priority),
        rationale="A failure reaches the batch; the function is configured; an alarm list is read.",
        severity_reason="The batch is at stake.",
        probability_reason="Configured function.",
        detectability_reason="Seen at review.",
    )
    limits = "2.50 bar" in text
    return SuiteRequirement(
        id=name,
        uid=uid,
        id_source=IdSource.DOCUMENT,
        text=text,
        items=items,
        section="6 Functions / 6.3 Alarms",
        location=Location(table=3, row=4),
        stamp=hashlib.sha256(text.encode()).hexdigest(),
        acceptance_criteria="Shown at 2.51 bar within one reading interval." if limits else None,
        stated_priority="must" if limits else None,
        modality=Modality.SHALL,
        ears=EarsPattern.EVENT_DRIVEN if limits else None,
        archetypes=(Archetype.NUM,) if limits else (),
        quantities=(Quantity(text="30 seconds", value="30", unit="seconds", start=86, end=96),) if limits else (),
        intervals=(
            Interval(
                text="above 2.50 bar",
                lower="2.50",
                upper=None,
                lower_inclusive=False,
                upper_inclusive=False,
                unit="bar",
                start=68,
                end=82,
            ),
        )
        if limits
        else (),
        risk=risk,
        gxp_impact=GxpImpact(areas=("product_quality",), reason="It concerns a process parameter."),
        disposition=Disposition(kind=DispositionKind(kind), reason=reason),
        findings=("RQ12",) if kind == "query" else (),
    )


def case(row: tuple, steps: int = 4) -> OQTestCase:
    """A test from a row of the table above."""
    name, title, uids, technique, negative, inputs = row
    quote = {
        "URS-014": "rises above 2.50 bar",
        "6.3.1": "the system shall stop dosing",
        "REC-7": "release a recipe",
    }.get(uids[0])
    source = Source(kind=SourceKind.REQUIREMENT, requirement_uid=uids[0], quote=quote)
    made = [
        ProcedureStep(
            number=1,
            action="Log in with the role <role that sees alarms> and open the alarm list.",
            expected_result="",
            evidence="",
            source=Source(kind=SourceKind.RULE, ref="BVA"),
        ),
        *[
            ProcedureStep(
                number=number,
                action=f"Set the simulator to 2.{48 + number} bar; note the time T{number}.",
                expected_result=f"The system shows 2.{48 + number} bar for <vessel>; record {name}-{number} holds it.",
                evidence="screenshot with time",
                source=source,
            )
            for number in range(2, steps + 1)
        ],
    ]
    return OQTestCase(
        id=name,
        title=title,
        objective=f"Show that: {title[0].lower()}{title[1:]}.",
        requirement_uids=uids,
        technique=technique,
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        priority=Level.HIGH,
        scripted=True,
        preconditions=("The high limit of <vessel> is 2.50 bar with a delay of 30 s.", "No alarm is active."),
        inputs=tuple(InputValue(name=label, value=value, unit=unit) for label, value, unit in inputs),
        steps=tuple(made),
        acceptance_criterion="The high alarm becomes active at 2.51 bar after 30 s and not before.",
        regulation_refs=("P11-11.10-e",),
        rationale="A wrong inequality shows here. The step of 0.01 bar is an assumption.",
        origin=Origin.RULES,
        estimated_minutes=15,
    )


def _categorisation() -> Categorisation:
    return Categorisation(
        category=GampCategory.CONFIGURED,
        confidence=0.82,
        rationale="Recipes and limits are configured in an established product.",
        evidence=(
            CategoryEvidence(
                requirement_uid="REC-7",
                location=None,
                quote="release a recipe",
                indicator="configured recipes",
                category=GampCategory.CONFIGURED,
                weight=2.0,
            ),
            CategoryEvidence(
                requirement_uid=None,
                location=Location(paragraph=4),
                quote="standard product",
                indicator="standard product",
                category=GampCategory.STANDARD,
                weight=-0.5,
            ),
        ),
        alternatives=(
            CategoryAlternative(category=GampCategory.CUSTOM, score=0.11, reason="One interface is written anew."),
        ),
        components=(
            SystemComponent(
                name="ERP interface",
                category=GampCategory.CUSTOM,
                requirement_uids=("URS-020",),
                reason="Written for this site.",
            ),
        ),
        claimed=GampCategory.STANDARD,
        needs_review=False,
        decided_by=DecidedBy.RULES,
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            code="RQ12",
            severity=FindingSeverity.ERROR,
            requirement_uid="URS-021",
            message="“readable” cannot be decided by a tester.",
            hint="Say what is shown, and how large.",
        ),
        Finding(
            code="AS01",
            severity=FindingSeverity.INFO,
            requirement_uid="URS-014",
            message="A display step of 0.01 bar is assumed.",
            hint="State the resolution.",
        ),
        Finding(
            code="ID02",
            severity=FindingSeverity.WARNING,
            requirement_uid="URS-014#2",
            message="The id URS-014 is used twice.",
            hint="Give each requirement its own id.",
        ),
        Finding(
            code="RD07",
            severity=FindingSeverity.WARNING,
            location=Location(page=2, paragraph=17),
            message="Hidden text.",
            hint="Remove it.",
            suppressed=Suppression(by="A. Author", reason="a note to the printer"),
        ),
    )


def build(
    rows: tuple[tuple, ...] = _REQUIREMENTS,
    tests: tuple[OQTestCase, ...] | None = None,
    **changes: object,
) -> OQTestSuite:
    """The realistic suite, or one of other requirements and tests."""
    made = tuple(case(row) for row in _TESTS) if tests is None else tests
    requirements = tuple(requirement(row) for row in rows)
    users = {item.uid: tuple(test.id for test in made if item.uid in test.requirement_uids) for item in requirements}
    kinds = {
        kind: tuple(item.uid for item in requirements if item.disposition.kind is kind) for kind in DispositionKind
    }
    suite = OQTestSuite(
        schema_version="1.0",
        generator=Generator(name="gampgen", version="0.1.0", engine="rules", settings_sha256="ab" * 32),
        document=DocumentRecord(
            title="URS Dosing Skid",
            file_name="urs_skid.docx",
            format=DocumentFormat.DOCX,
            sha256="cd" * 32,
            language="en",
        ),
        system="Dosing skid control system",
        complete=True,
        categorisation=_categorisation(),
        requirements=requirements,
        tests=made,
        ledger=tuple(LedgerEntry(kind=kind, count=len(uids), requirement_uids=uids) for kind, uids in kinds.items()),
        traceability=tuple(
            TraceEntry(
                requirement_uid=item.uid,
                requirement_id=item.id,
                test_ids=users[item.uid],
                reason=None if users[item.uid] else item.disposition.reason,
            )
            for item in requirements
        ),
        findings=_findings(),
        adequacy=Adequacy(
            seeded=57,
            found=55,
            not_found=(
                SeededFault(
                    requirement_uid="URS-020", operator="limit off by one", description="The lower limit is 1.9 °C."
                ),
                SeededFault(
                    requirement_uid="REC-7", operator="field missing", description="The reason is not recorded."
                ),
            ),
        ),
        agents=tuple(AgentRecord(name=name, version="1", answered=True, advice_count=1) for name in AgentName),
        advice=(
            AdviceRecord(
                agent=AgentName.SME,
                requirement_uid="URS-014",
                kind=AdviceKind.FAILURE_MODE,
                text="Wrong inequality at the limit.",
                source=Source(kind=SourceKind.RULE, ref="FM-NUM"),
                test_ids=tuple(test.id for test in made[:1]),
                outcome="used by one test",
            ),
            AdviceRecord(
                agent=AgentName.RESEARCH,
                requirement_uid="REC-7",
                kind=AdviceKind.CLAUSE,
                text="Audit trail of changes.",
                source=Source(kind=SourceKind.CLAUSE, ref="P11-11.10-e"),
                clause_status="in_force",
                outcome="cited",
            ),
            AdviceRecord(
                agent=AgentName.CONTEXT,
                requirement_uid=None,
                kind=AdviceKind.PASSAGE,
                text="The vessel is named V-101.",
                source=Source(kind=SourceKind.CONTEXT, document="fs.docx", quote="vessel V-101"),
                outcome="not used: no test names a vessel",
            ),
        ),
        citations=(
            Citation(
                ref="P11-11.10-e",
                clause="21 CFR 11.10(e)",
                title="Audit trails",
                source_title="21 CFR Part 11",
                version="as of 2023-03-02",
                status="in_force",
            ),
            Citation(
                ref="A11D-12.1",
                clause="EU Annex 11 (draft 2025) 12.1",
                title="Audit trail",
                source_title="EU GMP Annex 11 revision",
                version="7 July 2025",
                status="draft",
            ),
        ),
        terms=(
            Term(
                name="recipe",
                meaning="A set of dosing parameters",
                quote="recipe: a set of dosing parameters",
                location=Location(paragraph=8),
            ),
        ),
        roles=(
            Term(
                name="Supervisor",
                meaning="Releases recipes",
                quote="Supervisor: releases recipes",
                location=Location(paragraph=9),
            ),
        ),
        passed_over=(
            PassedOver(
                text="This chapter describes the alarms.", location=Location(paragraph=30), reason="no obligation"
            ),
        ),
    )
    return suite.model_copy(update=changes)


HOSTILE = (
    "a < b & c > d \"quoted\" 'single'",
    '=HYPERLINK("http://example.org";"x") | +1 | -2 | @SUM(A1)',
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>",
    "{{ cover.system }} {% for x in y %} {_{ }_} {_% %_} {# note #}",
    "<script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3)",
    "*bold* _under_ `code` [link](http://example.org) | pipe | # heading ~~gone~~ $x$ \\ back",
    "2.0–8.0 °C ± 0.1 µm ≤ 5 % Ω ÄÖÜß 日本語 العربية",
    "first line\nsecond line\n\n\tafter a tab\n- no list\n1. no list",
    "_x0041_ &amp; &lt; ]]> <!-- comment --> %s %(x)s ${HOME}",
)


def hostile_suite() -> OQTestSuite:
    """Hostile texts in the text, reason and title of a requirement and test each."""
    rows = tuple((f"H-{n}", f"H-{n}", text, (text,), "oq", text, "hmm", 1, "high") for n, text in enumerate(HOSTILE, 1))
    tests = tuple(
        case(
            (f"OQ-H{n}", text.replace("\n", " ").replace("\t", " "), (f"H-{n}",), _BVA, False, (("input", text, None),))
        ).model_copy(update={"objective": text, "acceptance_criterion": text, "preconditions": (text,)})
        for n, text in enumerate(HOSTILE, 1)
    )
    return build(
        rows,
        tests,
        system=HOSTILE[0],
        advice=(),
        findings=tuple(
            Finding(code="RQ01", severity=FindingSeverity.WARNING, requirement_uid=f"H-{n}", message=text, hint=text)
            for n, text in enumerate(HOSTILE, 1)
        ),
        adequacy=None,
        categorisation=_categorisation().model_copy(update={"evidence": (), "components": ()}),
    )


def failed_suite() -> OQTestSuite:
    """A suite whose SME agent gave no answer."""
    failure = AgentFailure(kind="TimeoutError", message="no answer within 60 s", attempts=3)
    agents = (
        AgentRecord(name=AgentName.CONTEXT, version="1", answered=True, advice_count=1),
        AgentRecord(name=AgentName.SME, version="1", answered=False, advice_count=0, failures=(failure,)),
        AgentRecord(name=AgentName.RESEARCH, version="1", answered=True, advice_count=1),
    )
    return build(complete=False, agents=agents)


def large_suite(tests: int = 500, steps: int = 6) -> OQTestSuite:
    """Many tests of many steps, one requirement each."""
    rows = tuple(
        (f"L-{n:04d}", f"L-{n:04d}", f"Reading {n} shall be at most {n}.0 bar.", (), "oq", "A limit.", "hmm", 1, "high")
        for n in range(tests)
    )
    made = tuple(
        case(
            (
                f"OQ-L{n:04d}",
                f"Reading {n} at the limit",
                (f"L-{n:04d}",),
                _BVA,
                False,
                (("reading", f"{n}.0", "bar"),),
            ),
            steps,
        )
        for n in range(tests)
    )
    return build(
        rows,
        made,
        advice=(),
        findings=(),
        adequacy=None,
        categorisation=_categorisation().model_copy(update={"evidence": (), "components": ()}),
    )


_ASK = own_template.ask


def _answered_here(_: str, question: bytes, data: bytes, limits: Limits) -> bytes:  # noqa: ARG001 - as `ask`
    asked = own_template.Question.model_validate_json(question)
    content, _, files = data.partition(b"\n")
    logo = files[asked.size :] if asked.has_logo else None
    template = own_template.OwnTemplate(asked.name, files[: asked.size], asked.logo_name, logo)
    answer, document = confined_rendering.answer_to(asked, template, json.loads(content))
    return answer.model_dump_json().encode() + b"\n" + document


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each template would make these tests slow; `test_rendering_confined.py` asks for it."""
    monkeypatch.setattr(own_template, "ask", _answered_here)


@pytest.fixture
def confined(monkeypatch: pytest.MonkeyPatch, _in_this_process: None) -> None:
    """Own templates in a process of their own, as users have it."""
    monkeypatch.setattr(own_template, "ask", _ASK)


@pytest.fixture
def realistic() -> OQTestSuite:
    return build()


@pytest.fixture
def incomplete() -> OQTestSuite:
    return failed_suite()


@pytest.fixture
def hostile() -> OQTestSuite:
    return hostile_suite()


@pytest.fixture
def large() -> OQTestSuite:
    return large_suite(40)


@pytest.fixture
def hostile_texts() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture(name="build_suite")
def _build_suite() -> Callable[..., OQTestSuite]:
    return build


@pytest.fixture
def outputs(tmp_path: Path) -> Callable[..., dict[str, bytes]]:
    """Renders a suite into a new folder; file name → bytes."""
    from gampgen.rendering import render

    count = iter(range(100))

    def rendered(suite: OQTestSuite, style: HouseStyle = PLAIN_STYLE) -> dict[str, bytes]:
        folder = tmp_path / str(next(count))
        folder.mkdir()
        return {path.name: path.read_bytes() for path in render(suite, folder, style)}

    return rendered
