# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of limits on an input."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import CoverageItem, InputCase
from gampgen.domain.limit_point import LimitPoint, Position
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, capital, joined, sentence, the
from gampgen.drafting.input_texts import shown, text_of
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount


# ------------------------------------------------------------------ a limit on an input
def word_input(item: CoverageItem, part: InputCase) -> Wording:
    """The words of a test that enters values at and beside a limit."""
    noun = _noun(part)
    said = joined([_value(point, part) for point in part.points])
    verdict = _verdict(part)
    steps = [
        Step(
            f"Open the entry of {noun} on the screen `<screen>` and note the value shown.",
            f"The present value of {noun} is noted.",
            rule=item.rule,
        )
    ]
    for point in part.points:
        steps += _flag(point, part, noun, item) if part.flagged else _enter(point, part, noun, item)
    first = part.points[0]
    places = joined([_where(point) for point in part.points])
    plural = "is" if len(part.points) == 1 else "are"
    return Wording(
        title=f"{capital(said)} {plural} {verdict} for {bare(noun)}",
        objective=sentence(f"Show that {said} for {noun} {plural} {verdict}: {places}"),
        preconditions=(
            f"The tester is logged in with a role that may enter {noun}: `<role>`.",
            f"The entry of {noun} takes steps of {amount(first.step, first.unit)}.",
        ),
        inputs=tuple(one for point in part.points for one in _entered(point, part, noun)),
        steps=tuple(steps),
        criterion=sentence(f"{capital(said)} for {noun} {plural} {verdict}, and {_stored(part)}"),
        rationale=f"Boundary value analysis: {places}. The step follows from the decimals written in the requirement; it is an assumption.",
    )  # fmt: skip


def _verdict(part: InputCase) -> str:
    if part.flagged:
        return "shown as inside the limits" if part.accepted else "shown as outside the limits"
    return "accepted" if part.accepted else "refused"


def _stored(part: InputCase) -> str:
    """What is stored: a value outside a specification too, since it is a result."""
    return "this is what is stored" if part.accepted or part.flagged else "what is stored is unchanged"


def _flag(point: LimitPoint, part: InputCase, noun: str, item: CoverageItem) -> list[Step]:
    """A value beside a limit of a specification: stored whatever it is, and judged."""
    value, side = _value(point, part), "inside" if part.accepted else "outside"
    return [
        Step(
            f"Enter or simulate {value} for {noun} and save.",
            f"{capital(value)} is stored and shown unrounded; `<how the system shows it>` says that it is {side} the limits.",
            SCREEN,
            item.quote,
        ),
        Step(
            f"Leave the screen, open {noun} again and read value and assessment.",
            f"The stored value is {value}; the assessment still says that it is {side} the limits.",
            RECORD,
            rule=item.rule,
        ),
    ]


def _enter(point: LimitPoint, part: InputCase, noun: str, item: CoverageItem) -> list[Step]:
    value = _value(point, part)
    if part.clause.kind is ActionKind.ALLOW and _NUMBER_OF.match(noun):
        return _count_up(point, part, noun, item)
    verb = "Apply" if part.clause.kind is ActionKind.MONITOR else "Enter"
    if part.clause.kind is ActionKind.REFUSE and not part.length:
        verb = "Enter or simulate"
    text = f" ({shown(point, part, noun)})" if part.length else ""
    limit = amount(point.limit, point.unit)
    taken = f"{capital(value)} is taken without a message and shown unrounded."
    refused = f"The entry is refused; a message names {noun} and the limit of {limit} (its text is recorded)."
    if part.length:
        taken = f"{capital(value)} is taken without a message and not cut off."
    return [
        Step(f"{verb} {value}{text} for {noun} and save.", taken if part.accepted else refused, SCREEN, item.quote),
        _proof(value, part, noun, item.rule),
    ]


_NUMBER_OF = re.compile(r"(?:the )?number of ", re.IGNORECASE)


def _count_up(point: LimitPoint, part: InputCase, noun: str, item: CoverageItem) -> list[Step]:
    """So many things brought about one after the other, where the sentence says how many are allowed."""
    before = f"{int(point.value) - 1}" if point.value.isdigit() and int(point.value) else point.value
    taken = f"The last of them is taken without a message; {noun} is {point.value}."
    refused = f"The last of them is refused with a message (its text is recorded); {noun} is still {before}."
    return [
        Step(
            f"Bring {noun} to {point.value}, one after the other, and count.",
            taken if part.accepted else refused,
            SCREEN,
            item.quote,
        )
    ]


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
        found.append(InputValue(name=bare(noun), value=text_of(point, part, noun)))
    return found


def _value(point: LimitPoint, part: InputCase) -> str:
    counted = _LENGTH_WORD.search(point.quote)
    word = counted[0] if counted and part.length else None
    if word and point.value == "1":
        word = word.removesuffix("s")
    said = amount(point.value, point.unit or word)
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
