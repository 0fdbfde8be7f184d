"""Requirements with their statements read: the lead text, each item, the stated acceptance criteria."""

from __future__ import annotations

from gampgen.domain.requirement import AnalysedRequirement, Requirement
from gampgen.parsing.apart import sentences_apart
from gampgen.parsing.statement import read_statement


def analyse(requirements: tuple[Requirement, ...]) -> tuple[AnalysedRequirement, ...]:
    """Read the statements of each requirement. The order of requirements never alters a reading."""
    return tuple(_analysed(one) for one in requirements)


def _analysed(one: Requirement) -> AnalysedRequirement:
    statement = read_statement(one.text)
    return AnalysedRequirement(
        requirement=one,
        statement=statement,
        sentences=sentences_apart(one.text, statement),
        items=tuple(read_statement(item) for item in one.items),
        criteria=read_statement(one.acceptance_criteria) if one.acceptance_criteria else None,
        sayings=tuple(read_statement(saying) for saying in one.sayings),
        readings=tuple(read_statement(reading) for reading in one.readings),
    )
