from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, Attribute, IdSource, Requirement
from gampgen.domain.right import Right
from gampgen.domain.statement import Modality, Statement
from gampgen.domain.table_reference import TableReference

Build = Callable[..., AnalysedRequirement]


def _statement(text: str, *, demanding: bool) -> Statement:
    return Statement(text=text, is_requirement=demanding, modality=Modality.SHALL, ears=None)


@pytest.fixture
def requirement() -> Build:
    """Builds an analysed requirement from its text; nothing of it is read by the parsing room."""

    def build(
        text: str,
        *items: str,
        uid: str = "R-1",
        demanding: bool = True,
        stated: tuple[str | None, str | None, str | None] = (None, None, None),
        attributes: tuple[Attribute, ...] = (),
        rights: tuple[Right, ...] = (),
        matrix: TableReference | None = None,
    ) -> AnalysedRequirement:
        risk, priority, verification = stated
        lead = Requirement(
            id=uid, uid=uid, id_source=IdSource.DOCUMENT, text=text, items=items, location=Location(line=1),
            stamp="0" * 64, stated_risk=risk, stated_priority=priority, stated_verification=verification,
            attributes=attributes, rights=rights, matrix=matrix,
        )  # fmt: skip
        return AnalysedRequirement(
            requirement=lead,
            statement=_statement(text, demanding=demanding),
            items=tuple(_statement(item, demanding=True) for item in items),
        )

    return build
