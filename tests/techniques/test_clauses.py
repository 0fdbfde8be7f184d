# ruff: noqa: FBT001 - fixtures and tables of cases give the types

from __future__ import annotations

import pytest

from gampgen.domain.clause import ActionKind, ClauseForm
from gampgen.techniques.clauses import clause, clauses_of


@pytest.mark.parametrize(
    ("subject", "predicate", "verb", "noun", "kind"),
    [
        ("the system", "shall raise a high alarm", "raise", "a high alarm", ActionKind.ALARM),
        ("the system", "shall send an e-mail to the supervisor", "send", "an e-mail", ActionKind.NOTIFY),
        ("the system", "must display the trend", "display", "the trend", ActionKind.DISPLAY),
        ("the system", "shall automatically log out the user", "log out", "the user", ActionKind.LOCK),
        ("the system", "shall back up the database", "back up", "the database", ActionKind.RESTORE),
        ("the system", "shall generate a batch report", "generate", "a batch report", ActionKind.OUTPUT),
    ],
)
def test_verb_object_and_kind_are_found(subject: str, predicate: str, verb: str, noun: str, kind: ActionKind) -> None:
    read = clause(subject, predicate)
    assert (read.verb, read.object, read.kind) == (verb, noun, kind)


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        ("Users", "shall be able to attach files to a deviation record"),
        ("The system", "shall allow users to attach files to a deviation record"),
        ("The system", "shall provide users with the ability to attach files to a deviation record"),
        ("It", "shall be possible for users to attach files to a deviation record"),
        ("The system", "shall provide a function for users to attach files to a deviation record"),
    ],
)
def test_every_way_to_grant_an_ability_reads_as_the_person_doing_it(subject: str, predicate: str) -> None:
    (read,) = clauses_of(subject, predicate)
    assert (read.ability, read.subject.lower(), read.verb, read.object, read.rest) == (
        True,
        "users",
        "attach",
        "files",
        "to a deviation record",
    )


def test_two_joined_verb_phrases_are_two_clauses() -> None:
    first, second = clauses_of("the system", "shall stop dosing and raise an alarm")
    assert (first.verb, first.object) == ("stop", "dosing")
    assert (second.verb, second.object) == ("raise", "an alarm")


def test_coordinated_nouns_are_not_split_as_verbs() -> None:
    (read,) = clauses_of("the system", "shall record user, date and time of each change")
    assert read.object == "user, date and time of each change"


def test_coordinated_verbs_share_their_object() -> None:
    read = clause("Users", "shall be able to create, edit and delete batch records")
    assert (read.verb, read.further_verbs, read.object) == ("create", ("edit", "delete"), "batch records")


@pytest.mark.parametrize(
    ("predicate", "form", "negated"),
    [
        ("is open", ClauseForm.COPULA, False),
        ("is not open", ClauseForm.COPULA, True),
        ("has been approved", ClauseForm.PERFECT, False),
        ("is pushed", ClauseForm.PASSIVE, False),
        ("cannot be opened", ClauseForm.PASSIVE, True),
        ("", ClauseForm.NOMINAL, False),
        ("shall not start the pump", ClauseForm.ACTIVE, True),
        ("does not respond", ClauseForm.ACTIVE, True),
    ],
)
def test_the_form_of_a_clause_and_its_negation_are_found(predicate: str, form: ClauseForm, negated: bool) -> None:
    read = clause("the valve", predicate)
    assert (read.form, read.negated) == (form, negated)
