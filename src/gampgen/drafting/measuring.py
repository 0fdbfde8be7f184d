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
                "The data are ready; no earlier run is still going on.",
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
            Step(
                "Repeat the measurement nine times and list all ten values.",
                f"Each of the ten values is {m.judged}.",
                _REFERENCE,
                rule=m.rule,
            ),
        ],
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
    noun = the(thing(m.clause))
    return (
        (f"A calibrated reference for {noun} with an uncertainty of at most a third of the tolerance: <reference>.",),
        [
            Step(
                f"Bring {noun} to the lower end of the range of use and wait until the value is stable.",
                "The reference shows a stable value.",
                _REFERENCE,
                rule=m.rule,
            ),
            Step(
                "Read system and reference at the same time.", f"{capital(m.noun)} is {m.judged}.", _REFERENCE, m.quote
            ),
            Step(
                "Repeat in the middle and at the upper end of the range of use.",
                f"At each of these points {m.noun} is {m.judged}.",
                _REFERENCE,
                rule=m.rule,
            ),
        ],
    )


def _capacity(m: Measuring) -> Procedure:
    return (
        (f"A load of {m.limit} can be produced (load tool or prepared data): <load tool>.",),
        [
            Step(
                f"Produce a load of {m.limit} for {m.act} and note the start.",
                f"{capital(m.limit)} are active or stored at the same time, counted by <load tool>.",
                _REFERENCE,
                m.quote,
            ),
            Step(
                "Under this load, carry out one complete pass of the function by hand.",
                "The pass is completed without error message, and its result is stored completely.",
                SCREEN,
                rule=m.rule,
            ),
            Step(
                "End the load and compare the number of processed items with the number sent.",
                f"The numbers are equal; the load carried is {m.judged}.",
                RECORD,
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
    ServiceNature.CONTROL: _against_reference,
    ServiceNature.CAPACITY: _capacity,
    ServiceNature.AVAILABILITY: _availability,
    ServiceNature.OTHER: _other,
}
