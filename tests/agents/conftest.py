"""Questions made by hand, as the workflow would put them to an agent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gampgen.domain.advice import ContextPassage, Question
from gampgen.domain.category import Categorisation, DecidedBy, GampCategory
from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.requirement import (
    AnalysedRequirement,
    DocumentRecord,
    IdSource,
    Recognition,
    Requirement,
    Term,
)
from gampgen.domain.risk import Disposition, DispositionKind, GxpImpact, Level, PlannedRequirement, Risk
from gampgen.domain.statement import Archetype, ArchetypeCue, Cause, EarsPattern, Modality, Permission, Statement

Ask = Callable[..., Question]


@pytest.fixture
def ask() -> Ask:
    """Builds a question on sentences R-1, R-2, …; `read` gives a sentence its reading, by its number."""

    def _ask(  # noqa: PLR0913 - each keyword varies one thing that an agent looks at
        texts: Sequence[str],
        *,
        title: str = "URS for GMP production",
        read: dict[int, dict[str, object]] | None = None,
        priority: Level = Level.HIGH,
        disposition: DispositionKind = DispositionKind.OQ,
        terms: Sequence[tuple[str, str]] = (),
        passages: Sequence[ContextPassage] = (),
        chunk: int = 0,
        only: int | None = None,
    ) -> Question:
        requirements = tuple(_requirement(number, text) for number, text in enumerate(texts, start=1))
        planned = tuple(
            _planned(requirement, (read or {}).get(number, {}), priority, disposition)
            for number, requirement in enumerate(requirements, start=1)
        )
        recognition = Recognition(
            document=DocumentRecord(
                title=title, file_name="urs.docx", format=DocumentFormat.DOCX, sha256="0" * 64, language="en"
            ),
            requirements=requirements,
            passed_over=(),
            terms=tuple(
                Term(name=name, meaning=meaning, quote=f"{name} | {meaning}", location=Location())
                for name, meaning in terms
            ),
        )
        return Question(
            chunk=chunk,
            requirements=planned if only is None else planned[only - 1 : only],
            recognition=recognition,
            categorisation=_CATEGORY,
            passages=tuple(passages),
        )

    return _ask


@pytest.fixture
def cue() -> Callable[[Archetype, str], ArchetypeCue]:
    """Builds an archetype cue."""
    return lambda archetype, quote: ArchetypeCue(archetype=archetype, quote=quote)


@pytest.fixture
def only() -> Callable[[str, str, str], Permission]:
    """Builds a permission "only ROLE may ACTION"."""
    return lambda role, action, quote: Permission(
        roles=(role,), action=action, exclusive=True, allowed=True, quote=quote
    )


@pytest.fixture
def cause() -> Callable[[str, str], Cause]:
    """Builds a condition."""
    return lambda variable, condition: Cause(id="C1", variable=variable, condition=condition)


_CATEGORY = Categorisation(
    category=GampCategory.CONFIGURED,
    confidence=0.8,
    rationale="configured",
    evidence=(),
    alternatives=(),
    claimed=None,
    needs_review=False,
    decided_by=DecidedBy.RULES,
)


def _requirement(number: int, text: str) -> Requirement:
    return Requirement(
        id=f"R-{number}",
        uid=f"R-{number}",
        id_source=IdSource.DOCUMENT,
        text=text,
        location=Location(paragraph=number),
        stamp="0" * 64,
    )


def _planned(
    requirement: Requirement, reading: dict[str, object], priority: Level, disposition: DispositionKind
) -> PlannedRequirement:
    statement = Statement(
        text=requirement.text, is_requirement=True, modality=Modality.SHALL, ears=EarsPattern.UBIQUITOUS
    ).model_copy(update=reading)
    risk = Risk(
        severity=priority,
        probability=Level.MEDIUM,
        detectability=Level.MEDIUM,
        risk_class=1,
        priority=priority,
        rationale="made by hand",
        severity_reason="made by hand",
        probability_reason="made by hand",
        detectability_reason="made by hand",
    )
    return PlannedRequirement(
        analysed=AnalysedRequirement(requirement=requirement, statement=statement),
        risk=risk,
        gxp_impact=GxpImpact(areas=("data integrity",), reason="made by hand"),
        disposition=Disposition(kind=disposition, reason="made by hand"),
    )
