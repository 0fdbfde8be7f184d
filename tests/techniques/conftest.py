# ruff: noqa: E501 - an expected sentence stands on one line
"""Planned requirements built by hand, so that these tests rest on no reader and no parser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.quantity import Comparator, Interval, Quantity
from gampgen.domain.requirement import AnalysedRequirement, DocumentRecord, IdSource, Recognition, Requirement, Term
from gampgen.domain.risk import Disposition, DispositionKind, GxpImpact, Level, PlannedRequirement, Risk
from gampgen.domain.statement import (
    Archetype,
    ArchetypeCue,
    Cause,
    DecisionRow,
    Effect,
    Modality,
    Permission,
    Statement,
)


@dataclass(frozen=True)
class Sketch:
    """A statement in short: what a parser would have found in `text`.

    `limits` are (text, lower, upper, lower inclusive, upper inclusive, unit); `numbers` are (text, value, unit,
    comparator); `causes`/`effects` are (variable, condition); `rows` are strings of T and F, causes then effects.
    """

    text: str
    actor: str = ""
    action: str = ""
    limits: tuple[tuple[str, str | None, str | None, bool, bool, str | None], ...] = ()
    numbers: tuple[tuple[str, str, str | None, str], ...] = ()
    causes: tuple[tuple[str, str], ...] = ()
    effects: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()
    cues: tuple[tuple[str, str], ...] = ()
    permissions: tuple[Permission, ...] = field(default=())

    def statement(self) -> Statement:
        causes = tuple(Cause(id=f"C{n}", variable=v, condition=c) for n, (v, c) in enumerate(self.causes, start=1))
        effects = tuple(Effect(id=f"E{n}", variable=v, condition=c) for n, (v, c) in enumerate(self.effects, start=1))
        names = [one.id for one in (*causes, *effects)]
        return Statement(
            text=self.text,
            is_requirement=True,
            modality=Modality.SHALL,
            ears=None,
            negated=bool(re.match(r"(?:shall|must) not\b", self.action)),
            actor=self.actor,
            action=self.action,
            conditional=bool(causes),
            causes=causes,
            effects=effects,
            decision_table=tuple(
                DecisionRow(truths=tuple(zip(names, (mark == "T" for mark in row), strict=True))) for row in self.rows
            ),
            quantities=tuple(
                Quantity(text=t, value=v, unit=u, comparator=Comparator(c), start=self._at(t), end=self._at(t) + len(t))
                for t, v, u, c in self.numbers
            ),
            intervals=tuple(
                Interval(
                    text=t, lower=low, upper=high, lower_inclusive=li, upper_inclusive=ui, unit=u, start=self._at(t),
                    end=self._at(t) + len(t),
                )
                for t, low, high, li, ui, u in self.limits
            ),
            archetypes=tuple(ArchetypeCue(archetype=Archetype(a), quote=q) for a, q in self.cues),
            permissions=self.permissions,
        )  # fmt: skip

    def _at(self, part: str) -> int:
        at = self.text.find(part)
        assert at >= 0, f"{part!r} does not stand in {self.text!r}"
        return at


def planned(
    sketch: Sketch,
    uid: str = "URS-1",
    priority: Level = Level.HIGH,
    items: tuple[Sketch, ...] = (),
    criteria: Sketch | None = None,
    kind: DispositionKind = DispositionKind.OQ,
) -> PlannedRequirement:
    requirement = Requirement(
        id=uid,
        uid=uid,
        id_source=IdSource.DOCUMENT,
        text=sketch.text,
        items=tuple(one.text for one in items),
        location=Location(),
        stamp="0" * 64,
        acceptance_criteria=criteria.text if criteria else None,
    )
    analysed = AnalysedRequirement(
        requirement=requirement,
        statement=sketch.statement(),
        items=tuple(one.statement().model_copy(update={"is_requirement": bool(one.action)}) for one in items),
        criteria=criteria.statement() if criteria else None,
    )
    risk = Risk(
        severity=Level.HIGH, probability=Level.MEDIUM, detectability=Level.MEDIUM, risk_class=1, priority=priority, rationale="-",
        severity_reason="-", probability_reason="-", detectability_reason="-",
    )  # fmt: skip
    return PlannedRequirement(
        analysed=analysed,
        risk=risk,
        gxp_impact=GxpImpact(areas=(), reason="-"),
        disposition=Disposition(kind=kind, reason="-"),
    )


def recognition(*requirements: PlannedRequirement, roles: tuple[str, ...] = ()) -> Recognition:
    record = DocumentRecord(title="t", file_name="t.md", format=DocumentFormat.MARKDOWN, sha256="0" * 64, language="en")
    return Recognition(
        document=record,
        requirements=tuple(one.analysed.requirement for one in requirements),
        passed_over=(),
        roles=tuple(Term(name=name, meaning="", quote=name, location=Location()) for name in roles),
    )


class Kit:
    """What the tests build with."""

    sketch = Sketch

    def planned(self, sketch: Sketch, **more: object) -> PlannedRequirement:
        return planned(sketch, **more)

    def recognition(self, *requirements: PlannedRequirement, roles: tuple[str, ...] = ()) -> Recognition:
        return recognition(*requirements, roles=roles)


@pytest.fixture
def kit() -> Kit:
    return Kit()
