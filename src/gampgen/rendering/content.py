"""What the outputs say, ready to be laid out: the suite joined up by id and put in words.

Every format prints this and nothing else, so that all of them hold the same content and the same counts. Texts are
the suite's own; what a person has to fill in is absent or a marked blank (`<…>`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from gampgen.rendering.entries import (
    AdviceLine,
    AgentLine,
    Component,
    CoverageLine,
    Evidence,
    Fact,
    FaultFigures,
    FindingLine,
    Passage,
    Reference,
    RequirementEntry,
    RiskRow,
    Script,
    Share,
)
from gampgen.rendering.text import visible
from gampgen.rendering.work_entries import PermissionLine, WorkGroup

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says. `banner` has a sentence per missing answer, and is empty where the suite is complete.

    `model_notes` says what a language model added and what of it is missing; empty where none was used.
    """

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
    model_notes: tuple[str, ...]
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
    permissions: tuple[PermissionLine, ...]
    work: tuple[WorkGroup, ...]
    work_note: str
    risk_classes: tuple[RiskRow, ...]
    risk_priorities: tuple[RiskRow, ...]
    findings: tuple[FindingLine, ...]
    assumptions: tuple[Passage, ...]
    adequacy: str
    faults: FaultFigures
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
