"""What shows that the action of a main path has been carried out, before its effect is looked for."""

from __future__ import annotations

from gampgen.domain.clause import ActionKind, Clause
from gampgen.drafting.frame import Frame
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.special_frames import AVAILABLE, IDENTIFIED, REQUIRED, SORTED_OUT

_K = ActionKind
_BY_KIND: dict[ActionKind, str] = {
    _K.ALARM: "<alarm condition> is present since T0, as its own reading shows.",
    _K.NOTIFY: "The event is recorded for <record> at the time T0.",
    _K.DISPLAY: "<screen> is open, at the time T0.",
    _K.RECORD: "The action that leads to {bare_o} ends without an error message, at the time T0.",
    _K.CREATE: "The start of {the_o} is taken without an error message; the time T0 is noted.",
    _K.OUTPUT: "The output of {the_o} ends without an error message, at the time T0.",
    _K.CALCULATE: "The calculation of {the_o} ends without an error message.",
    _K.STOP: "<status shown> says that the situation has come about, at the time T0.",
    _K.START: "<status shown> says that the situation has come about, at the time T0.",
    _K.ALLOW: "No refusal is shown for {the_o}; the time T0 is noted.",
    _K.CHANGE: "The action on {the_o} ends without an error message, at the time T0.",
    _K.DELETE: "The action on <record to be deleted> ends without an error message.",
    _K.TRANSFER: "The transfer of {the_o} is reported as ended, at the time T0.",
    _K.SEARCH: "The search ends, and a list of hits is shown.",
    _K.REQUIRE: "The action is not completed: {the_o} {is} asked for (text recorded).",
    _K.CHECK: "The submission of <faulty data> ends at the time T0.",
    _K.EVALUATE: "The evaluation of {the_o} ends without an error message for each of the three.",
    _K.DETECT: "What was brought about is present since T0, as its own reading shows: {bare_o}.",
    _K.PROTECT: "The bytes of {the_o} are at hand, copied outside the system.",
    _K.RESPOND: "A response to the request for {the_o} arrives.",
    _K.AUTHENTICATE: "The log-in with <test account> is completed at the time T0.",
    _K.RESTORE: "The restoring of {the_o} ends with a report; start and end are noted.",
    _K.RETAIN: "<old record> opens.",
    _K.CONFIGURE: "<new setting> is shown for {the_o} after saving.",
    _K.MONITOR: "The reference follows the steps over <range of use>.",
    _K.CONTROL: "The new set point of {the_o} is shown.",
    _K.LOCK: "The situation is present since T0, and the session shows <record>.",
    _K.SIGN: "The signing of {the_o} ends without an error message, at the time T0.",
    _K.PROVIDE: "{The_o}: the use with <prepared data> ends without an error message, at the time T0.",
    _K.INCLUDE: "The list of {the_s} is written down.",
    _K.STATE: "<status shown> says that the situation has come about for {the_o}, at the time T0.",
    _K.OTHER: "The data used for {the_o} and the time T0 are written down; no error message is shown.",
}
_BY_FRAME: tuple[tuple[Frame, str], ...] = (
    (SORTED_OUT, "Both have been presented; the time of each is noted."),
    (IDENTIFIED, "Each of the two is found by what it carries."),
    (AVAILABLE, "What was called up is made without an error message."),
    (REQUIRED, "The attempt is refused: {the_o} {is} asked for (text recorded)."),
)


def started(clause: Clause, *, by_tester: bool) -> str:
    """What is seen of the action itself: that it was taken, refused or shown, with its time where one counts.

    Args:
        clause: the clause whose action was carried out.
        by_tester: whether the tester did it in the role that the clause names.
    """
    if by_tester:
        return fill("The action is completed for {the_o}; no error message is shown, and the time T0 is noted.", clause)
    frame = frame_of(clause)
    own = next((said for one, said in _BY_FRAME if one.do == frame.do or one is frame), None)
    return fill(own or _BY_KIND.get(clause.kind, _BY_KIND[_K.OTHER]), clause)
