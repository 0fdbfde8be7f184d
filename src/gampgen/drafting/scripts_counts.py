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
    ("BVA", "chosen-last"): Script(
        "The last of {first} {about} is taken", "Show that {first} {about} can be chosen and are all there", ("{second} different {about} are at hand: <prepared data>.",),
        (
            Line("Choose {about} one after the other until there are {first}, and count them", "Each of the {first} is taken without a message, the last one too", claimed=True),
            Line("Count what is there and compare each with its source", "{P}: the count is {first}, and each agrees with its source", RECORDED, claimed=True),
        ),
        "The count is {first}: each of them is there and agrees with its source",
    ),
    ("BVA", "chosen-over"): Script(
        "{second} {about} are one too many", "Show that no more than {first} {about} are taken", ("{second} different {about} are at hand: <prepared data>.", "It is settled with the author what the system does with one more than {first}: <refused or asked back>."),
        (
            Line("Choose {first} {about}, and write down which", "The count is {first}"),
            Line("Try to choose one more, so that there would be {second}", "It is not taken beside the others: <refused or asked back> (text recorded)", claimed=True),
            Line("Count the {about} again", "The count is {first}, not {second}; they are those written down, unless the tester has given one up", RECORDED, claimed=True),
        ),
        "At no time are there {second}; the count stays at {first}",
    ),
    ("BVA", "step-last"): Script(
        "{value} is reached by {about}, in steps of {first}", "Show that {the_about} goes in steps of {first} and reaches {second}", ("{The_about} is at {third}, one step of {first} before {second}.",),
        (
            Line("Read {the_about}", "{The_about} is shown as {third}"),
            Line("Go one step on", "{The_about} is shown as {second}: the step is {first}", claimed=True),
            Line("Read {the_about} again with the reference or in the stored record", "It is {second}", RECORDED, claimed=True),
        ),
        "{The_about} goes from {third} to {second} in one step of {first}",
    ),
    ("BVA", "capped"): Script(
        "{The_about} goes to {second} and no further", "Show that {the_about} goes to {second} and not beyond, as long as this holds: {first}", ("{The_about} can be read with a reference or from a record of its values.",),
        (
            Line("Bring this about and keep it up: {first}; read {the_about} from then on", "{The_about} moves, {fourth}until it is {second}", claimed=True),
            Line("Keep it up for <observation time> more", "{The_about} stays at {second}", claimed=True),
            Line("Read the record of {the_about} from start to end", "{second} is reached; {third} is recorded nowhere", RECORDED, claimed=True),
        ),
        "{The_about} reaches {second}; {third} is reached at no time",
    ),
    ("STATE", "only-then"): Script(
        "Only after the first, the second: {do}", "Show that {e} only once this is done: {about}", ("Both can be watched at the same time, or from records with times: {about}; {do}.",),
        (
            Line("Bring this about and note the time T0: {first}", "It has come about at T0", claimed=True),
            Line("Until this is done, watch the second: {about}", "{N}: as before T0", claimed=True),
            Line("Note the time T1 at which the first is done ({about}), and watch on for <observation time>", "{E}, and not before T1", claimed=True),
            Line("Compare the recorded times of both", "The second has the later time", RECORDED, claimed=True),
        ),
        "The second comes at T1 or later, never before",
    ),
    ("BVA", "step-over"): Script(
        "{value} is not reached by {about}", "Show that {the_about} does not pass {second}", ("{The_about} is at {second}.",),
        (
            Line("Read {the_about}", "{The_about} is shown as {second}"),
            Line("Try to go one step of {first} on", "The step is refused or has no effect (text recorded): {the_about} is still shown as {second}", claimed=True),
            Line("Try to set {value} directly, where a value can be entered", "{value} is not taken; {the_about} is {second}", claimed=True),
            Line("Read {the_about} again with the reference or in the stored record", "It is {second}; {value} is recorded nowhere", RECORDED, claimed=True),
        ),
        "{The_about} stays at {second}; {value} is reached at no time",
    ),
}  # fmt: skip
