# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for points in time: so long before an event, so long after it."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, SEEN, Line, Script

_CLOCK = (
    "The times can be set by the dates of the records or by the test clock: <how the test sets the time>.",
    "A reference clock stands beside the screen.",
)

SCRIPTS: dict[tuple[str, str], Script] = {
    ("BVA", "before-at"): Script(
        "{P}: {value} before {about}", "Show that {e} {limit} before {the_about}: at {value}, the time that the requirement names", _CLOCK,
        (
            Line("Prepare a case in which {value} are left until {the_about}; note both dates", "The difference of the two dates is {value}", RECORDED, claimed=True),
            Line("{look}", "{P}", claimed=True),
            Line("Compare the recorded date with that of {the_about}", "They lie {value} apart", RECORDED),
        ),
        "At {value} before {the_about}, {e}",
    ),
    ("BVA", "before-early"): Script(
        "{NP}: {value} before {about}", "Show that {n} earlier than {limit} before {the_about}: {value} are one step too early", _CLOCK,
        (
            Line("Prepare a case in which {value} are left until {the_about}; note both dates", "The difference of the two dates is {value}", RECORDED),
            Line("{look}", "{NP}", claimed=True),
        ),
        "At {value} before {the_about}, {n}",
    ),
    ("BVA", "after-at"): Script(
        "{P}: {value} after {about}", "Show that {e} {limit} after {the_about}: at {value}, the time that the requirement names", _CLOCK,
        (
            Line("Bring {the_about} about and note its time T0", "T0 is recorded", RECORDED),
            Line("At T0 + {value}: {look_}", "{P}", claimed=True),
            Line("Compare the recorded time with T0", "They lie {value} apart, within the resolution of the record", RECORDED, claimed=True),
        ),
        "At {value} after {the_about}, {e}",
    ),
    ("BVA", "after-early"): Script(
        "{NP}: {value} after {about}", "Show that {n} earlier than {limit} after {the_about}: {value} are one step too early", _CLOCK,
        (
            Line("Bring {the_about} about and note its time T0", "T0 is recorded", RECORDED),
            Line("At T0 + {value}: {look_}", "{NP}", claimed=True),
        ),
        "At {value} after {the_about}, {n}",
    ),
    ("BVA", "repeat-all"): Script(
        "{value} repetitions of {about}, not one more", "Show that {the_about} {is} repeated {value} times as the requirement says, and what follows then", ("A log of the sending or the receiving side shows the time of each attempt: <log>.",),
        (
            Line("Keep the cause of the repetition present throughout; start the first attempt and note the time T0", "The first attempt is listed in <log> with its time", RECORDED),
            Line("Count the repetitions in <log> until none has been added for <observation time>", "There are {value} repetitions, not one more", RECORDED, claimed=True),
            Line("Read the times between neighbouring attempts", "They are as the requirement says: {apart}", RECORDED, claimed=True),
            Line("Look for what is to follow the last repetition: {then}", "It follows once, after the last repetition and not before: {then}", SEEN, claimed=True),
        ),
        "{value} repetitions are listed, and then: {then}",
    ),
    ("BVA", "repeat-none"): Script(
        "No repetition of {about} without its cause", "Show that nothing is repeated where the cause of the repetition is not there", ("A log of the sending or the receiving side shows the time of each attempt: <log>.",),
        (
            Line("Start the first attempt without the cause of the repetition and note the time T0", "The first attempt is listed in <log> with its time", RECORDED),
            Line("Watch <log> for <observation time>", "There are {value} repetitions", RECORDED, claimed=True),
            Line("Look for what is to follow the last repetition: {then}", "It has not come about: {then}", SEEN, claimed=True),
        ),
        "Without the cause there are {value} repetitions",
    ),
    ("BVA", "repeat-ended-early"): Script(
        "No consequence where {about} {is} taken at repetition {value}", "Show that what is to follow the last repetition stays away where an earlier one succeeds", ("A log of the sending or the receiving side shows the time of each attempt: <log>.",),
        (
            Line("Keep the cause of the repetition present; start the first attempt and note the time T0", "The first attempt is listed in <log> with its time", RECORDED),
            Line("End the cause before repetition {value}, so that this one succeeds", "Repetition {value} is listed as taken; no further one follows", RECORDED),
            Line("Look for what is to follow the last repetition: {then}", "It has not come about: {then}", SEEN, claimed=True),
        ),
        "With success at repetition {value}, this does not come about: {then}",
    ),
}  # fmt: skip
