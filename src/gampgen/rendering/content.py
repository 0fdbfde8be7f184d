"""What the outputs say, ready to be laid out: the suite joined up by id and put in words.

Every format prints this and nothing else, so that all of them hold the same content and the same counts. Texts are
the suite's own; what a person has to fill in is absent or a marked blank (`<…>`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from gampgen.rendering.text import Piece, visible

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what holds for it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says. `banner` has a sentence per missing answer, and is empty where the suite is complete."""

    system: str
    document_title: str
    file_name: str
    file_format: str
    file_sha256: str
    category: str
    category_basis: str
    category_rationale: str
    category_claimed: str
    generator: str
    engine: str
    settings_sha256: str
    suite_sha256: str
    complete: bool
    banner: tuple[str, ...]
    number_blank: str
    date_format: str


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm as it named itself, "" where it did not. `departments` has a name for each role of the wording file.

    `logo` is the picture itself for the Word protocol, and the file's name elsewhere. `risk_method` is the firm's
    sentence on its risk method.
    """

    name: str
    logo: str
    risk_method: str
    departments: DepartmentNames


@dataclass(frozen=True, slots=True)
class DepartmentNames:
    """The firm's name for those who act in each role; "" is a blank."""

    author: str
    technical_reviewer: str
    process_owner: str
    system_owner: str
    executor: str
    results_reviewer: str
    quality_unit: str


@dataclass(frozen=True, slots=True)
class Levels:
    """The words for the three ratings."""

    high: str
    medium: str
    low: str


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
class Step:
    """One step with what it rests on. `set_up` is true where there is nothing to judge."""

    number: int
    action: str
    expected: str
    evidence: str
    rests_on: str
    quote: str
    set_up: bool


@dataclass(frozen=True, slots=True)
class Script:
    """One test script. What the tester fills in is not here: every output leaves it blank."""

    id: str
    anchor: str
    title: str
    objective: str
    requirements: tuple[Verbatim, ...]
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
    """What became of an agent."""

    name: str
    version: str
    outcome: str
    advice_count: int


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


@dataclass(frozen=True, slots=True, eq=False)  # one content is compared with itself only, see `laid_out`
class Content:
    """Everything the outputs print, in the order in which they print it."""

    cover: Cover
    firm: Firm
    levels: Levels
    approvals_before: tuple[str, ...]
    approvals_after: tuple[str, ...]
    figures: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]
    components: tuple[Component, ...]
    references: tuple[Reference, ...]
    context_documents: tuple[str, ...]
    terms: tuple[Passage, ...]
    roles: tuple[Passage, ...]
    requirements: tuple[RequirementEntry, ...]
    scripts: tuple[Script, ...]
    dispositions: tuple[Share, ...]
    techniques: tuple[Share, ...]
    coverage: tuple[CoverageLine, ...]
    risk_classes: tuple[RiskRow, ...]
    risk_priorities: tuple[RiskRow, ...]
    findings: tuple[FindingLine, ...]
    assumptions: tuple[Passage, ...]
    adequacy: str
    faults_not_found: tuple[Passage, ...]
    agents: tuple[AgentLine, ...]
    advice: tuple[AdviceLine, ...]
    passed_over: tuple[Passage, ...]


@lru_cache(maxsize=1)
def laid_out(content: Content) -> Plain:
    """`plain` of a whole content, made once for all the deliverables that print it; nobody may change it."""
    return plain(content)


@cache
def _field_names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def plain(value: object) -> Plain:
    """`value` as the lists, mappings, texts and numbers that a template may see; every text is made visible.

    Raises:
        TypeError: the content holds something else, which no template should get hold of.
    """
    if isinstance(value, str):
        return visible(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _field_names(type(value))}
    raise TypeError(f"{type(value).__name__} is not for templates")
