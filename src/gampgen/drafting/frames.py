# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Where a tester looks for an effect, and what is seen when it happens and when it stays away: one frame per kind of action.

The slots are filled with the requirement's own words (`slots.py`): {E}/{N} the clause as it happens / does not, {P}/{NP}
the same with the object as subject, {the_o} the thing concerned, {no_o} its absence, {do} the action, {doing} the
action as a noun, {bare_o} the thing without article. What a document does not say stands as a blank <…>.
"""

from __future__ import annotations

from typing import NamedTuple

from gampgen.domain.clause import ActionKind


class Frame(NamedTuple):
    """How the effect of one kind of action is seen.

    `prepare` and `prepared` set the scene of the main path; `do` provokes the action where the system acts by itself;
    `look` is where the tester looks; `seen`/`unseen` what is there or not; `other` and `otherwise` are the alternative
    path: what is
    tried, and what must (not) be seen then; `title` names the alternative. They are empty where no other side follows
    from the kind of action.
    """

    prepare: str
    prepared: str
    do: str
    look: str
    seen: str
    unseen: str
    other: str
    otherwise: str
    title: str


_K = ActionKind
FRAMES: dict[ActionKind, Frame] = {
    _K.ALARM: Frame(
        "Look at the alarm list before the test.", "{No_o} {is} active.",
        "Bring about the situation for which {the_o} {is} meant: <alarm condition>; note the time T0.",
        "Look at the alarm list.", "{The_o} {is} active, shown once, with <alarm text>, date and time.",
        "{No_o} {is} active; the alarm list has no new entry since T0.",
        "Keep the situation just short of <alarm condition> for as long as in the first test.",
        "{No_o} {is} active; the alarm list has no new entry.", "{No_o} without its cause",
    ),
    _K.NOTIFY: Frame(
        "Open the mailbox or message list of <recipient> and note the number of messages.", "The number of messages about {the_o} is noted.",
        "Bring about the event that {the_o} {is} about, with the record <record>; note the time T0.",
        "Open the mailbox or message list of <recipient>.",
        "Exactly one new message has arrived; it names <record> and reads <message text>.",
        "The number of messages is the one noted before; no new message has arrived.",
        "Work on a second record <second record> without bringing about the event, and wait as long as the first message took.",
        "No message about <second record> has arrived.", "No message without the event",
    ),
    _K.DISPLAY: Frame(
        "Read the value or content of {the_o} at its source (<source record>) and write it down.",
        "The content of {the_o} at its source is written down.",
        "Open the screen <screen> where {e}.",
        "Look for {the_o} on the screen <screen>.", "{P}; what is shown equals what was written down from the source.",
        "{NP}; the screen holds no such element.",
        "", "", "",
    ),
    _K.RECORD: Frame(
        "Note the number of existing entries of {the_o}.", "The number of entries of {the_o} is written down.",
        "Carry out the action that leads to {bare_o}, with the values of <prepared data>.",
        "Open the stored record of {the_o}.", "{P}: one entry more than before, with the values of <prepared data>, the tester's account, date and time.",
        "{NP}: the number of entries is the one written down before.",
        "Begin the same action with other values and cancel it before it is saved; then reopen the record.",
        "The number of entries is unchanged, and none of the cancelled values is stored.", "A cancelled action leaves no entry of {bare_o}",
    ),
    _K.CREATE: Frame(
        "Count what exists of {bare_o} before the test.", "The count of {bare_o} is written down.",
        "Start what makes {the_o}, with the data <prepared data>.",
        "Look where {the_o} {is} kept (<list or screen>).", "{P}: exactly one more than before; the new one holds the values of <prepared data>.",
        "{NP}: the count is the one from before.",
        "Start the same once more and cancel before it is complete.",
        "The count of {bare_o} is unchanged, and no part of the cancelled attempt is left.", "No {bare_o} from a cancelled attempt",
    ),
    _K.OUTPUT: Frame(
        "Prepare the records <prepared records> and write down their values from the screen.", "The values of <prepared records> are written down.",
        "Start the output: {do}.",
        "Open or fetch the output of {the_o}.", "{P}: the output can be opened, and each value equals the one written down, with its unit.",
        "{NP}: no file, page or print job has been made.",
        "", "", "",
    ),
    _K.CALCULATE: Frame(
        "Work out {the_o} for <input values> with an independent, checked method; write the result down.",
        "The independent result for {the_o} is written down with its unit and number of decimals.",
        "Enter <input values> and start the calculation.",
        "Read {the_o}.", "{P}: the result equals the independent one in every shown decimal.",
        "{NP}: no result is shown or stored.",
        "Leave one of the <input values> empty and start the calculation again.",
        "No result is shown or stored for {the_o}; the missing input is named (text recorded).", "No {bare_o} with a missing input",
    ),
    _K.REFUSE: Frame(
        "Write down the present state of what the attempt would change: {the_o}.", "The state of {the_o} before the attempt is written down.",
        "Try to {try_}.",
        "Try to {try_}.", "The attempt is refused and its message (text recorded) is shown; the state of {the_o} is the one written down before.",
        "The attempt goes through: its result for {the_o} is shown and stored, and no refusal is shown.",
        "Do the nearest thing that is not excluded: <permitted counterpart>.",
        "It goes through; its result is shown and still there when the record is opened again.", "The permitted counterpart still works",
    ),
    _K.STOP: Frame(
        "Start {the_o} and check that it runs.", "{The_o} {is} under way: <value that changes> changes.",
        "Bring about the situation in which {e}; note the time T0.",
        "Observe {the_o} for <observation time>.", "{P}: <value that changes> stays the same from the first to the last reading, and <status shown> says so.",
        "{NP}: <value that changes> still differs between the first and the last reading.",
        "Let the same situation not come about and observe {the_o} for the same time.",
        "{The_o} {goes} on: <value that changes> still changes.", "No stop without its cause",
    ),
    _K.START: Frame(
        "Check that {the_o} {is} at rest.", "{The_o} {is} not under way: <value that changes> stays the same.",
        "Bring about the situation in which {e}; note the time T0.",
        "Observe {the_o} for <observation time>.", "{P}: <value that changes> begins to change, and <status shown> says so.",
        "{NP}: <value that changes> stays the same, and <status shown> is unchanged.",
        "Leave out what should lead to it and observe {the_o} for the same time.",
        "{The_o} {stays} at rest: <value that changes> is unchanged.", "No start without its cause",
    ),
    _K.ALLOW: Frame(
        "Write down the present state of {the_o}.", "The state of {the_o} is written down.",
        "Carry out what is allowed: {do}.",
        "Try it: {do}.", "{P}: no refusal is shown, and the result is still there when the record is opened again.",
        "{NP}: the attempt is refused (text recorded), and the state is the one written down before.",
        "", "", "",
    ),
    _K.CHANGE: Frame(
        "Open {the_o} and write down the present content and state.", "Content and state of {the_o} are written down.",
        "Carry out the action with the data <prepared data>: {do}.",
        "Close and reopen {the_o}; read content and state.", "{P}: the new content or state is shown, and nothing else has changed.",
        "{NP}: content and state are those written down before.",
        "Begin the same action with other data and cancel it before it is saved; then open {the_o} again.",
        "Content and state of {the_o} are those from before the cancelled action.", "A cancelled action leaves {the_o} unchanged",
    ),
    _K.DELETE: Frame(
        "Look up {the_o} (<record to be deleted>) and write down its content.", "<record to be deleted> exists; its content is written down.",
        "Carry out the action on <record to be deleted>: {do}.",
        "Look up <record to be deleted> again.", "{P}: the search finds nothing of it, and the neighbouring records are all there.",
        "{NP}: the search still finds the content written down before.",
        "Begin the same with a second record and cancel at the request to confirm.",
        "The second record of {bare_o} is still there with all its content.", "A cancelled deletion removes nothing",
    ),
    _K.TRANSFER: Frame(
        "Prepare {the_o} at the sending side with known, distinct values in each field.", "The values of {the_o} are written down.",
        "Start the transfer: {do}.",
        "Read {the_o} at the receiving side, field by field.", "{P}: each value and unit equals the one written down, and the record is there once.",
        "{NP}: nothing has arrived at the receiving side.",
        "Break the connection during the transfer, then restore it.",
        "After reconnection {the_o} {is} there once and complete, or not at all with the failure reported; no part is left.",
        "No lost, partial or double transfer of {bare_o}",
    ),
    _K.SEARCH: Frame(
        "Prepare two records that match the criterion <search value> and one that does not.", "The three records exist; two of them hold <search value>.",
        "Search with <search value>: {do}.",
        "Compare the hits with the prepared records.", "{P}: exactly the two matching records are listed.",
        "{NP}: the list of hits is empty.",
        "Search with a value that no record holds.",
        "No record of {bare_o} is listed, and the screen says that there is none.", "A search without match lists nothing",
    ),
    _K.REQUIRE: Frame(
        "Begin the action for which {e}.", "The action is open, not completed; {the_o} {is} not given yet.",
        "Try to complete the action without giving {bare_o}.",
        "Look for the request, and try to go on without answering it.",
        "{E}; without it the action is not completed and nothing is stored.",
        "{N}; the action is completed without it.",
        "Give what is asked for ({bare_o}) and complete the action.",
        "The action is completed, and {the_o} {is} stored with it.", "With {bare_o} given, the action goes on",
    ),
    _K.CHECK: Frame(
        "Prepare data that break the rule behind {the_o} in exactly one point: <faulty data>.", "<faulty data> differ from valid data of {the_o} in one point.",
        "Submit <faulty data>.",
        "Look at the outcome of the check.", "{P}: the fault is named (text recorded), and the faulty data are not taken over.",
        "{NP}: no outcome of a check is shown.",
        "Correct the one point and submit the data again.",
        "No fault of {the_o} is reported, and the corrected data are taken over unchanged.", "Data without fault pass the check of {the_o}",
    ),
    _K.DETECT: Frame(
        "Note that nothing is reported before the test.", "No report of {bare_o} is open.",
        "Bring about what has to be found: {bare_o}; note the time T0.",
        "Look where it is reported (<screen or log>).", "{P}: one new report since T0, naming what was brought about.",
        "{NP}: there is no new report since T0.",
        "Repeat without {bare_o}.",
        "There is no report of {bare_o}: no false alarm.", "No report without {bare_o}",
    ),
    _K.PROTECT: Frame(
        "Store a record with the known content <marker text>.", "The record with <marker text> is stored.",
        "Read the stored or transmitted bytes of {the_o} outside the system, with <reading tool>.",
        "Search the bytes for <marker text>.", "{P}: <marker text> is not found in readable form.",
        "{NP}: <marker text> can be read.",
        "Read the same record inside the system with an account that has the right to it.",
        "<marker text> is shown completely and unaltered.", "{The_o} can still be read by those who may",
    ),
    _K.RESPOND: Frame(
        "Prepare a valid request that leads to {the_o}.", "The request for {the_o} is ready, its parameters written down.",
        "Send the request.",
        "Send the request and read the response: status code, header and content.", "{P}: the response document with its status code is recorded and shows this; no error is returned.",
        "{NP}: the returned response does not hold it; its status code and error message are recorded.",
        "Send the same request with one parameter left out or with an invalid value.",
        "An error status with a message that names the parameter is returned, and nothing of {the_o}.", "An invalid request is answered with an error",
    ),
    _K.AUTHENTICATE: Frame(
        "Log out, so that no session is open.", "The log-in screen is shown, and no session of <test account> is open.",
        "Log in with the valid credentials of <test account>.",
        "Look at the session that was opened.", "{E}: the session shows <test account> and no other name.",
        "{N}: no session is open; the log-in screen is still shown.",
        "Try to log in to the same account with one wrong credential.",
        "Access is refused without saying which credential was wrong; no session is open, and the attempt is logged.", "Wrong credentials are refused",
    ),
    _K.RESTORE: Frame(
        "Store a marker record A, and after {the_o} {is} saved a marker record B.", "A and B exist, their times are noted.",
        "Carry out the restoring: {do}.",
        "Look up the marker records A and B.", "{P}: A is there with its full content and audit trail, B is not.",
        "{NP}: the state is the one before the attempt.",
        "Try to restore from a damaged copy.",
        "The damaged copy of {the_o} is reported and not used; the running data are unchanged.", "A damaged copy is not used",
    ),
    _K.RETAIN: Frame(
        "Choose a record of {the_o} near the end of its time (<old record>).", "<old record> and its date are written down.",
        "Open <old record>: {do}.",
        "Read <old record> with its metadata and audit trail.", "{P}: content, metadata and audit trail are complete and readable.",
        "{NP}: <old record> is no longer there.",
        "Try to delete <old record> with the highest rights that a user has.",
        "The deletion is refused; <old record> is still there, and the attempt is logged.", "{The_o} cannot be deleted early",
    ),
    _K.CONFIGURE: Frame(
        "Write down the present setting of {the_o}.", "The setting of {the_o} is written down.",
        "Carry out the setting with the value <new setting>: {do}.",
        "Use the function that depends on {the_o}.", "{P}: the function follows <new setting>, also after a new log-in.",
        "{NP}: the function follows the setting written down before.",
        "Begin another setting and cancel it.",
        "The function still follows <new setting>.", "A cancelled setting has no effect on {the_o}",
    ),
    _K.MONITOR: Frame(
        "Connect a reference for {the_o} (<calibrated reference>).", "<calibrated reference> shows a stable value of {the_o}.",
        "Change the measured value in steps over <range of use>.",
        "Read {the_o} and the reference at the same time.", "{P}: each reading agrees with the reference within <tolerance>.",
        "{NP}: no reading is shown.",
        "Interrupt the signal of {the_o}.",
        "The reading of {the_o} is marked as invalid; the last value is not shown as current.", "A lost signal of {the_o} {is} visible",
    ),
    _K.CONTROL: Frame(
        "Write down the set point of {the_o}.", "The set point of {the_o} is written down.",
        "Change the set point within <range of use> and wait for <settling time>.",
        "Read the actual value of {the_o} and a reference.", "{P}: the actual value reaches the new set point within <tolerance>.",
        "{NP}: the actual value stays where it was.",
        "Disturb {the_o} from outside and wait for <settling time>.",
        "{The_o} {is} back at the set point within <tolerance>.", "A disturbance of {the_o} {is} evened out",
    ),
    _K.LOCK: Frame(
        "Log in and open the record <record>.", "The session is open and shows <record>.",
        "Bring about the situation in which {e}; note the time T0.",
        "Try to read and to enter something.", "{E}: the record is hidden, and no entry is taken before a new log-in.",
        "{N}: the record is shown, and entries are taken.",
        "Log in again with the same account.",
        "The session opens in the state in which it was left: <record> is shown, without an entry in between.", "After a new log-in the work goes on",
    ),
    _K.SIGN: Frame(
        "Open a record that awaits the signature: <record>.", "<record> is shown as unsigned.",
        "Carry out the signing: {do}.",
        "Open the record and its print.", "{P}: screen and print show the signer's full name, date, time and the meaning of the signature.",
        "{NP}: the record is still shown as unsigned.",
        "Try to sign a second record with a wrong password.",
        "The signing is refused; the second record of {bare_o} is still unsigned, and the attempt is logged.", "A wrong password signs nothing",
    ),
    _K.PROVIDE: Frame(
        "Look up where {the_o} {is} offered (<menu or screen>).", "<menu or screen> offers {the_o}.",
        "Use {the_o} with the data <prepared data>, from start to end.",
        "Read the result of {the_o}.", "{E}: the result for <prepared data> is <expected result>, and it is still there after a new log-in.",
        "{N}: it is not offered.",
        "", "", "",
    ),
    _K.INCLUDE: Frame(
        "Open {the_s} (<screen or record>).", "{The_s}: content or settings are shown.",
        "List what is there: {the_s}.",
        "Compare the list with what is demanded: {bare_o}.", "{E}; each part of {bare_o} is on the list, and what is missing is named.",
        "{N}; the list holds no such part.",
        "", "", "",
    ),
    _K.STATE: Frame(
        "Write down the state of {the_o} before the test.", "The state of {the_o} is written down.",
        "Bring about the situation in which {e}.",
        "Read the state of {the_o}.", "{E}, as <status shown> says.",
        "{N}, as <status shown> says.",
        "", "", "",
    ),
    _K.OTHER: Frame(
        "Write down what is shown about {the_o} before the test.", "The state of {the_o} before the test is written down.",
        "Bring about the situation in which {e}, with the data <prepared data>.",
        "Look where it can be seen (<screen or record>).", "{E}; <screen or record> shows it for the data of this test.",
        "{N}; <screen or record> is as it was before.",
        "", "", "",
    ),
}  # fmt: skip
