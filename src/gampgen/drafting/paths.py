# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of changes of state: walked in order, refused one by one, made by the role that may."""

from __future__ import annotations

from gampgen.domain.coverage import CoverageItem, Move, PathCase
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, capital, joined, sentence, the
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording


def word_path(item: CoverageItem, part: PathCase) -> Wording:
    """The words of a test of changes of state."""
    match part.aspect:
        case "walked":
            return _walked(item, part)
        case "by-role":
            return _by_role(item, part)
        case "refused":
            return _refused_roles(item, part) if part.roles else _refused(item, part)


def _inputs(moves: tuple[Move, ...]) -> tuple[InputValue, ...]:
    return tuple(
        InputValue(name=f"change of state {number}", value=f"{one.start} to {one.end}")
        for number, one in enumerate(moves, start=1)
    )


def _said(move: Move) -> str:
    return f"from “{move.start}” to “{move.end}”"


def _chain(moves: tuple[Move, ...]) -> str:
    return joined([_said(one) for one in moves])


def _change(item: CoverageItem, move: Move, who: str = "") -> Step:
    return Step(
        f"{who}{'change' if who else 'Change'} the state of <record> {_said(move)}.",
        f"<record> shows the state “{move.end}”.",
        SCREEN,
        item.quote,
    )


def _history(moves: tuple[Move, ...], rule: str) -> Step:
    return Step(
        "Open the history or audit trail of <record>.",
        f"It holds each change in this order, with user, date and time: {_chain(moves)}.",
        RECORD,
        rule=rule,
    )


def _walked(item: CoverageItem, part: PathCase) -> Wording:
    noun, first = the(part.about), part.moves[0].start
    return Wording(
        title=f"States of {noun}: {_chain(part.moves)}"[:220],
        objective=sentence(f"Show that {noun} is taken through the states in the order that the requirement names: {_chain(part.moves)}"),
        preconditions=(f"A case of {noun} in the state “{first}” is prepared: <record>.", "The tester acts with the roles that may change the state: <roles>."),
        inputs=_inputs(part.moves),
        steps=(*[_change(item, one) for one in part.moves], _history(part.moves, item.rule)),
        criterion=sentence(f"<record> shows each state in turn, the last one “{part.moves[-1].end}”, and its history holds {len(part.moves)} changes of state"),
        rationale="State transition: each change that the requirement names is made once.",
    )  # fmt: skip


def _refused(item: CoverageItem, part: PathCase) -> Wording:
    noun = the(part.about)
    starts = tuple(dict.fromkeys(one.start for one in part.moves))
    steps = [
        Step(
            f"With the record in the state “{one.start}”, try to change its state to “{one.end}”.",
            f"The change is not offered or is refused (text recorded); the state is still “{one.start}”.",
            SCREEN,
            rule=item.rule,
        )
        for one in part.moves
    ]
    return Wording(
        title=f"{_refused_title(part)} ({bare(part.about)})",
        objective=sentence(f"Show that {noun} is not taken from one state to another in a way that the document does not name"),
        preconditions=(f"One case of {noun} in each of these states is prepared: {joined([f'“{one}”' for one in starts])} (<records>).", "The tester has the highest rights that change a state: <role>."),
        inputs=_inputs(part.moves),
        steps=(*steps, Step("Open the history or audit trail of each of <records>.", f"None of the {len(part.moves)} refused changes is entered as made.", RECORD, item.quote)),
        criterion=sentence(f"Each of the {len(part.moves)} attempts leaves {noun} in the state from before the attempt"),
        rationale="State transition: changes that no requirement of the document names, one attempt each.",
    )  # fmt: skip


def _refused_title(part: PathCase) -> str:
    """What is refused: every change that nothing names, or those into one state."""
    ends = {one.end for one in part.moves}
    if len(ends) == 1 and len(part.moves) > 1:
        return f"The state “{ends.pop()}” is not entered from {joined([f'“{one.start}”' for one in part.moves], 'or')}"
    return "Changes of state that no requirement names are refused"


def _by_role(item: CoverageItem, part: PathCase) -> Wording:
    named = tuple(dict.fromkeys(f"“{one.role}”" for one in part.moves))
    roles = joined(named)
    noun = the(part.about)
    return Wording(
        title=f"The role{'s' if len(named) > 1 else ''} {roles} change{'' if len(named) > 1 else 's'} the state of {noun}",
        objective=sentence(f"Show that each change of state is made by the role that the requirement names for it: {_chain(part.moves)}"),
        preconditions=(f"A test user for each of the roles {roles}, with no other role.", f"A case of {noun} in the state “{part.moves[0].start}” is prepared: <record>."),
        inputs=(*_inputs(part.moves), *[InputValue(name="role", value=one) for one in dict.fromkeys(move.role for move in part.moves)]),
        steps=(*[_change(item, one, f"As a user with the role “{one.role}”, ") for one in part.moves], _history(part.moves, item.rule)),
        criterion=sentence(f"Each change of state is made by its role, and the history names that user: {roles}"),
        rationale="State transition and role: the change by the role that may make it.",
    )  # fmt: skip


def _refused_roles(item: CoverageItem, part: PathCase) -> Wording:
    noun = the(part.about)
    tried = [(one, role) for one in part.moves for role in part.roles if role != one.role] or [
        (one, f"<a role other than {one.role}>") for one in part.moves
    ]
    steps = [
        Step(
            f"As a user with {_named(role)}, try to change <record> {_said(one)}.",
            f"The change is not offered or is refused (text recorded); <record> still shows “{one.start}”.",
            SCREEN,
            item.quote,
        )
        for one, role in tried
    ]
    return Wording(
        title=f"No other role changes the state of {noun}",
        objective=sentence(f"Show that a role that the requirement does not name for a change of state cannot make it: {_chain(part.moves)}"),
        preconditions=(*[f"A test user with {_named(role)} and no other role." for role in dict.fromkeys(role for _, role in tried)], f"A case of {noun} in each starting state is prepared: <record>."),
        inputs=(*_inputs(part.moves), *[InputValue(name="role", value=role) for role in dict.fromkeys(role for _, role in tried)]),
        steps=(*steps, Step("Open the history or audit trail of <record>.", "None of the refused changes is entered as made; whether the attempts are logged is written down (<logged or not>).", RECORD, rule=item.rule)),
        criterion=sentence(f"{capital(noun)} keeps its state in each of the {len(tried)} attempts"),
        rationale="State transition and role: the change by roles that may not make it.",
    )  # fmt: skip


def _named(role: str) -> str:
    return role if role.startswith("<") else f"the role “{role}”"
