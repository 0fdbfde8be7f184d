"""What every technique sees and gives: a `Target` in, coverage items out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Protocol, TypeVar

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import CoverageItem, Part
from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import Level, PlannedRequirement
from gampgen.domain.statement import Archetype, Permission, Statement
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.holding_on import Latch
from gampgen.techniques.order import Order
from gampgen.techniques.state_model import StateModel

CRITERIA = -1
_Found = TypeVar("_Found")
_REQUESTS = re.compile(
    r"\b(?:HTTPS?|RESTful|(?:GET|POST|PUT|DELETE|PATCH) (?:operation|request|method)s?|endpoints?|URIs?|status codes?"
    r"|(?:query|request) parameters?|media types?)\b"
)
_UNSPEAKABLE = re.compile(r"[^A-Za-z0-9.]+")
_SPELLED = (
    ("°", "deg"),
    ("º", "deg"),
    ("℃", "degC"),
    ("%", "percent"),
    ("µ", "u"),
    ("μ", "u"),
    ("±", "pm"),
    ("Ω", "ohm"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """One statement of one requirement, with what the document says around it.

    `index` is 0 for the lead statement, then its items, `CRITERIA` for the stated acceptance criteria. `clauses` are
    the main
    clauses taken apart. `roles` are all roles known from the document, in its order, `models` the states and changes of
    state gathered over it. `part` counts the obligations of
    one statement from 1. `items` are the fragments that
    the
    lead statement introduces (list entries that are no statements of their own). `order` is what has to wait for the
    statement's demand, where it names other conditions too; `latch` a state that holds on after its cause is gone,
    `grants` the rights that the document gives.
    """

    planned: PlannedRequirement
    statement: Statement
    index: int
    clauses: tuple[Clause, ...]
    roles: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    part: int = 1
    models: tuple[StateModel, ...] = ()
    order: Order | None = None
    latch: Latch | None = None
    grants: tuple[Permission, ...] = ()

    @property
    def requirement(self) -> Requirement:
        """The requirement that the statement belongs to."""
        return self.planned.analysed.requirement

    @property
    def priority(self) -> Level:
        """The requirement's risk priority."""
        return self.planned.risk.priority

    @property
    def kinds(self) -> frozenset[Archetype]:
        """The archetypes that the statement's words speak of."""
        return frozenset(cue.archetype for cue in self.statement.archetypes)

    def cue(self, archetype: Archetype) -> str:
        """The words that speak of an archetype, or ""."""
        return next((cue.quote for cue in self.statement.archetypes if cue.archetype is archetype), "")

    def quote(self, *wanted: str) -> str:
        """The first of the texts that stands in the requirement verbatim; else the whole statement, or the lead."""
        every = (*wanted, self.statement.text, self.statement.passage)
        return next((text for text in every if text and self.requirement.holds(text)), self.requirement.text)

    def item(
        self, technique: Technique, rule: str, aspect: str, polarity: Polarity, part: Part, *, quote: str = ""
    ) -> CoverageItem:
        """A coverage item of this statement."""
        prefix = {0: "", CRITERIA: "ac-"}.get(self.index, f"i{self.index}-") + (
            "" if self.part == 1 else f"p{self.part}-"
        )
        return CoverageItem(
            requirement_uid=self.requirement.uid,
            technique=technique,
            rule=rule,
            aspect=prefix + slug(aspect),
            polarity=polarity,
            priority=self.priority,
            statement=self.index,
            quote=self.quote(quote),
            part=part,
        )


def speaks_of_requests(target: Target) -> bool:
    """Whether the statement is about requests to a web service and their responses."""
    return bool(_REQUESTS.search(target.statement.text))


class Designer(Protocol):
    """One technique: coverage items of one statement, none where the technique has nothing to say."""

    def __call__(self, target: Target) -> tuple[CoverageItem, ...]:
        """Design for one statement."""
        ...


def slug(text: str, words: int = 8) -> str:
    """A readable key: "above 2.51 bar" → "above-2.51-bar"; at most `words` words, ASCII only."""
    for sign, spelled in _SPELLED:
        text = text.replace(sign, spelled)
    text = re.sub(r"(?<![\w.])[-−–](?=\d)", "minus ", text)
    parts = [part.strip(".") for part in _UNSPEAKABLE.split(text)]
    return "-".join([part.lower() for part in parts if part][:words])


def once_per_target(of: Callable[[Target], _Found]) -> Callable[[Target], _Found]:
    """Keep what was found for the last target: the techniques ask the same of one target, one after the other."""
    last: list[tuple[Target, _Found]] = []

    @wraps(of)
    def kept(target: Target) -> _Found:
        for known, found in last:
            if known is target:
                return found
        found = of(target)
        last[:] = [(target, found)]
        return found

    return kept
