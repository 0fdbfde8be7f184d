# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for formats, clock times and periods, shared editing, migration and codes."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_PATTERN = (
    "In the pattern {pattern}, A stands for a letter, 9, N or # for a digit, every other sign for itself (assumption)."
)
_SESSIONS = (
    "Two test users with the right to change {the_about}: <user A> and <user B>, each at a workstation of its own.",
    "A case of {the_about} is prepared: <record>.",
)

SCRIPTS: dict[tuple[str, str], Script] = {
    ("BVA", "decimals"): Script(
        "{The_o} {is} shown with {limit_plain}", "Show that {e}, also where the last decimals are zeros", ("Cases are prepared whose {bare_about} has more decimals than are shown, and one whose {bare_about} is a whole number: <prepared data>.",),
        (
            Line("Open the case with more decimals; count the digits behind the decimal sign of {the_about} (<screen or record>)", "There are {value}: {limit_plain}; any other number fails", claimed=True),
            Line("Open the case whose {bare_about} is a whole number and count again", "There are {value} again, as zeros", claimed=True),
            Line("Compare each shown value with the unrounded one of an independent source", "The shown value is the nearest one with {limit_plain}; at the half it follows <rounding rule>", RECORDED),
        ),
        "{The_about} {is} shown with {value} digits behind the decimal sign in each of the cases",
    ),
    ("BVA", "grade-met"): Script(
        "Print quality of the {bare_about}: grade {limit_plain} or better", "Show with a verifier that the printed code has the stated grade, on the materials and printers of real use", ("A calibrated verifier for this type of code is at hand: <verifier>.", "What is printed on, and with, is that of real use: <materials and printers>."),
        (
            Line("Print ten codes with <prepared data>, on each of <materials and printers>", "Ten codes are printed on each"),
            Line("Measure each code with <verifier>", "Each has the grade {limit_plain} or a better one; {early_plain} fails", RECORDED, claimed=True),
            Line("Read each code and compare the content with <prepared data>", "Each content equals <prepared data>", RECORDED),
        ),
        "Each of the measured codes has the grade {limit_plain} or a better one; {early_plain} fails",
    ),
    ("BVA", "grade-missed"): Script(
        "A {bare_about} of grade {early_plain} fails", "Show that the check tells a code of grade {limit_plain} from one of grade {early_plain}", ("Reference codes of the grades {limit_plain} and {early_plain} are at hand: <reference codes>.",),
        (
            Line("Measure the reference code of grade {early_plain} with <verifier>, as the printed codes are measured", "The grade {early_plain} is shown, and the code counts as failed", RECORDED, claimed=True),
            Line("Measure the reference code of grade {limit_plain}", "The grade {limit_plain} is shown, and the code counts as passed", RECORDED),
        ),
        "The reference code of grade {early_plain} fails, the one of grade {limit_plain} passes",
    ),
    ("BVA", "after-done"): Script(
        "{NP}, once this is done before the time is up: {early_plain}", "Show that what is due {limit} after {the_about} stays away where this is done before: {early_plain}", ("The times can be set by the dates of the records or by the test clock: <how the test sets the time>.", "A reference clock stands beside the screen."),
        (
            Line("Bring {the_about} about and note its time T0", "T0 is recorded", RECORDED),
            Line("At T0 + {value}: {early_plain}", "It is taken, with its time"),
            Line("At T0 + {limit} plus one reading interval: {look_}", "{NP}", claimed=True),
        ),
        "After this was done at T0 + {value}, {n} at T0 + {limit}: {early_plain}",
    ),
    ("PAIR", "each-class"): Script(
        "Each class is given: {details} ({bare_about})", "Show that {e}: one case of each class, one look each", ("For each of {details} one case of {the_about} is prepared, with the rule by which it belongs there: <cases and rule of sorting>.",),
        (
            Line("Bring the cases about one after the other: one for each of {details}", "Each of the cases is shown once, with its class"),
            Line("Read the class of each, where {the_about} {is} listed (<screen or record>)", "Each shows the class to which <cases and rule of sorting> assign it: {details}, one each", RECORDED, claimed=True),
        ),
        "Each of the classes {details} is shown for the case that belongs to it",
    ),
    ("PAIR", "one-class"): Script(
        "No {bare_about} without a class, or in two: {details}", "Show that what is sorted stands in exactly one of {details}", ("A list of all {about} of the test is open: <screen or record>.",),
        (
            Line("Count the entries of each class in the list", "The numbers of {details} add up to the number of all entries of {the_about}", RECORDED, claimed=True),
            Line("Look for an entry without a class, or with another one than {details_or}", "There is none", RECORDED, claimed=True),
        ),
        "Each entry of {the_about} is in exactly one of {details}",
    ),
    ("FMT", "kept"): Script(
        "Entries of the format {pattern} are taken ({about})", "Show that {the_about} {is} taken in the format {pattern}: {tried}", ("The entry of {the_about} is open: <screen>.", _PATTERN),
        (
            Line("Enter each of these for {the_about} and save, each in a record of its own: {tried}", "Each is taken without a message: {tried}", claimed=True),
            Line("Open the saved records", "They hold {tried}, unchanged in every sign", RECORDED),
        ),
        "The records hold {tried} for {the_about}, as entered",
    ),
    ("FMT", "broken"): Script(
        "Entries that break the format {pattern} are refused ({about})", "Show that {the_about} {is} not taken in another format than {pattern}; each entry breaks it in one point", ("The entry of {the_about} is open: <screen>.", _PATTERN),
        (
            Line("Enter one after the other for {the_about} and try to save: {tried}", "Each is refused; the message names {the_about} or the format {pattern} (text recorded)", claimed=True),
            Line("Look up what is stored", "None of these is stored: {tried}", RECORDED),
        ),
        "None of {tried} is stored for {the_about}",
    ),
    ("FMT", "made"): Script(
        "The system gives {about} in the format {pattern}", "Show that {e}, sign by sign", ("What leads to {the_about} can be brought about three times: <prepared data>.", _PATTERN),
        (
            Line("Bring about {the_about} three times with <prepared data>", "Three values of {bare_about} are shown", claimed=True),
            Line("Compare each with the pattern {pattern}, sign by sign ({tried} would fit)", "Each has the format {pattern}: as many signs, letters and digits at the same places", RECORDED, claimed=True),
            Line("Compare the three values with each other", "No two values of {bare_about} are the same", RECORDED),
        ),
        "Three values of {about} have the format {pattern}, and no two are the same",
    ),
    ("FMT", "date"): Script(
        "Dates stand in the format {pattern}", "Show that {e}: a leap day and the last day of a year, so that day, month and year cannot be confused", ("Records with the dates 29 February 2028 and 31 December 2026 are prepared: <prepared records>.",),
        (
            Line("Open <prepared records> where the dates stand: {look_}", "The dates read {tried}", claimed=True),
            Line("Print or export <prepared records>", "The dates read {tried} there too", RECORDED),
        ),
        "The two dates read {tried}",
    ),
    ("BVA", "clock-at"): Script(
        "{P}", "Show that {e}: at {limit_plain}, on three days in a row", ("Nothing starts {the_o} by hand during the test; the log of its runs is open: <log>.",),
        (
            Line("Leave the system alone from before {limit_plain} until after it, on three days in a row", "Three days have passed; nobody has started {the_o}"),
            Line("Read the starting times of {the_o} in <log>", "One run per day is listed, begun at {limit_plain} within <tolerance>", RECORDED, claimed=True),
            Line("Open the results of the three runs", "Each run is complete, with its end and without error: {e}", RECORDED, claimed=True),
        ),
        "<log> lists one run per day, begun at {limit_plain} within <tolerance>",
    ),
    ("BVA", "clock-early"): Script(
        "Not yet at {early_plain}: {e}", "Show that nothing runs one minute early: at {early_plain}, before {limit_plain}", ("The log of the runs of {the_o} is open: <log>.",),
        (
            Line("At {early_plain}, one minute before {limit_plain}, read <log>", "No run of {the_o} of this day is listed yet", claimed=True),
            Line("Read <log> again at noon of the same day", "One run of {the_o} is listed for this day, not two", RECORDED),
        ),
        "At {early_plain} no run of {the_o} is listed for the day",
    ),
    ("BVA", "period-in"): Script(
        "First and last second of the period are in: {the_s}", "Show that {e}, with records at its first and last second", ("Records with these times exist and can be told apart: {first_two} (<prepared records>).",),
        (
            Line("Make {the_s} for the period {period}", "{The_s} for {period} is made", claimed=True),
            Line("Look for <prepared records>", "The records of {first_two} are in it, once each", RECORDED, claimed=True),
        ),
        "{The_s} for {period} holds the records of {first_two}",
    ),
    ("BVA", "period-out"): Script(
        "The second before and the second after the period are out: {the_s}", "Show that {the_s} holds nothing from before or after the period", ("Records with these times exist and can be told apart: {first_two} (<prepared records>).",),
        (
            Line("Make {the_s} for the period {period}", "{The_s} for {period} is made"),
            Line("Look for <prepared records>", "Neither the record of {first_two_or} is in it", RECORDED, claimed=True),
        ),
        "{The_s} for {period} holds neither the record of {first_two_or}",
    ),
    ("BVA", "resolution"): Script(
        "The {about} is shown in steps of {value}", "Show that a change of {the_about} by {value} can be seen, and that nothing coarser is shown", ("The input of {the_about} is replaced by a simulator that can be set in steps of {value} or finer: <simulator>.",),
        (
            Line("Set <simulator> to <start value> and write down what is shown for {the_about}", "{The_about} is shown as <start value>, with all decimals that a step of {value} needs"),
            Line("Raise <simulator> by {value}", "The shown {about} is higher by {value}", claimed=True),
            Line("Lower <simulator> by {value}", "The shown {about} is <start value> again", claimed=True),
        ),
        "A change by {value} changes what is shown for {the_about} by {value}",
    ),
    ("CONC", "conflict"): Script(
        "No change is overwritten unnoticed: two sessions on the same {about}", "Show what becomes of two changes of the same {about} at a time", _SESSIONS,
        (
            Line("As <user A>, open <record> for editing", "<record> is open for <user A>"),
            Line("As <user B>, open the same <record> for editing", "The session of <user A> on the same {about} is shown to <user B> (text recorded)", claimed=True),
            Line("As <user A>, set <field> to <value A> and save", "<value A> is stored in <record>"),
            Line("As <user B>, try to set the same <field> to <value B> and save", "The attempt is refused or the conflict is shown (text recorded); <value A> is not replaced without a decision of <user B>", claimed=True),
            Line("Open <record> and its history", "Each stored change of <field> is listed with its user, date and time; none is missing", RECORDED),
        ),
        "<value A> is not overwritten unnoticed, and the history of <record> lists every stored change",
    ),
    ("CONC", "one-after-the-other"): Script(
        "One after the other, both changes are stored ({about})", "Show that the protection ends when the first session has saved and closed {the_about}", _SESSIONS,
        (
            Line("As <user A>, set <field> to <value A>, save and close <record>", "<value A> is stored in <record>"),
            Line("As <user B>, open <record>, set <field> to <value B> and save", "<value B> is stored without a warning of a conflict"),
            Line("Open the history of <record>", "<value A> by <user A> and <value B> by <user B> are listed in this order", RECORDED),
        ),
        "The history of <record> lists <value A> and then <value B>",
    ),
    ("CLOCK", "set-right"): Script(
        "A wrong clock is set right: {do}", "Show that {e}: a difference that was brought about is gone after the next synchronisation", ("{The_about} of a test environment may be set wrong by an administrator.", "A reference clock that follows the same time source: <reference clock>."),
        (
            Line("Set {the_about} ahead by <offset> and note the time T0 of the reference clock", "{The_about} differs from <reference clock> by <offset>"),
            Line("Wait for the next synchronisation: {do}", "{The_about} agrees with <reference clock> within <tolerance>", claimed=True),
            Line("Open the log of the synchronisation", "The correction since T0 is entered with date, time and size: <offset>", RECORDED),
        ),
        "{The_about} agrees with <reference clock> within <tolerance> after the next synchronisation",
    ),
    ("CLOCK", "source-lost"): Script(
        "A lost time source is reported ({about})", "Show that {the_about} {is} not set to another value while the time source cannot be reached", ("The connection to the time source can be broken by the tester.", "A reference clock: <reference clock>."),
        (
            Line("Break the connection to the time source and wait for the next synchronisation", "The failed synchronisation of {the_about} is reported with date and time (text recorded)"),
            Line("Compare {the_about} with <reference clock>", "{The_about} {goes} on, within <tolerance> of <reference clock>"),
            Line("Restore the connection and wait for the next synchronisation", "It is entered in the log; no record made meanwhile has changed its time", RECORDED),
        ),
        "Without its time source {the_about} stays within <tolerance>, and the loss is reported",
    ),
    ("MIG", "complete"): Script(
        "Migration is complete: {about}", "Show that {e}, by numbers and by a sample compared field by field", ("A copy of the source data is at hand, with its numbers per type of record: <source numbers>.", "The sample is drawn by risk and settled: <sample>, with the longest texts and special characters in it."),
        (
            Line("Write down the numbers of records of the source per type", "<source numbers> are written down; in all {details}"),
            Line("Carry out the migration in the test environment: {do}", "It ends without an error; its report is stored", claimed=True),
            Line("Compare the numbers of the target with <source numbers>", "Per type the numbers are equal, in all {details}; or each difference is in the list of rejects with its reason", RECORDED, claimed=True),
            Line("Compare <sample> in source and target, field by field", "Every field of <sample> is equal, with unit, date and time", RECORDED),
        ),
        "The target holds {details}, or names each that is missing, and <sample> is equal in every field",
    ),
    ("MIG", "rejected"): Script(
        "A record that does not fit is listed, not taken over in part ({about})", "Show that a faulty record of the source neither stops the migration nor arrives in part", ("A copy of the source data with one faulty record: <faulty record> (a mandatory field empty).",),
        (
            Line("Carry out the migration of this copy in the test environment", "It ends; <faulty record> is in the list of rejects with its reason"),
            Line("Look up <faulty record> in the target", "No part of <faulty record> is there", RECORDED),
            Line("Count the records of the target", "All records but <faulty record> are there", RECORDED),
        ),
        "<faulty record> is listed as rejected and no part of it is in the target ({about})",
    ),
    ("PATH", "inventory"): Script(
        "The states of {the_about}: {details}", "Show that {e}", ("One case of {the_about} in each of these states is prepared: {details} (<records>).",),
        (
            Line("Look up the list of states of {the_about} (configuration or filter, <screen>)", "It holds {details}; a further one is written down and asked about", claimed=True),
            Line("Open each of <records>", "Each shows the state for which it was prepared: {details}", RECORDED, claimed=True),
        ),
        "The list of states of {the_about} holds {details}, and a case can be in each of them",
    ),
    ("BC", "code-read"): Script(
        "A right code is read: {do}", "Show that {e}, each part as it was encoded", ("A code with known content is printed and checked with an independent reader: <code> (GTIN 09501234567891 where it carries one).",),
        (
            Line("Read <code>: {do}", "<code> is accepted by one reading", claimed=True),
            Line("Compare what is shown with what was encoded: {details}", "Each of {details} equals what was encoded in <code>, in every sign", RECORDED, claimed=True),
        ),
        "What is shown for <code> equals what was encoded: {details}",
    ),
    ("BC", "code-identifies"): Script(
        "Each code leads to its own: {do}", "Show that {e}, and that no code leads to another one", ("Two of {the_s} carry their codes: <first case> and <second case>.", "The codes were checked with an independent reader: <reader>."),
        (
            Line("Read the code of <first case> with <reader>", "It is of the kind that is demanded ({rest}), and its content is written down", claimed=True),
            Line("Read the code of <first case> in the system", "The data of <first case> are shown, and no others", claimed=True),
            Line("Read the code of <second case> in the system", "The data of <second case> are shown, and no longer those of <first case>", RECORDED, claimed=True),
        ),
        "Each of the two codes leads to the data of the one that carries it: {e}",
    ),
    ("BC", "code-wrong"): Script(
        "Wrong codes are refused ({bare_o})", "Show that a code that cannot be trusted gives no data", ("Codes with one fault each are printed: one damaged, one of another kind, one with a wrong check digit (GTIN 09501234567890 where it carries one).",),
        (
            Line("Read the damaged code", "It is refused (text recorded); nothing of {the_o} is taken over"),
            Line("Read the code of another kind", "It is refused (text recorded); nothing of {the_o} is taken over"),
            Line("Read the code with the wrong check digit", "It is refused (text recorded); 09501234567890 or its like is stored nowhere"),
            Line("Look up what is stored", "No data from the three codes are stored for {the_o}", RECORDED),
        ),
        "None of the three faulty codes gives data for {the_o}",
    ),
    ("UNIQ", "duplicate"): Script(
        "The same {about} is not taken twice", "Show that {e}: the same once more is refused, also in another case or with a space behind it", ("A record with a known {about} exists: <existing value>.", "The number of records is noted."),
        (
            Line("Enter a second record with <existing value> for {the_about} and try to save", "Saving is refused; the message names {the_about} (text recorded)", claimed=True),
            Line("Try again with <existing value> in the other case, and with a space behind it", "Both are refused, or what counts as the same is as settled: <rule of sameness>"),
            Line("Count the records", "The number is the one noted before; <existing value> is there once", RECORDED),
        ),
        "<existing value> is there once after all attempts",
    ),
    ("UNIQ", "given-once"): Script(
        "No {about} is given twice: {do}", "Show that {e}: what is given to one is given to no other, and stays with it", ("Two further cases that need {a_about} are prepared: <first case> and <second case>.", "The list of all that were given so far is at hand: <list>."),
        (
            Line("Bring <first case> and <second case> about, one directly after the other", "Each of <first case> and <second case> has its own {about}; the two differ", claimed=True),
            Line("Look up both in <list>", "Neither {about} was in <list> before, and each is in it once", RECORDED, claimed=True),
            Line("Delete or cancel <first case> where that is offered, bring <third case> about, and read its {about}", "The {about} of <first case> is not given again", RECORDED),
        ),
        "In <list> no {about} stands twice",
    ),
    ("UNIQ", "distinct"): Script(
        "Another {about} is taken", "Show that only the same {about} is refused: one that differs in its last sign is taken", ("A record with a known {about} exists: <existing value>.",),
        (
            Line("Enter a second record whose {about} differs from <existing value> in the last sign and save", "It is saved without a message about {the_about}", claimed=True),
            Line("Open both records", "Each shows its own {about}", RECORDED),
        ),
        "Both records are there, each with its own {about}",
    ),
    ("MAND", "not-needed"): Script(
        "{details} may stay empty where the condition does not hold", "Show that {details} is mandatory under its condition only", ("The entry form is open with all fields empty: <screen>.",),
        (
            Line("Fill in everything but {details} and save", "The entry is saved without {details} and without a message about it", claimed=True),
            Line("Open the saved entry", "{details}: empty", RECORDED),
        ),
        "Where the condition does not hold, the entry is saved without {details}",
    ),
}  # fmt: skip
