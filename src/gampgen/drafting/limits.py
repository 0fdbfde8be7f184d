"""Tests of limits on an input, and of limits on what the system does."""

from __future__ import annotations

from gampgen.domain.coverage import (
    ActionKind,
    Clause,
    CoverageItem,
    InputCase,
    LimitPoint,
    Position,
    ServiceCase,
    ServiceNature,
)
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, capital, doing, indicative, infinitive, inner, joined, sentence, the
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount, minutes

_PATTERN = "Aa1!"
_REFERENCE = "record of the reference reading"


# ------------------------------------------------------------------ a limit on an input
def word_input(item: CoverageItem, part: InputCase) -> Wording:
    """The words of a test that enters values at and beside a limit."""
    noun = _noun(part)
    said = joined([_value(point, part) for point in part.points])
    verdict = "accepted" if part.accepted else "refused"
    steps = [
        Step(
            f"Open the entry of {noun} on the screen `<screen>` and note the value shown.",
            f"The present value of {noun} is noted.",
            rule=item.rule,
        )
    ]
    for point in part.points:
        steps += _enter(point, part, noun, item)
    first = part.points[0]
    places = joined([_where(point) for point in part.points])
    return Wording(
        title=f"{capital(bare(noun))} {said} {'is' if len(part.points) == 1 else 'are'} {verdict}",
        objective=sentence(f"Show that {said} for {noun} {'is' if len(part.points) == 1 else 'are'} {verdict}: {places}"),
        preconditions=(
            f"The tester is logged in with a role that may enter {noun}: `<role>`.",
            f"The entry of {noun} takes steps of {amount(first.step, first.unit)}.",
        ),
        inputs=tuple(one for point in part.points for one in _entered(point, part, noun)),
        steps=tuple(steps),
        criterion=sentence(
            f"{capital(said)} for {noun} {'is' if len(part.points) == 1 else 'are'} {verdict}, and the stored value is "
            + (said if part.accepted else "the one from before")
        ),
        rationale=f"Boundary value analysis: {places}. The step follows from the decimals written in the requirement; it is an assumption.",
    )  # fmt: skip


def _enter(point: LimitPoint, part: InputCase, noun: str, item: CoverageItem) -> list[Step]:
    value = _value(point, part)
    verb = "Apply" if part.clause.kind is ActionKind.MONITOR else "Enter"
    text = f" (`{_text(point)}`)" if part.length else ""
    if part.accepted:
        return [
            Step(
                f"{verb} {value}{text} for {noun} and save.",
                f"{capital(value)} is taken without a message and shown unrounded.",
                SCREEN,
                item.quote,
            ),
            Step(
                f"Leave the screen, open {noun} again and read the stored value.",
                f"The stored value is {value}.",
                RECORD,
                rule=item.rule,
            ),
        ]
    limit = amount(point.limit, point.unit)
    return [
        Step(
            f"{verb} {value}{text} for {noun} and save.",
            f"The entry is refused; a message names {noun} and the limit of {limit} (its text is recorded).",
            SCREEN,
            item.quote,
        ),
        Step(
            f"Leave the screen, open {noun} again and read the stored value.",
            f"The stored value is the one noted in step 1; {value} is stored nowhere.",
            RECORD,
            rule=item.rule,
        ),
    ]


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
    said = amount(point.value, point.unit)
    return f"a text of {said}" if part.length else said


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


# ------------------------------------------------------------------ a limit on what the system does
def word_service(item: CoverageItem, part: ServiceCase) -> Wording:
    """The words of a test that measures what the system does and judges it by the stated limit."""
    judged = judgement(part)
    noun = measured(part)
    setting, steps = _measuring(item, part, noun, judged)
    return Wording(
        title=f"{capital(noun)}: {part.text}",
        objective=sentence(f"Show by measurement that {noun} keeps the limit “{part.text}”"),
        preconditions=setting,
        inputs=(),
        steps=tuple(steps),
        criterion=sentence(f"{capital(noun)}, measured as described, is {judged}"),
        rationale="The limit is on what the system does: it is measured, and the limit is what the tester judges by.",
        waits=minutes(part.upper or part.lower or "0", part.unit) if part.nature in {ServiceNature.RESPONSE, ServiceNature.FREQUENCY} else 0,
    )  # fmt: skip


def judgement(part: ServiceCase) -> str:
    """The limit as a verdict: "at most 2 s (2 s passes, 3 s fails)"."""
    unit = part.unit
    fails = " and ".join(amount(value, unit) for value in part.first_failing)
    tail = f"; {fails} {'fail' if ' and ' in fails else 'fails'}" if fails else ""
    if part.lower is not None and part.upper is not None:
        return f"between {part.lower} and {amount(part.upper, unit)}{tail}"
    if part.upper is not None:
        return f"{'at most' if part.upper_inclusive else 'less than'} {amount(part.upper, unit)}{tail}"
    return f"{'at least' if part.lower_inclusive else 'more than'} {amount(part.lower or '', unit)}{tail}"


def measured(part: ServiceCase) -> str:
    """What is measured, as a noun phrase in the requirement's words."""
    clause = part.clause
    what = _act(clause, part.text)
    names = {
        ServiceNature.RESPONSE: f"the time for {what}",
        ServiceNature.FREQUENCY: f"the interval of {what}",
        ServiceNature.RETENTION: f"the time for which {the(thing(clause))} can be read",
        ServiceNature.ACCURACY: f"the deviation in {what}",
        ServiceNature.CAPACITY: f"the load carried in {what}",
        ServiceNature.AVAILABILITY: f"the availability of {the(thing(clause))}",
        ServiceNature.CONTROL: f"the actual value of {the(thing(clause))}",
        ServiceNature.OTHER: f"the value reached in {what}",
    }
    return names[part.nature]


def _act(clause: Clause, limit: str) -> str:
    trimmed = clause.model_copy(update={"rest": _cut(clause.rest, limit), "object": _cut(clause.object, limit)})
    return (doing(trimmed) if trimmed.verb and trimmed.verb != "be" else the(thing(trimmed))) or "this function"


def _cut(text: str, limit: str) -> str:
    """A text without the limit and what led up to it."""
    at = text.find(limit)
    if at < 0:
        return text
    words = text[:at].split()
    while words and words[-1].lower() in {
        "within",
        "in",
        "for",
        "of",
        "at",
        "to",
        "by",
        "with",
        "every",
        "than",
        "least",
        "most",
        "an",
        "a",
        "the",
        "is",
        "under",
        "and",
    }:
        words.pop()
    return " ".join(words)


def _measuring(item: CoverageItem, part: ServiceCase, noun: str, judged: str) -> tuple[tuple[str, ...], list[Step]]:
    act, quote, rule = _act(part.clause, part.text), item.quote, item.rule
    begin = f"{inner(part.trigger)} comes about" if part.trigger else f"{act} is started"
    limit = amount(part.upper or part.lower or "", part.unit)
    match part.nature:
        case ServiceNature.RESPONSE:
            return (
                (
                    "The times can be read to a tenth of the limit or finer (time stamps of a log, or a stopwatch).",
                    f"The load of the system is the one of normal use: `<number of users and records>`.",
                ),
                [
                    Step(
                        f"Prepare the data for {act}: `<prepared data>`.",
                        "The data are ready; no earlier run is still going on.",
                        rule=rule,
                    ),
                    Step(
                        f"Note the time T0 at which {begin}.",
                        "T0 is recorded to the resolution of the measuring method.",
                        _REFERENCE,
                        rule=rule,
                    ),
                    Step(
                        f"Note the time T1 at which the result of {act} is complete.",
                        f"T1 minus T0 is {judged}.",
                        _REFERENCE,
                        quote,
                    ),
                    Step(
                        "Repeat the measurement nine times and list all ten values.",
                        f"Each of the ten values is {judged}.",
                        _REFERENCE,
                        rule=rule,
                    ),
                ],
            )
        case ServiceNature.FREQUENCY:
            return (
                ("The system's log or record shows the time of each single event.",),
                [
                    Step(
                        f"Let {act} run undisturbed and note the time of the first event.",
                        "The time of the first event is noted.",
                        rule=rule,
                    ),
                    Step(
                        "Read the times of ten consecutive events from the record.",
                        "Ten times are listed, none is missing.",
                        RECORD,
                        rule=rule,
                    ),
                    Step(
                        "Take the differences between neighbouring times.",
                        f"Each difference is {judged}.",
                        RECORD,
                        quote,
                    ),
                ],
            )
        case ServiceNature.RETENTION:
            return (
                (
                    f"A record whose age has reached {limit} exists or is imported with its original date: `<old record>`.",
                ),
                [
                    Step(
                        "Look up `<old record>` and open it.",
                        f"It opens; its date lies {limit} back, and content, metadata and audit trail are complete.",
                        RECORD,
                        quote,
                    ),
                    Step(
                        f"Read the retention set for {the(thing(part.clause))} in the configuration.",
                        f"The set time is {judged}.",
                        SCREEN,
                        quote,
                    ),
                    Step(
                        "Try to delete `<old record>` one day before its time is up.",
                        "The deletion is refused; the record is unchanged, and the attempt is logged.",
                        SCREEN,
                        rule=rule,
                    ),
                ],
            )
        case ServiceNature.ACCURACY | ServiceNature.CONTROL:
            return (
                (
                    f"A calibrated reference for {the(thing(part.clause))} with an uncertainty of at most a third of the tolerance: `<reference>`.",
                ),
                [
                    Step(
                        f"Bring {the(thing(part.clause))} to the lower end of its range of use and wait until it is stable.",
                        "The reference shows a stable value.",
                        _REFERENCE,
                        rule=rule,
                    ),
                    Step(
                        "Read system and reference at the same time.",
                        f"{capital(noun)} is {judged}.",
                        _REFERENCE,
                        quote,
                    ),
                    Step(
                        "Repeat in the middle and at the upper end of the range of use.",
                        f"At each of these points {noun} is {judged}.",
                        _REFERENCE,
                        rule=rule,
                    ),
                ],
            )
        case ServiceNature.CAPACITY:
            return (
                (f"A load of {limit} can be produced (load tool or prepared data): `<load tool>`.",),
                [
                    Step(
                        f"Produce a load of {limit} for {act} and note the start.",
                        f"{capital(limit)} are active or stored at the same time, counted by `<load tool>`.",
                        _REFERENCE,
                        quote,
                    ),
                    Step(
                        "Under this load, carry out one complete pass of the function by hand.",
                        "The pass is completed without error message, and its result is stored completely.",
                        SCREEN,
                        rule=rule,
                    ),
                    Step(
                        "End the load and compare the number of processed items with the number sent.",
                        f"The numbers are equal; the load carried is {judged}.",
                        RECORD,
                        quote,
                    ),
                ],
            )
        case ServiceNature.AVAILABILITY:
            return (
                ("The start and end of the observation and the planned downtimes are agreed: `<observation period>`.",),
                [
                    Step(
                        f"Record each failure of {the(thing(part.clause))} in `<observation period>` with start and end.",
                        "The list of failures has a start and an end for each.",
                        RECORD,
                        rule=rule,
                    ),
                    Step(
                        "Divide the time without failure by the agreed time.",
                        f"The availability is {judged}.",
                        RECORD,
                        quote,
                    ),
                ],
            )
        case _:
            return (
                (f"A means to measure {noun} is at hand: `<measuring method>`.",),
                [
                    Step(
                        f"Bring about the situation in which {indicative(part.clause)}.",
                        "The situation is recorded.",
                        rule=rule,
                    ),
                    Step(
                        f"Measure {noun} with `<measuring method>`.",
                        f"The measured value is {judged}.",
                        _REFERENCE,
                        quote,
                    ),
                ],
            )
