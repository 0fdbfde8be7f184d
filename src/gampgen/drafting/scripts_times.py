# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for points in time: so long before an event, so long after it."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, SEEN, Line, Script

_CLOCK = (
    "The times can be set by the dates of the records or by the test clock: <how the test sets the time>.",
    "A reference clock stands beside the screen.",
)

_LOG = ("A log of the sending or the receiving side shows the time of each attempt: <log>.",)
_FIRST_LISTED = "The first attempt is listed in <log> with its time"
_WITH_CAUSE = Line(
    "Keep the cause of the repetition present throughout; start the first attempt and note the time T0",
    _FIRST_LISTED,
    RECORDED,
)
_WITH_CAUSE_AT_FIRST = Line(
    "Keep the cause of the repetition present; start the first attempt and note the time T0", _FIRST_LISTED, RECORDED
)
_WITHOUT_CAUSE = Line(
    "Start the first attempt without the cause of the repetition and note the time T0", _FIRST_LISTED, RECORDED
)
_COUNTED = Line(
    "Count the repetitions in <log> until none has been added for <observation time>",
    "There are {value} repetitions, not one more",
    RECORDED,
    claimed=True,
)
_SPACED = Line(
    "Read the times between neighbouring attempts", "They are as the requirement says: {apart}", RECORDED, claimed=True
)
_NONE_SEEN = Line("Watch <log> for <observation time>", "There are {value} repetitions", RECORDED, claimed=True)
_ENDED = Line(
    "End the cause before repetition {value}, so that this one succeeds",
    "Repetition {value} is listed as taken; no further one follows",
    RECORDED,
)

_DATES_WRITTEN = Line(
    "Prepare {the_about} with these and nothing else that is wrong (<prepared data>): {second}",
    "The two are written down: {second}",
)
_HANDED_IN = "Hand {the_about} in as in operation, entered or received, and complete the entry or transfer"

SCRIPTS: dict[tuple[str, str], Script] = {
    ("BVA", "date-refused"): Script(
        "Refused: {first} ({bare_about})", "Show that {the_about} is refused with {first}", ("The two can be chosen freely in the test environment.",),
        (
            _DATES_WRITTEN,
            Line(_HANDED_IN, "It is refused, and what is shown or reported names the reason (text recorded): {first}", claimed=True),
            Line("Look for {the_about} among the accepted ones", "It is not there; nothing of it is used", RECORDED, claimed=True),
        ),
        "With {second}, {the_about} is refused and not stored as accepted",
    ),
    ("BVA", "date-accepted"): Script(
        "Accepted: {first} ({bare_about})", "Show that {the_about} is accepted with {first}", ("The two can be chosen freely in the test environment.",),
        (
            _DATES_WRITTEN,
            Line(_HANDED_IN, "It is accepted without a message about the two: {first}", claimed=True),
            Line("Open {the_about} among the accepted ones", "It shows {second}", RECORDED),
        ),
        "With {second}, {the_about} is accepted and shows both as prepared",
    ),
    ("BVA", "barred-at"): Script(
        "Barred at {value}: {do}", "Show that it is refused to {do} until {first} have passed since {the_about}", ("The time can be brought about by a test clock or by the date of a prepared record: <how the time is set>.", "Whether the very end of {first} belongs to the time is settled with the author: <belongs or not>."),
        (
            Line("Bring this about, or take a record of it, and note the time T0: {the_about}", "T0 is written down, with its date"),
            Line("At T0 + {value}, try to {do}", "The attempt is refused (text recorded): it is barred until {first} have passed", claimed=True),
            Line("Read the record of the attempt", "It holds no such act after T0", RECORDED, claimed=True),
        ),
        "At T0 + {value} the attempt is refused",
    ),
    ("BVA", "barred-over"): Script(
        "Free again at {value}: {do}", "Show that it is possible to {do} once {first} have passed since {the_about}", ("The time can be brought about by a test clock or by the date of a prepared record: <how the time is set>.",),
        (
            Line("Bring this about, or take a record of it, and note the time T0: {the_about}", "T0 is written down, with its date"),
            Line("At T0 + {value}, try to {do}", "The attempt is taken without a message", claimed=True),
            Line("Read the record of the attempt", "It holds the act with its time, T0 + {value} or later", RECORDED, claimed=True),
        ),
        "At T0 + {value} the attempt is taken",
    ),
    ("BVA", "before-at"): Script(
        "{P}: {value} before {event}", "Show that {e} {limit} before {the_about}: at {value}, the time that the requirement names", _CLOCK,
        (
            Line("Prepare a case in which {value} are left until {the_about}; note both dates", "The difference of the two dates is {value}", RECORDED, claimed=True),
            Line("{look}", "{seen}", claimed=True),
            Line("Compare the recorded date with the one noted for this: {event}", "They lie {value} apart", RECORDED),
        ),
        "At {value} before {the_about}, {e}",
    ),
    ("BVA", "before-early"): Script(
        "{NP}: {value} before {event}", "Show that {n} earlier than {limit} before {the_about}: {value} are one step too early", _CLOCK,
        (
            Line("Prepare a case in which {value} are left until {the_about}; note both dates", "The difference of the two dates is {value}", RECORDED),
            Line("{look}", "{unseen}", claimed=True),
        ),
        "At {value} before {the_about}, {n}",
    ),
    ("BVA", "after-at"): Script(
        "{P}: {value} after {event}", "Show that {e} {limit} after {the_about}: at {value}, the time that the requirement names", _CLOCK,
        (
            Line("Bring this about and note its time T0: {event}", "T0 is recorded", RECORDED),
            Line("At T0 + {value}: {look_}", "{seen}", claimed=True),
            Line("Compare the recorded time with T0", "They lie {value} apart, within the resolution of the record", RECORDED, claimed=True),
        ),
        "At {value} after {the_about}, {e}",
    ),
    ("BVA", "after-early"): Script(
        "{NP}: {value} after {event}", "Show that {n} earlier than {limit} after {the_about}: {value} are one step too early", _CLOCK,
        (
            Line("Bring this about and note its time T0: {event}", "T0 is recorded", RECORDED),
            Line("At T0 + {value}: {look_}", "{unseen}", claimed=True),
        ),
        "At {value} after {the_about}, {n}",
    ),
    ("BVA", "repeat-all"): Script(
        "{value} repetitions of {about}, not one more", "Show that {the_about} {is} repeated {value} times as the requirement says, and what follows then", _LOG,
        (
            _WITH_CAUSE,
            _COUNTED,
            _SPACED,
            Line("Look for what is to follow the last repetition: {then}", "It follows once, after the last repetition and not before: {then}", SEEN, claimed=True),
        ),
        "{value} repetitions are listed, and then: {then}",
    ),
    ("BVA", "repeat-none"): Script(
        "No repetition of {about} without its cause", "Show that nothing is repeated where the cause of the repetition is not there", _LOG,
        (
            _WITHOUT_CAUSE,
            _NONE_SEEN,
            Line("Look for what is to follow the last repetition: {then}", "It has not come about: {then}", SEEN, claimed=True),
        ),
        "Without the cause there are {value} repetitions",
    ),
    ("BVA", "repeat-ended-early"): Script(
        "No consequence where {about} {is} taken at repetition {value}", "Show that what is to follow the last repetition stays away where an earlier one succeeds", _LOG,
        (
            _WITH_CAUSE_AT_FIRST,
            _ENDED,
            Line("Look for what is to follow the last repetition: {then}", "It has not come about: {then}", SEEN, claimed=True),
        ),
        "With success at repetition {value}, this does not come about: {then}",
    ),
    ("BVA", "repeat-all-alone"): Script(
        "{value} repetitions of {about}, not one more", "Show that {the_about} {is} repeated {value} times as the requirement says, and no further time", _LOG,
        (_WITH_CAUSE, _COUNTED, _SPACED),
        "{value} repetitions are listed, and no further one",
    ),
    ("BVA", "repeat-none-alone"): Script(
        "No repetition of {about} without its cause", "Show that nothing is repeated where the cause of the repetition is not there", _LOG,
        (_WITHOUT_CAUSE, _NONE_SEEN),
        "Without the cause <log> lists {value} repetitions of {the_about}",
    ),
    ("BVA", "repeat-ended-early-alone"): Script(
        "No further repetition of {about} once repetition {value} succeeds", "Show that the repetitions end where the cause ends before the last of them", _LOG,
        (
            _WITH_CAUSE_AT_FIRST,
            _ENDED,
            Line("Count the repetitions in <log> until none has been added for <observation time>", "There are {value} repetitions: none follows the one that succeeded", RECORDED, claimed=True),
        ),
        "With success at repetition {value}, no further repetition is listed",
    ),
}  # fmt: skip
