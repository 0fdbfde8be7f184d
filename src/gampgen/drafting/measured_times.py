# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""How times are measured: response, frequency, retention, duration, delay."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, ClauseForm
from gampgen.drafting.english import capital, passive, the
from gampgen.drafting.measuring import REFERENCE, Measuring, Procedure
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import RECORD, SCREEN, Step


def response(m: Measuring) -> Procedure:
    """From the start of an act to its result."""
    acts = m.clause.object or m.clause.form is ClauseForm.PASSIVE or m.clause.verb in _TAKING
    reacts = m.begin.startswith("this comes about: ") and m.clause.kind not in _MADE
    if reacts or m.clause.kind in _SEEN or not acts:
        return _until_seen(m)
    return (
        (
            "The times can be read to a tenth of the limit or finer (time stamps of a log, or a stopwatch).",
            *(
                ()
                if m.load
                else ("The load of the system during the measurement is settled: <number of users and records>.",)
            ),
        ),
        [
            Step(
                f"Prepare the data for {m.act}: <prepared data>.",
                f"The data for {m.act} are ready{f' ({m.load})' if m.load else ''}; no earlier run is still going on.",
                rule=m.rule,
            ),
            Step(
                f"Note the time T0 at which {m.begin}.",
                f"T0 ({m.begin}) is recorded to the resolution of the measuring method.",
                REFERENCE,
                rule=m.rule,
            ),
            Step(
                f"Note the time T1 at which the result of {m.act} is complete.",
                f"T1 minus T0 is {m.judged}.",
                REFERENCE,
                m.quote,
            ),
            _repeated(m),
        ],
    )


_TAKING = frozenset({"take", "last", "need"})
# what is made of data is measured from the data to the result, whatever sets it off
_MADE = frozenset({ActionKind.CREATE, ActionKind.OUTPUT, ActionKind.CALCULATE, ActionKind.SEARCH, ActionKind.RESTORE})
_SEEN = frozenset({ActionKind.STOP, ActionKind.START, ActionKind.ALARM, ActionKind.LOCK})


def _until_seen(m: Measuring) -> Procedure:
    """From an event to what the plant or the screen then shows: a valve that closes, an alarm that is raised."""
    clause = m.clause.model_copy(update={"negated": False})
    event = m.begin.removeprefix("this comes about: ")
    return (
        ("The times can be read to a tenth of the limit or finer (time stamps of a log, or a stopwatch).",),
        [
            Step("Look at the starting point.", f"{capital(passive(clause, truth=False))}.", SCREEN, rule=m.rule),
            Step(
                f"Bring this about and note its time T0: {event}.",
                f"T0 ({event}) is recorded to the resolution of the measuring method.",
                REFERENCE,
                rule=m.rule,
            ),
            Step(
                f"Note the time T1 from which this is so: {passive(clause)}.",
                f"T1 minus T0 is {m.judged}.",
                REFERENCE,
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
            REFERENCE,
            m.quote,
        )
    often, values = ("nine times", "ten") if not _LONG.search(m.limit) else ("once", "two")
    return Step(
        f"Repeat the measurement {often} and list {'all' if often != 'once' else 'the'} {values} values.",
        f"Each of the {values} values is {m.judged}.",
        REFERENCE,
        rule=m.rule,
    )


# what takes an hour or more is not run ten times
_LONG = re.compile(r"\b(?:h|hours?|days?|d|weeks?|months?|years?|(?:[6-9]\d|\d{3,}) ?(?:min|minutes?))$", re.IGNORECASE)


def frequency(m: Measuring) -> Procedure:
    """The differences between neighbouring events."""
    return (
        (f"The system's log or record shows the time of each single event of {m.act}.",),
        [
            Step(
                f"Let {m.act} run undisturbed and note the time of the first event.",
                f"The time of the first event of {m.act} is noted.",
                rule=m.rule,
            ),
            Step(
                "Read the times of ten consecutive events from the record.",
                f"Ten times of {m.act} are listed, none is missing.",
                RECORD,
                rule=m.rule,
            ),
            Step(
                "Take the differences between neighbouring times.",
                f"Each difference, {m.noun}, is {m.judged}.",
                RECORD,
                m.quote,
            ),
        ],
    )


def retention(m: Measuring) -> Procedure:
    """A record as old as the limit, the setting, and a younger record."""
    noun = the(thing(m.clause))
    return (
        (
            f"A record of {noun} whose age has reached {m.limit} exists or is imported with its original date: <old record>.",
        ),
        [
            Step(
                "Look up <old record> and open it.",
                f"<old record> opens; its date lies {m.limit} back, and content, metadata and audit trail are complete.",
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
                "The deletion of <younger record> is refused; it is unchanged, and the attempt is logged.",
                SCREEN,
                rule=m.rule,
            ),
        ],
    )


def duration(m: Measuring) -> Procedure:
    """How long a state lasts."""
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
                REFERENCE,
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


def delay(m: Measuring) -> Procedure:
    """How much later than its cause something comes."""
    noun = the(thing(m.clause))
    return (
        ("A reference clock with seconds stands beside the screen.",),
        [
            Step(
                f"Bring about the cause of {noun} (`<cause>`) while {m.begin.removeprefix('this comes about: ')}; note the time T0.",
                f"The cause of {noun} is present; T0 is noted.",
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
                REFERENCE,
                m.quote,
            ),
        ],
    )
