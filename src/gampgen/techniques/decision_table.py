"""Decision table testing: one test per row of the statement's table (ISO/IEC/IEEE 29119-4:2021 §5.2.6).

Where a condition holds a numeric limit, the boundary values of the limit put it into its states. A single numeric
condition is left to boundary value analysis, whose values are the table's two rows.
"""

from __future__ import annotations

from itertools import product

from gampgen.domain.coverage import ConditionCase, CoverageItem
from gampgen.domain.statement import DecisionRow, Statement
from gampgen.domain.suite import Technique
from gampgen.techniques.conditions import case_of, polarity_of
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import Limit, LimitRole, deciding_causes
from gampgen.techniques.limits import limits_of


def cause_limits(target: Target) -> dict[int, Limit]:
    """The numeric limit of each cause that has one, by the cause's index (the first where it has several)."""
    found: dict[int, Limit] = {}
    for limit in limits_of(target):
        if limit.role is LimitRole.CONDITION and limit.cause is not None:
            found.setdefault(limit.cause, limit)
    return found


def has_table(target: Target) -> bool:
    """Whether the statement has a usable decision table."""
    return bool(target.statement.decision_table and deciding_causes(target.statement) and target.statement.effects)


def decision_table(target: Target) -> tuple[CoverageItem, ...]:
    """One item per row; none for a single numeric condition."""
    statement, limits = target.statement, cause_limits(target)
    causes = deciding_causes(statement)
    if not has_table(target) or (len(causes) == 1 and limits):
        return ()
    found: list[CoverageItem] = []
    for row, case in table_cases(target, limits):
        if not any(effect.said for effect in case.effects):
            continue  # nothing is demanded there; drafting asks the author
        aspect = "-".join(f"{cause.id}{'t' if row[cause.id] else 'f'}" for cause in causes)
        quote = case.states[case.deciding].quote
        found.append(target.item(Technique.DECISION_TABLE, "DT", f"row {aspect}", polarity_of(case), case, quote=quote))
    return tuple(found)


def table_cases(target: Target, limits: dict[int, Limit]) -> list[tuple[DecisionRow, ConditionCase]]:
    """Each row with its states. A limit with two ends takes them in turn, so that each end is tried on the way."""
    found: list[tuple[DecisionRow, ConditionCase]] = []
    seen = {True: 0, False: 0}
    for row in target.statement.decision_table:
        happens = any(row[effect.id] for effect in target.statement.effects)
        case = case_of(target, row, limits, last=seen[happens] % 2 == 1)
        if case is not None:
            found.append((row, case))
        seen[happens] += 1
    if len(found) < len(target.statement.decision_table):
        further = ((row, case_of(target, row, limits)) for row in further_rows(target.statement))
        found += [(row, case) for row, case in further if case is not None]
    return found


def further_rows(statement: Statement) -> tuple[DecisionRow, ...]:
    """The rows beside the smallest table, where each effect follows from one cause alone.

    They are wanted where no value makes a row of the table true: above the alarm limit the warning limit is passed too.
    """
    table, causes = statement.decision_table, deciding_causes(statement)
    decided = {
        effect.id: cause.id
        for effect in statement.effects
        for cause in causes
        if all(row[effect.id] is row[cause.id] for row in table)
    }
    if not table or len(decided) < len(statement.effects) or len(causes) > _MOST_CAUSES:
        return ()
    known = {tuple(row[cause.id] for cause in causes) for row in table}
    names = [cause.id for cause in causes]
    found: list[DecisionRow] = []
    for truths in product((True, False), repeat=len(causes)):
        if truths not in known:
            given = dict(zip(names, truths, strict=True))
            follows = tuple((effect, given[cause]) for effect, cause in decided.items())
            found.append(DecisionRow(truths=(*given.items(), *follows)))
    return tuple(found)


_MOST_CAUSES = 4
