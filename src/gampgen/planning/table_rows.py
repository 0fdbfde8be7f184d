"""Permission matrices and tables of limits: a row with its cells, and the requirement that points to one."""

from __future__ import annotations

from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import DispositionKind
from gampgen.planning.verdict import Verdict


def permission_matrix(requirement: Requirement) -> Verdict | None:
    """DS20, DS22: the cells of a permission matrix are tried; None for anything else.

    A requirement whose cells all have no known meaning, or whose matrix the document does not hold, is asked back.
    """
    pointed = requirement.matrix
    known = any(right.allowed is not None for right in requirement.rights)
    if known or (pointed is not None and pointed.row_uids):
        return _tried(requirement)
    if requirement.rights:
        return _asked(requirement)
    if pointed is not None and not pointed.found:
        reason = f'"{pointed.words}" is not in the document: without it, who may do what is not said (rule DS22).'
        return Verdict(
            kind=DispositionKind.QUERY, rule="DS22", reason=reason, quote=requirement.text,
            proposal="<the matrix: each role, each function, and whether the role may>",
        )  # fmt: skip
    return None


def _tried(requirement: Requirement) -> Verdict:
    if requirement.matrix is None:
        rule, said = "DS20", "is a row of a permission matrix, whose cells can be tried one by one"
    else:
        rule, said = "DS22", f'leaves the rights to "{requirement.matrix.words}", whose cells can be tried one by one'
    reason = f'"{requirement.text}" {said} (rule {rule}).'
    return Verdict(kind=DispositionKind.OQ, rule=rule, reason=reason, quote=requirement.text)


def _asked(requirement: Requirement) -> Verdict:
    reason = f'"{requirement.text}" is a row of a permission matrix whose marks have no known meaning (rule DS20).'
    functions = dict.fromkeys(right.function for right in requirement.rights)
    proposal = "; ".join(f"Only <roles> shall be able to use “{one}”" for one in functions)
    return Verdict(
        kind=DispositionKind.QUERY, rule="DS20", reason=reason, quote=requirement.text, proposal=f"{proposal}."
    )


def limit_rows(requirement: Requirement) -> Verdict | None:
    """DS23: limits are tried by what happens beyond them; None where the requirement's own sentences decide.

    Limits of which nothing says what happens are asked back; what only points to rows of limits is tested by them.
    """
    if requirement.readings:
        return None
    if requirement.limits is not None and requirement.limits.row_uids and not requirement.lost:
        reason = f'The limits of "{requirement.limits.words}" are tried row by row (rule DS23).'
        return Verdict(kind=DispositionKind.OQ, rule="DS23", reason=reason, quote=requirement.text)
    if requirement.lost:
        reason = "Its limits have no obligation: what happens beyond or inside them is not said (rule DS23)."
        proposal = f"When <parameter> is beyond its limit ({requirement.lost[0]}), <observable effect>."
        return Verdict(
            kind=DispositionKind.QUERY, rule="DS23", reason=reason, quote=requirement.text, proposal=proposal
        )
    return None
