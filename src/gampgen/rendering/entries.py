"""The entries of what the outputs list: evidence, requirements, scripts, findings, advice, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.rendering.text import Piece


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what holds for it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak for or against a category, or an alternative that was not chosen (`kind`)."""

    kind: str
    category: str
    reason: str
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the system with a category of its own."""

    name: str
    category: str
    requirement_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RiskLine:
    """The two-step rating in words, each with its reason."""

    severity: str
    severity_reason: str
    probability: str
    probability_reason: str
    risk_class: int
    detectability: str
    detectability_reason: str
    priority: str
    priority_kind: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Link:
    """A test or requirement that another one points at: its printed id and its anchor in the output."""

    id: str
    anchor: str


@dataclass(frozen=True, slots=True)
class RequirementEntry:
    """One requirement. `id` is the printed id, with the unique one in brackets where the document repeats it.

    `lines` is text and items, verbatim; `pieces` the same lines with the words that test steps quote marked.
    """

    id: str
    anchor: str
    section: str
    where: str
    lines: tuple[str, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    criteria: str
    stated: tuple[Fact, ...]
    reading: tuple[Fact, ...]
    risk: RiskLine
    gxp_areas: str
    gxp_reason: str
    disposition: str
    disposition_kind: str
    disposition_reason: str
    disposition_quote: str
    tests: tuple[Link, ...]
    no_test_reason: str
    positive: int
    negative: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A requirement as a script repeats it: id, anchor, lines and acceptance criteria, word for word."""

    id: str
    anchor: str
    lines: tuple[str, ...]
    criteria: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of a source; `marked` where a step quotes it. `steps` names the steps whose quote ends here."""

    text: str
    marked: bool
    steps: str


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A requirement beside a test: its lines and acceptance criteria, with the words that the test's steps quote."""

    id: str
    anchor: str
    lines: tuple[tuple[Quoted, ...], ...]
    criteria: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step with what it rests on. `set_up` is true where there is nothing to judge.

    `beside` is true where the quoted words stand, marked, in a source of the script.
    """

    number: int
    action: str
    expected: str
    evidence: str
    rests_on: str
    quote: str
    beside: bool
    set_up: bool


@dataclass(frozen=True, slots=True)
class Script:
    """One test script. What the tester fills in is not here: every output leaves it blank."""

    id: str
    anchor: str
    title: str
    objective: str
    requirements: tuple[Verbatim, ...]
    sources: tuple[QuotedSource, ...]
    priority: str
    priority_kind: str
    priority_reasons: tuple[str, ...]
    technique: str
    polarity: str
    polarity_kind: str
    scripted: str
    minutes: int
    preconditions: tuple[str, ...]
    inputs: tuple[Fact, ...]
    steps: tuple[Step, ...]
    criterion: str
    references: tuple[Link, ...]
    rationale: str
    origin: str


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole for tables and pictures: `per_mille` of it, whole numbers that never sum above 1000."""

    name: str
    kind: str
    count: int
    per_mille: int
    before: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """How many requirements of a section or priority are to be tested in the OQ, and are.

    `per_mille` is the tested share of those to be tested (1000 where none is), in whole numbers.
    """

    kind: str
    name: str
    requirements: int
    for_oq: int
    tested: int
    untested: int
    tests: int
    per_mille: int


@dataclass(frozen=True, slots=True)
class RiskCell:
    """One field of a 3×3 table: what it says there, its code for colours, how many requirements stand in it."""

    value: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One row of a 3×3 table: its heading and its fields."""

    name: str
    cells: tuple[RiskCell, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with a number of its own, where it stands, and a person's decision to live with it."""

    number: str
    code: str
    severity: str
    where: str
    anchor: str
    message: str
    hint: str
    suppressed: str


@dataclass(frozen=True, slots=True)
class AgentLine:
    """What became of an agent. `used_count` of its pieces of advice are in tests, `used_per_mille` of all of them."""

    name: str
    version: str
    outcome: str
    advice_count: int
    used_count: int
    used_per_mille: int


@dataclass(frozen=True, slots=True)
class FaultFigures:
    """Seeded faults: how many, how many of them a step would notice, and that share in whole per mille."""

    seeded: int
    found: int
    per_mille: int


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """A piece of advice, what it rests on and what became of it."""

    agent: str
    requirement: str
    anchor: str
    kind: str
    text: str
    rests_on: str
    quote: str
    tests: tuple[Link, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause that tests name, with its status."""

    clause: str
    title: str
    source: str
    status: str
    anchor: str
    tests: tuple[Link, ...]
    requirements: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A word or passage of the document with what is said of it, and where it stands."""

    name: str
    meaning: str
    where: str
