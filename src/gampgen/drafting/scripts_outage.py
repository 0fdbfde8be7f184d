# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for a connection that breaks while data go on: what is held back, sent later, and lost nowhere."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_LINK = "The connection can be broken and restored by the tester, and what has arrived can be read at the receiving side: <how the connection is broken>."

SCRIPTS: dict[tuple[str, str], Script] = {
    ("IF", "outage-short"): Script(
        "After a break all is there once and in order: {the_about}", "Show that {e}, and that nothing is lost, doubled or out of order afterwards", (_LINK,),
        (
            Line("Break the connection and note the time T0 ({break})", "The break is shown or reported with date and time (text recorded)"),
            Line("Let ten cases of {the_about} arise during the break, each with values of its own, and write values and times down", "Nothing of the ten has arrived at the receiving side; they wait at the sending side", claimed=True),
            Line("Restore the connection and note the time T1", "The ten are sent without being entered again"),
            Line("Compare the receiving side with what was written down, case by case", "Each of the ten is there exactly once, in the order of their times, with its own values and its time from before T1", RECORDED, claimed=True),
        ),
        "All ten cases of {the_about} from the break are at the receiving side once, in order and with their own times",
    ),
    ("IF", "outage-full"): Script(
        "A break of {value} loses nothing: {the_about}", "Show that {the_about} of {value} are held and sent completely afterwards", (_LINK, "The break of {value} is waited for, or the buffer is filled with as many cases as arise in {value} of use: <number of cases>; which of the two was done is written down."),
        (
            Line("Break the connection and note the time T0 ({break})", "Nothing arrives at the receiving side any more"),
            Line("Keep the connection broken for {value}, or until <number of cases> have arisen", "No case is refused or overwritten; the first one since T0 is still held", claimed=True),
            Line("Restore the connection and wait until nothing more is sent", "The end of the transfer is shown; nothing waits any more"),
            Line("Compare number, first and last case of both sides", "The numbers are equal, and the first case since T0 is there with its own time: {value} are held; {less} fails", RECORDED, claimed=True),
        ),
        "Of a break of {value} no case of {the_about} is missing or doubled; a system that holds {less} only fails",
    ),
    ("IF", "outage-held"): Script(
        "While the connection is broken nothing is sent: {the_about}", "Show that {the_about} {is} held as long as the connection is not back", (_LINK,),
        (
            Line("Break the connection and let three cases of {the_about} arise", "The three wait at the sending side, each once", claimed=True),
            Line("Try to start the transfer by hand while the connection is broken", "It is refused or reported as failed (text recorded); the three still wait"),
            Line("Read the receiving side", "None of the three is there, not even in part", RECORDED, claimed=True),
        ),
        "With the connection broken none of the three cases of {the_about} is at the receiving side, and none is lost",
    ),
    ("IF", "outage-beside"): Script(
        "{E} during a break", "Show that {e} while the connection is broken", (_LINK,),
        (
            Line("Read the state of {the_about} with the connection standing", "The state of {the_about} is written down"),
            Line("Break the connection and note the time T0 ({break})", "The break is shown or reported with date and time (text recorded)"),
            Line("Watch {the_about} for <observation time>", "{E}: its state is the one written down, and <value that changes> goes on changing", claimed=True),
            Line("Restore the connection and read the record of {the_about} from T0 on", "It holds no stop during the break", RECORDED, claimed=True),
        ),
        "{E} from T0 until the connection is back",
    ),
    ("IF", "outage-none"): Script(
        "Without a break nothing is held back: {the_about}", "Show that {the_about} {is} sent at once as long as the connection stands, so that holding back is seen only in a break", (_LINK,),
        (
            Line("With the connection standing, let one case of {the_about} arise and note the time T0", "It arrives at the receiving side once, within <usual time of a transfer> of T0", claimed=True),
            Line("Look for waiting cases at the sending side", "None waits, and no break is reported", RECORDED),
        ),
        "With the connection standing no case of {the_about} waits",
    ),
}  # fmt: skip
