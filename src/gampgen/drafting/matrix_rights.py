# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of the cells of a permission matrix: one step per cell, one log-in per role."""

from __future__ import annotations

from gampgen.domain.coverage import CoverageItem, RightCell, RightsCase
from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import InputValue, OQTestCase
from gampgen.drafting.english import infinitive, joined, sentence
from gampgen.drafting.roles import SEEING, about_of, keeps_state, result_of
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording

_FEW = 3


def word_rights(item: CoverageItem, part: RightsCase) -> Wording:
    """The words of a test of what a matrix grants, or of what it refuses."""
    roles = tuple(dict.fromkeys(one.role for one in part.cells))
    named = joined([f"“{one}”" for one in roles])
    allowed = part.aspect == "allowed"
    acts = {role: [_act(one, part.aspect) for one in part.cells if one.role == role] for role in roles}
    can = "can" if allowed else "cannot"
    each = "; ".join(f"“{role}” {can} {joined(own)}" for role, own in acts.items())
    look = (
        "names the user, date and time of each of these actions"
        if allowed
        else "holds no entry that one of these actions was carried out"
    )
    return Wording(
        title=f"By the permission matrix {_title(acts, can, part.about)}",
        objective=sentence(f"Show for {part.about} each cell of the permission matrix that {'grants' if allowed else 'does not grant'} an action: {each}"),
        preconditions=(
            *[f"A test user with the role “{one}” and no other role: <test user>." for one in roles],
            "For each action a record prepared for this test, in a state in which it could be carried out: <records>.",
        ),
        inputs=tuple(InputValue(name="role", value=one) for one in roles),
        steps=(
            *_steps(part),
            Step("Open the history or audit trail of <records>.", f"For {named} it {look}.", RECORD, rule=item.rule),
        ),
        criterion=sentence(each),
        rationale=f"Role and permission: each cell of the permission matrix that {'grants' if allowed else 'does not grant'} an action is tried.",
    )  # fmt: skip


def _title(acts: dict[str, list[str]], can: str, about: str) -> str:
    """Who can do what, where that is short and the same for all; else what is gone through."""
    (first, *others), who = acts.values(), joined([f"“{one}”" for one in acts])
    role = "role" if len(acts) == 1 else "roles"
    if any(own != first for own in others):
        return f"of {about} the {role} {who} {can} do what is marked for each"
    said = joined(first) if len(first) <= _FEW else f"{first[0]} and {len(first) - 1} more actions"
    return f"the {role} {who} {can} {said}"


def _act(cell: RightCell, aspect: str) -> str:
    held = {"allowed": cell.condition, "refused": f"where “{cell.condition}” does not hold"}[aspect]
    return f"{infinitive(cell.action)} {held}" if cell.condition else infinitive(cell.action)


def _steps(part: RightsCase) -> list[Step]:
    """One step per cell; the cells of a role follow on one log-in."""
    found: list[Step] = []
    role = ""
    for cell in sorted(part.cells, key=lambda one: [other.role for other in part.cells].index(one.role)):
        who = f"a user with the role “{cell.role}”"
        start = f"Still as {who}," if cell.role == role else f"Log in as {who} and"
        role = cell.role
        found.append(_granted(start, cell) if part.aspect == "allowed" else _refused(start, cell))
    return found


def _granted(start: str, cell: RightCell) -> Step:
    return Step(
        f"{start} {infinitive(cell.action)}{f', {cell.condition}' if cell.condition else ''}.",
        f"No refusal is shown to “{cell.role}”; {result_of(cell.action)}.",
        SCREEN,
        cell.quote,
    )


def _refused(start: str, cell: RightCell) -> Step:
    noun = about_of(cell.action)
    left = f"nothing of {noun} is shown" if cell.action.verb in SEEING else f"{noun} {keeps_state(noun)}"
    return Step(
        f"{start} try to {infinitive(cell.action)}{f' where “{cell.condition}” does not hold' if cell.condition else ''}.",
        f"The action is not offered to “{cell.role}” or is refused (text recorded); {left}.",
        SCREEN,
        cell.quote,
    )


def with_pointers(tests: tuple[OQTestCase, ...], planned: dict[str, PlannedRequirement]) -> tuple[OQTestCase, ...]:
    """The tests, those of a matrix's rows also for each requirement that points to these rows."""
    pointing: dict[str, list[str]] = {}
    for uid, one in planned.items():
        for row in _rows(one.analysed.requirement):
            pointing.setdefault(row, []).append(uid)
    if not pointing:
        return tests
    return tuple(
        test.model_copy(update={"requirement_uids": tuple(dict.fromkeys((*test.requirement_uids, *further)))})
        if (further := [uid for row in test.requirement_uids for uid in pointing.get(row, ())])
        else test
        for test in tests
    )


def _rows(requirement: Requirement) -> tuple[str, ...]:
    references = (one for one in (requirement.matrix, requirement.limits) if one is not None)
    return tuple(uid for one in references for uid in one.row_uids)
