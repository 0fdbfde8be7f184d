# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Scripts for two persons where one is not enough, and for what "only" leaves out."""

from __future__ import annotations

from gampgen.drafting.scripts import RECORDED, Line, Script

_BOTH = (
    "Two test users who each have all the rights concerned: <user A> and <user B>.",
    "A record that awaits this: <record>.",
    "{who_are}",
)

SCRIPTS: dict[tuple[str, str], Script] = {
    ("TWO", "one-alone"): Script(
        "One person is not enough: {do}", "Show that what needs two persons is not complete after the first of them", _BOTH,
        (
            Line("As <user A>, give the first of the two on <record>: {do}", "It is taken, and <record> is shown as not complete", claimed=True),
            Line("Try to go on with <record> as if it were complete", "It is refused (text recorded), and the missing second person is asked for"),
            Line("Read the state of <record>", "It names <user A> once and is not complete", RECORDED),
        ),
        "After <user A> alone <record> is not complete: {do}",
    ),
    ("TWO", "same-person"): Script(
        "The same person cannot be both: {do}", "Show that the second person has to be another than the first", _BOTH,
        (
            Line("As <user A>, do the part that comes first on <record> (enter, record or sign it)", "It is taken; <record> names <user A>"),
            Line("With the same account, try to do the part that another person has to do: {do}", "The attempt is refused (text recorded); <record> keeps its state", claimed=True),
            Line("Log out, log in again as <user A> and try once more", "The attempt is refused again"),
            Line("Read the state and the history of <record>", "Nothing of the second part is stored for <user A>", RECORDED),
        ),
        "Both attempts of <user A> to do the second part are refused: {do}",
    ),
    ("TWO", "two-persons"): Script(
        "Two different persons complete it: {do}", "Show that it is complete once the second person has done the other part, and that both are named", _BOTH,
        (
            Line("As <user A>, do the part that comes first on <record>", "It is taken; <record> names <user A>"),
            Line("As <user B>, do the other part on <record>: {do}", "No refusal is shown; <record> is shown as complete", claimed=True),
            Line("Open the history of <record>", "It names <user A> and <user B>, each with the part done, date and time", RECORDED),
        ),
        "<record> is complete and names <user A> and <user B>: {do}",
    ),
    ("SIG", "by-each"): Script(
        "Signed by {details}, each with an account of their own ({bare_about})", "Show that {e}: the signature of each is needed, and no other counts", ("A test user for each of these roles, with no other role: {details}.", "A record that awaits the signatures: <record>."),
        (
            Line("As a user with the first of the roles {details}, sign <record>; read its state", "The signature is shown with name, date and time; what is still missing of {details} is shown as missing", claimed=True),
            Line("As the same user, try to give what is still missing", "It is refused, or does not count as missing signature (text recorded)"),
            Line("As a user with each of the other roles, sign <record>", "<record> is shown as completely signed, by {details}, once each", claimed=True),
            Line("As a user with none of these roles, try to sign a second record", "The signing is not offered or is refused; the second record is not shown as signed by {details_or}", RECORDED),
        ),
        "<record> is completely signed only after {details} have signed, each with an account of their own",
    ),
    ("SIG", "by-role"): Script(
        "Signed by {details} and by nobody else ({bare_about})", "Show that {e}, and that the signature of another does not stand in for it", ("A test user with the role {details} and one without it, neither with further roles.", "Two records that await the signature: <record>, <second record>."),
        (
            Line("As the user with the role {details}, sign <record>", "<record> is shown as signed by {details}, with name, date and time", claimed=True),
            Line("As the user without that role, try to sign <second record>", "The signing is not offered or is refused (text recorded), or <second record> is not shown as signed by {details}", RECORDED, claimed=True),
        ),
        "<record> is signed by {details}; <second record> is not, after the attempt of another user",
    ),
    ("ONLY", "named"): Script(
        "What is named goes through: {do}", "Show that {e}", ("A case that is named is prepared: {about}, <prepared case>.",),
        (
            Line("With <prepared case>, {do}", "No refusal is shown; the result is stored for <prepared case>", claimed=True),
            Line("Open the stored result", "It names <prepared case> and its state: {about}", RECORDED),
        ),
        "With <prepared case> ({about}) this goes through: {do}",
    ),
    ("ONLY", "others"): Script(
        "What is not named is refused: {do}", "Show that nothing but {about} is taken", ("For each other state or kind that the system knows, one case that is not {about}: <cases of every other state>.",),
        (
            Line("With each of <cases of every other state>, one after the other, try to do the same: {do}", "Each attempt is refused (text recorded)", claimed=True),
            Line("Look up what is stored for these cases", "Nothing is stored for them; their state is the one from before", RECORDED),
        ),
        "Each of <cases of every other state>, not being {about}, is refused: {do}",
    ),
    ("MAND", "given-with"): Script(
        "With {details_or} given it goes through: {do}", "Show that {details} is kept with the action", ("A case <record> in which the action can be carried out.",),
        (
            Line("Carry out the action on <record> and give <text> for {details} where it is asked for: {do}", "{details} is asked for, and the action is completed", claimed=True),
            Line("Open the record or audit trail entry of the action", "It holds <text> as given for {details}, with the tester's account, date and time", RECORDED),
        ),
        "The action is completed, and <text> is kept for {details}: {do}",
    ),
    ("MAND", "left-out"): Script(
        "Not without {details_or}: {do}", "Show that {details} cannot be left out", ("A case <record> in which the action can be carried out.",),
        (
            Line("Begin the action on <record> and leave {details} empty: {do}", "The action is not completed; {details} is asked for (text recorded)", claimed=True),
            Line("Give a single space for {details} and try to complete the action", "The action is not completed"),
            Line("Give <text> for {details} and complete the action", "It is completed, and <text> is stored with it", RECORDED),
        ),
        "Without {details} the action is not completed, and with it <text> is stored: {do}",
    ),
}  # fmt: skip
