# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""How a limit on what the system does is measured: one procedure per kind of limit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from gampgen.domain.coverage import Clause, ServiceNature
from gampgen.drafting.english import capital, indicative, the
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step

_REFERENCE = "record of the reference reading"


def available(clause: Clause) -> str:
    """What has to be available, without the word "availability" itself."""
    noun = re.sub(r"\s*\b(?:availability|uptime)\b\s*", " ", clause.subject, flags=re.IGNORECASE).strip()
    return the(noun) if noun else "the system"


class Measuring(NamedTuple):
    """What a measuring procedure is made of: the act, its limit, the verdict, and what the steps rest on."""

    clause: Clause
    act: str
    noun: str
    begin: str
    limit: str
    judged: str
    quote: str
    rule: str
    state: str = ""
    share: str = ""
    load: str = ""


Procedure = tuple[tuple[str, ...], list[Step]]


def _response(m: Measuring) -> Procedure:
    return (
        (
            "The times can be read to a tenth of the limit or finer (time stamps of a log, or a stopwatch).",
            "The load of the system during the measurement is settled: <number of users and records>.",
        ),
        [
            Step(
                f"Prepare the data for {m.act}: <prepared data>.",
                f"The data are ready{f' ({m.load})' if m.load else ''}; no earlier run is still going on.",
                rule=m.rule,
            ),
            Step(
                f"Note the time T0 at which {m.begin}.",
                "T0 is recorded to the resolution of the measuring method.",
                _REFERENCE,
                rule=m.rule,
            ),
            Step(
                f"Note the time T1 at which the result of {m.act} is complete.",
                f"T1 minus T0 is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
            _repeated(m),
        ],
    )


def _repeated(m: Measuring) -> Step:
    """The repetitions of a timing: ten values, or a hundred where a share of them is demanded (rule PERF)."""
    if m.share:
        return Step(
            "Repeat the measurement until 100 values are listed, and count those that keep the limit.",
            f"Of the 100 values at least {m.share} keep the limit: the time is {m.judged}.",
            _REFERENCE,
            m.quote,
        )
    return Step(
        "Repeat the measurement nine times and list all ten values.",
        f"Each of the ten values is {m.judged}.",
        _REFERENCE,
        rule=m.rule,
    )


def _frequency(m: Measuring) -> Procedure:
    return (
        (f"The system's log or record shows the time of each single event of {m.act}.",),
        [
            Step(
                f"Let {m.act} run undisturbed and note the time of the first event.",
                "The time of the first event is noted.",
                rule=m.rule,
            ),
            Step(
                "Read the times of ten consecutive events from the record.",
                "Ten times are listed, none is missing.",
                RECORD,
                rule=m.rule,
            ),
            Step(
                "Take the differences between neighbouring times.", f"Each difference is {m.judged}.", RECORD, m.quote
            ),
        ],
    )


def _retention(m: Measuring) -> Procedure:
    noun = the(thing(m.clause))
    return (
        (
            f"A record of {noun} whose age has reached {m.limit} exists or is imported with its original date: <old record>.",
        ),
        [
            Step(
                "Look up <old record> and open it.",
                f"It opens; its date lies {m.limit} back, and content, metadata and audit trail are complete.",
                RECORD,
                m.quote,
            ),
            Step(
                f"Read the retention set for {noun} in the configuration.",
                f"The set time is {m.judged}.",
                SCREEN,
                m.quote,
            ),
            Step(
                "Try to delete <younger record>, whose time is not yet up.",
                "The deletion is refused; the record is unchanged, and the attempt is logged.",
                SCREEN,
                rule=m.rule,
            ),
        ],
    )


def _against_reference(m: Measuring) -> Procedure:
    noun = re.sub(r"^(?:the (?:measured value|deviation) (?:of|in) )", "", m.noun)
    return (
        (f"A calibrated reference for {noun} with an uncertainty of at most a third of the tolerance: `<reference>`.",),
        [
            Step(
                f"Bring {noun} to the first working point `<working point>` and wait until the value is stable.",
                "The reference shows a stable value.",
                _REFERENCE,
                rule=m.rule,
            ),
            Step(
                "Read system and reference at the same time.", f"{capital(m.noun)} is {m.judged}.", _REFERENCE, m.quote
            ),
            Step(
                "Repeat at each further working point of the range of use: `<working points>`.",
                f"At each of them {m.noun} is {m.judged}.",
                _REFERENCE,
                rule=m.rule,
            ),
        ],
    )


def _controlled(m: Measuring) -> Procedure:
    noun = re.sub(r"^the measured value of ", "", m.noun)
    return (
        (f"A calibrated reference for {noun} with an uncertainty of at most a third of the tolerance: `<reference>`.",),
        [
            Step(
                f"Bring about the situation to which the limit applies and wait until {noun} is settled.",
                "The situation is recorded; the reference shows a stable value.",
                _REFERENCE,
                rule=m.rule,
            ),
            Step(
                "Read system and reference at the same time, at the start, in the middle and at the end of `<observation time>`.",
                f"At each time {m.noun} is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
            Step(
                "Repeat under the worst conditions that the use allows: `<worst conditions>`.",
                f"{capital(m.noun)} is again {m.judged}.",
                _REFERENCE,
                rule=m.rule,
            ),
        ],
    )


def _capacity(m: Measuring) -> Procedure:
    return (
        (f"A load of {m.limit} can be produced (load tool or prepared data): `<load tool>`.",),
        [
            Step(
                f"Produce {m.limit}, one after the other or at the same time as the requirement says, and note the start.",
                f"Each of them is taken up to the last of {m.limit}; none is refused or lost.",
                _REFERENCE,
                m.quote,
            ),
            Step(
                f"With all {m.limit} present, carry out one complete pass of the function by hand.",
                "The pass is completed without error message, and its result is stored completely.",
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


def _duration(m: Measuring) -> Procedure:
    return (
        ("A reference clock with seconds stands beside the screen.",),
        [
            Step(
                f"Bring it about that {m.state}; note the time T0 at which this begins.",
                f"{capital(m.state)}; T0 is noted.",
                SCREEN,
                m.quote,
            ),
            Step(
                f"Watch until it is no longer so that {m.state}, without ending it by hand, and note the time T1.",
                f"T1 minus T0 is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
            Step(
                f"Bring it about once more that {m.state}, and look at T0 + {m.limit}.",
                f"The time from T0 to the end is again {m.judged}.",
                SCREEN,
                rule=m.rule,
            ),
        ],
    )


def _delay(m: Measuring) -> Procedure:
    noun = the(thing(m.clause))
    return (
        ("A reference clock with seconds stands beside the screen.",),
        [
            Step(
                f"Bring about the cause of {noun} (`<cause>`) while {m.begin.removeprefix('this comes about: ')}; note the time T0.",
                "The cause is present; T0 is noted.",
                SCREEN,
                rule=m.rule,
            ),
            Step(
                f"Look for {noun} until shortly before T0 + {m.limit}.",
                f"{capital(noun)} cannot be seen yet.",
                SCREEN,
                m.quote,
            ),
            Step(
                f"Look for {noun} at T0 + {m.limit} and note the time T1 at which it comes.",
                f"T1 minus T0 is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
        ],
    )


def _range(m: Measuring) -> Procedure:
    noun = re.sub(r"\s+range$", "", m.noun)
    return (
        (f"A means to read {noun} independently of the system is at hand: `<reference>`.",),
        [
            Step(
                f"Bring {noun} to the lower end of the stated range and wait until it is stable.",
                f"System and reference agree; {m.noun} reaches down to this end without error message.",
                _REFERENCE,
                m.quote,
            ),
            Step(
                f"Bring {noun} to the upper end of the stated range and wait until it is stable.",
                f"System and reference agree; {m.noun} reaches up to this end without error message.",
                _REFERENCE,
                m.quote,
            ),
            Step("Compare both readings with the stated range.", f"The range covered is {m.judged}.", RECORD, m.quote),
        ],
    )


def _quoted(m: Measuring) -> Procedure:
    return (
        ("It is settled with the author how the limited value comes about: `<entered, set, measured or counted>`.",),
        [
            Step(
                f"Bring about the situation in which {indicative(m.clause)}, with the data `<prepared data>`.",
                "The situation and its data are recorded.",
                rule=m.rule,
            ),
            Step(
                f"Read {m.noun} and write it down with its unit.",
                f"What was read is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
        ],
    )


def _availability(m: Measuring) -> Procedure:
    return (
        ("The start and end of the observation and the planned downtimes are agreed: <observation period>.",),
        [
            Step(
                f"Record each failure of {available(m.clause)} in <observation period> with start and end.",
                "The list of failures has a start and an end for each.",
                RECORD,
                rule=m.rule,
            ),
            Step(
                "Divide the time without failure by the agreed time.",
                f"The availability is {m.judged}.",
                RECORD,
                m.quote,
            ),
        ],
    )


def _other(m: Measuring) -> Procedure:
    return (
        (f"A means to measure {m.noun} is at hand: <measuring method>.",),
        [
            Step(
                f"Bring about the situation in which {indicative(m.clause)}.", "The situation is recorded.", rule=m.rule
            ),
            Step(
                f"Measure {m.noun} with <measuring method>.",
                f"The measured value is {m.judged}.",
                _REFERENCE,
                m.quote,
            ),
        ],
    )


PROCEDURES: dict[ServiceNature, Callable[[Measuring], Procedure]] = {
    ServiceNature.RESPONSE: _response,
    ServiceNature.FREQUENCY: _frequency,
    ServiceNature.RETENTION: _retention,
    ServiceNature.ACCURACY: _against_reference,
    ServiceNature.CONTROL: _controlled,
    ServiceNature.CAPACITY: _capacity,
    ServiceNature.AVAILABILITY: _availability,
    ServiceNature.DURATION: _duration,
    ServiceNature.DELAY: _delay,
    ServiceNature.RANGE: _range,
    ServiceNature.QUOTED: _quoted,
    ServiceNature.OTHER: _other,
}
