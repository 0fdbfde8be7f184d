# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for access: session time-out, lock-out, password rules."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_OPEN = (
    "The tester is logged in as <test user>; a record with visible content is open.",
    "A reference clock with seconds stands beside the screen.",
)
_ACCOUNT = (
    "Test account <test user> is active, its count of failed attempts is zero, and its right password is known to the tester.",
)
_WRONG = "Enter the user name of <test user> with a wrong password, {value} times in a row"

SCRIPTS: dict[tuple[str, str], Script] = {
    ("ROLE", "provided"): Script(
        "The roles {details} exist", "Show that each role that the requirement names can be given to an account: {details}", ("The tester can administer accounts; a test account <test user> has no role.",),
        (
            Line("Open the list of roles in the administration of users", "It holds {details}", claimed=True),
            Line("Give <test user> each of these roles in turn, and log in with it: {details}", "Each time the log-in is granted, and the account is shown with that role alone", claimed=True),
            Line("Take the last role from <test user> and log in again", "No function of these roles is offered: {details}"),
        ),
        "The list of roles holds {details}, and each can be given and taken",
    ),
    ("TIME", "just-before"): Script(
        "Session still open after {value} without activity", "Show that nothing happens before the limit of {limit}: after {value} without activity the session is still open", _OPEN,
        (
            Line("Make one last entry or click and note the time T0", "T0 is noted; the session of <test user> is open"),
            Line("Touch neither keyboard nor mouse until T0 + {value}", "The record stays on the screen until T0 + {value}", claimed=True),
            Line("At T0 + {value}, before {limit} are over, open the next screen", "The next screen opens without a new log-in of <test user>"),
        ),
        "At T0 + {value} the session is open: {n}",
    ),
    ("TIME", "at-limit"): Script(
        "Session ended or locked after {value} without activity", "Show that after {value} without activity {e}", _OPEN,
        (
            Line("Make one last entry or click and note the time T0", "T0 is noted; the session of <test user> is open"),
            Line("Touch neither keyboard nor mouse until T0 + {value}", "Before T0 + {value} the record is still shown", claimed=True),
            Line("At T0 + {value} plus the tolerance <tolerance>, look at the screen and try to enter something", "{E}: the content of the record is hidden, and no entry is taken", claimed=True),
            Line("Give the password of <test user>", "Access is given only now, and the shown data are those of <test user>"),
            Line("Open the log of sessions", "The end of the session is entered with user, date and time T0 + {value}", RECORDED),
        ),
        "At T0 + {value}, within <tolerance>, {e}",
    ),
    ("TIME", "activity-restarts"): Script(
        "Activity after {value} starts the time again", "Show that the time of {limit} counts from the last activity, not from the log-in", _OPEN,
        (
            Line("Make one entry and note the time T0; then do nothing until T0 + {value}", "At T0 + {value} the session of <test user> is still open"),
            Line("At T0 + {value}, make one entry and note the time T1", "The entry at T1 is taken for <test user>"),
            Line("Do nothing until T1 + {value}, then open the next screen", "It opens without a new log-in, although more than {limit} have passed since T0", claimed=True),
        ),
        "At T1 + {value} the session is still open, so the activity at T1 has started the time again",
    ),
    ("TIME", "beside"): Script(
        "{E} at {value} without activity", "Show that {e} before and after {value} without activity", _OPEN,
        (
            Line("Make one last entry or click, note the time T0, and look at {the_about}", "{E} at T0: what is shown is written down"),
            Line("Touch neither keyboard nor mouse until T0 + {value} plus the tolerance <tolerance>", "T0 + {value} is over; nobody has touched anything"),
            Line("Look at {the_about} again, outside the session where the session hides it", "{E}, as before T0 + {value}", claimed=True),
            Line("Read the record of {the_about} from T0 on", "It holds no gap and no change of state at T0 + {value}", RECORDED, claimed=True),
        ),
        "{E} at T0 and after T0 + {value}",
    ),
    ("TIME", "held-off"): Script(
        "Session still open after {value} without activity in the case that the requirement names", "Show that after {value} without activity the session stays open in the case that the requirement names", _OPEN,
        (
            Line("Make one last entry or click and note the time T0", "T0 is noted; the session of <test user> is open"),
            Line("Touch neither keyboard nor mouse until T0 + {value}", "The record stays on the screen until T0 + {value}"),
            Line("At T0 + {value} plus the tolerance <tolerance>, open the next screen", "The next screen opens without a new log-in of <test user>", claimed=True),
        ),
        "At T0 + {value} the session is still open, although there was no activity: {about}",
    ),
    ("LOCK", "one-less"): Script(
        "{value} failed attempts do not lock the account", "Show that one attempt fewer than {limit} does not lock: {value} wrong attempts, then the right password", _ACCOUNT,
        (
            Line(_WRONG, "Each of the {value} attempts is refused, without saying whether name or password was wrong", claimed=True),
            Line("Enter the right password", "<test user> is logged in; the account is not locked"),
            Line("Open the log of log-ins", "{value} failed attempts and one log-in are listed with date and time", RECORDED),
        ),
        "After {value} failed attempts the right password opens a session",
    ),
    ("LOCK", "locked"): Script(
        "{value} failed attempts lock the account", "Show that {value} failed attempts in a row lock the account, so that even the right password is refused", _ACCOUNT,
        (
            Line(_WRONG, "Each of the {value} attempts is refused", claimed=True),
            Line("Enter the right password", "Access is refused: the account is locked (text recorded)", claimed=True),
            Line("After {lasting}, enter the right password again", "<test user> is logged in only now"),
            Line("Open the log of log-ins", "{value} failed attempts and the lock are listed with account, date and time", RECORDED),
        ),
        "After {value} failed attempts the right password is refused until after {lasting}",
    ),
    ("LOCK", "locked-for"): Script(
        "{value} failed attempts lock the account for {lasting}", "Show that {value} failed attempts in a row lock the account, so that even the right password is refused, and that the lock ends after {lasting}", _ACCOUNT,
        (
            Line(_WRONG + "; note the time T0 of the last", "Each of the {value} attempts is refused", claimed=True),
            Line("Enter the right password", "Access is refused: the account is locked (text recorded)", claimed=True),
            Line("At T0 + {earlier}, enter the right password again", "Access is refused: {lasting} are not over", claimed=True),
            Line("At T0 + {lasting} plus the tolerance <tolerance>, enter the right password again", "<test user> is logged in only now", claimed=True),
            Line("Open the log of log-ins", "{value} failed attempts and the lock are listed with account, date and time", RECORDED),
        ),
        "After {value} failed attempts the right password is refused at T0 + {earlier} and taken at T0 + {lasting}",
    ),
    ("LOCK", "counter-restarts"): Script(
        "A log-in sets the count of failed attempts back", "Show that only attempts in a row count towards {limit}", _ACCOUNT,
        (
            Line(_WRONG, "Each of the {value} attempts is refused"),
            Line("Enter the right password, then log out", "<test user> is logged in and out again"),
            Line(_WRONG, "Each of the {value} attempts is refused"),
            Line("Enter the right password", "<test user> is logged in: the earlier {value} attempts no longer count"),
        ),
        "Twice {value} failed attempts with a log-in in between do not lock the account",
    ),
    ("PWD", "all-classes"): Script(
        "A password with {details} is accepted", "Show that a password that holds {details} is accepted", ("The change of password of <test user> is open.",),
        (
            Line("Enter a new password of the demanded length that holds each of: {details}", "The input for the new password is masked"),
            Line("Confirm the change", "The password with {details} is accepted", claimed=True),
            Line("Log out, and log in with the new password", "<test user> is logged in; the earlier password is refused"),
        ),
        "The password that holds {details} is accepted and opens a session",
    ),
    ("PWD", "class-missing"): Script(
        "A password without one of {details_or} is refused", "Show that each of the demanded kinds of characters is needed: {details}", ("The change of password of <test user> is open.",),
        (
            Line("Enter a new password of the demanded length that lacks one kind, and confirm; repeat for each of: {details}", "Each time the password is refused, and the message names the broken rule (text recorded)", claimed=True),
            Line("Log in with the earlier password", "<test user> is logged in; the earlier password is still valid"),
        ),
        "Each password that lacks one of {details} is refused, and the earlier one stays valid",
    ),
    ("PWD", "history-refused"): Script(
        "None of the last {value} passwords can be used again", "Show that the last {value} passwords of a user are refused as new ones", ("<test user> has used at least {value} passwords, all known to the tester.",),
        (
            Line("Try to change the password to each of the last {value} in turn", "Each of the last {value} passwords is refused, and the message names the rule (text recorded)", claimed=True),
            Line("Log in with the present password", "<test user> is logged in; the earlier password is still valid"),
        ),
        "All of the last {value} passwords are refused",
    ),
    ("PWD", "history-new"): Script(
        "A password older than the last {value} is accepted", "Show that the rule reaches back {value} passwords and no further", ("<test user> has used more than {value} passwords, all known to the tester; whether the present one counts among the {value} is settled: <yes or no>.",),
        (Line("Change the password to the youngest one that lies further back than the last {value}", "The password beyond the last {value} is accepted", claimed=True), Line("Log out and log in with it", "<test user> is logged in with it")),
        "The first password beyond the last {value} is accepted",
    ),
    ("PWD", "age-valid"): Script(
        "A password is valid at an age of {value}", "Show that a password is not forced to change one step before {limit}", ("The password of <test user> has an age of {value} (test clock or prepared account).",),
        (Line("Log in as <test user>", "<test user> is logged in at the age of {value} without being forced to change the password", claimed=True),),
        "At an age of {value} the password opens a session",
    ),
    ("PWD", "age-itself"): Script(
        "A password at an age of exactly {value}", "Show on which side of {limit} the last day itself lies; the requirement does not say it", ("The password of <test user> has an age of {value} (test clock or prepared account).",),
        (Line("Log in as <test user>", "It is recorded whether a new password is demanded; this is as settled with the author: <new password demanded on the day itself: yes or no>", claimed=True),),
        "At an age of exactly {value} the demand for a new password is as settled: <new password demanded on the day itself: yes or no>",
    ),
    ("PWD", "age-over"): Script(
        "At an age of {value} a new password is demanded", "Show that a password cannot be used beyond {limit}: at {value}, one step more", ("The password of <test user> has an age of {value} (test clock or prepared account).",),
        (
            Line("Log in as <test user>", "No function can be used until a new password is set", claimed=True),
            Line("Try to leave the request for a new password by cancelling", "No session of <test user> is open"),
            Line("Set a new password", "The user is logged in; the change is logged with date and time"),
        ),
        "At an age of {value} no function can be used before the password has been changed",
    ),
}  # fmt: skip
