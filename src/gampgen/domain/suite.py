"""The OQ suite: what `suite.json` holds and every output is rendered from. Field names are the contract's."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.advice import AdviceKind, AgentFailure, AgentId
from gampgen.domain.base import LargeValue, Value
from gampgen.domain.category import Categorisation
from gampgen.domain.finding import Finding
from gampgen.domain.origin import Origin
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.requirement import DocumentRecord, PassedOver, Requirement, Term
from gampgen.domain.risk import Disposition, DispositionKind, GxpImpact, Level, Risk
from gampgen.domain.second_reading import SecondReading
from gampgen.domain.statement import Archetype, EarsPattern, Modality
from gampgen.domain.trace import Source, TraceEntry

SCHEMA_VERSION = "1.0"


class Technique(StrEnum):
    """Test design techniques (ISO/IEC/IEEE 29119-4 where it names one)."""

    BOUNDARY_VALUE_ANALYSIS = "boundary_value_analysis"
    EQUIVALENCE_PARTITIONING = "equivalence_partitioning"
    DECISION_TABLE = "decision_table"
    STATE_TRANSITION = "state_transition"
    ROLE_PERMISSION = "role_permission"
    TIMING = "timing"
    LOCK_OUT = "lock_out"
    AUDIT_TRAIL = "audit_trail"
    ELECTRONIC_SIGNATURE = "electronic_signature"
    MANDATORY_FIELD = "mandatory_field"
    PAIRWISE = "pairwise"
    SCENARIO = "scenario"
    ERROR_GUESSING = "error_guessing"


class Polarity(StrEnum):
    """Positive: the effect happens, the input is accepted. Negative: it is refused, the effect stays away."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class InputValue(Value):
    """One input of a test: a decimal number as text, a truth value, or a text; the unit beside it, None for a count."""

    name: str
    value: str | bool
    unit: str | None = None


class ProcedureStep(Value):
    """One step: one action, one observable expected result ("" where the step only sets up), the evidence to keep.

    `origin` says who worded it; the rules' own words stand in the record of the second reading where a model did.
    """

    number: int
    action: str
    expected_result: str
    evidence: str
    source: Source
    origin: Origin = Origin.RULES


class OQTestCase(LargeValue):
    """One test. `id` derives from what the test covers, so an unrelated edit of the document does not renumber it."""

    id: str
    title: str
    objective: str
    requirement_uids: tuple[str, ...]
    technique: Technique
    polarity: Polarity
    priority: Level
    scripted: bool
    preconditions: tuple[str, ...]
    inputs: tuple[InputValue, ...]
    steps: tuple[ProcedureStep, ...]
    acceptance_criterion: str
    regulation_refs: tuple[str, ...]
    rationale: str
    origin: Origin
    estimated_minutes: int


class SuiteRequirement(Requirement):
    """A requirement with everything that was made of it: reading, risk, disposition, codes of its findings."""

    modality: Modality
    ears: EarsPattern | None
    archetypes: tuple[Archetype, ...]
    quantities: tuple[Quantity, ...]
    intervals: tuple[Interval, ...]
    risk: Risk
    gxp_impact: GxpImpact
    disposition: Disposition
    findings: tuple[str, ...]


class LedgerEntry(Value):
    """One disposition of the ledger: how many requirements, and which."""

    kind: DispositionKind
    count: int
    requirement_uids: tuple[str, ...]


class SeededFault(Value):
    """A fault that no step of the suite would notice."""

    requirement_uid: str
    operator: str
    description: str


class KillRate(Value):
    """Seeded faults of one kind, priority or technique: how many, and how many of them the suite would notice."""

    name: str
    seeded: int
    found: int


class UnseenNumber(Value):
    """A number of a requirement that no input, expected result or criterion of its tests gives back."""

    requirement_uid: str
    text: str
    value: str


class Adequacy(LargeValue):
    """Seeded-fault figures: how many faulty systems were derived, and how many the suite tells from the right one.

    The same counts by kind of fault, by the requirement's risk priority, and by the technique of the test that notices
    (of the requirement's first test where none does). `numbers` is how many numbers the OQ requirements state,
    `numbers_seen` how many of them come back in their tests.
    """

    seeded: int
    found: int
    not_found: tuple[SeededFault, ...]
    by_operator: tuple[KillRate, ...] = ()
    by_priority: tuple[KillRate, ...] = ()
    by_technique: tuple[KillRate, ...] = ()
    numbers: int = 0
    numbers_seen: int = 0
    numbers_unseen: tuple[UnseenNumber, ...] = ()


class ExecutionGroup(Value):
    """Tests that are carried out together: the role that works, what is set up once for all of them, their order.

    `minutes` is the sum of their estimates, `minutes_saved` what the shared set-up saves of it.
    """

    role: str
    shared: tuple[str, ...]
    test_ids: tuple[str, ...]
    minutes: int
    minutes_saved: int


class Execution(LargeValue):
    """A proposed order of work: groups that share a role and a set-up, and the time that all tests take in minutes."""

    order: tuple[str, ...]
    groups: tuple[ExecutionGroup, ...]
    minutes: int
    minutes_unscripted: int
    minutes_saved: int


class PermissionRow(Value):
    """One action over the whole document: the roles that may, that must not, and of which no requirement says it.

    The roles are those that the document names; the uids are those of the requirements that speak of the action.
    """

    action: str
    granted: tuple[str, ...]
    refused: tuple[str, ...]
    open: tuple[str, ...]
    requirement_uids: tuple[str, ...]


class AgentRecord(Value):
    """What became of an agent in this run: answered (with how much advice) or failed (and why).

    `nothing_on_count` is the number of requirements that the agent looked at and had nothing to say on.
    """

    name: AgentId
    version: str
    answered: bool
    advice_count: int
    nothing_on_count: int = 0
    failures: tuple[AgentFailure, ...] = ()


class AdviceRecord(Value):
    """A piece of advice and what became of it: the tests that use it, or the reason why none does."""

    agent: AgentId
    requirement_uid: str | None
    kind: AdviceKind
    text: str
    source: Source
    clause_status: str = ""
    test_ids: tuple[str, ...] = ()
    outcome: str
    origin: Origin = Origin.RULES


class Citation(Value):
    """A regulation clause that a test names, as it may be printed, with its status."""

    ref: str
    clause: str
    title: str
    source_title: str
    version: str
    status: str


class Generator(Value):
    """What made the suite. `engine` is "rules" or "rules+llm"; the digest is of the content-shaping settings."""

    name: str
    version: str
    engine: str
    settings_sha256: str


class OQTestSuite(LargeValue):
    """The whole result. `complete` is false where an agent's answer is missing; `agents` then says which.

    `second_reading` is what a language model added; None where none was used.
    """

    schema_version: str
    generator: Generator
    document: DocumentRecord
    system: str
    complete: bool
    categorisation: Categorisation
    requirements: tuple[SuiteRequirement, ...]
    tests: tuple[OQTestCase, ...]
    ledger: tuple[LedgerEntry, ...]
    traceability: tuple[TraceEntry, ...]
    findings: tuple[Finding, ...]
    adequacy: Adequacy | None
    execution: Execution | None = None
    permissions: tuple[PermissionRow, ...] = ()
    agents: tuple[AgentRecord, ...]
    advice: tuple[AdviceRecord, ...]
    citations: tuple[Citation, ...]
    terms: tuple[Term, ...]
    roles: tuple[Term, ...]
    passed_over: tuple[PassedOver, ...]
    second_reading: SecondReading | None = None
