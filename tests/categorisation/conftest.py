"""Documents of a few sentences, as the earlier steps would hand them over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, DocumentRecord, IdSource, Recognition, Requirement, Term
from gampgen.domain.statement import EarsPattern, Modality, Statement

Build = Callable[..., tuple[Recognition, tuple[AnalysedRequirement, ...]]]


@pytest.fixture
def build() -> Build:
    """Builds recognition and requirements U1, U2, … from sentences."""

    def _build(
        texts: Sequence[str], *, title: str = "", claim: str = "", section: str = "", file_name: str = "urs.docx"
    ) -> tuple[Recognition, tuple[AnalysedRequirement, ...]]:
        requirements = tuple(_requirement(number, text, section) for number, text in enumerate(texts, start=1))
        record = DocumentRecord(
            title=title, file_name=file_name, format=DocumentFormat.DOCX, sha256="0" * 64, language="en"
        )
        claimed = Term(name="GAMP category", meaning=claim, quote=claim, location=Location()) if claim else None
        recognition = Recognition(document=record, requirements=requirements, passed_over=(), claimed_category=claimed)
        return recognition, tuple(_analysed(requirement) for requirement in requirements)

    return _build


def _requirement(number: int, text: str, section: str) -> Requirement:
    return Requirement(
        id=f"U{number}",
        uid=f"U{number}",
        id_source=IdSource.DOCUMENT,
        text=text,
        section=section,
        location=Location(paragraph=number),
        stamp="0" * 64,
    )


def _analysed(requirement: Requirement) -> AnalysedRequirement:
    statement = Statement(
        text=requirement.text, is_requirement=True, modality=Modality.SHALL, ears=EarsPattern.UBIQUITOUS
    )
    return AnalysedRequirement(requirement=requirement, statement=statement)
