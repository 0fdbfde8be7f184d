"""Who meets which clause of 21 CFR Part 11 and EU GMP Annex 11: the tool, a procedure on top of it, or the customer."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from gampgen import knowledge
from gampgen.domain.base import Value


class Role(StrEnum):
    """`tool`: gampgen does it. `procedure`: it helps, the firm's procedure completes it. `customer`: the firm."""

    TOOL = "tool"
    PROCEDURE = "procedure"
    CUSTOMER = "customer"


class ClauseRole(Value):
    """One clause: as it is cited, its title, who meets it, and how."""

    clause: str
    cited_as: str
    title: str
    role: Role
    how: str


class _Line(Value):
    clause: str
    role: Role
    how: str


@lru_cache(maxsize=1)
def clause_roles() -> tuple[ClauseRole, ...]:
    """The table, in the order of the clauses. Raises UnknownClauseError where the reference lacks a clause."""
    text = (files("gampgen.audit") / "data" / "clause_roles.jsonl").read_text(encoding="utf-8")
    known = knowledge.load()
    lines = (_Line.model_validate_json(line) for line in text.splitlines())
    return tuple(
        ClauseRole(
            clause=line.clause,
            cited_as=known.clause(line.clause).cited_as,
            title=known.clause(line.clause).title,
            role=line.role,
            how=line.how,
        )
        for line in lines
    )
