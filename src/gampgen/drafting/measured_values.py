# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""How values are measured: against a reference, in a range, under a load, as a share of time."""

from __future__ import annotations

import re

from gampgen.domain.clause import ClauseForm
from gampgen.drafting.english import capital, indicative, inner, the
from gampgen.drafting.measuring import REFERENCE, Measuring, Procedure, available
from gampgen.drafting.wording import RECORD, SCREEN, Step


def against_reference(m: Measuring) -> Procedure:
    """An accuracy, at each working point."""
    noun = re.sub(r"^(?:the (?:measured value|deviation) (?:of|in) )", "", m.noun)
    noun = re.sub(
        r" from (?:the|its|their|a) (?:\w+ )?(?:set[ -]?points?|setpoints?|target(?: value)?|nominal value)$", "", noun
    )
    noun = re.sub(
        r"^(?:the )?(?:accuracy|precision|uncertainty|error|tolerance) (?:of|in) (.+?)(?: measurements?)?$", r"\1", noun
    )
    first, further = _working_points(m.over)
    return (
        (f"A calibrated reference for {noun} with an uncertainty of at most a third of the tolerance: `<reference>`.",),
        [
            Step(
                f"Bring {noun} to {first} and wait until the value is stable.",
                f"The reference shows a stable value of {noun}.",
                REFERENCE,
                rule=m.rule,
            ),
            Step(
                "Read system and reference at the same time.", f"{capital(m.noun)} is {m.judged}.", REFERENCE, m.quote
            ),
            Step(
                f"Repeat {further}.",
                f"At each of them {m.noun} is {m.judged}.",
                REFERENCE,
                rule=m.rule,
            ),
        ],
    )


def _working_points(over: tuple[str, ...]) -> tuple[str, str]:
    """Where a deviation is measured: at the ends of the stated range and between them, else where the author says."""
    if not over:
        return (
            "the first working point `<working point>`",
            "at each further working point of the range of use: `<working points>`",
        )
    return (
        f"{over[0]}, one end of the stated range,",
        f"at {over[-1]}, the other end, and at a value between them: `<working point>`",
    )


def controlled(m: Measuring) -> Procedure:
    """A value that is held, over time and under the worst conditions."""
    noun = re.sub(r"^the measured value of ", "", m.noun)
    return (
        (f"A calibrated reference for {noun} with an uncertainty of at most a third of the tolerance: `<reference>`.",),
        [
            Step(
                f"Bring about the situation to which the limit applies and wait until {noun} is settled.",
                f"The situation is recorded; the reference shows a stable value of {noun}.",
                REFERENCE,
                rule=m.rule,
            ),
            Step(
                "Read system and reference at the same time, at the start, in the middle and at the end of `<observation time>`.",
                f"At each time {m.noun} is {m.judged}.",
                REFERENCE,
                m.quote,
            ),
            Step(
                "Repeat under the worst conditions that the use allows: `<worst conditions>`.",
                f"{capital(m.noun)} is again {m.judged}.",
                REFERENCE,
                rule=m.rule,
            ),
        ],
    )


def capacity(m: Measuring) -> Procedure:
    """A number that is carried, none lost."""
    return (
        (f"A load of {m.limit} can be produced (load tool or prepared data): `<load tool>`.",),
        [
            Step(
                f"Produce {m.limit}, one after the other or at the same time as the requirement says, and note the start.",
                f"Each of them is taken up to the last of {m.limit}; none is refused or lost.",
                REFERENCE,
                m.quote,
            ),
            Step(
                f"With all {m.limit} present, carry out one complete pass of the function by hand.",
                f"With {m.limit} present the pass is completed without error message, and its result is stored completely.",
                SCREEN,
                rule=m.rule,
            ),
            Step(
                "End the load and compare the number of processed items with the number sent; open the first and the last of them.",
                f"The numbers are equal, and both can be read; the number carried is {m.judged}.",
                RECORD,
                m.quote,
            ),
        ],
    )


def covered_range(m: Measuring) -> Procedure:
    """Both ends of a range, each by its value."""
    noun = re.sub(r"^the range of |\s+range$", "", m.noun)
    if m.clause.verb and m.clause.form is ClauseForm.ACTIVE and not m.clause.object:
        noun = f"what {the(m.clause.subject)} {indicative(m.clause).removeprefix(inner(the(m.clause.subject))).strip()}"
    if noun.endswith(("measuring", "measurement")):
        noun = "the measured value"
    ends = m.over or ("the lower end of the stated range", "the upper end of the stated range")
    return (
        (f"A means to read {noun} independently of the system is at hand: `<reference>`.",),
        [
            *(
                Step(
                    f"Bring {noun} to {end} and wait until it is stable.",
                    f"System and reference agree at {end} within <tolerance>; no error message is shown.",
                    REFERENCE,
                    m.quote,
                )
                for end in ends
            ),
            Step("Compare both readings with the stated range.", f"The range is {m.judged}.", RECORD, m.quote),
        ],
    )


def quoted(m: Measuring) -> Procedure:
    """A limit whose nature is open, by its own words."""
    return (
        ("It is settled with the author how the limited value comes about: `<entered, set, measured or counted>`.",),
        [
            Step(
                f"Bring about the situation in which {indicative(m.clause)}, with the data `<prepared data>`.",
                f"{capital(indicative(m.clause))}: the situation and its data are recorded.",
                rule=m.rule,
            ),
            Step(
                f"Read {m.noun} and write it down with its unit.",
                f"What was read is {m.judged}.",
                REFERENCE,
                m.quote,
            ),
        ],
    )


def availability(m: Measuring) -> Procedure:
    """The share of time without failure."""
    return (
        ("The start and end of the observation and the planned downtimes are agreed: <observation period>.",),
        [
            Step(
                f"Record each failure of {available(m.clause)} in <observation period> with start and end.",
                f"Each failure of {available(m.clause)} is listed with start and end.",
                RECORD,
                rule=m.rule,
            ),
            Step(
                "Divide the time without failure by the agreed time.",
                f"{capital(m.noun)} is {m.judged}.",
                RECORD,
                m.quote,
            ),
        ],
    )


def other(m: Measuring) -> Procedure:
    """Any other value, with a method that the author names."""
    return (
        (f"A means to measure {m.noun} is at hand: <measuring method>.",),
        [
            Step(
                f"Bring about the situation in which {indicative(m.clause)}.",
                f"{capital(indicative(m.clause))}: the situation is recorded.",
                rule=m.rule,
            ),
            Step(
                f"Measure {m.noun} with <measuring method>.",
                f"{capital(m.noun)} is {m.judged}.",
                REFERENCE,
                m.quote,
            ),
        ],
    )
