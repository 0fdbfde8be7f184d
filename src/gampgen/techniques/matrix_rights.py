"""Each cell of a permission matrix tried: what is granted goes through, what is not granted is refused.

A row that is a requirement of its own gives one test of what it grants and one of what it refuses. A requirement that
points to a whole matrix gives these two for each role, so that a tester logs in once and goes down the functions.
Source: 21 CFR 11.10(d), (g); EU GMP Annex 11 §12; the field's practice of trying each cell.
"""

from __future__ import annotations

from gampgen.domain.coverage import CoverageItem, RightCell, RightsCase
from gampgen.domain.right import Right
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target

_VERDICTS = (("allowed", Polarity.POSITIVE, True), ("refused", Polarity.NEGATIVE, False))


def matrix_rights(planned: PlannedRequirement) -> tuple[CoverageItem, ...]:
    """Items for the cells of a matrix whose meaning is known; none where the requirement holds no matrix."""
    rights = planned.analysed.requirement.rights
    target = Target(planned=planned, statement=planned.analysed.statement, index=0, clauses=())
    functions = tuple(dict.fromkeys(one.function for one in rights))
    if len(functions) == 1:
        return _items(target, rights, f"“{functions[0]}”", "")
    roles = tuple(dict.fromkeys(one.role for one in rights))
    return tuple(
        item
        for role in roles
        for item in _items(target, tuple(one for one in rights if one.role == role), f"the role “{role}”", f"{role} ")
    )


def _items(target: Target, rights: tuple[Right, ...], about: str, prefix: str) -> tuple[CoverageItem, ...]:
    found = []
    for aspect, polarity, allowed in _VERDICTS:
        cells = tuple(_cell(one) for one in rights if one.allowed is allowed or (one.condition and not allowed))
        if cells:
            part = RightsCase(aspect=aspect, about=about, cells=cells)  # type: ignore[arg-type] # a literal of two
            found.append(
                target.item(
                    Technique.ROLE_PERMISSION, "MATRIX", f"{prefix}{aspect}", polarity, part, quote=cells[0].quote
                )
            )
    return tuple(found)


def _cell(right: Right) -> RightCell:
    action = clause(right.role, f"shall {right.action}")
    return RightCell(
        role=right.role,
        action=action.model_copy(update={"ability": True, "by_person": True, "negated": False}),
        condition=right.condition,
        quote=right.quote,
    )
