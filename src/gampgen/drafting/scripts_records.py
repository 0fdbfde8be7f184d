# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for records: audit trail, electronic signature, mandatory fields."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_PREPARED = ("A record within the scope of {the_about} that may be changed in this test: <record>.",)
_SAVE = "<new value> is shown in <field> after <record> has been reopened."

SCRIPTS: dict[tuple[str, str], Script] = {
    ("AT", "event"): Script(
        "Audit trail entry for {about}", "Show that {e}, in one entry that holds what was done", _PREPARED,
        (
            Line("Note the number of audit trail entries of <record>", "The number of entries of <record> is noted"),
            Line("On <record>, carry out what leads to {about}, with the data <prepared data>; note the time T0", "It is completed on <record>; T0 is noted"),
            Line("Open the newest audit trail entry of <record>", "Exactly one new entry, for {about}, holding {details}, each equal to what was done at T0", RECORDED, claimed=True),
            Line("Compare the time in the entry with a reference clock", "The time is the server's date and time at T0, within <tolerance>, with time zone", RECORDED),
        ),
        "For {about} there is exactly one audit trail entry, and it holds {details}",
    ),
    ("AT", "create"): Script(
        "Audit trail entry for a newly created record ({about})", "Show that the creation of a record is entered in the audit trail with who and when", ("The tester may create records within the scope of {the_about}: <role>.",),
        (
            Line("Create a record with the data <prepared data> and note the time T0", "The record is saved with <prepared data> and shown with its identifier"),
            Line("Open the audit trail of the new record", "Exactly one entry for the creation, with the tester's account, server date and time at T0, and <prepared data> as initial values", RECORDED, claimed=True),
        ),
        "The creation has one audit trail entry with user, date and time, and the initial values of {about}",
    ),
    ("AT", "change"): Script(
        "Audit trail entry for a change, with old and new value ({about})", "Show that a change is entered in the audit trail with {details}", _PREPARED,
        (
            Line("Open <record> and write down the value of <field> (old value)", "The old value of <field> is written down"),
            Line("Change <field> to <new value> and save, giving <reason> where a reason is asked for; note the time T0", _SAVE),
            Line("Open the newest audit trail entry of <record>", "Exactly one new entry, holding {details}; the old value equals the one written down, the new one equals <new value>, the user is the tester", RECORDED, claimed=True),
            Line("Compare the time in the entry with a reference clock", "The time is the server's date and time at T0, within <tolerance>, with time zone", RECORDED),
        ),
        "One change of <field> leads to exactly one audit trail entry that holds {details}",
    ),
    ("AT", "delete"): Script(
        "Audit trail entry for a deletion ({about})", "Show that a deletion is entered in the audit trail and that the deleted content can still be read there", _PREPARED,
        (
            Line("Write down the content of <record> and delete it; note the time T0", "<record> is no longer listed; where deleting is not offered, this is recorded as the result"),
            Line("Open the audit trail of the deleted record", "One entry for the deletion of <record>, with the tester's account, date and time at T0, and the old content as written down", RECORDED, claimed=True),
        ),
        "After the deletion its audit trail entry shows user, date and time, and the old content of {about}",
    ),
    ("AT", "cancelled"): Script(
        "A cancelled action leaves no audit trail entry ({about})", "Show that the audit trail holds only what happened: an action that is cancelled before saving leaves no entry", _PREPARED,
        (
            Line("Note the number of audit trail entries of <record>", "The number of entries of <record> is noted"),
            Line("Begin the action behind {the_about} on <record>, and cancel it before it is saved", "<record> shows its earlier content"),
            Line("Count the audit trail entries of <record> again", "The number of entries of <record> is the one noted before; no entry names the cancelled values", RECORDED),
        ),
        "The number of audit trail entries for {about} is the same before and after the cancelled action",
    ),
    ("AT", "no-reason"): Script(
        "Without a reason nothing is saved ({about})", "Show that the reason cannot be left out", _PREPARED,
        (
            Line("Carry out the action behind {the_about} on <record> and leave the reason empty", "Saving <record> is refused; the reason is asked for (text recorded)", claimed=True),
            Line("Give a reason of one space and save", "Saving <record> with a blank reason is refused again"),
            Line("Cancel, and open the audit trail of <record>", "There is no entry for these attempts at {about}; <record> shows its earlier content", RECORDED),
        ),
        "With an empty reason {about} is neither saved nor entered as done",
    ),
    ("AT", "protected"): Script(
        "Nobody can edit, delete or switch off the audit trail ({about})", "Show that audit trail entries of {about} cannot be altered, not even by an administrator", ("An audit trail entry within the scope of {the_about} exists: <entry>.", "A test user with the highest rights that the system gives: <administrator role>."),
        (
            Line("As that user, open <entry> and try to edit each of its fields", "No field of <entry> can be edited"),
            Line("Try to delete <entry>", "Deleting <entry> is not offered or is refused (text recorded)", claimed=True),
            Line("Look for a way to switch the audit trail off in the settings that this user reaches", "There is no way to switch the audit trail off for <administrator role>, or it is refused; if it can be done, that act has an entry of its own"),
            Line("Open <entry> again", "<entry> is unchanged in every field", RECORDED),
        ),
        "After all attempts <entry> of {about} is unchanged and recording goes on",
    ),
    ("SIG", "signed"): Script(
        "A signature shows {details} ({about})", "Show that {e}, and that the signed record shows {details}", ("A test user who may sign: <signer>, with full name as registered.", "A record that awaits the signature: <record>."),
        (
            Line("As <signer>, sign <record> with all components that the system asks for; note the time T0", "The signing is completed; <record> is shown as signed: {about}", claimed=True),
            Line("Open the signed <record> on the screen", "It shows {details}; name and time are those of <signer> and T0", RECORDED, claimed=True),
            Line("Print <record>", "The print of <record> shows the same: {details}", "printout"),
        ),
        "Screen and print of the signed record show {details} of <signer> at T0",
    ),
    ("SIG", "wrong-component"): Script(
        "A wrong password signs nothing ({about})", "Show that a signature is refused unless all its components are right", ("A record that awaits the signature: <record>.", "Two test users: <signer> and <other user>."),
        (
            Line("As <signer>, try to sign <record> with a wrong password", "The signing is refused; <record> is shown as unsigned", claimed=True),
            Line("Try again with the password left empty", "The signing is refused; <record> is shown as unsigned"),
            Line("Try again with the name of <signer> and the password of <other user>", "The signing is refused; <record> is shown as unsigned"),
            Line("Look up the three attempts in the log or audit trail", "Each attempt is listed with account, date and time; no signature of <record> is entered", RECORDED),
        ),
        "With a wrong, empty or foreign password <record> stays unsigned, three times out of three, for {about}",
    ),
    ("SIG", "not-without"): Script(
        "Not without the signature: {about}", "Show that without the signature the action is not completed: {about}", ("A case <record> in which the action can be carried out.",),
        (
            Line("Begin the action on <record> and leave the request to sign unanswered: {about}", "The signature is asked for; the action is not completed", claimed=True),
            Line("Cancel the request to sign, and open <record> again", "Content and state of <record> are those from before the attempt", RECORDED, claimed=True),
            Line("Look up the signatures of <record>", "No signature for this attempt is entered: {about}", RECORDED),
        ),
        "With the request to sign left unanswered or cancelled this is not completed: {about}",
    ),
    ("SIG", "signed-state-lost"): Script(
        "What is changed after signing loses its signed state ({about})", "Show that a change after signing has the stated consequence: {details}", ("A signed record: <signed record>, as it was signed.",),
        (
            Line("Open <signed record> and note its content and its signature", "<signed record> is shown as signed; content and signature are written down"),
            Line("Change <field> of <signed record> and save", "The change is saved, with the old and the new content in its history"),
            Line("Open <signed record> again and read its signed state", "It is no longer shown as signed, as the requirement says: {details}", RECORDED, claimed=True),
            Line("Print or export <signed record>", "The changed content carries no valid signature", "printout"),
        ),
        "After the change <signed record> is no longer shown as signed: {details}",
    ),
    ("SIG", "changed-after"): Script(
        "A change after signing shows ({about})", "Show that signature and content belong together: a signed record is not changed unnoticed", ("A signed record: <signed record>.",),
        (
            Line("Try to change <field> of <signed record>", "The change of <signed record> is refused, or it loses its signed state and asks for a new signature"),
            Line("Open <signed record> again", "Either the content of <signed record> is the signed one, or it is shown as unsigned; never the new content with the old signature", RECORDED),
        ),
        "No changed content of <signed record> is shown with the earlier signature of {about}",
    ),
    ("SIG", "not-transferable"): Script(
        "A signature does not go over to a copy ({about})", "Show that a signature cannot be cut out, copied or moved to another record", ("A signed record: <signed record>.",),
        (
            Line("Copy or duplicate <signed record>, where the system offers that", "The copy of <signed record> is shown as unsigned; where copying is not offered, this is recorded"),
            Line("Try to remove the signature from <signed record>", "Removing the signature from <signed record> is not offered or is refused", RECORDED),
        ),
        "The copy carries no signature and <signed record> keeps its own, for {about}",
    ),
    ("FMT", "fits"): Script(
        "“{details}” is taken for {about}", "Show that an entry in the stated format is stored as entered", ("The entry of {the_about} is open: <screen>.",),
        (
            Line("Enter “{details}” for {the_about} and save", "It is saved without a message", claimed=True),
            Line("Open {the_about} again", "It reads “{details}”, character for character", RECORDED),
        ),
        "“{details}” is stored for {the_about} as entered",
    ),
    ("FMT", "counts-up"): Script(
        "Each {about} is built as stated, and none is left out", "Show on three cases in a row that {e}, part by part, and that the number counts up without a gap", ("Three cases that get {the_about} can be created one after the other: <prepared data>.",),
        (
            Line("Create three cases one after the other with <prepared data>; note {the_about} of each and the date", "Three values of {bare_about} are noted"),
            Line("Compare each of the three with the stated structure, part by part, from left to right", "Each has these parts in this order and nothing else: {details}", RECORDED, claimed=True),
            Line("Compare the counting part of the three with each other", "It goes up by one from case to case; none is left out, none is there twice", RECORDED, claimed=True),
            Line("Begin a fourth case and cancel it, then create a fifth; read {the_about} of the fifth", "It is the next one, or the number of the cancelled case is accounted for as settled: <what becomes of a cancelled number>", RECORDED),
        ),
        "Three values of {about} in a row consist of {details}, and their counting part goes up by one",
    ),
    ("FMT", "never-made"): Script(
        "No {about} of another structure", "Show that {the_about} is in no way given another structure than the stated one", ("The ways by which {the_about} comes into the system (creation, entry by hand, import) are listed: <ways>.",),
        (
            Line("In each of <ways> try to give {the_about} each of these: {details}", "Each is refused (text recorded), or <ways> offers no field for {the_about}; which of the two is recorded", claimed=True),
            Line("Look up what is stored", "None of these is stored for {the_about}: {details}", RECORDED, claimed=True),
        ),
        "None of these is stored for {the_about}: {details}",
    ),
    ("FMT", "misfits"): Script(
        "What does not fit the format is refused for {about}", "Show that each way of not fitting the stated format is refused", ("The entry of {the_about} is open: <screen>.", "The stored value of {the_about} is written down."),
        (
            Line("Enter each of these for {the_about} and try to save, one after the other: {details}", "Each is refused, and the message names {the_about} or its format (text recorded)", claimed=True),
            Line("Cancel, and read the stored value of {the_about}", "It is the one written down; none of the refused entries is stored", RECORDED),
        ),
        "Each of these is refused for {the_about}, and none is stored: {details}",
    ),
    ("MAND", "all-filled"): Script(
        "With {details} filled the entry is saved", "Show that an entry with {details} is saved as entered", ("The entry form is open with all fields empty: <screen>.",),
        (
            Line("Fill in {details} with distinct values and write them down", "{details} hold the values written down"),
            Line("Save the entry", "The entry with {details} is saved without a message about a missing field", claimed=True),
            Line("Open the saved entry", "{details} hold the values written down", RECORDED),
        ),
        "The saved entry holds the entered values of {details}",
    ),
    ("MAND", "one-missing"): Script(
        "Without {details_or} nothing is saved", "Show that each of the mandatory entries is needed: {details}", ("The entry form is open with all fields empty: <screen>.", "The number of saved entries is noted."),
        (
            Line("Fill in everything but one mandatory field and try to save; repeat for each of: {details}", "Each time saving is refused, and the message names the empty field of {details} (text recorded)", claimed=True),
            Line("Cancel, and count the saved entries", "The number of saved entries is the one noted before; nothing is stored without {details_or}", RECORDED),
        ),
        "Each attempt without one of {details} is refused, and no entry is stored",
    ),
    ("MAND", "spaces-only"): Script(
        "Spaces alone do not fill {details_or}", "Show that blank characters do not count as content of {details}", ("The entry form is open with all fields empty: <screen>.",),
        (
            Line("Fill in everything, but give a single space for each of: {details}", "The form is shown with a space for {details}"),
            Line("Try to save", "Saving is refused, and the message names the fields without content: {details} (text recorded)"),
        ),
        "An entry with spaces alone in {details} is not stored",
    ),
}  # fmt: skip
