# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for data that move: interface, report, search, notification, backup, calculation; and the scenario's interruption."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_CALLED = "{the_o}"

SCRIPTS: dict[tuple[str, str], Script] = {
    ("IF", "valid"): Script(
        "Data arrive complete: {do}", "Show that {e}, each value in its field and with its unit", ("Sending and receiving test systems are connected; the mapping of fields is approved: <mapping>.",),
        (
            Line("At the sending side, prepare a record with a distinct value in each field of <mapping> and write the values down", "The record is ready to be sent, with one distinct value per field of <mapping>"),
            Line("Let the transfer take place and note the time T0: {do}", "The transfer of {the_o} is reported as complete", claimed=True),
            Line("At the receiving side, read the record field by field against <mapping>", "Each value and unit of {the_o} equals the one sent; the record is there once, with source, date and time", RECORDED, claimed=True),
        ),
        "All fields of <mapping> are equal on both sides after the transfer of {bare_o}",
    ),
    ("IF", "partner-down"): Script(
        "No data are lost or doubled while the partner is down ({bare_o})", "Show what becomes of a transfer when the other side cannot be reached", ("The connection to the other side can be broken and restored by the tester.",),
        (
            Line("Break the connection, then start the transfer of a known record: {do}", "The failure to send {the_o} is reported with date and time (text recorded); the record waits and is marked as not sent"),
            Line("Restore the connection and wait for <retry interval>", "After <retry interval> the record is sent without being entered again, or is offered for sending"),
            Line("Count the record at the receiving side", "The record of {the_o} is there exactly once, with all its values", RECORDED),
        ),
        "After the break the record of {bare_o} is at the receiving side exactly once and complete",
    ),
    ("IF", "invalid"): Script(
        "Data that do not fit are refused as a whole ({bare_o})", "Show that data outside the agreed mapping are reported and never taken over in part", ("Three faulty records: one mandatory field missing, one code unknown to the receiver, one wrong unit.",),
        (
            Line("Send the three faulty records one after the other", "Each faulty record of {the_o} is refused; the report names record and field (text recorded)"),
            Line("Look up the three records at the receiving side", "No faulty record of {the_o} is there, not even in part; no default stands in for the unknown code", RECORDED),
            Line("Correct one of them and send it again", "The corrected record of {the_o} arrives once"),
        ),
        "Of the three faulty records of {bare_o} none is taken over, and each has its report",
    ),
    ("IF", "twice"): Script(
        "The same data sent twice give one record ({bare_o})", "Show that a repeated message is recognised", ("A record that has already been transferred: <transferred record>.",),
        (
            Line("Send <transferred record> a second time", "The repetition of <transferred record> is recognised and logged"),
            Line("Count the record at the receiving side", "<transferred record> is there exactly once", RECORDED),
        ),
        "After the second sending <transferred record> of {bare_o} is there once",
    ),
    ("HTTP", "valid-request"): Script(
        "A valid request is answered: {e}", "Show that {e} when a valid request is sent", ("The address of the test server and a valid request with all its parameters are known: <request URL>.",),
        (
            Line("Send an HTTP request to <request URL>, valid in every point, that concerns this: {do_or_o}", "A response to <request URL> is returned with a status code of the class 2xx", "request and response as recorded by the client"),
            Line("Read status line, header and content of the response and compare them with the demand", "{E}: each part of it is found in the response", "request and response as recorded by the client", claimed=True),
        ),
        "The response to the valid request has a status code of the class 2xx, and its content shows that {e}",
    ),
    ("HTTP", "invalid-request"): Script(
        "An invalid request is answered with an error ({bare_o})", "Show that a request in which {the_o} {is} missing or invalid is not answered as if it were valid", ("The valid request of the positive test: <request URL>.",),
        (
            Line("Send the same request once with {the_o} not specified", "A response with a status code of the class 4xx is returned that names what is missing ({bare_o}); nothing of the valid response is returned", "request and response as recorded by the client"),
            Line("Send the same request once with an invalid value for {the_o}", "A response with a status code of the class 4xx is returned that names the invalid value of {the_o}", "request and response as recorded by the client"),
        ),
        "Without {the_o}, or with an invalid value, the status code is one of the class 4xx",
    ),
    ("REP", "content"): Script(
        "Content of the output equals its source: {do}", "Show that {e}, with every value as in the source", ("Source records with known, distinct values exist: <prepared records>.", "The layout that is wanted is approved: <layout>."),
        (
            Line("Write down the values of <prepared records> from the screen: {details}", "The values are written down: {details}"),
            Line("{do}", "The output is made and can be opened: {the_o}", claimed=True),
            Line("Compare the output with the notes, value by value", "Each of {details} equals its source in <prepared records>, with its unit and all decimals", "the output itself", claimed=True),
            Line("Look at head and foot of the output", "Head and foot of {the_o} identify system, record, date and time of the output, and page x of y"),
        ),
        "No value of {the_o} differs from the source",
    ),
    ("REP", "no-data"): Script(
        "Without data nothing is made up ({bare_o})", "Show that an empty selection gives an empty output that says so", ("A selection that matches no record: <empty selection>.",),
        (
            Line("Choose <empty selection> and start the output: {do}", "For <empty selection> {the_o} {is} made and states that there are no data, or none is made"),
            Line("Look for values in what was made", "The output holds no value of any record outside <empty selection>", "the output itself"),
        ),
        "The output of {bare_o} for <empty selection> holds no value",
    ),
    ("REP", "several-pages"): Script(
        "A long output loses nothing between pages ({bare_o})", "Show that an output over several pages is complete", ("As many source records as fill more than two pages: <many records>.",),
        (
            Line("Start the output for <many records>: {do}", "The output of <many records> has more than two pages, numbered x of y"),
            Line("Count the records in the output, looking at the page breaks", "The number equals that of the source; no line is cut or missing at a page break", "the output itself"),
        ),
        "The number of records in {the_o} equals the number in the source",
    ),
    ("SRCH", "hit"): Script(
        "Exactly the matching records are found: {do}", "Show that {e}: all matching records and no other", ("Two records that match <search value> and one that differs in one character.",),
        (
            Line("Enter <search value> and start the search: {do}", "Exactly the two matching records are listed; the third is not", claimed=True),
            Line("Open both hits", "Each shows <search value> in the field searched", RECORDED),
            Line("Clear the search", "The list of {bare_o} holds as many records as before the search"),
        ),
        "The hits for <search value> are exactly the two prepared records of {bare_o}",
    ),
    ("SRCH", "no-hit"): Script(
        "A search without match lists nothing ({bare_o})", "Show that a value that no record holds gives no hit", ("A value that no record holds: <unknown value>.",),
        (Line("Search with <unknown value>: {do}", "No record is listed for <unknown value>, and the screen says that nothing was found (text recorded)"),),
        "The number of hits for <unknown value> in {bare_o} is zero",
    ),
    ("SRCH", "literal"): Script(
        "Wildcard signs are searched as written ({bare_o})", "Show that a percent sign, an underscore and an asterisk in the search value are data", ("One record that holds “100%_*” in the field searched.",),
        (
            Line("Search for each of the three signs on its own", "Only the record that holds the sign is listed, or the help text names the sign as a wildcard"),
            Line("Search for the whole text of the prepared record", "Exactly the record that holds “100%_*” is listed", RECORDED),
        ),
        "A sign such as % finds in {bare_o} only what holds it, or what the help text announces",
    ),
    ("MAIL", "sent"): Script(
        "One message for the event: {do}", "Show that {e}, once and to the right recipient", ("The mailboxes or message lists of <recipient> and of <other user> are empty.",),
        (
            Line("Bring about the event with the record <record> and note the time T0", "The event of <record> is recorded at T0"),
            Line("Open the mailbox or message list of <recipient>", "Exactly one message since T0; it names <record> and reads <message text>", RECORDED, claimed=True),
            Line("Open the mailbox or message list of <other user>", "The mailbox of <recipient> holds no new message about <record>"),
        ),
        "Exactly one message about <record> reaches <recipient> and none reaches <other user> ({bare_o})",
    ),
    ("MAIL", "not-sent"): Script(
        "No message without the event ({bare_o})", "Show that a message comes only with its event", ("The mailbox or message list of <recipient> is empty.",),
        (
            Line("Work on <record> up to the last step before the event, and stop there", "The event of <record> has not come about"),
            Line("Wait as long as the message took in the positive test, then open the mailbox or message list of <recipient>", "The mailbox of <recipient> holds no new message about <record>"),
        ),
        "Without its event no message ({bare_o}) reaches <recipient>",
    ),
    ("MAIL", "server-down"): Script(
        "A message is not lost while the mail server is down ({bare_o})", "Show that a message that cannot be delivered is kept or its failure is shown", ("The tester can stop the mail server of the test environment.",),
        (
            Line("Stop the mail server and bring about the event with <record>", "The failed delivery for <record> is logged with date and time"),
            Line("Start the mail server and wait for <retry interval>", "The message arrives once, or its failure is shown to <responsible role>", RECORDED),
        ),
        "The message about <record> is delivered once after the fault, or its failure is shown ({bare_o})",
    ),
    ("BAK", "restored"): Script(
        "Marker records after a restore ({about})", "Show that {e}, and that what was saved comes back complete", ("A test environment in which data may be lost and restored.",),
        (
            Line("Create marker record A and note its values; run or await the backup; create marker record B", "Markers A and B exist; the backup is reported as complete with date and time", claimed=True),
            Line("Simulate the loss of the data and restore the backup; note start and end", "The restore of the backup ends without a reported error; start and end are noted", claimed=True),
            Line("Look up marker records A and B", "A is there with all its values, audit trail and signatures; B is not, as it was made after the backup", RECORDED),
            Line("Compare the number of records before the backup and after the restore", "The numbers of records before the backup and after the restore are equal", RECORDED),
        ),
        "After the restore marker A is complete, marker B is absent, and the numbers of records are equal ({about})",
    ),
    ("BAK", "failed-backup"): Script(
        "A failed backup is reported ({about})", "Show that a backup that did not take place is noticed", ("The tester can make the place of the backup unreachable.",),
        (
            Line("Make the place of the backup unreachable and let the next backup start", "The backup is reported as failed, with date, time and cause (text recorded)"),
            Line("Look at the list of backups", "The failed one is not listed as usable; the earlier ones are", RECORDED),
        ),
        "The failed backup ({about}) is reported and is not offered for a restore",
    ),
    ("CALC", "worked"): Script(
        "Worked cases of {about}: {details}", "Show that {the_about} {is} worked out by the stated formula, for values whose result was worked out from it", ("The input values of each case can be entered or brought about: see the inputs.", "The formula is the one stated: “{quote}”."),
        (
            Line("Enter the input values of the first case and start the calculation, then those of the second", "Each calculation ends with a result"),
            Line("Read {the_about} of each case", "It is as worked out: {details}", RECORDED, claimed=True),
        ),
        "{The_about} {is} as worked out from the stated formula: {details}",
    ),
    ("CALC", "one-missing"): Script(
        "No {about} without each of its inputs", "Show that a missing input gives no result instead of a wrong one: {details}", ("Values for each of {details} are at hand.",),
        (
            Line("Enter all but one of these and start the calculation, leaving out each in turn: {details}", "Each time no {about} is shown or stored, and the missing input is named (text recorded)"),
            Line("Enter a text where a number is expected", "The entry is refused"),
        ),
        "Without {details_or} no value of {about} is shown or stored",
    ),
    ("CALC", "zero"): Script(
        "No {about} with {details} = 0", "Show that a division by zero gives no result instead of a wrong one", ("{details} can be entered or brought about as 0.",),
        (
            Line("Enter 0 for {details}, all other inputs as in the worked cases, and start the calculation", "No {about} is shown or stored; the input that cannot be used is named (text recorded)"),
            Line("Enter the value of the first worked case instead and start again", "{The_about} of that case is shown"),
        ),
        "With {details} = 0 no value of {about} is shown or stored",
    ),
    ("CALC", "result"): Script(
        "Result agrees with an independent calculation ({about})", "Show that {e}, for values whose result was worked out independently", ("<input values> and the result of {the_about}, worked out by hand or with a validated tool and checked by a second person.",),
        (
            Line("Enter <input values>", "<input values> are shown as entered, with their units"),
            Line("Start the calculation: {do}", "A result is shown for {the_about}", claimed=True),
            Line("Compare it with the independent result", "{The_about} and the independent result agree in every shown decimal and in the unit", RECORDED, claimed=True),
        ),
        "{The_about} agrees with the independently worked out <expected result> in every shown decimal",
    ),
    ("CALC", "missing-input"): Script(
        "No result without complete input ({about})", "Show that a missing input gives no result instead of a wrong one", ("<input values> are at hand.",),
        (
            Line("Enter all but one of <input values> and start the calculation; repeat for each input", "Each time no result of {the_about} is shown or stored, and the missing input is named (text recorded)"),
            Line("Enter a text where a number is expected", "The entry for {the_about} is refused (text recorded)"),
        ),
        "With an incomplete input no value of {about} is shown or stored",
    ),
    ("CALC", "rounding"): Script(
        "Rounding at a half ({about})", "Show that the result is rounded as specified when the digit behind the last shown one is a five", ("Input values whose unrounded result ends in a five behind the last shown decimal: <rounding values>; the rule of rounding is settled: <rounding rule>.",),
        (
            Line("Enter <rounding values> and start the calculation", "The result is the one that <rounding rule> gives"),
            Line("Read the value that is used further on (limit check, report)", "It is rounded or unrounded as <rounding rule> says", RECORDED),
        ),
        "{The_about} at a half is rounded as <rounding rule> says",
    ),
    ("CALC", "rounded"): Script(
        "Rounding as stated ({about}): {details}", "Show that {the_about} {is} rounded as the requirement says, with values at the half and beside it", ("Input values are worked out by hand that lead to each unrounded result of this test: <input values>.",),
        (
            Line("Enter the input values for each unrounded result in turn and start the calculation", "Each calculation of {the_about} ends with a result"),
            Line("Read the shown result of each", "Of the unrounded results, {details}", RECORDED, claimed=True),
            Line("Read the value that is used further on (limit check, report)", "It is the one that the requirement names, rounded or not: <value used further on>", RECORDED),
        ),
        "For {the_about}, {details}",
    ),
    ("EG", "interrupted"): Script(
        "An interruption leaves nothing half done: {do}", "Show that an interrupted action is either complete or not done at all", ("The tester can break the session (close the window, disconnect the network).",),
        (
            Line("Begin the action and break the session before it is confirmed: {do}", "No session is open; {the_o} {is} not confirmed"),
            Line("Log in again and look up {the_o}", "{The_o}: either complete with its record, or not done at all; no part of it is left", RECORDED),
            Line("Carry out the action once more without a break", "{The_o}: completed once; nothing is doubled"),
        ),
        "After the interruption {the_o} {is} complete or unchanged, and a repetition gives one result",
    ),
}  # fmt: skip
