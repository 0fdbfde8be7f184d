# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Frames of what a kind of action alone does not settle: what is sorted out, marked, viewed, identified, traced."""

from __future__ import annotations

from gampgen.domain.clause import ActionKind
from gampgen.drafting.frame import Frame
from gampgen.drafting.frames import FRAMES

SORTED_OUT = Frame(
    "Prepare {the_o} (<prepared case>), and beside it one that nothing is wrong with.", "Both are at hand and can be told apart.",
    "Present both, one after the other.",
    "Follow what becomes of {the_o} (<outlet or status shown>).", "{E}: <outlet or status shown> shows it.",
    "{N}: <outlet or status shown> shows it as taken.",
    "Present only what nothing is wrong with, ten times.",
    "Each of the ten is taken; none is shown as rejected.", "Nothing is rejected without cause",
)  # fmt: skip
# what gets a mark, seen from what must not get it
MARKED = Frame(
    "Prepare a case that differs in one point only: it is not {bare_o} (<counter case>).", "<counter case> is prepared beside {the_o}.",
    "", "", "", "",
    "Open <counter case> where the mark would stand.", "<counter case> carries no such mark; the mark stands on {the_o} only.",
    "No mark on what is not {bare_o}",
)  # fmt: skip
# what a system records by itself at its interval: no entry of a person
LOGGED = Frame(
    "Note the date and time of the last stored entry of {the_o}.", "Date and time of the last stored entry are written down for {the_o}.",
    "Let the recording go on for <observation time>, and note what is shown of {the_o} three times, with its time.",
    "Open the stored record of {the_o} for the time since T0.", "{P}: an entry for each interval of recording since T0, with date and time; each agrees with what is shown, none is missing.",
    "{NP}: no entry with a time since T0 is there.",
    "", "", "",
)  # fmt: skip
# what only the view of something is about: its content must not suffer
VIEWED = Frame(
    "Open {the_o} with <prepared data>, more than one screen holds, and write the content down.", "The content of {the_o} is written down.",
    "{do}: choose <view>.",
    "Compare {the_o} with what was written down.", "{P}: the view is <view>, and no value in it differs from the one written down.",
    "{NP}: the view is the one from before.",
    "Leave the view and open {the_o} again.",
    "The whole content of {the_o} is there again, each entry once and unaltered.", "The view leaves the content of {the_o} as it is",
)  # fmt: skip
# one thing is told from the others by something that it carries
IDENTIFIED = Frame(
    "Prepare two of {the_o} (<first case> and <second case>) and write down what tells them apart.", "<first case> and <second case> are at hand; what tells them apart is written down.",
    "Call up <first case>, then <second case>, {rest}.",
    "Compare what is shown with what was written down.", "{P}: for each of the two its own data are shown, and never those of the other.",
    "{NP}: neither of the two is shown.",
    "Try to call up one that does not exist (<unknown case>), {rest}.",
    "No data of {the_o} are shown for <unknown case>; it is said that there is none (text recorded).", "What does not exist leads to no data ({bare_o})",
)  # fmt: skip
# something that can be had in a certain form or place: "available as PDF/A"
AVAILABLE = Frame(
    "Prepare the records <prepared records> and write down their values from the screen.", "The values of <prepared records> are written down.",
    "Call up {the_o} {rest} for <prepared records>.",
    "Open what was made with a program of its own (<reader>) and compare it with the notes.", "{E}: it opens in this form, and each value equals the one written down, with its unit.",
    "{N}: nothing is offered in this form.",
    "", "", "",
)  # fmt: skip
# what can be followed back: who, when, what before
TRACED = Frame(
    "Note the present state of {the_o} (<record>), then bring two cases about: <first case> and <second case>; note account, date and time.", "<first case> and <second case> are carried out; account, date and time of each are noted.",
    "Follow {the_o} of <record> back from the present state to the one noted first.",
    "Compare what is found with the notes.", "{P}: both cases are listed in their order, each with the state before and after, account, date and time.",
    "{NP}: the cases cannot be followed back.",
    "Begin a third case, cancel it before it is saved, and follow {the_o} back again.",
    "Only <first case> and <second case> are listed.", "A cancelled action leaves no trace of {bare_o}",
)  # fmt: skip
# a part of the plant that opens and closes: its position, shown and real
POSITION = Frame(
    "Note the position of {the_o}, as shown and at the device itself.", "The position of {the_o} is written down; both agree.",
    "Bring about the situation in which {e}; note the time T0.",
    "Read the position of {the_o}, as shown (<status shown>) and at the device itself or its end switch.", "{P}: both readings say so.",
    "{NP}: both readings say so.",
    "Leave out what should lead to it and read the position of {the_o} again.",
    "The position of {the_o} is the one written down.", "{The_o} {stays} in position without its cause",
)  # fmt: skip
# a physical value that is raised or lowered: read before and after
SHIFTED = Frame(
    "Read {the_o}, as shown and with a reference, and write it down.", "The value of {the_o} is written down.",
    "Bring about the situation in which {e}; note the time T0.",
    "Read {the_o} again, as shown and with the reference.", "{P}: both readings differ from those written down in the stated direction.",
    "{NP}: both readings are those written down, within <tolerance>.",
    "Leave out what should lead to it and read {the_o} again.",
    "The value of {the_o} is the one written down, within <tolerance>.", "{The_o} {stays} as it was without its cause",
)  # fmt: skip
# what has been under way and goes on
GOING_ON = Frame(
    "Check that {the_o} {is} under way.", "{The_o} {is} under way: <value that changes> changes.",
    "Bring about the situation in which {e}; note the time T0.",
    "Observe {the_o} for <observation time>.", "{E}: <value that changes> goes on changing as before, without a break.",
    "{N}: <value that changes> no longer changes as before.",
    "", "", "",
)  # fmt: skip
# an act that needs something beside it: "manual entry requires a reason"
REQUIRED = Frame(
    "Begin this on <record>, and write its content down: {bare_s}.", "The content of <record> is written down; {the_o} {is} not given yet.",
    "Leave {the_o} empty, and try to complete the action.",
    "Cancel, and open <record> again.", "{E}: the content is the one written down, and nothing of the attempt is stored.",
    "{N}: the new content is stored without it.",
    "Give <text> for {the_o} and complete the action.",
    "The new content is stored in <record>, and <text> with it as {bare_o}.", "With {bare_o} given, the action is completed",
)  # fmt: skip
# what the system stores of itself carries no account: nobody has entered it
RECORDED_BY_ITSELF = FRAMES[ActionKind.RECORD]._replace(
    seen="{P}: at least one entry more than before; the newest holds the values of <prepared data>, date and time."
)
