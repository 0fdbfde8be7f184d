# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of the segregation of duties: the same person tries both acts, two persons go through; administration apart."""

from __future__ import annotations

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import capital, is_plural, sentence
from gampgen.drafting.roles import keeps_state
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording

_RATIONALE = "Segregation of duties: who does one part must not do the other; another person can."


def word_segregation(item: CoverageItem, part: Checklist) -> Wording:
    """The words of a test of one aspect."""
    worded = {
        "both-by-one": _both_by_one, "one-each": _one_each, "administrator-no-data": _administrator,
        "user-no-administration": _user, "each-own": _each_own,
    }  # fmt: skip
    return worded[part.aspect](item, part)


def _prepared(first: str, second: str, thing: str) -> tuple[str, ...]:
    return (
        f"Two test users, <user A> and <user B>, each with the right to {first} and the right to {second}.",
        f"{capital(thing)} prepared for this test: <record>.",
    )


def _both_by_one(item: CoverageItem, part: Checklist) -> Wording:
    first, second, thing = part.details
    left = f"{thing} {keeps_state(thing)}"
    return Wording(
        title=f"Who has the part “{first}” cannot {second}", objective=sentence(f"Show that the same person cannot {first} and {second}"),
        preconditions=_prepared(first, second, thing), inputs=(InputValue(name="user", value="<user A>"),),
        steps=(
            Step(f"As <user A>, {first} (<record>).", f"It is taken; <record> names <user A> for the part “{first}”.", SCREEN, item.quote),
            Step(f"With the same account, try to {second} (<record>).", f"The action is not offered or is refused (text recorded); {left}.", SCREEN, item.quote),
            Step(f"Log out, log in again as <user A> and try once more to {second} (<record>).", f"The attempt is refused again; {left}.", SCREEN, rule=item.rule),
            Step("Open the history of <record>.", f"It names <user A> for “{first}”; nothing of <user A> is stored for “{second}”.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"Both attempts of <user A>, who had the part “{first}”, to {second} are refused"), rationale=_RATIONALE,
    )  # fmt: skip


def _one_each(item: CoverageItem, part: Checklist) -> Wording:
    first, second, thing = part.details
    return Wording(
        title=f"Another person can {second}", objective=sentence(f"Show that <user B> can {second} once <user A> has had the part “{first}”"),
        preconditions=_prepared(first, second, thing),
        inputs=(InputValue(name="user", value="<user A>"), InputValue(name="second user", value="<user B>")),
        steps=(
            Step(f"As <user A>, {first} (<record>).", f"It is taken; <record> names <user A> for the part “{first}”.", SCREEN, item.quote),
            Step(f"Log in as <user B> and {second} (<record>).", f"No refusal is shown; <record> names <user B> for the part “{second}”.", SCREEN, item.quote),
            Step("Open the history of <record>.", f"It names <user A> for “{first}” and <user B> for “{second}”, each with date and time.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"<record> names <user A> for “{first}” and <user B> for “{second}”"), rationale=_RATIONALE,
    )  # fmt: skip


_APART = (
    "A test user with administration rights and no other role: <administrator>.",
    "A test user who works with the data and has no other role: <data user>.",
)


def _administrator(item: CoverageItem, part: Checklist) -> Wording:
    who = part.details[0]
    return Wording(
        title="Who has administration rights can neither change nor approve data", objective=sentence(f"Show that administration rights give no right of {who}"),
        preconditions=(*_APART, "A record of the data: <record>."), inputs=(InputValue(name="role", value="administrator"),),
        steps=(
            Step("Open the list of users and their rights.", "For <administrator> it shows administration rights, and no right to enter, change, delete or approve data.", RECORD, item.quote),
            *(
                Step(f"Log in as <administrator> and try to {act}.", "The action is not offered or is refused (text recorded); <record> keeps its state.", SCREEN, item.quote)
                for act in ("enter a new record", "change <record>", "delete <record>", "approve <record>")
            ),
            Step("Open the history of <record>.", "It holds no entry of <administrator>.", RECORD, rule=item.rule),
        ),
        criterion="Every attempt of <administrator> to enter, change, delete or approve data is refused, and <record> keeps its state.", rationale=_RATIONALE,
    )  # fmt: skip


def _user(item: CoverageItem, part: Checklist) -> Wording:
    who = part.details[0]
    verb = "have" if is_plural(who.split(" ")[0]) else "has"
    return Wording(
        title="Who works with the data can use no administration right", objective=sentence(f"Show that {who} {verb} no administration rights"),
        preconditions=_APART, inputs=(InputValue(name="role", value="data user"),),
        steps=(
            Step("Open the list of users and their rights.", "For <data user> it shows no administration right.", RECORD, item.quote),
            *(
                Step(f"Log in as <data user> and try to {act}.", "The action is not offered or is refused (text recorded); the list of users and rights is unchanged.", SCREEN, item.quote)
                for act in ("create a user account", "give a role to <data user>", "change a setting of the system")
            ),
        ),
        criterion="Every attempt of <data user> at administration is refused, and the list of users and rights is unchanged.", rationale=_RATIONALE,
    )  # fmt: skip


def _each_own(item: CoverageItem, part: Checklist) -> Wording:
    return Wording(
        title="Administrator and user of the data can each do their own part", objective=sentence(f"Show that administration and the work of {part.details[0]} are both possible, by different accounts"),
        preconditions=(*_APART, "A further test account whose role can be changed: <test account>."),
        inputs=(InputValue(name="role", value="administrator"), InputValue(name="second role", value="data user")),
        steps=(
            Step("Log in as <administrator> and change the role of <test account>.", "No refusal is shown; the list of users shows the new role of <test account>.", SCREEN, item.quote),
            Step("Log in as <data user>, enter a new record and save.", "No refusal is shown; the record is stored and names <data user>.", SCREEN, item.quote),
            Step("As <administrator>, give <test account> its former role back.", "The list of users shows the former role of <test account>.", RECORD, rule=item.rule),
        ),
        criterion="<administrator> has changed the role of <test account>, and <data user> has stored a record.", rationale=_RATIONALE,
    )  # fmt: skip
