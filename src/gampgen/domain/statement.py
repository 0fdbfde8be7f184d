"""One statement as it is understood: force, pattern, conditions and effects, quantities, kinds of requirement."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_serializer, model_validator

from gampgen.domain.base import Value
from gampgen.domain.quantity import Interval, Quantity


class Modality(StrEnum):
    """The force of a statement (ISO/IEC/IEEE 29148 §5.2.4; `must` counts as `shall`)."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    WILL = "will"
    IMPERATIVE = "imperative"
    NONE = "none"


class EarsPattern(StrEnum):
    """The EARS patterns (Mavin et al., "Easy Approach to Requirements Syntax", RE'09)."""

    UBIQUITOUS = "ubiquitous"
    EVENT_DRIVEN = "event_driven"
    STATE_DRIVEN = "state_driven"
    OPTIONAL_FEATURE = "optional_feature"
    UNWANTED_BEHAVIOUR = "unwanted_behaviour"
    COMPLEX = "complex"


class CauseKind(StrEnum):
    """Why a cause stands in the sentence. Conditions go into a decision table; reasons where there is no condition."""

    CONDITION = "condition"
    REASON = "reason"
    PURPOSE = "purpose"


class Cause(Value):
    """A cause in the sentence's own words, stated positively. `id` is C1, C2, … in sentence order."""

    id: str
    variable: str
    condition: str
    kind: CauseKind = CauseKind.CONDITION

    @property
    def words(self) -> str:
        """The condition as one text: "deviation is open"."""
        return f"{self.variable} {self.condition}".strip()


class Effect(Value):
    """An effect in the sentence's own words, stated positively. `id` is E1, E2, … in sentence order."""

    id: str
    variable: str
    condition: str

    @property
    def words(self) -> str:
        """The effect as one text: "the system raises a high alarm"."""
        return f"{self.variable} {self.condition}".strip()


class DecisionRow(Value):
    """One row of a decision table: the truth of each cause and effect by id. In JSON: {"C1": true, "E1": false}."""

    truths: tuple[tuple[str, bool], ...]

    def __getitem__(self, node: str) -> bool:
        return dict(self.truths)[node]

    @model_serializer
    def _as_object(self) -> dict[str, bool]:
        return dict(self.truths)

    @model_validator(mode="before")
    @classmethod
    def _from_object(cls, data: object) -> object:
        if isinstance(data, dict) and "truths" not in data:
            return {"truths": tuple((str(node), truth) for node, truth in data.items())}
        return data


class Archetype(StrEnum):
    """The kinds of requirement that test design knows (docs/test-design: archetypes 1-24)."""

    NUM = "A-NUM"
    TIME = "A-TIME"
    PWD = "A-PWD"  # noqa: S105 - the archetype of password rules, no password
    ROLE = "A-ROLE"
    AT = "A-AT"
    SIG = "A-SIG"
    MAND = "A-MAND"
    CALC = "A-CALC"
    REP = "A-REP"
    IF = "A-IF"
    BAK = "A-BAK"
    STATE = "A-STATE"
    EBR = "A-EBR"
    COND = "A-COND"
    RET = "A-RET"
    CLOCK = "A-CLOCK"
    PERF = "A-PERF"
    LOC = "A-LOC"
    CFG = "A-CFG"
    BC = "A-BC"
    COPY = "A-COPY"
    SRCH = "A-SRCH"
    MAIL = "A-MAIL"
    MIG = "A-MIG"
    INT = "A-INT"
    DR = "A-DR"
    AI = "A-AI"


class ArchetypeCue(Value):
    """An archetype with the words of the statement that say so (an exact substring)."""

    archetype: Archetype
    quote: str


class Permission(Value):
    """Who may (or may not) do what, as the sentence says it.

    `roles` in the sentence's own words ("Supervisor", "QA Reviewer"); `exclusive` is true for "only X may …";
    `allowed` is false for a prohibition ("operators shall not …"); `action` is what is permitted ("release a recipe").
    """

    roles: tuple[str, ...]
    action: str
    exclusive: bool
    allowed: bool
    quote: str


class Statement(Value):
    """One statement, read. All words are the sentence's own; nothing is added.

    `passage` are the words as they stand, where `text` repeats the subject that they share ("… and be signed by QA").

    `actor`, `action` are who does what in the main clause ("the system", "raise a high alarm"), "" where not found.
    `negated` is true where the main clause forbids ("shall not"). `conditional`: behaviour depends on a condition;
    `causal`: the sentence states a cause, reason or purpose of any kind.
    """

    text: str
    passage: str = ""
    is_requirement: bool
    modality: Modality
    ears: EarsPattern | None
    negated: bool = False
    actor: str = ""
    action: str = ""
    causal: bool = False
    conditional: bool = False
    causes: tuple[Cause, ...] = ()
    effects: tuple[Effect, ...] = ()
    decision_table: tuple[DecisionRow, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    intervals: tuple[Interval, ...] = ()
    archetypes: tuple[ArchetypeCue, ...] = ()
    permissions: tuple[Permission, ...] = ()
