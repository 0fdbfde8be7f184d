# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for entries that go in steps, and for reactions that come so often and no oftener."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_ENTRY = ("The entry of {the_about} is open: <screen>.", "The stored value of {the_about} is written down.")
_RATE = (
    "Each occurrence is listed with its time in <record or counter>; the time window {first} is empty at the start.",
)

SCRIPTS: dict[tuple[str, str], Script] = {
    ("BVA", "on-step"): Script(
        "{value} is a step of {about}", "Show that {the_about} can be set in steps of {first} counted from {second}", _ENTRY,
        (
            Line("Set {the_about} to {second}, then one step further", "{The_about} is shown as {value}, the step being {first}", claimed=True),
            Line("Save, open {the_about} again and read the stored value", "The stored value is {value}", RECORDED),
        ),
        "{The_about} can be set to {value}, one step of {first} above {second}",
    ),
    ("BVA", "off-step"): Script(
        "Between the steps nothing is set: {value} for {about}", "Show that {the_about} is never set to a value between two steps of {first}", _ENTRY,
        (
            Line("Try to set {the_about} to {value}, which lies between two steps", "It is not taken as it is: the entry is refused, or a neighbouring step is shown (which of the two is written down)", claimed=True),
            Line("Save if that is offered, open {the_about} again and read the stored value", "It is the value written down, or a step of {first} counted from {second}; {value} is stored nowhere", RECORDED),
        ),
        "{value} is stored nowhere; {the_about} stands on a step of {first}",
    ),
    ("BVA", "rate-last"): Script(
        "{second} in {first}, each of them: {doing}", "Show that up to {second} in {first} each cause has its effect", _RATE,
        (
            Line("Bring the cause about {second} times within {first}, each time until the effect is seen or <waiting time> is over", "Each of the {second} times: {e}", claimed=True),
            Line("Read <record or counter>", "{second} are listed, each with its time, all within {first}", RECORDED, claimed=True),
        ),
        "{second} of {second} causes within {first} have their effect",
    ),
    ("BVA", "rate-over"): Script(
        "No more than {second} in {first}: {doing}", "Show that one more than {second} in {first} stays without effect", _RATE,
        (
            Line("Bring the cause about {second} times within {first}", "Each of them has its effect; the time of the first is T0"),
            Line("Bring the cause about once more before T0 + {first}", "It stays without effect: {n}; what is shown or reported is written down (text recorded)", claimed=True),
            Line("Bring the cause about again after T0 + {first}", "It has its effect again: the time of the first no longer counts"),
            Line("Read <record or counter>", "At no time are there more than {second} within {first}", RECORDED, claimed=True),
        ),
        "The one beyond {second} in {first} has no effect",
    ),
}  # fmt: skip
