"""The GAMP 5 software category of a system, with what speaks for it."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location


class GampCategory(IntEnum):
    """GAMP 5 categories: 1 infrastructure, 3 standard product, 4 configured product, 5 custom. 2 no longer exists."""

    INFRASTRUCTURE = 1
    STANDARD = 3
    CONFIGURED = 4
    CUSTOM = 5


class DecidedBy(StrEnum):
    """Who decided the category."""

    RULES = "rules"
    LLM = "llm"
    PERSON = "person"


class CategoryEvidence(Value):
    """Words of the document that speak for (weight > 0) or against (weight < 0) a category. `quote` is verbatim."""

    requirement_uid: str | None
    location: Location | None
    quote: str
    indicator: str
    category: GampCategory
    weight: float


class CategoryAlternative(Value):
    """A category that was not chosen, its score in 0-1, and the reason in words."""

    category: GampCategory
    score: float
    reason: str


class SystemComponent(Value):
    """A part of the system that falls in its own category, and the requirements that belong to it."""

    name: str
    category: GampCategory
    requirement_uids: tuple[str, ...]
    reason: str


class CategoryDecision(Value):
    """A person's decision on the category: what, who, why."""

    category: GampCategory
    decided_by: str
    reason: str


class Categorisation(LargeValue):
    """The category of the system: a proposal for approval by process owner and quality unit, never more.

    `category` is None where the document holds no evidence. `confidence` is in 0-1. `claimed` is the category that the
    document states for itself, compared and never used. `needs_review` asks for a person. `proposed` is what the rules
    proposed, kept beside the category that was decided or, in doubt, taken as the highest; None without evidence.
    """

    category: GampCategory | None
    confidence: float
    rationale: str
    evidence: tuple[CategoryEvidence, ...]
    alternatives: tuple[CategoryAlternative, ...]
    components: tuple[SystemComponent, ...] = ()
    claimed: GampCategory | None
    needs_review: bool
    decided_by: DecidedBy
    decision: CategoryDecision | None = None
    proposed: GampCategory | None = None


class CategoryChoice(Value):
    """One category that a person can choose: what it means, and what the document says for or against it."""

    category: GampCategory
    meaning: str
    reason: str


class CategoryQuestion(Value):
    """What a person is asked: the rules' proposal with its evidence, why it is in doubt, and the choices."""

    proposal: Categorisation
    doubts: tuple[Finding, ...]
    choices: tuple[CategoryChoice, ...]
