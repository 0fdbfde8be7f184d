"""How one statement is read, and which tests follow from it."""

from __future__ import annotations

import hashlib

from gampgen import drafting, planning, quality, techniques
from gampgen.domain.base import Value
from gampgen.domain.document import DocumentFormat
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.requirement import DocumentRecord, IdSource, Recognition, Requirement
from gampgen.domain.statement import (
    Archetype,
    Cause,
    DecisionRow,
    EarsPattern,
    Effect,
    Modality,
    Permission,
    Statement,
)
from gampgen.domain.suite import OQTestCase
from gampgen.parsing import analysis


class Explanation(Value):
    """One statement, read. Field names are the contract's (`gampgen schema explain`)."""

    id: str
    text: str
    is_requirement: bool
    modality: Modality
    ears: EarsPattern | None
    causal: bool
    conditional: bool
    negated: bool
    actor: str
    action: str
    causes: tuple[Cause, ...]
    effects: tuple[Effect, ...]
    decision_table: tuple[DecisionRow, ...]
    quantities: tuple[Quantity, ...]
    intervals: tuple[Interval, ...]
    archetypes: tuple[Archetype, ...]
    permissions: tuple[Permission, ...]
    findings: tuple[Finding, ...]
    tests: tuple[OQTestCase, ...]


def explain(statement_id: str, text: str) -> Explanation:
    """Read one statement as if it were the only requirement of a document."""
    requirement = _alone(statement_id, text)
    analysed = analysis.analyse((requirement,))[0]
    planned = planning.assess(analysed, None)
    recognition = _document_of(requirement)
    draft = drafting.draft(techniques.design((planned,), recognition), (planned,), recognition, ())
    findings = (*quality.review_text(analysed.statement), *planning.review((planned,)), *draft.findings)
    return _explained(statement_id, analysed.statement, findings, draft.tests)


def _explained(
    statement_id: str, read: Statement, findings: tuple[Finding, ...], tests: tuple[OQTestCase, ...]
) -> Explanation:
    return Explanation(
        id=statement_id,
        text=read.text,
        is_requirement=read.is_requirement,
        modality=read.modality,
        ears=read.ears,
        causal=read.causal,
        conditional=read.conditional,
        negated=read.negated,
        actor=read.actor,
        action=read.action,
        causes=read.causes,
        effects=read.effects,
        decision_table=read.decision_table,
        quantities=read.quantities,
        intervals=read.intervals,
        archetypes=tuple(cue.archetype for cue in read.archetypes),
        permissions=read.permissions,
        findings=findings,
        tests=tests,
    )


def _alone(statement_id: str, text: str) -> Requirement:
    stamp = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Requirement(
        id=statement_id,
        uid=statement_id,
        id_source=IdSource.DOCUMENT,
        text=text,
        location=Location(line=1),
        stamp=stamp,
    )


def _document_of(requirement: Requirement) -> Recognition:
    document = DocumentRecord(
        title="", file_name="", format=DocumentFormat.TEXT, sha256=requirement.stamp, language=None
    )
    return Recognition(document=document, requirements=(requirement,), passed_over=())
