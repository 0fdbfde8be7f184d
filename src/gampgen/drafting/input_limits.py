# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of limits on an input."""

from __future__ import annotations

import re

from gampgen.domain.coverage import (
    ActionKind,
    CoverageItem,
    InputCase,
    LimitPoint,
    Position,
)
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, capital, joined, sentence, the
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount

_PATTERN = "Aa1!"
_SHORT = 70


# ------------------------------------------------------------------ a limit on an input
def word_input(item: CoverageItem, part: InputCase) -> Wording:
    """The words of a test that enters values at and beside a limit."""
    noun = _noun(part)
    said = joined([_value(point, part) for point in part.points])
    verdict = "accepted" if part.accepted else "refused"
    steps = [
        Step(
            f"Open the entry of {noun} on the screen <screen> and note the value shown.",
            f"The present value of {noun} is noted.",
            rule=item.rule,
        )
    ]
    for point in part.points:
        steps += _enter(point, part, noun, item)
    first = part.points[0]
    places = joined([_where(point) for point in part.points])
    return Wording(
        title=f"{capital(said)} {'is' if len(part.points) == 1 else 'are'} {verdict} for {bare(noun)}",
        objective=sentence(f"Show that {said} for {noun} {'is' if len(part.points) == 1 else 'are'} {verdict}: {places}"),
        preconditions=(
            f"The tester is logged in with a role that may enter {noun}: <role>.",
            f"The entry of {noun} takes steps of {amount(first.step, first.unit)}.",
        ),
        inputs=tuple(one for point in part.points for one in _entered(point, part, noun)),
        steps=tuple(steps),
        criterion=sentence(
            f"{capital(said)} for {noun} {'is' if len(part.points) == 1 else 'are'} {verdict}, and "
            + ("this is what is stored" if part.accepted else "what is stored is unchanged")
        ),
        rationale=f"Boundary value analysis: {places}. The step follows from the decimals written in the requirement; it is an assumption.",
    )  # fmt: skip


def _enter(point: LimitPoint, part: InputCase, noun: str, item: CoverageItem) -> list[Step]:
    value = _value(point, part)
    verb = "Apply" if part.clause.kind is ActionKind.MONITOR else "Enter"
    text = f" ({_shown(point)})" if part.length else ""
    limit = amount(point.limit, point.unit)
    taken = f"{capital(value)} is taken without a message and shown unrounded."
    refused = f"The entry is refused; a message names {noun} and the limit of {limit} (its text is recorded)."
    if part.length:
        taken = f"{capital(value)} is taken without a message and not cut off."
    return [
        Step(f"{verb} {value}{text} for {noun} and save.", taken if part.accepted else refused, SCREEN, item.quote),
        _proof(value, part, noun, item.rule),
    ]


def _shown(point: LimitPoint) -> str:
    """The text as a step shows it: in full where it is short, else by its pattern (the full text is the test's input)."""
    full = _text(point)
    return (
        f"`{full}`"
        if len(full) <= _SHORT
        else f"`{_PATTERN}` again and again, cut at the wanted length, see the inputs"
    )


def _proof(value: str, part: InputCase, noun: str, rule: str) -> Step:
    """The step that shows what is stored. A password cannot be read: it shows in a log-in."""
    if "password" in noun.lower():
        if part.accepted:
            return Step(
                "Log out, and log in with this text.", f"The user is logged in with {value}.", SCREEN, rule=rule
            )
        return Step(
            "Log out, and log in with the earlier password.",
            f"The user is logged in; {value} has not replaced it.",
            SCREEN,
            rule=rule,
        )
    stored = (
        f"The stored value is {value}."
        if part.accepted
        else f"The stored value is the one noted in step 1; {value} is stored nowhere."
    )
    return Step(f"Leave the screen, open {noun} again and read the stored value.", stored, RECORD, rule=rule)


def _entered(point: LimitPoint, part: InputCase, noun: str) -> list[InputValue]:
    found = [
        InputValue(
            name=("length of " if part.length and "length" not in noun else "") + bare(noun),
            value=point.value,
            unit=point.unit,
        )
    ]
    if part.length:
        found.append(InputValue(name=bare(noun), value=_text(point)))
    return found


def _text(point: LimitPoint) -> str:
    """A text of exactly the wanted length with four kinds of characters, so that no other rule decides."""
    count = int(point.value)
    return (_PATTERN * (count // len(_PATTERN) + 1))[:count]


def _value(point: LimitPoint, part: InputCase) -> str:
    counted = _LENGTH_WORD.search(point.quote)
    said = amount(point.value, point.unit or (counted[0] if counted and part.length else None))
    return f"a text of {said}" if part.length else said


_LENGTH_WORD = re.compile(r"\b(?:characters|digits|letters|symbols|bytes|positions)\b", re.IGNORECASE)


def _where(point: LimitPoint) -> str:
    if point.position is Position.ON_BOUNDARY:
        return (
            f"the limit {amount(point.limit, point.unit)} itself belongs to “{point.quote}”"
            if point.within
            else f"the limit {amount(point.limit, point.unit)} itself does not belong to “{point.quote}”"
        )
    side = "below" if point.position is Position.JUST_BELOW else "above"
    return f"{amount(point.value, point.unit)} is one step ({amount(point.step, point.unit)}) {side} the limit of {amount(point.limit, point.unit)}"


def _noun(part: InputCase) -> str:
    subject = part.points[0].subject or thing(part.clause)
    return the(subject) if subject else "the value"
