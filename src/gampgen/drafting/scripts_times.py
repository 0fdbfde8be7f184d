# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for points in time: so long before an event, so long after it."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

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
}  # fmt: skip
